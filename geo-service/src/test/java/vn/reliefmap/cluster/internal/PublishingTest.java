package vn.reliefmap.cluster.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.reliefmap.cluster.ClusterPage;
import vn.reliefmap.cluster.ClusterQuery;
import vn.reliefmap.cluster.ItemLack;
import vn.reliefmap.disaster.Disaster;
import vn.reliefmap.kernel.DisasterId;

/** FEATURE UNDER TEST: two publications, before and after acts of few households, tell nothing of them. */
class PublishingTest {
    private final NeedFixture fixture = new NeedFixture().items(3);
    private final DisasterId id = fixture.disaster("lũ");
    private final Disaster disaster = new Disaster(id, "lũ", false, NeedFixture.CONFIRMED, null);
    private final Random random = new Random(7);

    private List<UUID> hamlet(String commune, double lon, int homes) {
        fixture.commune(commune, "Xã " + commune);
        List<UUID> ids = new ArrayList<>();
        for (int h = 0; h < homes; h++) {
            UUID home = fixture.household(random, lon + h * 0.0001, 16.7, 4, commune);
            fixture.need(id, home, 0, "10", "0");
            ids.add(home);
        }
        fixture.write();
        return ids;
    }

    private void deliver(List<UUID> homes) {
        homes.forEach(home -> fixture.jdbc.update("update need set delivered = needed where household_id = ?", home));
    }

    private String delivered() {
        fixture.publish(id);
        return fixture.clusters().summaryForEveryone(disaster, null).totals().stream()
                .map(ItemLack::delivered)
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .toPlainString();
    }

    /** Item 2 is medicine. */
    private void lackMedicine(List<UUID> homes) {
        homes.forEach(home -> fixture.need(id, home, 2, "10", "0"));
        fixture.write();
    }

    private List<String> medicine() {
        fixture.publish(id);
        return fixture.clusters().summaryForEveryone(disaster, null).communes().stream()
                .flatMap(commune -> commune.lacks().stream())
                .filter(lack -> lack.item().equals("i2"))
                .map(lack -> lack.delivered().toPlainString() + " of "
                        + lack.needed().toPlainString() + " for " + lack.households())
                .toList();
    }

    @Test
    void medicineIsToldForTenHouseholdsAndNotForFewer() {
        lackMedicine(hamlet("c0", 107, 9));
        assertThat(medicine()).isEmpty();
        assertThat(fixture.clusters().summary(id, null).totals())
                .as("officers see it")
                .anyMatch(lack -> lack.item().equals("i2"));
        hamlet("c0", 107.01, 4);
        assertThat(medicine()).as("four are not published yet").isEmpty();
        hamlet("c0", 107.01, 1);
        assertThat(medicine()).containsExactly("0 of 90 for 9");
        lackMedicine(hamlet("c1", 107.3, 5));
        assertThat(medicine()).containsExactly("0 of 90 for 9");
    }

    @Test
    void nineHomesWhoseMedicineCameWaitForTheTenth() {
        List<UUID> homes = hamlet("c0", 107, 12);
        lackMedicine(homes);
        assertThat(medicine()).containsExactly("0 of 120 for 12");
        deliver(homes.subList(0, 9));
        assertThat(medicine()).containsExactly("0 of 120 for 12");
        deliver(homes.subList(9, 10));
        assertThat(medicine()).containsExactly("100 of 120 for 2");
    }

    /** Cells of five stand on the map, their medicine does not; the total has it. */
    @Test
    void cellsUnderTenHouseholdsTellNothingOfMedicine() {
        lackMedicine(hamlet("c0", 107, 5));
        fixture.publish(id);
        lackMedicine(hamlet("c0", 107.05, 5));
        fixture.publish(id);
        ClusterPage page = fixture.clusters().forEveryone(disaster, new ClusterQuery(20, null, null, 100, null));
        assertThat(page.clusters()).hasSize(2).allMatch(cell -> cell.lacks().stream()
                .noneMatch(lack -> lack.item().equals("i2")));
        assertThat(page.totals()).anyMatch(lack -> lack.item().equals("i2") && lack.households() == 10);
        ClusterPage whole = fixture.clusters().forEveryone(disaster, new ClusterQuery(3, null, null, 100, null));
        assertThat(whole.clusters()).singleElement().satisfies(cell -> assertThat(cell.lacks())
                .anyMatch(lack -> lack.item().equals("i2")));
    }

