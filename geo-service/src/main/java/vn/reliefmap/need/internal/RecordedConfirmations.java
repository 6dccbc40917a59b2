package vn.reliefmap.need.internal;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.reliefmap.kernel.DisasterId;
import vn.reliefmap.kernel.HouseholdId;
import vn.reliefmap.kernel.NeedId;
import vn.reliefmap.need.Confirmations;
import vn.reliefmap.store.Changes;
import vn.reliefmap.store.Topic;

/** One row for each word; the need holds the time of the newest. */
@Component
class RecordedConfirmations implements Confirmations {
    private final JdbcClient jdbc;
    private final Changes changes;

    RecordedConfirmations(JdbcClient jdbc, Changes changes) {
        this.jdbc = jdbc;
        this.changes = changes;
    }

    @Override
    @Transactional
    public void confirm(UUID id, NeedId need, Word word) {
        write(id, need.value(), word);
        changes.announce(Topic.NEEDS);
    }

    @Override
    @Transactional
    public int confirm(UUID id, HouseholdId household, DisasterId disaster, Word word) {
        List<UUID> open = jdbc.sql("""
                        select id from need where household_id = ? and disaster_id = ? and open_quantity > 0
                        order by id for update""")
                .params(household.value(), disaster.value())
                .query(UUID.class)
                .list();
        for (UUID need : open) {
            UUID each = UUID.nameUUIDFromBytes((id + "/" + need).getBytes(StandardCharsets.UTF_8));
            write(each, need, word);
        }
        if (!open.isEmpty()) {
            changes.announce(Topic.NEEDS);
        }
        return open.size();
    }

    private void write(UUID id, UUID need, Word word) {
        int added = jdbc.sql("""
                        insert into need_confirmation (id, need_id, confirmed_at, means, confirmed_by)
                        values (:id, :need, cast(:at as timestamptz), :means, :by) on conflict (id) do nothing""")
                .param("id", id)
                .param("need", need)
                .param("at", word.at().toString())
                .param("means", word.means().word())
                .param("by", word.by())
                .update();
        if (added > 0) {
            jdbc.sql("update need set confirmed_at = greatest(confirmed_at, cast(:at as timestamptz)) where id = :need")
                    .param("at", word.at().toString())
                    .param("need", need)
                    .update();
        }
    }
}
