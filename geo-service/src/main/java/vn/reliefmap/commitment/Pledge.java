package vn.reliefmap.commitment;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.reliefmap.kernel.DisasterId;
import vn.reliefmap.kernel.PublicCode;

/**
 * A donor's promise of one item for a commune or a delivery zone, spread over the households there that lack it.
 *
 * @param code by which the gift is followed in public
 * @param donor account
 * @param commune code as the public knows it, of a zone the one that gets most; small neighbours may be joined to it;
 *     null where it is not told
 * @param zone what the delivery zone was called; null for a commune
 */
public record Pledge(
        UUID id,
        PublicCode code,
        DisasterId disaster,
        UUID donor,
        @Nullable UUID campaign,
        @Nullable String commune,
        @Nullable String zone,
        String item,
        Progress progress,
        Term term) {}
