package vn.reliefmap.exposure.http;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.reliefmap.passability.VehicleClass;

/**
 * The answer of {@code GET /api/v1/cut-off/landings}: of the cut-off list nothing but its landings.
 *
 * @param at the moment asked for
 * @param bestLanding from which the boat reaches the most people of all who are cut off; null when it reaches nobody, or few
 * @param islands the parts that have a landing
 */
record LandingsAnswer(
        Instant at,
        VehicleClass vehicle,
        @Nullable VehicleClass boat,
        CutOffAnswer.@Nullable Landing bestLanding,
        List<Part> islands) {
    static LandingsAnswer of(CutOffAnswer list) {
        return new LandingsAnswer(
                list.at(),
                list.vehicle(),
                list.boat(),
                list.bestLanding(),
                list.islands().stream()
                        .filter(island -> island.bestLanding() != null)
                        .map(island -> new Part(island.id(), island.people(), island.bestLanding()))
                        .toList());
    }

    /** A part by its id in the list; its people tell whether the list is still the same. */
    record Part(String id, long people, CutOffAnswer.@Nullable Landing bestLanding) {}
}
