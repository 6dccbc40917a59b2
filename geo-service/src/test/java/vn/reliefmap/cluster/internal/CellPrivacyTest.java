package vn.reliefmap.cluster.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.reliefmap.cluster.ClusterPage;
import vn.reliefmap.cluster.ClusterQuery;
import vn.reliefmap.cluster.CommuneNeeds;
import vn.reliefmap.cluster.ItemLack;
import vn.reliefmap.cluster.NeedCluster;
import vn.reliefmap.cluster.NeedClusters;
import vn.reliefmap.geo.Bbox;
import vn.reliefmap.kernel.DisasterId;

/**
 * FEATURE UNDER TEST: no answer and no difference of answers speaks of fewer than five households. Each household needs
 * 2^n thousandths of one item, so the published sums themselves tell exactly which households are in them.
 */
class CellPrivacyTest {
    private static final int LEAST = 5;
    private static final int ITEMS = 12;
    private static final int BITS = 46; // numeric(14,3) holds up to 2^46 thousandths
    private static final int HOUSEHOLDS = ITEMS * BITS;

    private final NeedFixture fixture = new NeedFixture().items(ITEMS);
    private DisasterId disaster = new DisasterId(new java.util.UUID(0, 0));
    private NeedClusters clusters = fixture.clusters();

    @BeforeEach
    void householdsInHamletsAndAlone() {
        disaster = fixture.disaster("lũ");
        Random random = new Random(5);
        for (int c = 0; c < 7; c++) {
            fixture.commune("c" + c, "Xã " + c);
        }
        for (int h = 0; h < HOUSEHOLDS; h++) {
            int commune = random.nextInt(6);
            boolean alone = random.nextInt(12) == 0;
            double spread = alone ? 0.2 : 0.002;
            double lon = 107 + commune * 0.05 + random.nextInt(3) * 0.013 + random.nextGaussian() * spread;
            double lat = 16.7 + commune % 3 * 0.05 + random.nextGaussian() * spread;
            String code = h < 3 ? "c6" : alone && random.nextBoolean() ? null : "c" + commune;
            var id = fixture.household(random, lon, lat, 4, code);
            String amount = java.math.BigDecimal.valueOf(1L << (h % BITS), 3).toPlainString();
            fixture.need(disaster, id, h / BITS, amount, "0");
        }
        fixture.write();
        clusters = fixture.clusters();
    }

    @Test
    void everyCellHasFiveHouseholdsAndCellsOfDeeperZoomsLieInside() {
        List<BitSet> outer = List.of();
        for (int zoom = 0; zoom <= ClusterQuery.DEEPEST_ZOOM; zoom++) {
            ClusterPage page = clusters.find(disaster, ClusterQuery.everywhere(zoom));
            List<BitSet> cells =
                    page.clusters().stream().map(c -> members(c.lacks())).toList();
            BitSet seen = new BitSet();
            for (int i = 0; i < cells.size(); i++) {
                BitSet cell = cells.get(i);
                assertThat(cell.cardinality()).isGreaterThanOrEqualTo(LEAST);
                assertThat(page.clusters().get(i).households()).isEqualTo(cell.cardinality());
                assertThat(seen.intersects(cell)).isFalse();
                seen.or(cell);
                if (zoom > 0) {
                    assertThat(outer.stream().filter(o -> minus(cell, o).isEmpty()))
                            .hasSize(1);
                }
            }
            assertThat(seen.cardinality()).isEqualTo(HOUSEHOLDS);
            outer = cells;
        }
        assertThat(outer).as("cells of the deepest zoom").hasSizeGreaterThan(HOUSEHOLDS / 15);
    }

    @Test
    void aFilterNeverMakesASmallerCell() {
        for (int zoom : List.of(6, 10, 12, 14, 18)) {
            Map<String, NeedCluster> unfiltered = new HashMap<>();
            clusters.find(disaster, ClusterQuery.everywhere(zoom)).clusters().forEach(c -> unfiltered.put(c.id(), c));
            for (String item : List.of("i0", "i5", "water", "group:cash")) {
                for (NeedCluster c : clusters.find(disaster, new ClusterQuery(zoom, null, item, 5000, null))
                        .clusters()) {
                    NeedCluster whole = Objects.requireNonNull(unfiltered.get(c.id()));
                    assertThat(c.households()).isEqualTo(whole.households());
                    assertThat(c.people()).isEqualTo(whole.people());
                    assertThat(c.shownAt()).isEqualTo(whole.shownAt());
                }
            }
        }
    }

    /** Sums of cells, of boxes slid in small steps, and of communes, at all zooms: every pair is subtracted. */
    @Test
    void noDifferenceOfTwoAnswersIsSmallerThanFive() {
        Set<BitSet> answers = new LinkedHashSet<>();
        for (int zoom = 0; zoom <= 20; zoom++) {
            ClusterPage page = clusters.find(disaster, ClusterQuery.everywhere(zoom));
            page.clusters().forEach(c -> answers.add(members(c.lacks())));
            answers.add(members(page.totals()));
            for (int step = 0; step < 30; step++) {
                double west = 106.98 + step * 0.0113;
                Bbox box = new Bbox(west, 16.64 + step * 0.003, west + 0.07, 16.86);
                answers.add(members(clusters.find(disaster, new ClusterQuery(zoom, box, null, 1, null))
                        .totals()));
            }
        }
        for (CommuneNeeds c : clusters.summary(disaster, null).communes()) {
            answers.add(members(c.lacks()));
        }
        List<BitSet> all = new ArrayList<>(answers);
        assertThat(all.size()).isGreaterThan(60);
        for (BitSet a : all) {
            for (BitSet b : all) {
                int left = minus(a, b).cardinality();
                assertThat(left == 0 || left >= LEAST).isTrue();
                int shared = a.cardinality() - left;
                assertThat(shared == 0 || shared >= LEAST).isTrue();
            }
        }
    }

    @Test
    void theShownPointIsNoHouseholdsOwnPlace() {
        for (NeedCluster c :
                clusters.find(disaster, ClusterQuery.everywhere(22)).clusters()) {
            double steps = c.shownAt().lon() * 2000;
            assertThat(Math.abs(steps - Math.rint(steps))).isLessThan(1e-6);
        }
    }

    private static BitSet minus(BitSet a, BitSet b) {
        BitSet left = (BitSet) a.clone();
        left.andNot(b);
        return left;
    }

    /** Which households are in the sums, read from the amounts. */
    private static BitSet members(List<ItemLack> lacks) {
        BitSet members = new BitSet();
        for (ItemLack lack : lacks) {
            int item = Integer.parseInt(lack.item().substring(1));
            long mask = lack.needed().movePointRight(3).longValueExact();
            for (int bit = 0; bit < BITS; bit++) {
                if ((mask & 1L << bit) != 0) {
                    members.set(item * BITS + bit);
                }
            }
        }
        return members;
    }
}
