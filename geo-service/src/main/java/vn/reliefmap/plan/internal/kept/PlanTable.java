package vn.reliefmap.plan.internal.kept;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;
import vn.reliefmap.kernel.DisasterId;
import vn.reliefmap.kernel.PlanId;
import vn.reliefmap.kernel.Problem;
import vn.reliefmap.plan.PlanDesk.Edit;
import vn.reliefmap.plan.PlanProgress;
import vn.reliefmap.plan.ReliefPlan;
import vn.reliefmap.plan.internal.making.Made;
import vn.reliefmap.plan.internal.making.PlanBasis;
import vn.reliefmap.store.Topic;

/** The plans in the database. */
@Component
class PlanTable {
    static final JsonMapper MAPPER = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();

    private final JdbcClient jdbc;

    PlanTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param versions of the data when it was begun, by topic */
    record Row(
            PlanId id,
            DisasterId disaster,
            PlanProgress.State state,
            Instant orderedAt,
            Map<Topic, Long> versions,
            @Nullable String vi,
            @Nullable String en) {}

    void add(PlanId id, DisasterId disaster, Instant orderedAt, Map<Topic, Long> versions) {
        jdbc.sql("""
                insert into plan (id, disaster_id, state, ordered_at, versions)
                values (:id, :disaster, 'waiting', :ordered_at, cast(:versions as jsonb))""")
                .param("id", id.value())
                .param("disaster", disaster.value())
                .param("ordered_at", Timestamp.from(orderedAt))
                .param("versions", MAPPER.writeValueAsString(versions))
                .update();
    }

    /** A plan that need not be searched. */
    void addMade(Made made, Instant at, Map<Topic, Long> versions, Edit edit) {
        add(made.plan().id(), made.plan().disaster(), at, versions);
        ready(made);
        jdbc.sql("update plan set edit = cast(:edit as jsonb) where id = :id")
                .param("edit", MAPPER.writeValueAsString(edit))
                .param("id", made.plan().id().value())
                .update();
    }

    /** A plan that is ready and what it was made from. {@code PLAN_NOT_FOUND} (404), {@code PLAN_NOT_READY}, {@code PLAN_TOO_OLD} (409). */
    Made required(PlanId id) {
        if (find(id).isEmpty()) {
            throw notFound().asException();
        }
        ReliefPlan plan = plan(id).orElseThrow(() -> new Problem(
                        "PLAN_NOT_READY", 409, "Kế hoạch chưa lập xong.", "The plan is not ready.", "plan", null)
                .asException());
        return new Made(plan, basis(id).orElseThrow(() -> new Problem(
                        "PLAN_TOO_OLD",
                        409,
                        "Kế hoạch do bản cũ của chương trình lập; hãy lập mới.",
                        "The plan was made by an older version; plan from nothing.",
                        "plan",
                        null)
                .asException()));
    }

    /** Locks of the plan before go on. */
    void ready(Made made) {
        PlanId before = made.plan().before();
        jdbc.sql("""
                update plan set state = 'ready', document = cast(:document as jsonb), basis = cast(:basis as jsonb),
                    before_id = :before, locked = coalesce((select locked from plan where id = :before), '{}'),
                    locked_stops = coalesce((select locked_stops from plan where id = :before), '{}')
                where id = :id""")
                .param("before", before == null ? null : before.value())
                .param("document", PlanDocument.write(made.plan()))
                .param("basis", MAPPER.writeValueAsString(made.basis()))
                .param("id", made.plan().id().value())
                .update();
    }

    void failed(PlanId id, Problem problem) {
        jdbc.sql("update plan set state = 'failed', vi = :vi, en = :en where id = :id")
                .param("vi", problem.vi())
                .param("en", problem.en())
                .param("id", id.value())
                .update();
    }

    Optional<Row> find(PlanId id) {
        return jdbc.sql("select id, disaster_id, state, ordered_at, versions, vi, en from plan where id = :id")
                .param("id", id.value())
                .query(PlanTable::row)
                .optional();
    }

    List<Row> newest(DisasterId disaster, int most) {
        return jdbc.sql("""
                select id, disaster_id, state, ordered_at, versions, vi, en from plan
                where disaster_id = :disaster order by ordered_at desc, id limit :most""")
                .param("disaster", disaster.value())
                .param("most", most)
                .query(PlanTable::row)
                .list();
    }

    static Problem notFound() {
        return Problem.notFound(
                "PLAN_NOT_FOUND", "id", "Không có kế hoạch mang mã này.", "There is no plan of this id.");
    }

    /** Empty unless it is ready. */
    Optional<ReliefPlan> plan(PlanId id) {
        return jdbc.sql("select document from plan where id = :id and document is not null")
                .param("id", id.value())
                .query(String.class)
                .optional()
                .map(PlanDocument::read);
    }

    /** Empty unless it is ready, and for plans from before such things were kept. */
    Optional<PlanBasis> basis(PlanId id) {
        return jdbc.sql("select basis from plan where id = :id and basis is not null")
                .param("id", id.value())
                .query(String.class)
                .optional()
                .map(basis -> MAPPER.readValue(basis, PlanBasis.class));
    }

    private static Row row(ResultSet rs, int number) throws SQLException {
        Map<Topic, Long> versions = new EnumMap<>(Topic.class);
        MAPPER.readTree(rs.getString("versions"))
                .properties()
                .forEach(entry -> versions.put(
                        Topic.valueOf(entry.getKey()), entry.getValue().asLong()));
        return new Row(
                new PlanId(rs.getObject("id", UUID.class)),
                new DisasterId(rs.getObject("disaster_id", UUID.class)),
                PlanProgress.State.of(rs.getString("state")),
                rs.getTimestamp("ordered_at").toInstant(),
                versions,
                rs.getString("vi"),
                rs.getString("en"));
    }
}
