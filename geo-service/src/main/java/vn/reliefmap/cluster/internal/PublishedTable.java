package vn.reliefmap.cluster.internal;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import vn.reliefmap.kernel.DisasterId;

/**
 * The tables of what is published. All methods belong to one transaction, in which {@link #lookAt} comes first: it notes
 * how the households are now.
 */
@Component
class PublishedTable {
    private static final int ROWS_AT_A_TIME = 5_000;

    /**
     * What a change is seen by: the people, and a household's needs; {@code stamp} without what is promised to it, which
     * {@code promises} is, and both without medicine, which is told by itself (see {@link PublishedHealth}); {@code whole} is all of it. Times count by the quarter hour.
     */
    private static final String NOW = """
            create temporary table home_now on commit drop as
            select h.id, h.admin_code, h.admin_valid_from, h.standing,
                   case when h.standing then h.people else 0 end as people,
                   md5(h.standing || ' ' || h.people || ' ' || coalesce(string_agg(line.asked, ';' order by n.item_code)
                       filter (where fresh.since < n.confirmed_at and i.lack_group <> 'medicine'), '')) as stamp,
                   md5(coalesce(string_agg(line.promised, ';' order by n.item_code)
                       filter (where i.lack_group <> 'medicine'), '')) as promises,
                   md5(h.standing || ' ' || h.people || ' ' || coalesce(
                       string_agg(line.asked || ' ' || line.promised, ';' order by n.item_code)
                       filter (where fresh.since < n.confirmed_at), '')) as whole
            from need n join household h on h.id = n.household_id join fresh on fresh.urgency = n.urgency
            join item i on i.code = n.item_code
            cross join lateral (select concat_ws(' ', n.item_code, n.needed, n.delivered, n.urgency,
                                                 extract(epoch from %s)) as asked,
                                       concat_ws(' ', n.item_code, n.pledged, n.claimed) as promised) line
            where n.disaster_id = ? and (n.needed > 0 or n.delivered > 0)
            group by h.id""".formatted(quarterHour("n.confirmed_at"));

    /** Needs that nobody confirmed since then have left what everyone sees, up to the closing of a disaster. */
    private static final String FRESH = """
            create temporary table fresh on commit drop as
            select f.urgency, coalesce(d.closed_at, now()) - f.lasts as since
            from need_freshness f, disaster d where d.id = ?""";

    private static final String COPY = """
            insert into published_need (disaster_id, household_id, item_code, needed, pledged, claimed, delivered,
                                        urgency, confirmed_at)
            select n.disaster_id, n.household_id, n.item_code, n.needed, n.pledged, n.claimed, n.delivered, n.urgency, %s
            from need n join fresh on fresh.urgency = n.urgency and fresh.since < n.confirmed_at
            join item i on i.code = n.item_code and i.lack_group <> 'medicine'""".formatted(quarterHour("n.confirmed_at"));

    private final JdbcTemplate jdbc;

    PublishedTable(DataSource dataSource) {
        jdbc = new JdbcTemplate(dataSource);
        jdbc.setFetchSize(ROWS_AT_A_TIME);
    }

    static String quarterHour(String time) {
        return "date_bin('15 minutes', " + time + ", timestamptz 'epoch')";
    }

    /** False when another process is publishing at the moment. */
    boolean lookAt(DisasterId disaster) {
        Boolean first = jdbc.queryForObject("select pg_try_advisory_xact_lock(hashtext('publishing'))", Boolean.class);
        if (!Boolean.TRUE.equals(first)) {
            return false;
        }
        jdbc.execute("set local work_mem = '64MB'");
        jdbc.update(FRESH, disaster.value());
        jdbc.update(NOW, disaster.value());
        jdbc.execute("create index on home_now (id)");
        jdbc.execute("analyze home_now");
        return true;
    }

    /**
     * Publishes anew those cells of which at least {@code least} households have changed, all at once, and only while at
     * least so many are still there. Returns how many.
     */
    int tellAgain(DisasterId disaster, int least) {
        jdbc.update("""
                create temporary table cell_again on commit drop as
                select p.cell_id as id
                from published_home p
                join published_cell c on c.id = p.cell_id
                left join home_now now on now.id = p.household_id and now.admin_code is not distinct from c.admin_code
                where p.disaster_id = ?
                group by p.cell_id
                having count(*) filter (where now.stamp is distinct from p.stamp) >= ? and count(*) filter (where now.standing) >= ?""", disaster.value(), least, least);
        jdbc.update("""
                delete from published_need n using published_home p
                where p.cell_id in (select id from cell_again) and n.disaster_id = p.disaster_id
                  and n.household_id = p.household_id""");
        jdbc.update("""
                delete from published_home p using published_cell c
                where c.id = p.cell_id and c.id in (select id from cell_again)
                  and not exists (select from home_now now
                                  where now.id = p.household_id and now.admin_code is not distinct from c.admin_code)""");
        jdbc.update("""
                update published_home p set stamp = now.stamp, promise_stamp = now.promises, people = now.people
                from home_now now where now.id = p.household_id and p.cell_id in (select id from cell_again)""");
        jdbc.update(COPY + """
                 join published_home p on p.disaster_id = n.disaster_id and p.household_id = n.household_id
                where p.cell_id in (select id from cell_again) and (n.needed > 0 or n.delivered > 0)""");
        Integer cells = jdbc.queryForObject("select count(*) from cell_again", Integer.class);
        return cells == null ? 0 : cells;
    }

