package vn.reliefmap.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import vn.reliefmap.cluster.Demand;
import vn.reliefmap.cluster.RandomDemand;
import vn.reliefmap.geo.LonLat;
import vn.reliefmap.need.Urgency;

/** FEATURE UNDER TEST: what is brought of a demand when stock is short. */
class AllocatedDemandTest {
    @Test
    void whatIsBroughtIsWhatWasAllocatedAndNeverMoreThanWasLacking() {
        Demand whole =
                RandomDemand.of(new Random(5), 200, random -> new LonLat(107.1 + random.nextDouble() / 10, 16.75));
        List<AllocationNeed> needs =
                AllocatedDemand.needs(whole, place -> place % 4 == 0, place -> Double.POSITIVE_INFINITY);
        assertThat(needs).hasSize(800);
        List<AllocationStock> stock =
                List.of(new AllocationStock("rice", 900_000, 1000), new AllocationStock("tarp", 60_000, 1000));
        Allocation allocation = new FairAllocation(FairnessRule.DEFAULT).allocate(needs, stock);
        Demand brought = new AllocatedDemand(whole, allocation);

        long[] sums = new long[brought.items().size()];
        for (int place = 0; place < brought.size(); place++) {
            for (int line = 0; line < brought.lines(place); line++) {
                assertThat(brought.carryMilli(place, line)).isBetween(0L, whole.carryMilli(place, line));
                assertThat(brought.neededMilli(place, line)).isEqualTo(whole.neededMilli(place, line));
                sums[brought.item(place, line)] += brought.carryMilli(place, line);
                if (whole.urgency(place, line) == Urgency.CRITICAL && line == 1) {
                    assertThat(brought.carryMilli(place, line))
                            .as("there is no water")
                            .isZero();
                }
            }
        }
        assertThat(sums).containsExactly(900_000, 0, 60_000, 0);
    }
}
