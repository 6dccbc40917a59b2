package vn.reliefmap.need.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.reliefmap.kernel.DisasterId;
import vn.reliefmap.need.UnwantedGoods;
import vn.reliefmap.store.Changes;
import vn.reliefmap.store.OnceOnly;
import vn.reliefmap.store.Topic;

/** One row for each; what holds is what was not ended and whose time has not come. */
@Component
class RecordedUnwanted implements UnwantedGoods {
    private static final String HOLDS =
            "select * from unwanted where disaster_id = :disaster and ended_at is null and until_at > now()";

    private final JdbcClient jdbc;
    private final Changes changes;

    RecordedUnwanted(JdbcClient jdbc, Changes changes) {
        this.jdbc = jdbc;
        this.changes = changes;
    }

    @Override
    public List<Unwanted> list(DisasterId disaster) {
        return jdbc.sql(HOLDS + " order by commune, item_code, until_at desc")
                .param("disaster", disaster.value())
                .query((rs, n) -> read(rs))
                .list();
    }

    @Override
    public Optional<Unwanted> find(DisasterId disaster, Collection<String> communes, String item) {
        return jdbc.sql(HOLDS + " and commune = any(:communes) and item_code = :item order by until_at desc limit 1")
                .param("disaster", disaster.value())
                .param("communes", communes.toArray(String[]::new))
                .param("item", item)
                .query((rs, n) -> read(rs))
                .optional();
    }

    @Override
    public Optional<Unwanted> find(UUID id) {
        return jdbc.sql("select * from unwanted where id = ?")
                .param(id)
                .query((rs, n) -> read(rs))
                .optional();
    }

    @Override
    @Transactional
    public Unwanted write(UUID by, Unwanted unwanted) {
        int added = jdbc.sql("""
                        insert into unwanted (id, disaster_id, commune, item_code, reason, until_at, written_by)
                        values (:id, :disaster, :commune, :item, :reason, cast(:until as timestamptz), :by)
                        on conflict (id) do nothing""")
                .param("id", unwanted.id())
                .param("disaster", unwanted.disaster().value())
                .param("commune", unwanted.commune())
                .param("item", unwanted.item())
                .param("reason", unwanted.reason())
                .param("until", unwanted.until().toString())
                .param("by", by)
                .update();
        Unwanted kept = find(unwanted.id()).orElseThrow();
        if (!kept.equals(unwanted)) {
            throw OnceOnly.taken().asException();
        }
        if (added > 0) {
            changes.announce(Topic.NEEDS);
        }
        return kept;
    }

    @Override
    @Transactional
    public void end(UUID id, UUID by) {
        int ended = jdbc.sql("update unwanted set ended_at = now(), ended_by = ? where id = ? and ended_at is null")
                .params(by, id)
                .update();
        if (ended > 0) {
            changes.announce(Topic.NEEDS);
        }
    }

    private static Unwanted read(ResultSet rs) throws SQLException {
        return new Unwanted(
                rs.getObject("id", UUID.class),
                new DisasterId(rs.getObject("disaster_id", UUID.class)),
                rs.getString("commune"),
                rs.getString("item_code"),
                rs.getString("reason"),
                rs.getTimestamp("until_at").toInstant());
    }
}
