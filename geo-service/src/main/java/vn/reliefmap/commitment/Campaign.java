package vn.reliefmap.commitment;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.reliefmap.kernel.DisasterId;
import vn.reliefmap.kernel.PublicCode;

/**
 * What donors gather for, with an account of its own (Decree 93/2021; domain facts, section 5). Cash is recorded here and
 * moved elsewhere.
 *
 * @param account bank account as people transfer to it; null for goods alone
 * @param goalVnd null without a goal in money
 * @param endsOn last day; null while nobody knows
 * @param cashVnd recorded so far
 */
public record Campaign(
        UUID id,
        PublicCode code,
        DisasterId disaster,
        String name,
        @Nullable String account,
        @Nullable BigDecimal goalVnd,
        LocalDate startsOn,
        @Nullable LocalDate endsOn,
        BigDecimal cashVnd) {}
