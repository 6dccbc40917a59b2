package vn.reliefmap.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** FEATURE UNDER TEST: who gets how much of a short stock. */
class FairAllocationTest {
    private static final double NEVER = Double.POSITIVE_INFINITY;
    private static final FairAllocation FAIR = new FairAllocation(FairnessRule.DEFAULT);

    private static AllocationNeed need(
            String id, @Nullable String commune, double units, int people, double hours, boolean cutOff) {
        long milli = Math.round(units * 1000);
        return new AllocationNeed(id, "rice", commune, milli, milli, people, false, hours, cutOff, false);
    }

    private static Allocation.OfItem share(List<AllocationNeed> needs, double units, double pack) {
        List<AllocationStock> stock =
                List.of(new AllocationStock("rice", Math.round(units * 1000), Math.round(pack * 1000)));
        return FAIR.allocate(needs, stock).items().get(0);
    }

    private static Map<String, Long> got(Allocation.OfItem item) {
        return item.receivers().stream()
                .collect(Collectors.toMap(r -> r.need().id(), Allocation.Receiver::allocatedMilli));
    }

    @Test
    void roadsideAndCutOffHamletsShareShortStock() {
        // Ten families at the road had rice six hours ago; ten behind the ford never had any. Rice for half of them.
        List<AllocationNeed> needs = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            needs.add(new AllocationNeed("road" + i, "rice", "Xã Đường", 20_000, 10_000, 4, false, 6, false, false));
            needs.add(new AllocationNeed("ford" + i, "rice", "Xã Ngầm", 20_000, 20_000, 4, false, NEVER, true, false));
        }
        Allocation.OfItem item = share(needs, 150, 1);

