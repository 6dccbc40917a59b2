package vn.reliefmap.plan.internal.kept;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.reliefmap.kernel.DisasterId;
import vn.reliefmap.kernel.PlanId;
import vn.reliefmap.plan.PlanDesk.Edit;
import vn.reliefmap.plan.PlanDesk.Standing;

/** What was decided about plans, beside them in the database. */
@Component
class DeskTable {
    private static final String COLUMNS = "select id, published_at, superseded_by, locked, edit from plan ";
    /** A plan, the one it takes the place of, and so on. */
    private static final String CHAIN = """
            with recursive chain as (
                select before_id as id from plan where id = :id
                union
                select plan.before_id from plan join chain on plan.id = chain.id)
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

    /** Nobody else decides about it until the transaction ends. */
    Standing lockedStanding(PlanId plan) {
        return jdbc.sql(COLUMNS + "where id = :id for update")
                .param("id", plan.value())
                .query(DeskTable::row)
                .single()
                .standing();
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

    void lock(PlanId plan, Set<Integer> tours) {
        jdbc.sql("update plan set locked = :tours where id = :id")
                .param("tours", tours.stream().sorted().toArray(Integer[]::new))
                .param("id", plan.value())
                .update();
    }

    /** Those that the plan takes the place of. */
    List<PlanId> before(PlanId plan) {
        return jdbc
                .sql(CHAIN + "select id from chain where id is not null")
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
                        where id in (select id from chain) and published_at is not null and superseded_by is null""").param("id", plan.value()).update();
    }

    private static Row row(ResultSet rs, int number) throws SQLException {
        Timestamp published = rs.getTimestamp("published_at");
        UUID superseded = rs.getObject("superseded_by", UUID.class);
        Integer[] locked = (Integer[]) rs.getArray("locked").getArray();
        return new Row(
                new PlanId(rs.getObject("id", UUID.class)),
                new Standing(
                        published == null ? null : published.toInstant(),
                        superseded == null ? null : new PlanId(superseded),
                        Arrays.stream(locked).collect(Collectors.toSet()),
                        edit(rs.getString("edit"))));
    }

    private static @Nullable Edit edit(@Nullable String json) {
        return json == null ? null : PlanTable.MAPPER.readValue(json, Edit.class);
    }
}
