package vn.reliefmap.plan.internal.kept;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.reliefmap.kernel.DisasterId;
import vn.reliefmap.kernel.PlanId;
import vn.reliefmap.plan.PlanDesk.Edit;
import vn.reliefmap.plan.PlanDesk.Locks;
import vn.reliefmap.plan.PlanDesk.Standing;

/** What was decided about plans, beside them in the database. */
@Component
class DeskTable {
    private static final String COLUMNS =
            "select id, published_at, superseded_by, locked, locked_stops, edit from plan ";
    /** A plan, the one it takes the place of, and so on. */
    private static final String CHAIN = """
            with recursive chain as (
                select id, before_id from plan where id = :id
                union
                select plan.id, plan.before_id from plan join chain on plan.id = chain.before_id)
            """;

    private final JdbcClient jdbc;

    DeskTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Row(PlanId id, Standing standing) {}

    Optional<Standing> standing(PlanId plan) {
        return jdbc.sql(COLUMNS + "where id = :id")
                .param("id", plan.value())
                .query(DeskTable::row)
                .optional()
                .map(Row::standing);
    }

    /** The same, and nobody publishes it or a plan in its place until the transaction ends. */
    Optional<Standing> heldStanding(PlanId plan) {
        return jdbc.sql(COLUMNS + "where id = :id for share")
                .param("id", plan.value())
                .query(DeskTable::row)
                .optional()
                .map(Row::standing);
    }

    /**
     * Until the transaction ends nobody publishes any plan that came from the same first one, and no team takes on a tour of this
     * one or of those that it takes the place of. All lock in the same order.
     */
    void hold(PlanId plan) {
        var unused = jdbc.sql(CHAIN + """
                        select id from plan where id in (select id from chain) order by id for no key update""")
                .param("id", plan.value())
                .query(UUID.class)
                .list();
    }

    /** Whether teams may take on tours of a plan that came from the same first one and that this one does not take the place of. */
    boolean openBeside(PlanId plan) {
        return jdbc.sql(CHAIN + """
                        , family as (
                            select id from chain where before_id is null
                            union
                            select plan.id from plan join family on plan.before_id = family.id)
                        select exists (
                            select from plan
                            where id in (select id from family) and id not in (select id from chain)
                              and published_at is not null and superseded_by is null)""")
                .param("id", plan.value())
                .query(Boolean.class)
                .single();
    }

    Map<PlanId, Standing> standings(DisasterId disaster) {
        Map<PlanId, Standing> all = new HashMap<>();
        jdbc.sql(COLUMNS + "where disaster_id = :disaster")
                .param("disaster", disaster.value())
                .query(DeskTable::row)
                .list()
                .forEach(row -> all.put(row.id(), row.standing()));
        return all;
    }

    void lock(PlanId plan, Locks locks) {
        jdbc.sql("update plan set locked = :tours, locked_stops = :stops where id = :id")
                .param("tours", locks.tours().stream().sorted().toArray(Integer[]::new))
                .param("stops", locks.stops().stream().sorted().toArray(String[]::new))
                .param("id", plan.value())
                .update();
    }

    /** Those that the plan takes the place of. */
    List<PlanId> before(PlanId plan) {
        return jdbc
                .sql(CHAIN + "select id from chain where id <> :id")
                .param("id", plan.value())
                .query(UUID.class)
                .list()
                .stream()
                .map(PlanId::new)
                .toList();
    }

    void publish(PlanId plan, UUID by, Instant at) {
        jdbc.sql("update plan set published_at = :at, published_by = :by where id = :id")
                .param("at", Timestamp.from(at))
                .param("by", by)
                .param("id", plan.value())
                .update();
        jdbc.sql(CHAIN + """
                        update plan set superseded_by = :id
                        where id in (select id from chain) and id <> :id
                          and published_at is not null and superseded_by is null""").param("id", plan.value()).update();
    }

    private static Row row(ResultSet rs, int number) throws SQLException {
        Timestamp published = rs.getTimestamp("published_at");
        UUID superseded = rs.getObject("superseded_by", UUID.class);
        Integer[] tours = (Integer[]) rs.getArray("locked").getArray();
        String[] stops = (String[]) rs.getArray("locked_stops").getArray();
        return new Row(
                new PlanId(rs.getObject("id", UUID.class)),
                new Standing(
                        published == null ? null : published.toInstant(),
                        superseded == null ? null : new PlanId(superseded),
                        new Locks(Set.of(tours), Set.of(stops)),
                        edit(rs.getString("edit"))));
    }

    private static @Nullable Edit edit(@Nullable String json) {
        return json == null ? null : PlanTable.MAPPER.readValue(json, Edit.class);
    }
}
