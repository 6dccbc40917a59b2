package vn.reliefmap.routing.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.reliefmap.flood.WaterPicture;
import vn.reliefmap.flood.WaterStep;
import vn.reliefmap.flood.Waters;
import vn.reliefmap.kernel.DisasterId;
import vn.reliefmap.routing.LaterStart;
import vn.reliefmap.routing.RouteTimes;

/**
 * The water from a departure on, step by step: step 0 is in force at the departure, each later one from its own moment,
 * the last one for ever. A snapshot is made when a way gets so far, and kept, so that one question sees one water. Not
 * thread-safe.
 */
final class WaterAhead {
    private static final double NANOS = 1e9;

    /** Of the departure and of each later step. */
    private final List<Instant> starts;

    private final Function<Instant, WaterSnapshot> water;
    private final @Nullable WaterSnapshot[] made;
    /** The step that is in force at the departure, for who leaves later. */
    private final int first;
    /** Holds from the departure for ever, in place of the steps; null = the steps hold, each in its time. */
    private final @Nullable WaterOnRoads worst;

    /**
     * @param departAt the departure
     * @param steps moments of all steps, oldest first; those up to the departure are past
     * @param water the snapshot in force at a moment
     */
    WaterAhead(Instant departAt, List<WaterStep> steps, Function<Instant, WaterSnapshot> water) {
        this(
                Stream.concat(
                                Stream.of(departAt),
                                steps.stream().map(WaterStep::at).filter(at -> at.isAfter(departAt)))
                        .toList(),
                water,
                null,
                0,
                null);
    }

    private WaterAhead(
            List<Instant> starts,
            Function<Instant, WaterSnapshot> water,
            @Nullable WaterSnapshot @Nullable [] made,
            int first,
            @Nullable WaterOnRoads worst) {
        this.starts = starts;
        this.water = water;
        this.made = made == null ? new WaterSnapshot[starts.size()] : made;
        this.first = first;
        this.worst = worst;
    }

    /** The same water for who leaves at the start of a later step, which is step 0 then. */
    WaterAhead leavingAt(int step) {
        return new WaterAhead(starts, water, made, first + step, worst);
    }

    /** The water of a question: step by step, or the worst until a moment if it names one. */
    static WaterAhead of(
            DisasterId disaster,
            Instant departAt,
            @Nullable Instant until,
            RoadGraph graph,
            Waters waters,
            WaterSnapshots snapshots) {
        WaterAhead steps = new WaterAhead(
                departAt, waters.steps(disaster), at -> snapshots.of(graph, waters.picture(disaster, at)));
        if (until == null) {
            return steps;
        }
        WaterOnRoads worst = snapshots.of(graph, waters.pictures(disaster, departAt, until));
        return new WaterAhead(steps.starts, steps.water, steps.made, steps.first, worst);
    }

    /** How many steps there are from the departure on, at least one. */
    int count() {
        return worst == null ? starts.size() - first : 1;
    }

    Instant departAt() {
        return starts.get(first);
    }

    Instant start(int step) {
        return starts.get(first + step);
    }

    /** Seconds from the departure until the step is over; infinite for the last one. */
    double untilS(int step) {
        return step + 1 == count() ? Double.POSITIVE_INFINITY : seconds(Duration.between(departAt(), start(step + 1)));
    }

    private static double seconds(Duration time) {
        return time.getSeconds() + time.getNano() / NANOS;
    }

    WaterOnRoads water(int step) {
        return worst == null ? snapshot(step) : worst;
    }

    private WaterSnapshot snapshot(int step) {
        WaterSnapshot known = made[first + step];
        if (known == null) {
            known = water.apply(start(step));
            made[first + step] = known;
        }
        return known;
    }

    Instant after(double seconds) {
        return departAt().plusMillis(Math.round(seconds * 1000));
    }

    /** The step in force when so many seconds have gone; at the moment of change still the one before. */
    int stepAt(double seconds) {
        int step = 0;
        while (untilS(step) < seconds) {
            step++;
        }
        return step;
    }

    /** The hours are those of the steps, whatever the water was that a way was looked for under. */
    RouteTimes times(double durationS, @Nullable LaterStart later) {
        if (worst != null) {
            return new WaterAhead(starts, water, made, first, null).times(durationS, later);
        }
        int last = stepAt(durationS);
        List<WaterStep> used = IntStream.rangeClosed(0, last)
                .mapToObj(step -> {
                    WaterPicture picture = snapshot(step).picture();
                    return new WaterStep(picture.at(), picture.forecast());
                })
                .toList();
        return new RouteTimes(departAt(), after(durationS), used, last + 1 == count(), later);
    }
}
