package vn.reliefmap.routing.internal;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.reliefmap.flood.WaterPicture;
import vn.reliefmap.flood.WaterStep;
import vn.reliefmap.flood.Waters;
import vn.reliefmap.kernel.DisasterId;
import vn.reliefmap.kernel.Problem;
import vn.reliefmap.routing.RouteQuery;
import vn.reliefmap.routing.RouteWater;

/**
 * The water that one question is answered by, for roads and boats alike; nothing when it names no disaster.
 *
 * @param roads the water on them, at a moment or over a span of time
 * @param told for the answer
 */
record QuestionWater(@Nullable WaterOnRoads roads, @Nullable RouteWater told) {
    /** Each step of a span is held in memory; two days of hourly forecasts. */
    private static final int MOST_STEPS = 48;

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
        WaterOnRoads roads = snapshots.of(graph, pictures(waters, disaster, from, until));
        return new QuestionWater(roads, Answers.water(roads, until, clock.instant()));
    }

    /**
     * The picture of a moment, or all that are in force from then until before another; throws {@code SPAN_ORDER} (400) and {@code SPAN_TOO_LONG}
     * (422) problems.
     */
    static List<WaterPicture> pictures(Waters waters, DisasterId disaster, Instant from, @Nullable Instant until) {
        if (until != null && !until.isAfter(from)) {
            throw Problem.badField(
                            "SPAN_ORDER",
                            "until",
                            "> " + from,
                            "Khoảng thời gian phải kết thúc sau khi bắt đầu (" + from + ").",
                            "The span of time must end after it begins (" + from + ").")
                    .asException();
        }
        List<WaterPicture> pictures = new ArrayList<>(List.of(waters.picture(disaster, from)));
        for (WaterStep step : waters.steps(disaster)) {
            if (until != null && step.at().isAfter(from) && step.at().isBefore(until)) {
                pictures.add(waters.picture(disaster, step.at()));
            }
        }
        if (pictures.size() > MOST_STEPS) {
            throw new Problem(
                            "SPAN_TOO_LONG",
                            422,
                            "Khoảng thời gian có " + pictures.size() + " mốc nước; nhiều nhất " + MOST_STEPS + ".",
                            "The span of time has " + pictures.size() + " steps of water; at most " + MOST_STEPS + ".",
                            "until",
                            "≤ " + MOST_STEPS + " steps")
                    .asException();
        }
        return List.copyOf(pictures);
    }

    /** One for each step; none when the question names no disaster. */
    List<WaterPicture> pictures() {
        return roads == null
                ? List.of()
                : roads.steps().stream().map(WaterSnapshot::picture).toList();
    }
}
