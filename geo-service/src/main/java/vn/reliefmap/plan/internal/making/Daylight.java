package vn.reliefmap.plan.internal.making;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import vn.reliefmap.geo.LonLat;
import vn.reliefmap.kernel.VietnamTime;
import vn.reliefmap.supply.Depot;

/**
 * When teams may drive: from sunrise to sunset at the depots, or by the settings {@code relief.plan.day-from} and {@code
 * relief.plan.day-to}, hours by Vietnamese clocks.
 */
@Component
class Daylight {
    /** Whoever names no hour is not sent out for less than this before dusk (weak value). */
    static final Duration WORTH_LEAVING = Duration.ofHours(1);

    private final @Nullable LocalTime from;
    private final @Nullable LocalTime to;

    Daylight(@Value("${relief.plan.day-from:}") String from, @Value("${relief.plan.day-to:}") String to) {
        this.from = hour("relief.plan.day-from", from);
        this.to = hour("relief.plan.day-to", to);
    }

    private static @Nullable LocalTime hour(String setting, String text) {
        if (text.isBlank()) {
            return null;
        }
        try {
            return LocalTime.parse(text.strip());
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException(setting + " = " + text + ": an hour like 06:00 is expected", e);
        }
    }

    /** The light of the moment's day if some of it is left, else of the next day. */
    Sun after(Instant moment, List<Depot> depots) {
        LocalDate date = VietnamTime.day(moment);
        LonLat place = new LonLat(
                depots.stream()
                        .mapToDouble(depot -> depot.place().lon())
                        .average()
                        .orElseThrow(),
                depots.stream()
                        .mapToDouble(depot -> depot.place().lat())
                        .average()
                        .orElseThrow());
        Sun today = on(date, place);
        return moment.isBefore(today.sets()) ? today : on(date.plusDays(1), place);
    }

    private Sun on(LocalDate date, LonLat place) {
        Sun sun = Sun.at(place, date);
        return new Sun(
                from == null ? sun.rises() : date.atTime(from).toInstant(VietnamTime.ZONE),
                to == null ? sun.sets() : date.atTime(to).toInstant(VietnamTime.ZONE));
    }
}
