package vn.reliefmap.kernel;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** Moments as people in Vietnam read them: UTC+7, all year. */
public final class VietnamTime {
    public static final ZoneOffset ZONE = ZoneOffset.ofHours(7);

    private static final DateTimeFormatter HOUR = form("HH:mm");
    private static final DateTimeFormatter HOUR_AND_DAY = form("HH:mm dd/MM");
    private static final DateTimeFormatter HOUR_AND_DATE = form("HH:mm dd/MM/yyyy");
    private static final DateTimeFormatter SECOND_AND_DATE = form("HH:mm:ss dd/MM/yyyy '(UTC+7)'");

    private VietnamTime() {}

    private static DateTimeFormatter form(String pattern) {
        return DateTimeFormatter.ofPattern(pattern).withZone(ZONE);
    }

    /** {@code 14:22} */
    public static String hour(Instant moment) {
        return HOUR.format(moment);
    }

    /** {@code 14:22 18/10} */
    public static String hourAndDay(Instant moment) {
        return HOUR_AND_DAY.format(moment);
    }

    /** {@code 14:22 18/10/2020} */
    public static String hourAndDate(Instant moment) {
        return HOUR_AND_DATE.format(moment);
    }

    /** {@code 14:22:05 18/10/2020 (UTC+7)} */
    public static String secondAndDate(Instant moment) {
        return SECOND_AND_DATE.format(moment);
    }

    public static LocalDate day(Instant moment) {
        return moment.atOffset(ZONE).toLocalDate();
    }
}
