package vn.reliefmap.cluster.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import vn.reliefmap.kernel.DisasterId;
import vn.reliefmap.need.Urgency;

/** Reads a disaster's needs by streaming, without sorting needs; all of it from one moment of the database. */
@Component
class NeedColumnsQuery {
    private static final int ROWS_AT_A_TIME = 20_000;

    /** The order decides between households at one place, so it is the same each time. */
    private static final String HOUSEHOLDS = """
            select h.id::text, st_x(h.place), st_y(h.place), case when h.standing then h.people else 0 end,
                   case when h.standing then h.vulnerable_people else 0 end, h.admin_code || '@' || h.admin_valid_from,
                   h.place_precision = 'approximate'
            from household h
            where h.id in (select household_id from need where disaster_id = ? and (needed > 0 or delivered > 0))
            order by h.id""";

    /** Amounts as whole thousandths, because numeric(14,3) has exactly three decimals. In any order: no sorting. */
    private static final String NEEDS = """
            select household_id::text, item_code, n.urgency, floor(extract(epoch from confirmed_at) * 1000)::bigint,
                   (needed * 1000)::bigint, (pledged * 1000)::bigint,
                   (claimed * 1000)::bigint, (delivered * 1000)::bigint,
                   confirmed_at + f.lasts <= coalesce(d.closed_at, now())
            from need n
            join need_freshness f on f.urgency = n.urgency
            join disaster d on d.id = n.disaster_id
            where n.disaster_id = ? and (needed > 0 or delivered > 0)""";

    /** Every household of a published cell stands at the cell's place. */
    private static final String PUBLISHED_HOUSEHOLDS = """
            select p.household_id::text, st_x(c.place), st_y(c.place), p.people, 0,
                   c.admin_code || '@' || c.admin_valid_from, true
            from published_home p join published_cell c on c.id = p.cell_id
            where p.disaster_id = ?
            order by p.household_id""";

    private static final String PUBLISHED_NEEDS = NEEDS.replace("from need n", "from published_need n");

    /** Households of groups that were told. */
    private static final String HEALTH_HOMES = """
            select p.household_id::text, g.id
            from published_home p join published_cell c on c.id = p.cell_id join published_health_cell g on g.id = c.health_cell
            where p.disaster_id = ? and g.homes > 0""";

    private static final String HEALTH = """
            select h.health_cell, h.item_code, h.urgency, h.households, h.people, (h.needed * 1000)::bigint,
                   (h.pledged * 1000)::bigint, (h.claimed * 1000)::bigint, (h.delivered * 1000)::bigint,
                   (h.open_quantity * 1000)::bigint, floor(extract(epoch from h.oldest) * 1000)::bigint,
                   floor(extract(epoch from h.newest) * 1000)::bigint
            from published_health h join published_health_cell g on g.id = h.health_cell
            where g.disaster_id = ? order by h.health_cell""";

    /** The columns, what is told of medicine by itself, and the catalogue they index into. */
    record Loaded(NeedColumns columns, HealthSums health, CatalogueItems items) {}

    private final JdbcTemplate jdbc;
    private final TransactionTemplate oneMoment;

    NeedColumnsQuery(DataSource dataSource) {
        jdbc = new JdbcTemplate(dataSource);
        jdbc.setFetchSize(ROWS_AT_A_TIME);
        oneMoment = new TransactionTemplate(new JdbcTransactionManager(dataSource));
        oneMoment.setReadOnly(true);
        oneMoment.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    }

    /** As it is now. */
    Loaded load(DisasterId disaster) {
        return read(() -> {
            CatalogueItems items = items();
            NeedColumns columns = columns(disaster, items, HOUSEHOLDS, NEEDS);
            return new Loaded(columns, new HealthSums(columns.households), items);
        });
    }

