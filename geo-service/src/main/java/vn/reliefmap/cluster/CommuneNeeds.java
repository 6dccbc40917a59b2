package vn.reliefmap.cluster;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.reliefmap.need.Urgency;

/**
 * The sums of one commune, or of neighbouring communes that are too small to be shown alone.
 *
 * @param code of the commune, or of the one with most households; null for the households outside all communes
 * @param fullName its name; null for the households outside all communes
 * @param joined names of the other communes whose households are in these sums, each with fewer than five when joined
 * @param joinedCodes their codes
 * @param outsideJoined true when households outside all communes were too few and joined this commune
 * @param households that have any need, filtered or not
 * @param people in those households
 * @param urgency the highest among the open needs that pass the filter; null when nothing is open
 * @param oldestConfirmedAt the oldest confirmation among them; null when nothing is open
 * @param newestConfirmedAt the newest confirmation among them; null when nothing is open
 * @param lacks per item, the one lacking most first
 */
public record CommuneNeeds(
        @Nullable String code,
        @Nullable String fullName,
        List<String> joined,
        List<String> joinedCodes,
        boolean outsideJoined,
        int households,
        int people,
        @Nullable Urgency urgency,
        @Nullable Instant oldestConfirmedAt,
        @Nullable Instant newestConfirmedAt,
        List<ItemLack> lacks) {}
