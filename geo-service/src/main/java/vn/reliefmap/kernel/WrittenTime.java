package vn.reliefmap.kernel;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads times as people write them in lists. */
public final class WrittenTime {
    private static final List<DateTimeFormatter> FORMS = List.of(
            DateTimeFormatter.ISO_OFFSET_DATE_TIME,
            DateTimeFormatter.ISO_LOCAL_DATE_TIME,
            dayAndHour("uuuu-MM-dd"),
            dayAndHour("d/M/uuuu"));

    private WrittenTime() {}

    /** ISO 8601, {@code 2020-10-18 7:00} or {@code 18/10/2020 7:00}; Vietnam's time unless a zone is given. */
    public static Optional<Instant> read(String text) {
        return FORMS.stream().flatMap(form -> parsed(form, text).stream()).findFirst();
    }

    private static Optional<Instant> parsed(DateTimeFormatter form, String text) {
        try {
            TemporalAccessor time = form.parseBest(text, OffsetDateTime::from, LocalDateTime::from);
            Instant instant = time instanceof OffsetDateTime exact
                    ? exact.toInstant()
                    : LocalDateTime.from(time).toInstant(VietnamTime.ZONE);
            int year = instant.atOffset(VietnamTime.ZONE).getYear();
            return year >= 1990 && year <= 2200 ? Optional.of(instant) : Optional.empty();
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static DateTimeFormatter dayAndHour(String day) {
        return new DateTimeFormatterBuilder()
                .appendPattern(day + "[ H:mm[:ss]]")
                .parseDefaulting(ChronoField.HOUR_OF_DAY, 0)
                .toFormatter(Locale.ROOT);
    }
}
