package vn.reliefmap.disaster.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.reliefmap.disaster.Disaster;
import vn.reliefmap.disaster.Disasters;
import vn.reliefmap.kernel.DisasterId;
import vn.reliefmap.kernel.NameFolding;
import vn.reliefmap.kernel.Problem;
import vn.reliefmap.store.Changes;
import vn.reliefmap.store.Topic;

/** Disasters in PostGIS. */
@Component
class PostgresDisasters implements Disasters {
    private static final String COLUMNS = "select id, name, simulated, opened_at, closed_at from disaster ";

    private final JdbcClient jdbc;
    private final Changes changes;

    PostgresDisasters(JdbcClient jdbc, Changes changes) {
        this.jdbc = jdbc;
        this.changes = changes;
    }

    @Override
    public List<Disaster> list() {
        return jdbc.sql(COLUMNS + "order by opened_at desc, name")
                .query(PostgresDisasters::row)
                .list();
    }

    @Override
    public Disaster get(DisasterId id) {
        return find(id.toString()).orElseThrow(() -> notFound(id.toString()));
    }

    @Override
    public Optional<Disaster> find(String idOrName) {
        UUID id = uuid(idOrName);
        return (id == null
                        ? jdbc.sql(COLUMNS + "where folded_name = ?").param(NameFolding.fold(idOrName))
                        : jdbc.sql(COLUMNS + "where id = ?").param(id))
                .query(PostgresDisasters::row)
                .optional();
    }

    @Override
    @Transactional
    public Disaster open(String name, boolean simulated, Instant openedAt) {
        Optional<Disaster> before = find(name);
        if (before.isPresent()) {
            return before.get();
        }
        jdbc.sql("""
                insert into disaster (id, name, folded_name, simulated, opened_at) values (?, ?, ?, ?, ?)
                on conflict (folded_name) do nothing""")
                .param(UUID.randomUUID())
                .param(name.strip())
                .param(NameFolding.fold(name))
                .param(simulated)
                .param(Timestamp.from(openedAt))
                .update();
        changes.announce(Topic.DISASTERS);
        return find(name).orElseThrow(() -> notFound(name));
    }

    @Override
    @Transactional
    public void close(DisasterId id, Instant closedAt) {
        jdbc.sql("update disaster set closed_at = ? where id = ? and closed_at is null")
                .param(Timestamp.from(closedAt))
                .param(id.value())
                .update();
        changes.announce(Topic.DISASTERS);
    }

    @Override
    @Transactional
    public void withdraw(DisasterId id) {
        jdbc.sql("""
                delete from disaster d where d.id = ?
                and not exists (select 1 from need n where n.disaster_id = d.id)
                and not exists (select 1 from flood_observation o where o.disaster_id = d.id)
                and not exists (select 1 from road_report r where r.disaster_id = d.id)
                and not exists (select 1 from report s where s.disaster_id = d.id)""").param(id.value()).update();
        changes.announce(Topic.DISASTERS);
    }

    private static RuntimeException notFound(String what) {
        return Problem.notFound(
                        "DISASTER_NOT_FOUND",
                        "disaster",
                        "Không có đợt thiên tai \"" + what + "\". Xem danh sách ở /api/v1/disasters.",
                        "There is no disaster \"" + what + "\". See the list at /api/v1/disasters.")
                .asException();
    }

    private static @org.jspecify.annotations.Nullable UUID uuid(String text) {
        try {
            return text.length() == 36 ? UUID.fromString(text) : null;
        } catch (IllegalArgumentException e) {
            return null; // a name, then
        }
    }

    private static Disaster row(ResultSet rs, int n) throws SQLException {
        Timestamp closed = rs.getTimestamp("closed_at");
        return new Disaster(
                new DisasterId(rs.getObject("id", UUID.class)),
                rs.getString("name"),
                rs.getBoolean("simulated"),
                rs.getTimestamp("opened_at").toInstant(),
                closed == null ? null : closed.toInstant());
    }
}
