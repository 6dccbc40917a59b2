package vn.reliefmap.commitment;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.reliefmap.kernel.DisasterId;
import vn.reliefmap.kernel.PublicCode;

/**
 * A donor's promise of one item for one commune, spread over the households there that lack it.
 *
 * @param code by which the gift is followed in public
 * @param donor account
 * @param commune code as the public knows it; small neighbours may be joined to it
 */
public record Pledge(
        UUID id,
        PublicCode code,
        DisasterId disaster,
        UUID donor,
        @Nullable UUID campaign,
        String commune,
        String item,
        Progress progress,
        Term term) {}
