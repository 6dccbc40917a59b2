package vn.reliefmap.household.internal;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.reliefmap.admin.AdminUnit;
import vn.reliefmap.admin.Hamlet;
import vn.reliefmap.geo.LonLat;

/**
 * One good row of a list, ready to be stored; what is null was not said.
 *
 * @param row line in the file
 * @param nameSealed and {@code phoneSealed}: as PostgreSQL reads bytes, {@code \x} and hexadecimal digits
 * @param byName true when {@code place} only stands for the hamlet or commune
 * @param needs quantity by item code, each above 0
 */
record StagedHousehold(
        long row,
        UUID id,
        String ref,
        @Nullable String nameSealed,
        @Nullable String phoneSealed,
        int people,
        @Nullable Integer vulnerablePeople,
        @Nullable String address,
        @Nullable AdminUnit commune,
        @Nullable Hamlet hamlet,
        LonLat place,
        boolean byName,
        String precision,
        Map<String, BigDecimal> needs,
        @Nullable String urgency,
        @Nullable Instant confirmedAt) {
    /** Code of the smallest known unit; null in none. */
    @Nullable
    String unit() {
        return hamlet != null ? hamlet.code() : commune == null ? null : commune.code();
    }
}
