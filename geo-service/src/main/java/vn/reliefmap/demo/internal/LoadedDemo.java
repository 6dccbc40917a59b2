package vn.reliefmap.demo.internal;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.reliefmap.kernel.DisasterId;
import vn.reliefmap.store.Changes;
import vn.reliefmap.store.Topic;

/** Remembers which demo is loaded, and takes it away. Touches only simulated rows that bear a demo's refs. */
@Component
class LoadedDemo {
    private static final List<Topic> TOUCHED = List.of(
            Topic.HOUSEHOLDS, Topic.NEEDS, Topic.SUPPLY, Topic.ADMIN, Topic.WATER, Topic.ROAD_REPORTS, Topic.DISASTERS);

    private final JdbcClient jdbc;
    private final Changes changes;

    LoadedDemo(JdbcClient jdbc, Changes changes) {
        this.jdbc = jdbc;
        this.changes = changes;
    }

    /** What tells one demo from another: files, roads and hour; empty when none is loaded. */
    Optional<String> fingerprint() {
        return jdbc.sql("select fingerprint from demo_loaded")
                .query(String.class)
                .optional();
    }

    @Transactional
    void remember(String fingerprint, DisasterId disaster) {
        jdbc.sql("""
                insert into demo_loaded (only_row, fingerprint, disaster_id, loaded_at) values (true, ?, ?, now())
                on conflict (only_row) do update
                set fingerprint = excluded.fingerprint, disaster_id = excluded.disaster_id, loaded_at = now()""").param(fingerprint).param(disaster.value()).update();
    }

    /** Takes the loaded demo away in one transaction; gives the number of its households. */
    @Transactional
    long forget() {
        Optional<UUID> disaster = jdbc.sql("select disaster_id from demo_loaded")
                .query(UUID.class)
                .optional();
        jdbc.sql("delete from demo_loaded").update();
        String households = "select id from household where simulated and ref like 'MP-%'";
        jdbc.sql("delete from need where household_id in (" + households + ")").update();
        long gone = jdbc.sql("delete from household where simulated and ref like 'MP-%'")
                .update();
        jdbc.sql("delete from vehicle where simulated and ref like 'MP-%'").update();
        // Stock goes with its depot; a depot that a real vehicle stands at stays.
        jdbc.sql("""
                delete from depot d where simulated and ref like 'MP-%'
                and not exists (select from vehicle v where v.depot_id = d.id)""").update();
        jdbc.sql("""
                delete from admin_unit u where simulated and code like 'MP%'
                and not exists (select from household h
                                where h.admin_code = u.code and h.admin_valid_from = u.valid_from)""").update();
        disaster.ifPresent(this::forgetDisaster);
        TOUCHED.forEach(changes::announce);
        return gone;
    }

    /** The water goes; the disaster itself goes too unless somebody hung other needs on it. */
    private void forgetDisaster(UUID id) {
        jdbc.sql("delete from flood_observation where disaster_id = ?")
                .param(id)
                .update();
        jdbc.sql("delete from road_report where disaster_id = ?").param(id).update();
        jdbc.sql("""
                delete from disaster d where d.id = ? and d.simulated
                and not exists (select from need n where n.disaster_id = d.id)""").param(id).update();
    }
}
