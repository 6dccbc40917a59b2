package vn.reliefmap.cluster.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import vn.reliefmap.cluster.ClusterPage;
import vn.reliefmap.cluster.ClusterQuery;
import vn.reliefmap.cluster.CommuneNeeds;
import vn.reliefmap.cluster.ItemLack;
import vn.reliefmap.cluster.NeedCluster;
import vn.reliefmap.cluster.NeedClusters;
import vn.reliefmap.geo.Bbox;
import vn.reliefmap.kernel.DisasterId;

/** FEATURE UNDER TEST: at every zoom the sums over the clusters are the sums over the needs, to the thousandth. */
class ConservationTest {
    private static final int ITEMS = 9;
    private final NeedFixture fixture = new NeedFixture().items(ITEMS);

    @Test
    void sumsOfHamletsInAPlainAreTheSumsOfTheNeeds() {
        DisasterId disaster = fixture.disaster("đồng bằng");
        fixture.plain(disaster, 7, 12, 3000, ITEMS);
        holdsEverywhere(disaster);
    }

    @Test
    void sumsOfHouseholdsAtRandomPlacesAreTheSumsOfTheNeeds() {
        DisasterId disaster = fixture.disaster("ngẫu nhiên");
        Random random = new Random(11);
        for (int h = 0; h < 1500; h++) {
            double lon = 102 + random.nextDouble() * 15;
            double lat = 8 + random.nextDouble() * 16;
            fixture.randomNeeds(disaster, fixture.household(random, lon, lat, 4, null), random, ITEMS);
        }
        fixture.write();
        holdsEverywhere(disaster);
    }

    private void holdsEverywhere(DisasterId disaster) {
        NeedClusters clusters = fixture.clusters();
        Map<String, Sums> all = sql(disaster, ITEMS);
        for (int zoom = 0; zoom <= ClusterQuery.DEEPEST_ZOOM; zoom++) {
            ClusterPage page = clusters.find(disaster, ClusterQuery.everywhere(zoom));
            assertThat(page.next()).isNull();
            assertThat(sums(page.totals())).isEqualTo(all);
            assertThat(open(lacks(page.clusters()))).isEqualTo(open(page.totals()));
            for (int item = 0; item < ITEMS; item++) {
                ClusterPage one = clusters.find(disaster, new ClusterQuery(zoom, null, "i" + item, 5000, null));
                assertThat(sums(one.totals())).isEqualTo(Map.of("i" + item, all.get("i" + item)));
                assertThat(open(lacks(one.clusters()))).isEqualTo(open(one.totals()));
            }
        }
        boxesSplitTheSums(clusters, disaster, all);
        pagesSplitTheClusters(clusters, disaster);
        List<ItemLack> byCommune = clusters.summary(disaster, null).communes().stream()
                .map(CommuneNeeds::lacks)
                .flatMap(List::stream)
                .toList();
        assertThat(added(byCommune)).isEqualTo(all);
        assertThat(sums(clusters.summary(disaster, null).totals())).isEqualTo(all);
    }

    /** Every cell's point lies in one of two boxes side by side. */
    private static void boxesSplitTheSums(NeedClusters clusters, DisasterId disaster, Map<String, Sums> all) {
        for (int zoom = 0; zoom <= 20; zoom += 4) {
            double middle = 107.21317;
            List<ItemLack> both = new ArrayList<>();
            for (Bbox half : List.of(new Bbox(100, 0, middle, 30), new Bbox(middle, 0, 120, 30))) {
                both.addAll(clusters.find(disaster, new ClusterQuery(zoom, half, null, 5000, null))
                        .totals());
            }
            assertThat(added(both)).isEqualTo(all);
        }
    }

    private static void pagesSplitTheClusters(NeedClusters clusters, DisasterId disaster) {
        List<NeedCluster> whole =
                clusters.find(disaster, ClusterQuery.everywhere(16)).clusters();
        List<NeedCluster> pieces = new ArrayList<>();
        String after = null;
        do {
            ClusterPage page = clusters.find(disaster, new ClusterQuery(16, null, null, 17, after));
            assertThat(page.clusters()).hasSizeLessThanOrEqualTo(17);
            pieces.addAll(page.clusters());
            after = page.next();
        } while (after != null);
        assertThat(pieces).isEqualTo(whole);
    }

    record Sums(
            BigDecimal needed,
            BigDecimal pledged,
            BigDecimal claimed,
            BigDecimal delivered,
            BigDecimal open,
            int households,
            int people) {
        static Sums of(ItemLack l) {
            return new Sums(
                    l.needed().setScale(3),
                    l.pledged().setScale(3),
                    l.underWay().setScale(3),
                    l.delivered().setScale(3),
                    l.open().setScale(3),
                    l.households(),
                    l.people());
        }

        Sums plus(Sums o) {
            return new Sums(
                    needed.add(o.needed),
                    pledged.add(o.pledged),
                    claimed.add(o.claimed),
                    delivered.add(o.delivered),
                    open.add(o.open),
                    households + o.households,
                    people + o.people);
        }
    }

    private Map<String, Sums> sql(DisasterId disaster, int items) {
        Map<String, Sums> sums = new TreeMap<>();
        fixture.jdbc.query(
                """
                select item_code, sum(needed), sum(pledged), sum(claimed), sum(delivered),
                       sum(greatest(needed - delivered, 0)),
                       count(*) filter (where needed > delivered),
                       coalesce(sum(people) filter (where needed > delivered), 0)
                from need join household h on h.id = household_id where disaster_id = ? group by item_code""",
                rs -> {
                    sums.put(
                            rs.getString(1),
                            new Sums(
                                    rs.getBigDecimal(2),
                                    rs.getBigDecimal(3),
                                    rs.getBigDecimal(4),
                                    rs.getBigDecimal(5),
                                    rs.getBigDecimal(6),
                                    rs.getInt(7),
                                    rs.getInt(8)));
                },
                disaster.value());
        assertThat(sums).hasSize(items);
        return sums;
    }

    private static List<ItemLack> lacks(List<NeedCluster> clusters) {
        return clusters.stream().map(NeedCluster::lacks).flatMap(List::stream).toList();
    }

    private static Map<String, Sums> sums(List<ItemLack> lacks) {
        Map<String, Sums> sums = new TreeMap<>();
        lacks.forEach(l -> assertThat(sums.put(l.item(), Sums.of(l))).isNull());
        return sums;
    }

    private static Map<String, Sums> added(List<ItemLack> lacks) {
        Map<String, Sums> sums = new TreeMap<>();
        lacks.forEach(l -> sums.merge(l.item(), Sums.of(l), Sums::plus));
        return sums;
    }

    private static Map<String, BigDecimal> open(List<ItemLack> lacks) {
        Map<String, BigDecimal> open = new HashMap<>();
        lacks.forEach(l -> open.merge(l.item(), l.open().setScale(3), BigDecimal::add));
        return open;
    }
}
