package vn.reliefmap.exposure.internal;

import java.util.Objects;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Reads households from the database, without names and addresses. Thread-safe. */
@Component
class HouseholdReader {
    private static final int ROWS_AT_ONCE = 20_000;

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;

    HouseholdReader(DataSource dataSource, PlatformTransactionManager transactions) {
        this.jdbc = new JdbcTemplate(dataSource);
        this.jdbc.setFetchSize(ROWS_AT_ONCE);
        this.transaction = new TransactionTemplate(transactions);
        this.transaction.setReadOnly(true);
    }

    HouseholdColumns read(boolean simulated) {
        // Inside a transaction, so that the driver fetches piece by piece.
        return Objects.requireNonNull(transaction.execute(status -> rows(simulated)));
    }

    private HouseholdColumns rows(boolean simulated) {
        HouseholdColumns columns = new HouseholdColumns();
        jdbc.query(
                """
                select st_x(place), st_y(place), people, vulnerable_people, admin_code
                from household where simulated = ? and standing
                """,
                rs -> {
                    columns.add(rs.getDouble(1), rs.getDouble(2), rs.getInt(3), rs.getInt(4), rs.getString(5));
                },
                simulated);
        return columns;
    }
}
