package vn.reliefmap.cluster.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import vn.reliefmap.kernel.DisasterId;
import vn.reliefmap.kernel.PublicFigures;

/**
 * What is published of medicine: sums of fixed groups of cells with ten households or more, told again when ten of them have
 * changed. All methods belong to the transaction of a publication, after {@link PublishedTable#lookAt}.
 */
@Component
class PublishedHealth {
    private static final int LEAST = PublicFigures.fewest(true);

    private final JdbcTemplate jdbc;

    PublishedHealth(DataSource dataSource) {
        jdbc = new JdbcTemplate(dataSource);
    }

    /** A cell that is in no group yet; {@code place} is its commune, or its square where there is none. */
    private record Cell(long id, String place, long curve, int homes) {}

    /** Joins cells along the curve, commune by commune; where too few households are left, they wait. */
    void join(DisasterId disaster) {
        Map<String, List<Cell>> waiting = new TreeMap<>();
        jdbc.query(
                """
                select c.id, coalesce(c.admin_code, '~' || floor(st_x(c.place) * 10) || '/' || floor(st_y(c.place) * 10)),
                       st_x(c.place), st_y(c.place), count(*)
                from published_cell c join published_home p on p.cell_id = c.id
                where c.disaster_id = ? and c.health_cell is null
                group by c.id""",
                rs -> {
                    Cell cell = new Cell(
                            rs.getLong(1),
                            rs.getString(2),
                            Hilbert.code(rs.getDouble(3), rs.getDouble(4)),
                            rs.getInt(5));
                    waiting.computeIfAbsent(cell.place(), any -> new ArrayList<>())
                            .add(cell);
                },
                disaster.value());
        Long last = jdbc.queryForObject("select coalesce(max(id), 0) from published_health_cell", Long.class);
        long before = last == null ? 0 : last;
        long id = before;
        List<Long> joined = new ArrayList<>();
        List<Long> groupOf = new ArrayList<>();
        for (List<Cell> cells : waiting.values()) {
            for (List<Cell> group : groups(cells)) {
                id++;
                for (Cell cell : group) {
                    joined.add(cell.id());
                    groupOf.add(id);
                }
            }
        }
        // All at once: a province that is published for the first time has tens of thousands of groups.
        jdbc.update(
                "insert into published_health_cell (id, disaster_id) select one, ? from generate_series(?, ?) one",
                disaster.value(),
                before + 1,
                id);
        jdbc.update("""
                update published_cell c set health_cell = made.id
                from unnest(cast(? as bigint[]), cast(? as bigint[])) as made (cell_id, id) where c.id = made.cell_id""", joined.toArray(Long[]::new), groupOf.toArray(Long[]::new));
    }

    private static List<List<Cell>> groups(List<Cell> cells) {
        cells.sort(Comparator.comparingLong(Cell::curve).thenComparing(Cell::id));
        List<List<Cell>> groups = new ArrayList<>();
        List<Cell> open = new ArrayList<>();
        int homes = 0;
        for (Cell cell : cells) {
            open.add(cell);
            homes += cell.homes();
            if (homes >= LEAST) {
                groups.add(open);
                open = new ArrayList<>();
                homes = 0;
            }
        }
        if (!groups.isEmpty()) {
            groups.get(groups.size() - 1).addAll(open);
        }
        return groups;
    }

    /** Tells groups for the first time, or again when ten of their households have changed and ten are there. */
    void tell(DisasterId disaster) {
        jdbc.update("""
                create temporary table health_again on commit drop as
                select g.id, count(now.id) as homes
                from published_health_cell g
                join published_cell c on c.health_cell = g.id
                join published_home p on p.cell_id = c.id
                left join home_now now on now.id = p.household_id and now.admin_code is not distinct from c.admin_code
                where g.disaster_id = ?
                group by g.id
                having count(*) filter (where now.standing) >= ?
                   and (g.homes = 0
                        or g.homes - count(now.id) + count(*) filter (where now.whole is distinct from p.health_stamp
                                                                        and now.id is not null) >= ?)""", disaster.value(), LEAST, LEAST);
        jdbc.update("delete from published_health where health_cell in (select id from health_again)");
        jdbc.update("""
                insert into published_health
                select c.health_cell, n.item_code, sum(n.needed), sum(n.pledged), sum(n.claimed), sum(n.delivered),
                       sum(greatest(n.needed - n.delivered, 0)), count(*) filter (where n.needed > n.delivered),
                       coalesce(sum(now.people) filter (where n.needed > n.delivered), 0),
                       coalesce(max(case n.urgency when 'critical' then 2 when 'high' then 1 else 0 end)
                                filter (where n.needed > n.delivered), 0),
                       min(%1$s) filter (where n.needed > n.delivered), max(%1$s) filter (where n.needed > n.delivered)
                from published_cell c
                join published_home p on p.cell_id = c.id
                join home_now now on now.id = p.household_id and now.admin_code is not distinct from c.admin_code
                join need n on n.household_id = p.household_id and n.disaster_id = p.disaster_id
                join fresh on fresh.urgency = n.urgency and fresh.since < n.confirmed_at
                join item i on i.code = n.item_code and i.lack_group = 'medicine'
                where c.health_cell in (select id from health_again) and (n.needed > 0 or n.delivered > 0)
                group by c.health_cell, n.item_code""".formatted(PublishedTable.quarterHour("n.confirmed_at")));
        jdbc.update("""
                update published_home p
                set health_stamp = (select now.whole from home_now now
                                    where now.id = p.household_id and now.admin_code is not distinct from c.admin_code)
                from published_cell c where c.id = p.cell_id and c.health_cell in (select id from health_again)""");
        jdbc.update("update published_health_cell g set homes = a.homes from health_again a where a.id = g.id");
    }
}