    private int households() {
        fixture.publish(id);
        return fixture.clusters().summaryForEveryone(disaster, null).communes().stream()
                .mapToInt(c -> c.households())
                .sum();
    }

    @Test
    void nothingShowsBeforeItIsPublished() {
        hamlet("c0", 107, 12);
        assertThat(fixture.clusters().summaryForEveryone(disaster, null).communes())
                .isEmpty();
        assertThat(fixture.clusters().summary(id, null).communes()).hasSize(1);
        assertThat(households()).isEqualTo(12);
    }

    @Test
    void fourDeliveriesInACellWaitForTheFifth() {
        List<UUID> homes = hamlet("c0", 107, 9); // too few for two cells
        assertThat(delivered()).isEqualTo("0");
        deliver(homes.subList(0, 1));
        assertThat(delivered()).isEqualTo("0");
        deliver(homes.subList(1, 4));
        assertThat(delivered()).isEqualTo("0");
        deliver(homes.subList(4, 5));
        assertThat(delivered()).isEqualTo("50");
        deliver(homes.subList(5, 9));
        assertThat(delivered()).as("four more").isEqualTo("50");
    }

    @Test
    void newHouseholdsWaitUntilFiveOfTheirCommuneCanBeShown() {
        hamlet("c0", 107, 6);
        assertThat(households()).isEqualTo(6);
        hamlet("c0", 107, 1);
        hamlet("c1", 107.2, 4);
        assertThat(households()).isEqualTo(6);
        hamlet("c1", 107.2, 1);
        assertThat(households()).isEqualTo(11);
        hamlet("c0", 107, 4);
        assertThat(households()).isEqualTo(16);
    }

    @Test
    void aHouseholdThatLeavesStaysPublishedUntilFiveHaveChanged() {
        List<UUID> homes = hamlet("c0", 107, 8);
        assertThat(households()).isEqualTo(8);
        fixture.jdbc.update("delete from household where id = ?", homes.get(0));
        assertThat(households()).isEqualTo(8);
        deliver(homes.subList(1, 5));
        assertThat(households()).isEqualTo(7);
        fixture.jdbc.update("delete from household where id = any (?)", (Object)
                homes.subList(1, 7).toArray(UUID[]::new));
        assertThat(households()).as("two would be left").isEqualTo(7);
    }

    @Test
    void aHouseholdNeverChangesItsCell() {
        hamlet("c0", 107, 23);
        fixture.publish(id);
        Map<Object, Object> before = cells();
        hamlet("c0", 107.00003, 23);
        fixture.publish(id);
        assertThat(cells()).containsAllEntriesOf(before).hasSize(46);
    }

    private Map<Object, Object> cells() {
        Map<Object, Object> cells = new HashMap<>();
        fixture.jdbc.query("select household_id, cell_id from published_home", rs -> {
            cells.put(rs.getObject(1), rs.getObject(2));
        });
        return cells;
    }

    @Test
    void publishedSumsEqualTheSumsOfNowWhenNothingWaits() {
        for (int c = 0; c < 6; c++) {
            fixture.commune("c" + c, "Xã " + c);
            for (int h = 0; h < 10 + random.nextInt(40); h++) {
                double lon = 107 + c * 0.05 + random.nextGaussian() * 0.01;
                UUID home = fixture.household(random, lon, 16.7 + random.nextGaussian() * 0.01, 3, "c" + c);
                fixture.randomNeeds(id, home, random, 3);
            }
        }
        fixture.write();
        fixture.publish(id);
        assertThat(fixture.clusters().summaryForEveryone(disaster, null).totals())
                .usingRecursiveComparison()
                .ignoringCollectionOrder()
                .isEqualTo(fixture.clusters().summary(id, null).totals());
    }
}
