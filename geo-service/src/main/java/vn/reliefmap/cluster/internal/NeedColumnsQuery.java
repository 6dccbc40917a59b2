package vn.reliefmap.cluster.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import vn.reliefmap.cluster.Urgency;
import vn.reliefmap.kernel.DisasterId;

/** Reads a disaster's needs in one streaming query; all of it from one moment of the database. */
@Component
class NeedColumnsQuery {
    private static final int ROWS_AT_A_TIME = 20_000;

    /** Amounts as whole thousandths, because numeric(14,3) has exactly three decimals. Ordered by household. */
    private static final String NEEDS = """
            select n.household_id::text, n.item_code, n.urgency,
                   floor(extract(epoch from n.confirmed_at) * 1000)::bigint as confirmed_ms,
                   (n.needed * 1000)::bigint as needed, (n.pledged * 1000)::bigint as pledged,
                   (n.claimed * 1000)::bigint as claimed, (n.delivered * 1000)::bigint as delivered,
                   st_x(h.place) as lon, st_y(h.place) as lat, h.people,
                   h.admin_code || '@' || h.admin_valid_from as unit
            from need n join household h on h.id = n.household_id
            where n.disaster_id = ?
            order by n.household_id, n.item_code""";

    /** The columns and the catalogue they index into. */
    record Loaded(NeedColumns columns, CatalogueItems items) {}

    private final JdbcTemplate jdbc;
    private final TransactionTemplate oneMoment;

    NeedColumnsQuery(DataSource dataSource) {
        jdbc = new JdbcTemplate(dataSource);
        jdbc.setFetchSize(ROWS_AT_A_TIME);
        oneMoment = new TransactionTemplate(new JdbcTransactionManager(dataSource));
        oneMoment.setReadOnly(true);
        oneMoment.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    }

    Loaded load(DisasterId disaster) {
        return Objects.requireNonNull(oneMoment.execute(status -> {
            CatalogueItems items = items();
            NeedColumns columns = new NeedColumns();
            jdbc.query(NEEDS, new Reader(columns, items, units()), disaster.value());
            return new Loaded(columns, items);
        }));
    }

    private CatalogueItems items() {
        List<String> codes = new ArrayList<>();
        List<String> groups = new ArrayList<>();
        jdbc.query("select code, lack_group from item order by position, code", rs -> {
            codes.add(rs.getString(1));
            groups.add(rs.getString(2));
        });
        return new CatalogueItems(List.copyOf(codes), List.copyOf(groups));
    }

    private Map<String, NeedColumns.Commune> units() {
        Map<String, NeedColumns.Commune> units = new HashMap<>();
        jdbc.query("select code || '@' || valid_from, code, full_name from admin_unit", rs -> {
            units.put(rs.getString(1), new NeedColumns.Commune(rs.getString(2), rs.getString(3)));
        });
        return units;
    }

    /** Puts rows into columns; the household's own columns are read once per household only. */
    private static final class Reader implements RowCallbackHandler {
        private final NeedColumns columns;
        private final Map<String, Integer> itemIndex = new HashMap<>();
        private final Map<String, NeedColumns.Commune> units;
        private final Map<String, Integer> communeIndex = new HashMap<>();
        private final long[] amounts = new long[4];
        private @Nullable String household;

        Reader(NeedColumns columns, CatalogueItems items, Map<String, NeedColumns.Commune> units) {
            this.columns = columns;
            this.units = units;
            for (int i = 0; i < items.codes().size(); i++) {
                itemIndex.put(items.codes().get(i), i);
            }
        }

        @Override
        public void processRow(ResultSet rs) throws SQLException {
            String id = rs.getString(1);
            if (!id.equals(household)) {
                household = id;
                columns.addHousehold(rs.getDouble(9), rs.getDouble(10), rs.getInt(11), commune(rs.getString(12)));
            }
            for (int i = 0; i < amounts.length; i++) {
                amounts[i] = rs.getLong(5 + i);
            }
            int item = Objects.requireNonNull(itemIndex.get(rs.getString(2)));
            columns.addNeed(item, amounts, Urgency.of(rs.getString(3)).level(), rs.getLong(4));
        }

        private int commune(@Nullable String unit) {
            if (unit == null) {
                return -1;
            }
            return communeIndex.computeIfAbsent(unit, key -> {
                columns.communes.add(Objects.requireNonNull(units.get(key)));
                return columns.communes.size() - 1;
            });
        }
    }
}
