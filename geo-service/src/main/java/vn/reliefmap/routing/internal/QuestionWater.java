package vn.reliefmap.routing.internal;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.reliefmap.flood.WaterPicture;
import vn.reliefmap.flood.Waters;
import vn.reliefmap.kernel.DisasterId;
import vn.reliefmap.routing.RouteQuery;
import vn.reliefmap.routing.RouteWater;

/**
 * The water that one question is answered by, for roads and boats alike; nothing when it names no disaster.
 *
 * @param roads the water on them, at a moment or over a span of time
 * @param told for the answer
 */
record QuestionWater(@Nullable WaterOnRoads roads, @Nullable RouteWater told) {

    static QuestionWater of(RouteQuery query, RoadGraph graph, Waters waters, WaterSnapshots snapshots, Clock clock) {
        return of(query.disaster(), query.departAt(), query.until(), graph, waters, snapshots, clock);
    }

    static QuestionWater of(
            @Nullable DisasterId disaster,
            @Nullable Instant at,
            @Nullable Instant until,
            RoadGraph graph,
            Waters waters,
            WaterSnapshots snapshots,
            Clock clock) {
        if (disaster == null) {
            return new QuestionWater(null, null);
        }
        Instant from = at == null ? waters.moment(disaster, null) : at;
        WaterOnRoads roads = snapshots.of(graph, waters.pictures(disaster, from, until));
        return new QuestionWater(roads, Answers.water(roads, until, clock.instant()));
    }

    /** One for each step; none when the question names no disaster. */
    List<WaterPicture> pictures() {
        return roads == null
                ? List.of()
                : roads.steps().stream().map(WaterSnapshot::picture).toList();
    }
}
