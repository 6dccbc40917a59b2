package vn.reliefmap.admin;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.reliefmap.geo.LonLat;

/**
 * A commune-level unit in one period. A code may come back for another unit, so code and first day name it together.
 *
 * @param code official code, five digits; other text for simulated units
 * @param validFrom first day; {@link #BEGINNING_UNKNOWN} for former units
 * @param validTo the day on which it was no more, null while it is in force
 * @param name without its kind, for example {@code Ái Tử}
 * @param fullName with its kind, for example {@code Thị trấn Ái Tử}
 * @param parentName district and province of a former unit, province of a present one; null when unknown
 * @param population people, 0 or more; null when unknown
 * @param areaM2 square metres in UTM 48N, from the outline where there is one; null when unknown
 * @param centre a place inside it or its given centre, EPSG:4326; null when unknown
 * @param successors what a former unit became part of; empty for present ones
 */
public record AdminUnit(
        String code,
        LocalDate validFrom,
        @Nullable LocalDate validTo,
        String name,
        String fullName,
        Kind kind,
        @Nullable String parentName,
        boolean simulated,
        @Nullable Integer population,
        @Nullable Double areaM2,
        @Nullable LonLat centre,
        List<Successor> successors) {

    /** The day on which districts ended and today's communes began (domain facts, section 1). */
    public static final LocalDate NEW_UNITS_SINCE = LocalDate.of(2025, 7, 1);
    /** Stands for a first day that nobody recorded. */
    public static final LocalDate BEGINNING_UNKNOWN = LocalDate.of(1900, 1, 1);

    public boolean current() {
        return validTo == null;
    }

    /** True on days from the first to the one before {@code validTo}. */
    public boolean validAt(LocalDate day) {
        return !day.isBefore(validFrom) && (validTo == null || day.isBefore(validTo));
    }

    /** A unit that came after another one. */
    public record Successor(String code, LocalDate validFrom, String fullName) {}

    /** What a unit is. */
    public enum Kind {
        XA("Xã"),
        PHUONG("Phường"),
        THI_TRAN("Thị trấn"),
        DAC_KHU("Đặc khu"),
        OTHER("");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        /** The kind as it stands before the name; empty for OTHER. */
        public String label() {
            return label;
        }
    }
}
