package vn.reliefmap.routing.internal;

import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import vn.reliefmap.flood.WaterPicture;
import vn.reliefmap.routing.NoWay;
import vn.reliefmap.routing.RouteAnswer;
import vn.reliefmap.routing.RouteWater;
import vn.reliefmap.routing.internal.WaterSearch.Way;

/**
 * Finds the quickest way of boats and transfers that is open in every step of the water from its departure until its
 * arrival; made for one question. It looks under the worst water of the first steps, and where the way takes longer than
 * they do, of more of them.
 *
 * <p>That finds the quickest: no way is quicker under more steps, so a way that lasts arrives no earlier than what was
 * found under fewer steps, thus in a step that is looked at, and is open under all steps looked at so far. See docs/decisions/0245.
 */
final class LastingWays {
    private final WaterSearch search;
    private final RoadGraph graph;
    private final WaterAhead ahead;
    private final WaterSnapshots snapshots;
    private final RouteWater atDeparture;

    LastingWays(
            WaterSearch search, RoadGraph graph, WaterAhead ahead, WaterSnapshots snapshots, RouteWater atDeparture) {
        this.search = search;
        this.graph = graph;
        this.ahead = ahead;
        this.snapshots = snapshots;
        this.atDeparture = atDeparture;
    }

    RouteAnswer find() {
        Way first = null;
        for (boolean confirmedOnly : new boolean[] {true, false}) {
            first = search.way(worstUntil(0), confirmedOnly);
            Way way = first;
            int looked = 0;
            while (way != null) {
                int arrival = ahead.stepAt(way.answer().durationS());
                if (arrival <= looked) {
                    return way.answer().at(ahead.times(way.answer().durationS(), null));
                }
                looked = arrival;
                way = search.way(worstUntil(looked), confirmedOnly);
            }
        }
        return first == null ? search.none(worstUntil(0)) : closes(first);
    }

    private RouteAnswer closes(Way first) {
        for (int step = 1; step <= ahead.stepAt(first.answer().durationS()); step++) {
            @Nullable
            NoWay closed = search.closed(first, new QuestionWater(ahead.water(step), atDeparture), ahead.start(step));
            if (closed != null) {
                return closed;
            }
        }
        throw new IllegalStateException("a way that holds in every step was not found under all of them");
    }

    private QuestionWater worstUntil(int step) {
        List<WaterPicture> pictures = IntStream.rangeClosed(0, step)
                .boxed()
                .flatMap(one -> ahead.water(one).steps().stream())
                .map(WaterSnapshot::picture)
                .toList();
        return new QuestionWater(snapshots.of(graph, pictures), atDeparture);
    }
}
