package vn.reliefmap.flood;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.reliefmap.kernel.DisasterId;
import vn.reliefmap.kernel.Problem;

/** The front door to the water. Thread-safe; pictures are cached until the water changes. */
public interface Waters {
    /** Most that are looked at together, for each is held in memory: two days of hourly forecasts. */
    int MOST_STEPS = 48;

    /** All moments for which the disaster has water, oldest first; empty when there is none. */
    List<WaterStep> steps(DisasterId disaster);

    /**
     * The moment a caller asks for: the given ISO time; without one, the newest step that is not later than now, else the
     * first step, else now. Throws an {@code AT_FORM} problem when the text is no time.
     *
     * @param at may be null or blank
     */
    default Instant moment(DisasterId disaster, @Nullable String at) {
        if (at != null && !at.isBlank()) {
            try {
                // A plus sign that was not encoded in an address arrives as a space.
                return OffsetDateTime.parse(at.strip().replace(' ', '+')).toInstant();
            } catch (DateTimeParseException e) {
                throw Problem.badField(
                                "AT_FORM",
                                "at",
                                "ISO time with zone, e.g. 2020-10-18T06:00:00Z",
                                "Không đọc được thời điểm.",
                                "The time cannot be read.")
                        .asException();
            }
        }
        Instant now = Instant.now();
        List<WaterStep> steps = steps(disaster);
        Instant moment = steps.isEmpty() ? now : steps.get(0).at();
        for (WaterStep step : steps) {
            moment = step.at().isAfter(now) ? moment : step.at();
        }
        return moment;
    }

    /** When whoever names no hour sets out: now, unless all water is still to come; then at the first step. */
    default Instant departure(DisasterId disaster, Instant now) {
        List<WaterStep> steps = steps(disaster);
        return steps.isEmpty() || !steps.get(0).at().isAfter(now)
                ? now
                : steps.get(0).at();
    }

    /**
     * The merged picture at a moment: the same object for all moments between two observations, as long as the same
     * reports of roads stand.
     */
    WaterPicture picture(DisasterId disaster, Instant at);

    /**
     * The picture of a moment, and those of all later steps that begin before another moment: together all water in force
     * from the one until the other. Throws {@code SPAN_ORDER} (400) and {@code SPAN_TOO_LONG} (422) problems.
     *
     * @param until later than {@code from}; null = the moment alone
     */
    default List<WaterPicture> pictures(DisasterId disaster, Instant from, @Nullable Instant until) {
        if (until == null) {
            return List.of(picture(disaster, from));
        }
        if (!until.isAfter(from)) {
            throw Problem.badField(
                            "SPAN_ORDER",
                            "until",
                            "> " + from,
                            "Khoảng thời gian phải kết thúc sau khi bắt đầu (" + from + ").",
                            "The span of time must end after it begins (" + from + ").")
                    .asException();
        }
        List<Instant> moments = Stream.concat(
                        Stream.of(from),
                        steps(disaster).stream()
                                .map(WaterStep::at)
                                .filter(at -> at.isAfter(from) && at.isBefore(until)))
                .toList();
        // Before any picture is made: each takes time and memory.
        if (moments.size() > MOST_STEPS) {
            throw new Problem(
                            "SPAN_TOO_LONG",
                            422,
                            "Khoảng thời gian có " + moments.size() + " mốc nước; nhiều nhất " + MOST_STEPS + ".",
                            "The span of time has " + moments.size() + " steps of water; at most " + MOST_STEPS + ".",
                            "until",
                            "≤ " + MOST_STEPS + " steps")
                    .asException();
        }
        return moments.stream().map(at -> picture(disaster, at)).toList();
    }

    /**
     * The moment up to which reports of roads count in the picture of a moment: the moment itself; but now for the newest
     * step that has begun, since people who look at it mean the state of things.
     */
    default Instant reportsUntil(DisasterId disaster, Instant at) {
        return at;
    }
}
