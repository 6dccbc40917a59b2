package vn.reliefmap.exposure.internal;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.reliefmap.disaster.Disaster;
import vn.reliefmap.routing.PlaceColumns;

/** Homes with what is known of their needs, and when each commune last reported. Without names and addresses. */
@Component
class HomeRows {
    private static final String HOMES = """
            select st_x(h.place) as lon, st_y(h.place) as lat, h.people, h.vulnerable_people > 0 as vulnerable,
                   h.admin_code, h.hamlet_code, n.lacking, coalesce(n.unconfirmed, false) as unconfirmed, n.heard_at,
                   n.aided_at
            from household h
            left join (select household_id, avg(open_quantity / needed) as lacking,
                              bool_or(open_quantity > 0 and confirmed_at + f.lasts <= cast(:now as timestamptz))
                                  as unconfirmed,
                              max(confirmed_at) as heard_at, max(aided_at) as aided_at
                       from need n join need_freshness f on f.urgency = n.urgency
                       where disaster_id = :disaster and needed > 0 group by household_id) n on n.household_id = h.id
            where h.standing and h.simulated = :simulated
            """;

    private final JdbcClient jdbc;

    HomeRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * One home.
     *
     * @param lacking mean share still lacking of what it asked for, 0 to 1; null when no need is known
     */
    record Home(
            double lon,
            double lat,
            int people,
            boolean vulnerable,
            @Nullable String commune,
            @Nullable String hamlet,
            @Nullable Double lacking,
            boolean unconfirmed,
            @Nullable Instant heardAt,
            @Nullable Instant aidedAt) {
        @Nullable
        String unit() {
            return hamlet == null ? commune : hamlet;
        }
    }

    /** The same as columns, to be tied to roads. */
    record Columns(List<Home> homes) implements PlaceColumns {
        @Override
        public int size() {
            return homes.size();
        }

        @Override
        public double lon(int place) {
            return homes.get(place).lon();
        }

        @Override
        public double lat(int place) {
            return homes.get(place).lat();
        }

        @Override
        public int people(int place) {
            return homes.get(place).people();
        }
    }

    /** @param units null = all */
    List<Home> list(Disaster disaster, @Nullable Set<String> units, Instant now) {
        String mine = units == null ? "" : " and (h.admin_code = any(:units) or h.hamlet_code = any(:units))";
        JdbcClient.StatementSpec query = jdbc.sql(HOMES + mine)
                .param("now", now.toString())
                .param("disaster", disaster.id().value())
                .param("simulated", disaster.simulated());
        return (units == null ? query : query.param("units", units.toArray(String[]::new)))
                .query((rs, n) -> home(rs))
                .list();
    }

    /** When a report last came from a commune, by code. */
    Map<String, Instant> lastReports(Disaster disaster) {
        Map<String, Instant> last = new HashMap<>();
        jdbc.sql("""
                        select admin_code, max(received_at) as at from report
                        where disaster_id = ? and admin_code is not null group by admin_code""")
                .param(disaster.id().value())
                .query((rs, n) -> last.put(
                        rs.getString("admin_code"), rs.getTimestamp("at").toInstant()))
                .list();
        return last;
    }

    private static Home home(ResultSet rs) throws SQLException {
        BigDecimal lacking = rs.getBigDecimal("lacking");
        return new Home(
                rs.getDouble("lon"),
                rs.getDouble("lat"),
                rs.getInt("people"),
                rs.getBoolean("vulnerable"),
                rs.getString("admin_code"),
                rs.getString("hamlet_code"),
                lacking == null ? null : Double.valueOf(lacking.doubleValue()),
                rs.getBoolean("unconfirmed"),
                instant(rs.getTimestamp("heard_at")),
                instant(rs.getTimestamp("aided_at")));
    }

    private static @Nullable Instant instant(@Nullable Timestamp time) {
        return time == null ? null : time.toInstant();
    }
}
