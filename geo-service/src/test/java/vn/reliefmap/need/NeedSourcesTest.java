package vn.reliefmap.need;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.reliefmap.store.Database;
import vn.reliefmap.store.TestPostgis;

/** FEATURE UNDER TEST: where the quantity of a need comes from, and what stands on which line while homes are merged. */
class NeedSourcesTest {
    private static final Database DATABASE = TestPostgis.freshDatabase();
    private static final JdbcClient JDBC = NeedBalanceTest.oneConnection(DATABASE);
    private static final UUID FLOOD = UUID.randomUUID();

    private final Random random = new Random(2020_10_18);
    private final UUID first = UUID.randomUUID();
    private final UUID second = UUID.randomUUID();

    @BeforeEach
    void twoHomes() {
        JDBC.sql("""
                insert into item (code, position, name_vi, name_en, unit_vi, unit_en, units_en, mass_kg, volume_m3, category, lack_group,
                                  source)
                values ('rice', 1, 'Gạo', 'Rice', 'kg', 'kg', 'kg', 1, 0.001, 'food', 'rice', 'test') on conflict do nothing;
                insert into disaster (id, name, folded_name, simulated, opened_at)
                values (:flood, 'Lũ', 'lu', true, now()) on conflict do nothing""").param("flood", FLOOD).update();
        home(first, 10);
        home(second, 8);
    }

    private static void home(UUID need, int quantity) {
        UUID home = UUID.randomUUID();
        JDBC.sql("""
                insert into household (id, ref, simulated, people, place, place_precision)
                values (:home, :ref, true, 4, st_setsrid(st_makepoint(107.1, 16.75), 4326), 'exact');
                insert into need (id, household_id, disaster_id, item_code, needed, urgency, confirmed_at)
                values (:need, :home, :flood, 'rice', :quantity, 'high', now())""")
                .param("home", home)
                .param("ref", home.toString())
                .param("need", need)
                .param("flood", FLOOD)
                .param("quantity", quantity)
                .update();
    }

    @Test
    void whoReportsMoreRaisesAndWhoIsTakenBackLowers() {
        set(first, "reported", "15");
        assertThat(of(first)).containsEntry("needed", "15").containsEntry("listed", "10");
        set(first, "reported", "4");
        assertThat(of(first)).containsEntry("needed", "10");
        set(first, "needed", "7");
        assertThat(of(first)).containsEntry("needed", "7").containsEntry("listed", "7");
        set(first, "reported", null);
        set(first, "listed", null);
        set(first, "delivered", "3");
        assertThat(of(first))
                .containsEntry("needed", "0")
                .containsEntry("open_quantity", "0")
                .containsEntry("surplus", "3");
    }

    @Test
    void mergedHomesNeedOnceAndAreWhatTheyWereWhenParted() {
        set(second, "delivered", "6");
        set(second, "merged_into", first.toString());
        assertThat(of(first)).containsEntry("needed", "4").containsEntry("open_quantity", "4");
        assertThat(of(second)).containsEntry("needed", "6").containsEntry("open_quantity", "0");
        set(first, "delivered", "3");
        set(second, "delivered", "7");
        assertThat(of(first)).containsEntry("open_quantity", "0").containsEntry("surplus", "0");
        set(second, "merged_into", null);
        assertThat(of(first)).containsEntry("needed", "10").containsEntry("open_quantity", "7");
        assertThat(of(second)).containsEntry("needed", "8").containsEntry("open_quantity", "1");
    }

    @Test
    void whatIsOpenIsTheLargestQuantityLessAllThatWasDelivered() {
        UUID third = UUID.randomUUID();
        home(third, 9);
        List<UUID> lines = List.of(first, second, third);
        Map<UUID, Integer> own = new HashMap<>(Map.of(first, 10, second, 8, third, 9));
        for (int i = 0; i < 250; i++) {
            UUID line = lines.get(random.nextInt(3));
            switch (random.nextInt(4)) {
                case 0 -> set(line, "delivered", Integer.toString(random.nextInt(14)));
                case 1 -> {
                    own.put(line, 1 + random.nextInt(20));
                    set(line, "reported", Objects.requireNonNull(own.get(line)).toString());
                    set(line, "listed", null);
                }
                // The second into the first, the third into the second: chains too.
                case 2 -> set(second, "merged_into", random.nextBoolean() ? first.toString() : null);
                default -> set(third, "merged_into", random.nextBoolean() ? second.toString() : null);
            }
            List<UUID> merged = of(second).get("merged_into") == null
                    ? List.of(first)
                    : of(third).get("merged_into") == null ? List.of(first, second) : lines;
            int most = merged.stream().mapToInt(own::get).max().orElseThrow();
            int delivered =
                    merged.stream().mapToInt(id -> number(id, "delivered")).sum();
            assertThat(merged.stream()
                            .mapToInt(id -> number(id, "open_quantity"))
                            .sum())
                    .isEqualTo(Math.max(0, most - delivered));
            assertThat(merged.stream().mapToInt(id -> number(id, "needed")).sum())
                    .isGreaterThanOrEqualTo(most);
        }
        set(third, "merged_into", null);
        set(second, "merged_into", null);
        lines.forEach(line -> assertThat(number(line, "needed")).isEqualTo(own.get(line)));
    }

    @Test
    void whatIsDeliveredAtOnceOnTwoMergedHomesCountsBothTimes() throws Exception {
        UUID third = UUID.randomUUID();
        home(third, 9);
        set(second, "merged_into", first.toString());
        set(third, "merged_into", first.toString());
        JdbcClient other = NeedBalanceTest.oneConnection(DATABASE);
        other.sql("begin").update();
        other.sql("update need set delivered = 2 where id = ?").param(second).update();
        CompletableFuture<Void> waits = CompletableFuture.runAsync(() -> set(third, "delivered", "3"));
        await().atMost(Duration.ofSeconds(30))
                .until(() -> other.sql("""
                        select exists (select from pg_locks where not granted)""").query(Boolean.class).single());
        other.sql("commit").update();
        waits.get(30, TimeUnit.SECONDS);
        assertThat(of(first)).containsEntry("merged_delivered", "5").containsEntry("needed", "5");
        List.of(second, third).forEach(line -> set(line, "merged_into", null));
    }

    private static int number(UUID line, String column) {
        return new BigDecimal(Objects.requireNonNull(of(line).get(column))).intValueExact();
    }

    private static Map<String, String> of(UUID line) {
        Map<String, String> columns = new HashMap<>();
        JDBC.sql("select * from need where id = ?")
                .param(line)
                .query()
                .singleRow()
                .forEach((name, value) -> columns.put(
                        name,
                        value instanceof BigDecimal number
                                ? number.stripTrailingZeros().toPlainString()
                                : value == null ? null : value.toString()));
        return columns;
    }

    private static void set(UUID line, String column, @org.jspecify.annotations.Nullable String value) {
        String type = column.equals("merged_into") ? "uuid" : "numeric";
        JDBC.sql("update need set " + column + " = cast(:value as " + type + ") where id = :id")
                .param("value", value, java.sql.Types.VARCHAR)
                .param("id", line)
                .update();
    }
}