    /**
     * Tells anew what is promised, in cells where that changed for at least {@code least} households. Apart from the rest: a pledge
     * is spread over a whole commune, and would have a cell tell at once that one of its homes got something.
     */
    void tellPromises(DisasterId disaster, int least) {
        jdbc.update("""
                create temporary table cell_promised on commit drop as
                select p.cell_id as id
                from published_home p join home_now now on now.id = p.household_id
                where p.disaster_id = ?
                group by p.cell_id
                having count(*) filter (where now.promises is distinct from p.promise_stamp) >= ?""", disaster.value(), least);
        jdbc.update("""
                update published_need n set pledged = o.pledged, claimed = o.claimed
                from published_home p, need o
                where p.cell_id in (select id from cell_promised)
                  and n.disaster_id = p.disaster_id and n.household_id = p.household_id
                  and o.disaster_id = n.disaster_id and o.household_id = n.household_id and o.item_code = n.item_code""");
        jdbc.update("""
                update published_home p set promise_stamp = now.promises
                from home_now now where now.id = p.household_id and p.cell_id in (select id from cell_promised)""");
    }

    /** A household that has needs and is not published yet; in no commune with a null code. */
    record Waiting(
            UUID id,
            double lon,
            double lat,
            int people,
            @Nullable String adminCode,
            @Nullable LocalDate adminValidFrom) {}

    /** In the order of their ids. */
    List<Waiting> waiting(DisasterId disaster) {
        return jdbc.query("""
                select h.id, st_x(h.place) as lon, st_y(h.place) as lat, h.people, h.admin_code, h.admin_valid_from
                from home_now now join household h on h.id = now.id
                where now.standing
                  and not exists (select from published_home p where p.disaster_id = ? and p.household_id = h.id)
                order by h.id""", (rs, n) -> waiting(rs), disaster.value());
    }

    private static Waiting waiting(ResultSet rs) throws SQLException {
        Date validFrom = rs.getDate("admin_valid_from");
        return new Waiting(
                rs.getObject("id", UUID.class),
                rs.getDouble("lon"),
                rs.getDouble("lat"),
                rs.getInt("people"),
                rs.getString("admin_code"),
                validFrom == null ? null : validFrom.toLocalDate());
    }

    /** A cell of households that are published together for the first time; all in one commune, or in none. */
    record NewCell(double lon, double lat, List<Waiting> homes) {}

    void add(DisasterId disaster, List<NewCell> cells) {
        Long last = jdbc.queryForObject("select coalesce(max(id), 0) from published_cell", Long.class);
        long id = last == null ? 0 : last;
        List<Object[]> places = new ArrayList<>();
        List<String> homes = new ArrayList<>();
        List<Long> cellOfHome = new ArrayList<>();
        for (NewCell cell : cells) {
            id++;
            Waiting one = cell.homes().get(0);
            places.add(
                    new Object[] {id, disaster.value(), one.adminCode(), one.adminValidFrom(), cell.lon(), cell.lat()});
            for (Waiting home : cell.homes()) {
                homes.add(home.id().toString());
                cellOfHome.add(id);
            }
        }
        jdbc.batchUpdate("""
                insert into published_cell (id, disaster_id, admin_code, admin_valid_from, place)
                values (?, ?, ?, ?, st_setsrid(st_makepoint(?, ?), 4326))""", places);
        jdbc.update("""
                insert into published_home (disaster_id, household_id, cell_id, people, stamp, promise_stamp)
                select ?, now.id, added.cell_id, now.people, now.stamp, now.promises
                from unnest(cast(? as uuid[]), cast(? as bigint[])) as added (id, cell_id)
                join home_now now on now.id = added.id""", disaster.value(), homes.toArray(String[]::new), cellOfHome.toArray(Long[]::new));
        jdbc.update(COPY + """
                 join published_home p on p.disaster_id = n.disaster_id and p.household_id = n.household_id
                where n.disaster_id = ? and (n.needed > 0 or n.delivered > 0)
                  and not exists (select from published_need o where o.disaster_id = n.disaster_id
                                                                 and o.household_id = n.household_id)
                  and exists (select from home_now now where now.id = p.household_id and now.stamp = p.stamp)""", disaster.value());
    }
}
