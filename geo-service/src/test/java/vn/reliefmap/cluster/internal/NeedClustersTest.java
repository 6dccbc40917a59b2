package vn.reliefmap.cluster.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.reliefmap.cluster.ClusterPage;
import vn.reliefmap.cluster.ClusterQuery;
import vn.reliefmap.cluster.CommuneNeeds;
import vn.reliefmap.cluster.ItemLack;
import vn.reliefmap.cluster.NeedCluster;
import vn.reliefmap.cluster.NeedClusters;
import vn.reliefmap.cluster.NeedSummary;
import vn.reliefmap.kernel.DisasterId;
import vn.reliefmap.need.Urgency;
import vn.reliefmap.store.Topic;

class NeedClustersTest {
    private final NeedFixture fixture = new NeedFixture().items(8);
    private final Random random = new Random(3);
    private final DisasterId disaster = fixture.disaster("lũ tháng mười");

    private UUID hamlet(DisasterId in, int households, double lon, @Nullable String commune) {
        UUID last = new UUID(0, 0);
        for (int i = 0; i < households; i++) {
            last = fixture.household(random, lon + i * 0.0001, 16.75, 3, commune);
            fixture.need(in, last, 1, "10", "0");
        }
        return last;
    }

    @Test
    void disastersAreSummedApart() {
        DisasterId other = fixture.disaster("bão");
        fixture.commune("a", "Xã A");
        hamlet(disaster, 6, 107.1, "a");
        hamlet(other, 9, 107.1, "a");
        fixture.write();

        NeedClusters clusters = fixture.clusters();

        assertThat(total(clusters.find(disaster, ClusterQuery.everywhere(10)), "i1")
                        .needed())
                .isEqualByComparingTo("60");
        assertThat(total(clusters.find(other, ClusterQuery.everywhere(10)), "i1")
                        .needed())
                .isEqualByComparingTo("90");
        ClusterPage none = clusters.find(fixture.disaster("chưa có gì"), ClusterQuery.everywhere(10));
        assertThat(none).isEqualTo(new ClusterPage(List.of(), List.of(), null, false));
    }

    @Test
    void fewerThanFiveHouseholdsInAllAreNotShownAtAll() {
        hamlet(disaster, 1, 107.1, null);
        fixture.write();

        NeedClusters clusters = fixture.clusters();

        assertThat(clusters.find(disaster, ClusterQuery.everywhere(12)))
                .isEqualTo(new ClusterPage(List.of(), List.of(), null, true));
        assertThat(clusters.summary(disaster, null)).isEqualTo(new NeedSummary(List.of(), List.of(), true));
    }

    @Test
    void householdsOutsideAllCommunesAreCountedAndNamedAsSuch() {
        fixture.commune("a", "Xã A");
        hamlet(disaster, 7, 107.1, "a");
        hamlet(disaster, 6, 107.55, null);
        fixture.write();

        NeedClusters clusters = fixture.clusters();
        List<NeedCluster> cells =
                clusters.find(disaster, ClusterQuery.everywhere(12)).clusters();
        List<CommuneNeeds> communes = clusters.summary(disaster, null).communes();

        assertThat(cells).extracting(NeedCluster::adminCode).containsExactlyInAnyOrder("a", null);
        assertThat(cells).extracting(NeedCluster::communes).containsExactlyInAnyOrder(1, 0);
        assertThat(communes).extracting(CommuneNeeds::fullName).containsExactly("Xã A", null);
        assertThat(communes).extracting(CommuneNeeds::households).containsExactly(7, 6);
    }

    @Test
    void aCommuneOfFewHouseholdsJoinsTheNearestAndIsSaidTo() {
        fixture.commune("a", "Xã A");
        fixture.commune("b", "Xã B");
        fixture.commune("c", "Xã C");
        hamlet(disaster, 8, 107.1, "a");
        hamlet(disaster, 9, 107.5, "b");
        hamlet(disaster, 3, 107.45, "c");
        hamlet(disaster, 2, 107.12, null);
        fixture.write();

        List<CommuneNeeds> communes = fixture.clusters().summary(disaster, null).communes();

        assertThat(communes).extracting(CommuneNeeds::fullName).containsExactly("Xã B", "Xã A");
        assertThat(communes).extracting(CommuneNeeds::joined).containsExactly(List.of("Xã C"), List.of());
        assertThat(communes).extracting(CommuneNeeds::outsideJoined).containsExactly(false, true);
        assertThat(communes).extracting(CommuneNeeds::households).containsExactly(12, 10);
    }

    @Test
    void cellsStayWhenAmountsChange() {
        fixture.plain(disaster, 21, 6, 800, 8);
        List<NeedCluster> before = cells(fixture.clusters());
        fixture.jdbc.update("update need set delivered = 0, needed = needed + 1, urgency = 'high'");
        List<NeedCluster> after = cells(fixture.clusters());

        assertThat(after).extracting(NeedCluster::id).containsAll(ids(before));
        assertThat(after).filteredOn(c -> ids(before).contains(c.id())).hasSize(before.size());
        for (NeedCluster b : before) {
            NeedCluster same = after.stream()
                    .filter(a -> a.id().equals(b.id()))
                    .findFirst()
                    .orElseThrow();
            assertThat(same.shownAt()).isEqualTo(b.shownAt());
            assertThat(same.households()).isEqualTo(b.households());
            assertThat(same.urgency()).isEqualTo(Urgency.HIGH);
        }
    }

