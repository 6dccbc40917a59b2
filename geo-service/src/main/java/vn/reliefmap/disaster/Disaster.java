package vn.reliefmap.disaster;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vn.reliefmap.kernel.DisasterId;

/**
 * One named flood.
 *
 * @param simulated true for drills and demo data, which every screen marks
 * @param closedAt null while it goes on
 */
public record Disaster(
        DisasterId id,
        String name,
        boolean simulated,
        Instant openedAt,
        @Nullable Instant closedAt) {}