    /** As everyone may know it, see {@link Publishing}. */
    Loaded loadPublished(DisasterId disaster) {
        return read(() -> {
            CatalogueItems items = items();
            NeedColumns columns = columns(disaster, items, PUBLISHED_HOUSEHOLDS, PUBLISHED_NEEDS);
            return new Loaded(columns, health(disaster, columns, items), items);
        });
    }

    private Loaded read(Supplier<Loaded> reading) {
        return Objects.requireNonNull(oneMoment.execute(status -> {
            // The default of 4 MB would send the sorting of half a million households to the disk.
            jdbc.execute("set local work_mem = '64MB'");
            return reading.get();
        }));
    }

    private NeedColumns columns(DisasterId disaster, CatalogueItems items, String householdQuery, String needQuery) {
        NeedColumns columns = new NeedColumns();
        jdbc.query(householdQuery, new HouseholdReader(columns, units()), disaster.value());
        jdbc.query(needQuery, new NeedReader(columns, items), disaster.value());
        columns.groupByHousehold();
        return columns;
    }

    private HealthSums health(DisasterId disaster, NeedColumns columns, CatalogueItems items) {
        HealthSums health = new HealthSums(columns.households);
        Map<Long, Integer> groups = new HashMap<>();
        SumColumns.Adder adder = new SumColumns.Adder(items.codes().size());
        long[] amounts = new long[SumColumns.AMOUNTS];
        jdbc.query(
                HEALTH,
                rs -> {
                    groups.computeIfAbsent(rs.getLong(1), id -> health.group());
                    for (int i = 0; i < amounts.length; i++) {
                        amounts[i] = rs.getLong(6 + i);
                    }
                    int households = rs.getInt(4);
                    adder.clear();
                    adder.sums(
                            items.codes().indexOf(rs.getString(2)),
                            amounts,
                            households,
                            rs.getInt(5),
                            rs.getInt(3),
                            households == 0 ? Long.MAX_VALUE : rs.getLong(11),
                            households == 0 ? Long.MIN_VALUE : rs.getLong(12));
                    health.sums.append(adder);
                },
                disaster.value());
        jdbc.query(
                HEALTH_HOMES,
                rs -> {
                    Integer group = groups.get(rs.getLong(2));
                    if (group != null) {
                        health.member(columns.indexOf(UUID.fromString(rs.getString(1))), group);
                    }
                },
                disaster.value());
        return health;
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

    private static final class HouseholdReader implements RowCallbackHandler {
        private final NeedColumns columns;
        private final Map<String, NeedColumns.Commune> units;
        private final Map<String, Integer> communeIndex = new HashMap<>();

        HouseholdReader(NeedColumns columns, Map<String, NeedColumns.Commune> units) {
            this.columns = columns;
            this.units = units;
        }

        @Override
        public void processRow(ResultSet rs) throws SQLException {
            columns.addHousehold(
                    UUID.fromString(rs.getString(1)),
                    rs.getDouble(2),
                    rs.getDouble(3),
                    rs.getInt(4),
                    rs.getInt(5),
                    commune(rs.getString(6)));
            columns.lastApproximate(rs.getBoolean(7));
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

    private static final class NeedReader implements RowCallbackHandler {
        private final NeedColumns columns;
        private final Map<String, Integer> itemIndex = new HashMap<>();
        private final long[] amounts = new long[4];

        NeedReader(NeedColumns columns, CatalogueItems items) {
            this.columns = columns;
            for (int i = 0; i < items.codes().size(); i++) {
                itemIndex.put(items.codes().get(i), i);
            }
        }

        @Override
        public void processRow(ResultSet rs) throws SQLException {
            for (int i = 0; i < amounts.length; i++) {
                amounts[i] = rs.getLong(5 + i);
            }
            int item = Objects.requireNonNull(itemIndex.get(rs.getString(2)));
            int urgency = Urgency.of(rs.getString(3)).level();
            columns.addNeed(UUID.fromString(rs.getString(1)), item, amounts, urgency, rs.getLong(4));
            columns.lastUnconfirmed(rs.getBoolean(9));
        }
    }
}
