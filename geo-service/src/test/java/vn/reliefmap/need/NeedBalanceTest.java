package vn.reliefmap.need;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import vn.reliefmap.store.Database;
import vn.reliefmap.store.TestPostgis;

/** FEATURE UNDER TEST: the two balances of a need (domain facts, section 3), on random quantities. */
class NeedBalanceTest {
    private static final int TRIES = 300;
    /** One connection for all statements: opening one takes longer than the statement. */
    private final JdbcClient jdbc = oneConnection(TestPostgis.freshDatabase());

    private final Random random = new Random(2020_10_18);

    NeedBalanceTest() {
        jdbc.sql("""
                        insert into disaster values (:id, 'x', 'x', true, now(), null);
                        insert into household (id, ref, simulated, people, place, place_precision)
                        values (:id, 'H', true, 4, 'SRID=4326;POINT(107.15 16.75)', 'exact');
                        insert into item (code, name_vi, name_en, unit_vi, unit_en, units_en, mass_kg, volume_m3, category,
                                          lack_group, source, position)
                        values ('rice', 'Gạo', 'Rice', 'kg', 'kg', 'kg', 1, 0.001, 'food', 'rice', 's', 1);
                        insert into need (id, household_id, disaster_id, item_code, needed, urgency, confirmed_at)
                        values (:id, :id, :id, 'rice', 1, 'high', now());
                        """).param("id", UUID.randomUUID()).update();
    }

    @Test
    void noBalanceIsEverBelowZeroAndEachFollowsItsFormula() {
        for (int i = 0; i < TRIES; i++) {
            Need n = random();
            Balances b = balances(n);
            assertThat(b.open)
                    .isEqualByComparingTo(n.needed.subtract(n.delivered).max(BigDecimal.ZERO));
            assertThat(b.toGive)
                    .isEqualByComparingTo(
                            n.needed.subtract(n.pledged).subtract(n.delivered).max(BigDecimal.ZERO));
            assertThat(b.toCarry)
                    .isEqualByComparingTo(
                            n.needed.subtract(n.claimed).subtract(n.delivered).max(BigDecimal.ZERO));
            assertThat(b.surplus)
                    .isEqualByComparingTo(n.delivered.subtract(n.needed).max(BigDecimal.ZERO));
            assertThat(b.open.multiply(b.surplus)).isEqualByComparingTo(BigDecimal.ZERO);
        }
    }

    @Test
    void oneDeliverySettlesBothAndLeavesWhatIsToGiveAndToCarry() {
        for (int i = 0; i < TRIES; i++) {
            Need n = random();
            BigDecimal handedOver = n.pledged.min(n.claimed);
            Balances before = balances(n);
            Balances after = balances(new Need(
                    n.needed,
                    n.pledged.subtract(handedOver),
                    n.claimed.subtract(handedOver),
                    n.delivered.add(handedOver)));
            assertThat(after.toGive).isEqualByComparingTo(before.toGive);
            assertThat(after.toCarry).isEqualByComparingTo(before.toCarry);
            assertThat(after.open).isLessThanOrEqualTo(before.open);
        }
    }

    @Test
    void moreHelpNeverRaisesABalance() {
        for (int i = 0; i < TRIES; i++) {
            Need n = random();
            BigDecimal more = quantity();
            Balances before = balances(n);
            Balances after =
                    balances(new Need(n.needed, n.pledged.add(more), n.claimed.add(more), n.delivered.add(more)));
            assertThat(after.open).isLessThanOrEqualTo(before.open);
            assertThat(after.toGive).isLessThanOrEqualTo(before.toGive);
            assertThat(after.toCarry).isLessThanOrEqualTo(before.toCarry);
        }
    }

    static JdbcClient oneConnection(Database database) {
        return JdbcClient.create(
                new SingleConnectionDataSource(database.url(), database.appUser(), database.appPassword(), true));
    }

    private Need random() {
        return new Need(quantity().add(BigDecimal.ONE), quantity(), quantity(), quantity());
    }

    private BigDecimal quantity() {
        return random.nextInt(4) == 0 ? BigDecimal.ZERO : BigDecimal.valueOf(random.nextInt(100_000), 3);
    }

    private Balances balances(Need n) {
        return jdbc.sql("""
                        update need set needed = :needed, pledged = :pledged, claimed = :claimed, delivered = :delivered
                        returning open_quantity, to_give, to_carry, surplus
                        """)
                .param("needed", n.needed)
                .param("pledged", n.pledged)
                .param("claimed", n.claimed)
                .param("delivered", n.delivered)
                .query((rs, row) -> new Balances(
                        rs.getBigDecimal(1), rs.getBigDecimal(2), rs.getBigDecimal(3), rs.getBigDecimal(4)))
                .single();
    }

    private record Need(BigDecimal needed, BigDecimal pledged, BigDecimal claimed, BigDecimal delivered) {}

    private record Balances(BigDecimal open, BigDecimal toGive, BigDecimal toCarry, BigDecimal surplus) {}
}