        assertThat(item.allocatedMilli()).isEqualTo(150_000);
        Allocation.OfCommune road = item.communes().get(1);
        Allocation.OfCommune ford = item.communes().get(0);
        assertThat(ford.commune()).isEqualTo("Xã Ngầm");
        assertThat(road.servedShareBefore()).isEqualTo(0.5);
        assertThat(ford.servedShareBefore()).isZero();
        // Those who had nothing get nearly all of it, and end where the others stand.
        assertThat(ford.allocatedMilli()).isGreaterThan(140_000);
        assertThat(ford.servedShareAfter()).isGreaterThan(0.7);
        assertThat(road.servedShareAfter()).isGreaterThanOrEqualTo(0.5);
        assertThat(item.before().servedShare()).isEqualTo(0.25);
        assertThat(item.after().servedShare()).isEqualTo(0.625);
        assertThat(item.before().gini()).isEqualTo(0.5, within(1e-9));
        assertThat(item.after().gini()).isLessThan(0.2);
    }

    @Test
    void aThreatToLifeComesFirst() {
        List<AllocationNeed> needs = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            needs.add(need("many" + i, "A", 10, 9, NEVER, true));
        }
        needs.add(new AllocationNeed("dialysis", "rice", "B", 7_000, 7_000, 1, false, 0, false, true));
        Allocation.OfItem item = share(needs, 10, 1);
        assertThat(got(item)).containsEntry("dialysis", 7_000L);
        assertThat(item.communes().get(1).threatMilli()).isEqualTo(7_000);
        assertThat(got(share(needs, 5, 1))).containsEntry("dialysis", 5_000L);
    }

    @Test
    void theScoreOfTheDomainFactsDecidesInsideACommune() {
        AllocationNeed large = need("large", "A", 10, 8, NEVER, false);
        AllocationNeed small = need("small", "A", 10, 4, NEVER, false);
        // Both end at one score: 8 · (1 − x/10) = 4 · (1 − (10 − x)/10).
        Map<String, Long> shares = got(share(List.of(small, large), 10, 0.001));
        assertThat(shares.getOrDefault("large", 0L) / 1000.0).isEqualTo(20 / 3.0, within(0.002));
        assertThat(shares.getOrDefault("small", 0L) / 1000.0).isEqualTo(10 / 3.0, within(0.002));
        assertThat(large.weight()).isEqualTo(8);
        assertThat(new AllocationNeed("x", "rice", null, 1, 1, 4, true, 24, true, false).weight())
                .isEqualTo(4 * 0.5 * 1.5 * 1.5);
    }

    @Test
    void aSmallCommuneIsNotForgottenWhenStockIsVeryShort() {
        List<AllocationNeed> needs = new ArrayList<>();
        for (int i = 0; i < 90; i++) {
            needs.add(need("town" + i, "Town", 10, 8, NEVER, true));
        }
        for (int i = 0; i < 10; i++) {
            needs.add(need("hill" + i, "Hill", 10, 1, 1, false));
        }
        Allocation.OfCommune hill = share(needs, 100, 1).communes().get(0);
        assertThat(hill.commune()).isEqualTo("Hill");
        assertThat(hill.floorMilli()).isEqualTo(5_000);
        assertThat(hill.allocatedMilli()).isGreaterThanOrEqualTo(5_000);
    }

    @Test
    void emptyListsEmptyStockAndMoreThanEnough() {
        assertThat(FAIR.allocate(List.of(), List.of()).items()).isEmpty();
        Allocation.OfItem unneeded = share(List.of(), 5, 1);
        assertThat(unneeded.leftMilli()).isEqualTo(5_000);
        assertThat(unneeded.after().servedShare()).isEqualTo(1);
        Allocation.OfItem none = FAIR.allocate(List.of(need("a", null, 3, 2, 5, false)), List.of())
                .items()
                .get(0);
        assertThat(none.shortMilli()).isEqualTo(3_000);
        assertThat(none.after().gini()).isZero();
        Allocation.OfItem plenty =
                share(List.of(need("a", null, 3, 2, 5, false), need("b", "A", 1, 0, 0, false)), 9, 1);
        assertThat(plenty.leftMilli()).isEqualTo(5_000);
        assertThat(plenty.shortMilli()).isZero();
        // Half a unit of what is counted cannot be given.
        assertThat(share(List.of(need("a", null, 2.5, 2, 5, false)), 9, 1).shortMilli())
                .isEqualTo(500);
    }

    @Test
    void badInputIsRefused() {
        assertThatThrownBy(() -> need("a", "A", 0, 1, 1, false)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> need("a", "A", 1, -1, 1, false)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> need("a", "A", 1, 1, Double.NaN, false)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new AllocationStock("rice", -1, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new AllocationStock("rice", 1, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new FairnessRule(1.2, 0)).isInstanceOf(IllegalArgumentException.class);
        AllocationNeed one = need("a", "A", 1, 1, 1, false);
        assertThatThrownBy(() -> share(List.of(one, one), 1, 1)).isInstanceOf(IllegalArgumentException.class);
        AllocationStock line = new AllocationStock("rice", 1, 1);
        assertThatThrownBy(() -> FAIR.allocate(List.of(), List.of(line, line)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theLawsHoldForAnyNeedsAndAnyStock() {
        for (int seed = 1; seed <= 150; seed++) {
            Random random = new Random(seed);
            List<AllocationNeed> needs = randomNeeds(random);
            long pack = random.nextBoolean() ? 1 : 1000;
            long most = needs.stream().mapToLong(AllocationNeed::toCarryMilli).sum() * 11 / 10 + 2000;
            Allocation.OfItem before = null;
            for (int step = 0; step <= 12; step++) {
                long stock = step == 0 ? 0 : most * step / 12 + random.nextInt(7);
                Allocation.OfItem item = divide(needs, stock, pack);
                conserves(item, pack);
                floorsHold(item, pack);
                if (before != null) {
                    Map<String, Long> less = got(before);
                    got(item).forEach((id, milli) -> assertThat(milli)
                            .isGreaterThanOrEqualTo(less.getOrDefault(id, 0L)));
                }
                before = item;
                List<AllocationNeed> shuffled = new ArrayList<>(needs);
                Collections.shuffle(shuffled, random);
                assertThat(divide(shuffled, stock, pack)).isEqualTo(item);
            }
        }
    }

    @Test
    void onePackMoreGoesToOneReceiverAndTakesFromNobody() {
        List<AllocationNeed> needs = randomNeeds(new Random(99));
        long packs = needs.stream().mapToLong(n -> n.toCarryMilli() / 1000).sum();
        Map<String, Long> before = got(divide(needs, 0, 1000));
        for (long stock = 1; stock <= packs; stock++) {
            Map<String, Long> now = got(divide(needs, stock * 1000, 1000));
            long more = 0;
            for (Map.Entry<String, Long> one : now.entrySet()) {
                assertThat(one.getValue()).isGreaterThanOrEqualTo(before.getOrDefault(one.getKey(), 0L));
                more += one.getValue() - before.getOrDefault(one.getKey(), 0L);
            }
            assertThat(more).isEqualTo(1000);
            before = now;
        }
    }

    private static Allocation.OfItem divide(List<AllocationNeed> needs, long stockMilli, long packMilli) {
        return FAIR.allocate(needs, List.of(new AllocationStock("rice", stockMilli, packMilli)))
                .items()
                .get(0);
    }

    private static void conserves(Allocation.OfItem item, long pack) {
        long given = 0;
        for (Allocation.Receiver r : item.receivers()) {
            assertThat(r.allocatedMilli()).isBetween(0L, r.need().toCarryMilli());
            assertThat(r.allocatedMilli() % pack).isZero();
            assertThat(r.allocatedMilli() + r.shortMilli()).isEqualTo(r.need().toCarryMilli());
            given += r.allocatedMilli();
        }
        assertThat(given).isEqualTo(item.allocatedMilli()).isLessThanOrEqualTo(item.stockMilli());
        assertThat(item.allocatedMilli() + item.shortMilli()).isEqualTo(item.toCarryMilli());
        assertThat(item.allocatedMilli() + item.leftMilli()).isEqualTo(item.stockMilli());
        assertThat(item.communes().stream()
                        .mapToLong(Allocation.OfCommune::allocatedMilli)
                        .sum())
                .isEqualTo(given);
        long givable = item.receivers().stream()
                .mapToLong(r -> r.need().toCarryMilli() / pack * pack)
                .sum();
        // Nothing lies idle while somebody lacks a pack.
        assertThat(given).isEqualTo(Math.min(givable, item.stockMilli() / pack * pack));
        assertThat(item.after().gini()).isBetween(0.0, 1.0);
    }

    private static void floorsHold(Allocation.OfItem item, long pack) {
        boolean threats = item.communes().stream().anyMatch(c -> c.threatMilli() > 0);
        boolean served = item.receivers().stream().anyMatch(r -> r.need().servedShare() > 0);
        for (Allocation.OfCommune commune : item.communes()) {
            assertThat(commune.allocatedMilli()).isGreaterThanOrEqualTo(commune.floorMilli() + commune.threatMilli());
            if (!threats && !served && pack == 1) {
                assertThat(commune.behind()).isFalse();
            }
        }
    }

    private static List<AllocationNeed> randomNeeds(Random random) {
        boolean threats = random.nextBoolean();
        boolean served = random.nextBoolean();
        int communes = 1 + random.nextInt(6);
        return IntStream.range(0, 1 + random.nextInt(60))
                .mapToObj(i -> {
                    long needed = 1L + random.nextInt(20_000);
                    int commune = random.nextInt(communes + 1);
                    return new AllocationNeed(
                            "n" + i,
                            "rice",
                            commune == communes ? null : "C" + commune,
                            needed,
                            served ? (long) (random.nextDouble() * (needed + 1)) : needed,
                            random.nextInt(9),
                            random.nextBoolean(),
                            random.nextInt(4) == 0 ? NEVER : random.nextInt(60),
                            random.nextBoolean(),
                            threats && random.nextInt(8) == 0);
                })
                .toList();
    }
}
