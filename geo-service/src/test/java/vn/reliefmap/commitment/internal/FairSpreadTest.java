package vn.reliefmap.commitment.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.reliefmap.kernel.DisasterId;
import vn.reliefmap.kernel.HouseholdId;
import vn.reliefmap.kernel.NeedId;
import vn.reliefmap.need.NeedLine;
import vn.reliefmap.need.Urgency;

/** FEATURE UNDER TEST: a pledge goes to the largest open share first. */
class FairSpreadTest {
    private final Random random = new Random(2020_10_18);

    @Test
    void theOneWithNothingComesBeforeTheOneWhoHasHalf() {
        NeedLine nothing = line("10", "10");
        NeedLine half = line("10", "5");
        assertThat(FairSpread.of(List.of(half, nothing), new BigDecimal("5.000")))
                .containsOnly(Map.entry(nothing.id(), new BigDecimal("5.000")));
        assertThat(FairSpread.of(List.of(half, nothing), new BigDecimal("9.000")))
                .containsEntry(nothing.id(), new BigDecimal("7.000"))
                .containsEntry(half.id(), new BigDecimal("2.000"));
    }

    @Test
    void itIsAllGivenNobodyGetsMoreThanIsOpenAndNoLargerShareStaysOpen() {
        for (int i = 0; i < 2_000; i++) {
            boolean whole = random.nextBoolean();
            List<NeedLine> lines = new ArrayList<>();
            for (int n = 0; n <= random.nextInt(30); n++) {
                long needed = 1L + random.nextInt(whole ? 40 : 40_000);
                long left = 1 + random.nextLong(needed);
                lines.add(line(amount(needed, whole), amount(left, whole)));
            }
            BigDecimal sum = lines.stream().map(NeedLine::toGive).reduce(BigDecimal.ZERO, BigDecimal::add);
            BigDecimal grain = new BigDecimal(whole ? "1" : "0.001");
            long most = sum.divide(grain).longValueExact();
            BigDecimal quantity = grain.multiply(BigDecimal.valueOf(1 + random.nextLong(most)));
            Map<NeedId, BigDecimal> amounts = FairSpread.of(lines, quantity);
            assertThat(amounts.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add))
                    .isEqualByComparingTo(quantity);
            double lowest = 1;
            for (NeedLine line : lines) {
                BigDecimal given = amounts.getOrDefault(line.id(), BigDecimal.ZERO);
                assertThat(given).isBetween(BigDecimal.ZERO, line.toGive());
                if (given.signum() > 0) {
                    // Before its last grain, it had a share at least as large as any that stays open.
                    lowest = Math.min(lowest, share(line, given.subtract(grain)));
                }
            }
            for (NeedLine line : lines) {
                assertThat(share(line, amounts.getOrDefault(line.id(), BigDecimal.ZERO)))
                        .isLessThanOrEqualTo(lowest + 1e-6);
            }
        }
    }

    private static double share(NeedLine line, BigDecimal given) {
        return line.toGive().subtract(given).doubleValue() / line.needed().doubleValue();
    }

    private static String amount(long grains, boolean whole) {
        return BigDecimal.valueOf(grains, whole ? 0 : 3).toPlainString();
    }

    private NeedLine line(String needed, String left) {
        return new NeedLine(
                new NeedId(new UUID(random.nextLong(), random.nextLong())),
                new DisasterId(new UUID(0, 1)),
                new HouseholdId(new UUID(random.nextLong(), random.nextLong())),
                "C1",
                "rice",
                Urgency.HIGH,
                new BigDecimal(needed).setScale(3),
                BigDecimal.ZERO,
                new BigDecimal(left).setScale(3),
                BigDecimal.ZERO);
    }
}
