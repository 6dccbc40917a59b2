package vn.reliefmap.household.internal;

import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.reliefmap.household.ImportOrder;
import vn.reliefmap.kernel.ImportTally;

/** Brings the staged rows into {@code household} and {@code need}, a whole table at a time. */
final class StagedMerge {
    private static final String REMOVE_SECOND_ROWS = """
            delete from staged_household s
            using (select id, min(row_number) as first_row from staged_household group by id having count(*) > 1) f
            where s.id = f.id and s.row_number > f.first_row
            returning s.row_number, f.first_row
            """;
    private static final String REMOVE_OTHER_KIND = """
            delete from staged_household s using household h
            where h.id = s.id and h.simulated <> :simulated
            returning s.row_number
            """;
    private static final String REMOVE_ERASED = """
            delete from staged_household s using household h
            where h.id = s.id and h.erased_at is not null
            returning s.row_number
            """;
    private static final String REMOVE_NEEDS_OF_REMOVED = """
            delete from staged_need n
            where not exists (select from staged_household s where s.row_number = n.row_number)
            """;
    /** Needs that are new or read otherwise; what the list does not say (null) is no difference, nor is an older confirmation. */
    private static final String FIND_CHANGED_NEEDS = """
            create temp table changed_need on commit drop as
            select n.*, o.id as old_id
            from staged_need n
            left join need o on o.disaster_id = :disaster and o.household_id = n.household_id
                            and o.item_code = n.item_code
            where o.id is null or o.listed is distinct from n.quantity
               or o.listed_urgency <> coalesce(n.urgency, o.listed_urgency)
               or o.confirmed_at < n.confirmed_at
            """;

    /** What the list would change of each household; what it does not say (null) is no difference. */
    private static final String FIND_STATES = """
            create temp table staged_state on commit drop as
            select s.id, s.row_number, h.id is null as added, keeps_place, hamlet,
                   case when h.id is null then '{}'::text[] else array_remove(array[
                       case when h.people <> s.people then 'people' end,
                       case when h.vulnerable_people <> least(coalesce(s.vulnerable_people, h.vulnerable_people), s.people)
                            then 'vulnerable_people' end,
                       case when coalesce(s.name_sealed, h.name_sealed) is distinct from h.name_sealed then 'name' end,
                       case when coalesce(s.phone_sealed, h.phone_sealed) is distinct from h.phone_sealed then 'phone' end,
                       case when coalesce(s.address, h.address) is distinct from h.address then 'address' end,
                       case when not keeps_place and (st_x(coalesce(h.home_place, h.place)) <> s.lon
                              or st_y(coalesce(h.home_place, h.place)) <> s.lat) then 'place' end,
                       case when moved then 'commune' end,
                       case when hamlet is distinct from home_hamlet then 'hamlet' end,
                       case when not keeps_place and h.place_precision <> s.place_precision then 'precision' end],
                       null) end as changes,
                   exists (select from changed_need c where c.row_number = s.row_number) as needs_changed
            from staged_household s left join household h on h.id = s.id
            cross join lateral (
                select (case when h.shelter_id is null then h.admin_code else h.home_admin_code end,
                        case when h.shelter_id is null then h.admin_valid_from else h.home_admin_valid_from end)
                           is distinct from (s.admin_code, s.admin_valid_from) as moved,
                       case when h.shelter_id is null then h.hamlet_code else h.home_hamlet_code end as home_hamlet) was
            cross join lateral (
                select coalesce(s.hamlet_code, case when not moved then home_hamlet end) as hamlet) now
            cross join lateral (
                -- A list that names only the hamlet knows no better where a house stands.
                select s.by_name and h.id is not null and not moved
                       and (h.place_precision = 'exact' or hamlet is not distinct from home_hamlet) as keeps_place) kept
            """;
    /** Units whose households the list would change: where they live, also while they are in a shelter. */
    private static final String FIND_UNITS = """
            select distinct case when h.shelter_id is null then coalesce(h.hamlet_code, h.admin_code)
                                 else coalesce(h.home_hamlet_code, h.home_admin_code) end as unit
            from staged_household s join household h on h.id = s.id
            """;

