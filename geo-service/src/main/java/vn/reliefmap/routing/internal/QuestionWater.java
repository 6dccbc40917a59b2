package vn.reliefmap.routing.internal;

import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vn.reliefmap.flood.WaterPicture;
import vn.reliefmap.flood.Waters;
import vn.reliefmap.kernel.DisasterId;
import vn.reliefmap.routing.RouteQuery;
import vn.reliefmap.routing.RouteWater;

/**
 * The water that one question is answered by, for roads and boats alike; nothing when it names no disaster.
 *
 * @param snapshot on the roads
 * @param told for the answer
 */
record QuestionWater(
        @Nullable WaterSnapshot snapshot, @Nullable RouteWater told) {

    static QuestionWater of(RouteQuery query, RoadGraph graph, Waters waters, WaterSnapshots snapshots, Clock clock) {
        return of(query.disaster(), query.departAt(), graph, waters, snapshots, clock);
    }

    static QuestionWater of(
            @Nullable DisasterId disaster,
            @Nullable Instant at,
            RoadGraph graph,
            Waters waters,
            WaterSnapshots snapshots,
            Clock clock) {
        if (disaster == null) {
            return new QuestionWater(null, null);
        }
        WaterSnapshot snapshot =
                snapshots.of(graph, waters.picture(disaster, at == null ? waters.moment(disaster, null) : at));
        return new QuestionWater(snapshot, Answers.water(snapshot, clock.instant()));
    }

    @Nullable
    WaterPicture picture() {
        return snapshot == null ? null : snapshot.picture();
    }
}