    @Test
    void theItemLackingMostComesFirstAndOnlyOpenNeedsSetUrgencyAndAge() {
        UUID served = hamlet(disaster, 6, 107.1, null);
        var old = NeedFixture.CONFIRMED.minus(Duration.ofDays(2));
        fixture.need(disaster, served, 0, "100", "0", "0", "130", "critical", old);
        fixture.need(disaster, served, 2, "8", "3", "2", "4", "high", NeedFixture.CONFIRMED.plusSeconds(60));
        fixture.write();

        NeedCluster cell = fixture.clusters()
                .find(disaster, ClusterQuery.everywhere(14))
                .clusters()
                .get(0);

        assertThat(cell.lacks()).extracting(ItemLack::item).containsExactly("i1", "i2", "i0");
        assertThat(cell.urgency()).isEqualTo(Urgency.HIGH);
        assertThat(cell.oldestConfirmedAt()).isEqualTo(NeedFixture.CONFIRMED);
        assertThat(cell.newestConfirmedAt()).isEqualTo(NeedFixture.CONFIRMED.plusSeconds(60));
        ItemLack surplus = cell.lacks().get(2);
        assertThat(surplus.open()).isEqualByComparingTo("0");
        assertThat(surplus.delivered()).isEqualByComparingTo("130");
        assertThat(surplus.households()).isZero();
        assertThat(cell.lacks().get(1).underWay()).isEqualByComparingTo("2");
    }

    @Test
    void whatIsServedLeavesTheCellsButNotTheTotals() {
        hamlet(disaster, 6, 107.1, null);
        fixture.write();
        fixture.jdbc.update("update need set delivered = needed");

        ClusterPage page = fixture.clusters().find(disaster, ClusterQuery.everywhere(14));

        assertThat(page.clusters()).isEmpty();
        assertThat(total(page, "i1").delivered()).isEqualByComparingTo("60");
    }

    @Test
    void aFilterIsAnItemOrALackGroup() {
        UUID last = hamlet(disaster, 6, 107.1, null);
        fixture.need(disaster, last, 7, "5", "0");
        fixture.need(disaster, last, 0, "5", "0");
        fixture.write();
        NeedClusters clusters = fixture.clusters();

        assertThat(totals(clusters, "i1")).containsExactly("i1");
        assertThat(totals(clusters, "rice")).containsExactly("i1", "i7");
        assertThat(totals(clusters, "group:water")).containsExactly("i0");
        assertThat(totals(clusters, "i3")).isEmpty();
        assertThat(clusters.summary(disaster, "group:water").totals()).hasSize(1);
        assertThatThrownBy(() -> totals(clusters, "gạch")).hasMessageContaining("ITEM_UNKNOWN");
    }

    @Test
    void aReaderGetsTheOldSumsWhenNewOnesCannotBeBuilt() {
        hamlet(disaster, 6, 107.1, null);
        fixture.write();
        NeedColumnsQuery query = new NeedColumnsQuery(fixture.dataSource);
        boolean[] broken = {false};
        HeldPyramids held = new HeldPyramids(
                Set.of(Topic.NEEDS),
                id -> {
                    if (broken[0]) {
                        throw new IllegalStateException("database away");
                    }
                    return PyramidBuilder.build(query.load(id), 5, Long::toHexString);
                },
                id -> {},
                Runnable::run,
                Duration.ofSeconds(1),
                Duration.ofSeconds(1));
        Pyramid first = held.get(disaster);
        assertThat(held.get(disaster)).isSameAs(first);
        held.changed(Topic.WATER);
        assertThat(held.get(disaster)).isSameAs(first);

        broken[0] = true;
        held.changed(Topic.NEEDS);
        assertThat(held.get(disaster)).isSameAs(first);
        broken[0] = false;
        assertThat(held.get(disaster)).isNotSameAs(first);
    }

    private List<NeedCluster> cells(NeedClusters clusters) {
        return clusters.find(disaster, ClusterQuery.everywhere(15)).clusters();
    }

    private static List<String> ids(List<NeedCluster> cells) {
        return cells.stream().map(NeedCluster::id).toList();
    }

    private List<String> totals(NeedClusters clusters, String item) {
        return clusters.find(disaster, new ClusterQuery(10, null, item, 10, null)).totals().stream()
                .map(ItemLack::item)
                .toList();
    }

    private static ItemLack total(ClusterPage page, String item) {
        return Objects.requireNonNull(page.totals().stream()
                .filter(l -> l.item().equals(item))
                .findFirst()
                .orElse(null));
    }
}