    private static final String REMOVE_OTHER_UNIT = """
            delete from staged_household s using household h
            where h.id = s.id
              and case when h.shelter_id is null then coalesce(h.hamlet_code, h.admin_code)
                       else coalesce(h.home_hamlet_code, h.home_admin_code) end
                  is not distinct from cast(:unit as text)
            returning s.row_number
            """;
    private static final String INSERT_HOUSEHOLDS = """
            insert into household (id, ref, simulated, name_sealed, phone_sealed, people, vulnerable_people, address,
                                   admin_code, admin_valid_from, hamlet_code, place, place_precision)
            select s.id, s.ref, :simulated, s.name_sealed, s.phone_sealed, s.people,
                   coalesce(s.vulnerable_people, 0), s.address, s.admin_code, s.admin_valid_from,
                   s.hamlet_code, st_setsrid(st_makepoint(s.lon, s.lat), 4326), s.place_precision
            from staged_household s join staged_state t on t.id = s.id and t.added
            """;
    private static final String UPDATE_HOUSEHOLDS = """
            update household h set
                name_sealed = coalesce(s.name_sealed, h.name_sealed),
                phone_sealed = coalesce(s.phone_sealed, h.phone_sealed),
                people = s.people,
                vulnerable_people = least(coalesce(s.vulnerable_people, h.vulnerable_people), s.people),
                address = coalesce(s.address, h.address),
                admin_code = s.admin_code, admin_valid_from = s.admin_valid_from,
                hamlet_code = case when h.shelter_id is null then t.hamlet else h.hamlet_code end,
                home_hamlet_code = case when h.shelter_id is null then h.home_hamlet_code else t.hamlet end,
                place = case when t.keeps_place then h.place else st_setsrid(st_makepoint(s.lon, s.lat), 4326) end,
                place_precision = case when t.keeps_place then h.place_precision else s.place_precision end,
                updated_at = now()
            from staged_household s join staged_state t on t.id = s.id and cardinality(t.changes) > 0
            where h.id = s.id
            """;
    private static final String INSERT_NEEDS = """
            insert into need (id, household_id, disaster_id, item_code, needed, urgency, confirmed_at)
            select gen_random_uuid(), household_id, :disaster, item_code, quantity, coalesce(urgency, 'normal'),
                   coalesce(confirmed_at, now())
            from changed_need where old_id is null
            """;
    private static final String UPDATE_NEEDS = """
            update need o set listed = c.quantity, listed_urgency = coalesce(c.urgency, o.listed_urgency, o.urgency),
                              urgency = coalesce(c.urgency, o.urgency),
                              confirmed_at = greatest(o.confirmed_at, coalesce(c.confirmed_at, now()))
            from changed_need c where o.id = c.old_id
            """;

    private final JdbcClient jdbc;
    private final ImportOrder order;

    StagedMerge(JdbcClient jdbc, ImportOrder order) {
        this.jdbc = jdbc;
        this.order = order;
    }

    /** Refuses rows that do not go together with others or with what is stored, and counts what becomes of the rest. */
    void compare(ImportTally tally) {
        // Two imports at a time would both find a household missing; the second one waits here.
        jdbc.sql("select pg_advisory_xact_lock(hashtext('household import'))")
                .query((rs, n) -> rs.getRow())
                .list();
        int removed = jdbc.sql(REMOVE_SECOND_ROWS)
                .query((rs, n) -> {
                    tally.refuse(HouseholdIssue.twice(rs.getLong("row_number"), rs.getLong("first_row")));
                    return n;
                })
                .list()
                .size();
        removed += refuse(
                jdbc.sql(REMOVE_OTHER_KIND).param("simulated", order.simulated()), HouseholdIssue.OTHER_WORLD, tally);
        removed += refuse(jdbc.sql(REMOVE_ERASED), HouseholdIssue.ERASED_BEFORE, tally);
        for (Optional<String> unit : jdbc.sql(FIND_UNITS)
                .query((rs, n) -> Optional.ofNullable(rs.getString("unit")))
                .list()) {
            if (!order.mayWrite().test(unit.orElse(null))) {
                removed += refuse(
                        jdbc.sql(REMOVE_OTHER_UNIT).param("unit", unit.orElse(null)), HouseholdIssue.OTHER_UNIT, tally);
            }
        }
        if (removed > 0) {
            jdbc.sql(REMOVE_NEEDS_OF_REMOVED).update();
        }
        jdbc.sql(FIND_CHANGED_NEEDS).param("disaster", order.disaster().value()).update();
        jdbc.sql("create index on changed_need (row_number)").update();
        jdbc.sql(FIND_STATES).update();
        tally.added(count("added"));
        tally.changed(count("not added and (cardinality(changes) > 0 or needs_changed)"));
        tally.unchanged(count("not (added or cardinality(changes) > 0 or needs_changed)"));
        tally.figure("needs_added", needs("is null"));
        tally.figure("needs_changed", needs("is not null"));
    }

    /** Brings in what was compared; gives the number of needs added or changed. */
    int store() {
        jdbc.sql("create index on staged_state (id)").update();
        jdbc.sql(INSERT_HOUSEHOLDS).param("simulated", order.simulated()).update();
        jdbc.sql(UPDATE_HOUSEHOLDS).update();
        return jdbc.sql(INSERT_NEEDS)
                        .param("disaster", order.disaster().value())
                        .update()
                + jdbc.sql(UPDATE_NEEDS).update();
    }

    private static int refuse(JdbcClient.StatementSpec removal, HouseholdIssue issue, ImportTally tally) {
        List<Long> rows = removal.query((rs, n) -> rs.getLong("row_number")).list();
        rows.forEach(row -> tally.refuse(issue.at(row)));
        return rows.size();
    }

    private int needs(String oldId) {
        return jdbc.sql("select count(*) from changed_need where old_id " + oldId)
                .query(Integer.class)
                .single();
    }

    private long count(String which) {
        return jdbc.sql("select count(*) from staged_state where " + which)
                .query(Long.class)
                .single();
    }
}
