package vn.reliefmap.routing.internal;

import java.time.Clock;
import org.jspecify.annotations.Nullable;
import vn.reliefmap.flood.WaterPicture;
import vn.reliefmap.flood.Waters;
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
        if (query.disaster() == null) {
            return new QuestionWater(null, null);
        }
        WaterSnapshot snapshot = snapshots.of(
                graph,
                waters.picture(
                        query.disaster(),
                        query.departAt() == null ? waters.moment(query.disaster(), null) : query.departAt()));
        return new QuestionWater(snapshot, Answers.water(snapshot, clock.instant()));
    }

    @Nullable
    WaterPicture picture() {
        return snapshot == null ? null : snapshot.picture();
    }
}
