package vn.reliefmap.exposure;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.reliefmap.disaster.Disaster;

/**
 * Hamlets and communes in the order in which help is due (domain facts, section 3): the sum over their homes of people × share
 * still lacking × min(hours since aid, 48)/48 × 1.5 if vulnerable × 1.5 if cut off, and × 1.5 where silence speaks: nobody
 * confirmed the need in time though the home is cut off or its place is silent. Where people stand in the water or are cut off
 * and nothing was heard for {@code relief.need.silent-after} (12 h), the place is silent, and homes of which no need is known
 * count as lacking all. Not for everyone: the sums are exact. Thread-safe.
 */
public interface Priorities {
    /** @param units codes whose homes count; null = all */
    List<Place> list(Disaster disaster, Instant at, @Nullable Set<String> units);

    /**
     * One hamlet, or the homes of a commune whose hamlet nobody knows.
     *
     * @param code null for homes in no commune
     * @param lacking share still lacking over its people, 0 to 1
     * @param unconfirmedHouseholds with a need that nobody confirmed in time
     * @param lastHeardAt null when nothing was ever heard
     * @param silent nothing was heard for long while people stand in the water or are cut off
     * @param vi why it stands where it does
     */
    record Place(
            @Nullable String code,
            String name,
            int households,
            long people,
            long inWaterPeople,
            long cutOffPeople,
            double lacking,
            int unconfirmedHouseholds,
            @Nullable Instant lastHeardAt,
            boolean silent,
            double score,
            String vi,
            String en) {}
}
