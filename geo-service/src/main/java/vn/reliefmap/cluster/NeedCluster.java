package vn.reliefmap.cluster;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.reliefmap.geo.LonLat;
import vn.reliefmap.need.Urgency;

/**
 * The sums of one fixed cell: at least five households that have any need in the disaster, whatever the filter.
 *
 * @param id opaque; the same as long as no household joins or leaves the disaster's needs
 * @param shownAt mean of the households' places, rounded to 0.0005° (about 50 m)
 * @param households in the cell that have any need, filtered or not
 * @param people in those households
 * @param adminCode the commune the cell lies in; null when it spans several or lies in none
 * @param adminName full name of the commune, or of the one with most households; null outside all communes
 * @param communes how many communes have households in it; 0 outside all communes
 * @param urgency the highest among the open needs that pass the filter
 * @param oldestConfirmedAt when the open need that was confirmed longest ago was confirmed
 * @param newestConfirmedAt when the open need that was confirmed last was confirmed
 * @param lacks per item, the one lacking most first: largest open share times people
 */
public record NeedCluster(
        String id,
        LonLat shownAt,
        int households,
        int people,
        @Nullable String adminCode,
        @Nullable String adminName,
        int communes,
        Urgency urgency,
        Instant oldestConfirmedAt,
        Instant newestConfirmedAt,
        List<ItemLack> lacks) {}
