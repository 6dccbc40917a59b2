package vn.reliefmap.web;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/** Moments as people here read them. */
final class VietnamTime {
    private static final DateTimeFormatter FORM =
            DateTimeFormatter.ofPattern("HH:mm:ss dd/MM/yyyy '(UTC+7)'").withZone(ZoneId.of("Asia/Ho_Chi_Minh"));

    private VietnamTime() {}

    static String of(Instant moment) {
        return FORM.format(moment);
    }
}
