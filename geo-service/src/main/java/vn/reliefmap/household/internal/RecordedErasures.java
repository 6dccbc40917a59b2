package vn.reliefmap.household.internal;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.reliefmap.household.DisasterPurged;
import vn.reliefmap.household.Erasures;
import vn.reliefmap.household.HouseholdErased;
import vn.reliefmap.household.internal.ErasedFile.Erased;
import vn.reliefmap.kernel.DisasterId;
import vn.reliefmap.kernel.HouseholdId;
import vn.reliefmap.store.Changes;
import vn.reliefmap.store.Topic;

/**
 * Erasures in the database and beside it. The line in the file is written before the transaction ends: should it then fail,
 * the person is erased at the next {@link #apply}, which is what was asked for.
 */
@Component
class RecordedErasures implements Erasures {
    private static final Logger LOG = LoggerFactory.getLogger(RecordedErasures.class);

    /**
     * The place becomes the commune's middle, or that of a tenth of a degree. Of a family in a shelter it is the home that is
     * forgotten: the table keeps what is said of its place for its return.
     */
    private static final String ERASE = """
            update household h set
                name_sealed = null, phone_sealed = null, address = null, hamlet_code = null, home_hamlet_code = null,
                ref = 'erased ' || h.id,
                place = coalesce(
                    (select u.centre from admin_unit u
                     where u.code = coalesce(h.home_admin_code, h.admin_code)
                       and u.valid_from = coalesce(h.home_admin_valid_from, h.admin_valid_from)),
                    st_setsrid(st_makepoint(floor(st_x(h.place) * 10) / 10 + 0.05,
                                            floor(st_y(h.place) * 10) / 10 + 0.05), 4326)),
                place_precision = 'approximate', erased_at = :at, erased_why = :why, updated_at = now()
            where h.id = :id and h.erased_at is null""";

    /** By the disasters it has needs in; without any by all real ones. Simulated households are nobody's. */
    private static final String SET_CLOCKS = """
            with closed as (
                select h.id, case when bool_or(d.closed_at is null) then null
                                  else greatest(max(d.closed_at), max(h.created_at)) + make_interval(days => :days) end as until
                from household h
                join disaster d on not d.simulated
                    and (exists (select from need n where n.household_id = h.id and n.disaster_id = d.id)
                         or not exists (select from need n where n.household_id = h.id))
                where not h.simulated and h.erased_at is null
                group by h.id)
            update household h set keep_until = closed.until
            from closed where closed.id = h.id and h.keep_until is distinct from closed.until""";

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher events;
    private final ErasedFile file;
    private final Changes changes;
    private final int keepDays;

    RecordedErasures(
            JdbcClient jdbc,
            PlatformTransactionManager transactions,
            ApplicationEventPublisher events,
            ErasedFile file,
            Changes changes,
            @Value("${relief.privacy.keep-days:90}") int keepDays) {
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        this.events = events;
        this.file = file;
        this.changes = changes;
        this.keepDays = keepDays;
    }

    @Override
    public boolean erase(HouseholdId household, Why why) {
        return erase(household, why, Instant.now());
    }

    private boolean erase(HouseholdId household, Why why, Instant at) {
        return Objects.requireNonNull(transaction.execute(status -> {
            boolean erased = wipe(household, why, at);
            if (erased) {
                file.add(Map.of(household.value(), new Erased(at, why)));
                changes.announce(Topic.HOUSEHOLDS);
            }
            return erased;
        }));
    }

    private boolean wipe(HouseholdId household, Why why, Instant at) {
        int wiped = jdbc.sql(ERASE)
                .param("id", household.value())
                .param("at", Timestamp.from(at))
                .param("why", why.name().toLowerCase(Locale.ROOT))
                .update();
        if (wiped == 0) {
            return false;
        }
        jdbc.sql("delete from own_data_code where household_id = ?")
                .param(household.value())
                .update();
        events.publishEvent(new HouseholdErased(household));
        return true;
    }

    @Override
    public int purge(Instant now) {
        return Objects.requireNonNull(transaction.execute(status -> {
            jdbc.sql(SET_CLOCKS).param("days", keepDays).update();
            List<UUID> due = jdbc.sql(
                            "select id from household where keep_until <= ? and erased_at is null order by id")
                    .param(Timestamp.from(now))
                    .query(UUID.class)
                    .list();
            Map<UUID, Erased> erased = new LinkedHashMap<>();
            for (UUID id : due) {
                if (wipe(new HouseholdId(id), Why.PURGED, now)) {
                    erased.put(id, new Erased(now, Why.PURGED));
                }
            }
            jdbc.sql("""
                            select id from disaster
                            where not simulated and closed_at + make_interval(days => :days) <= :now""")
                    .param("days", keepDays)
                    .param("now", Timestamp.from(now))
                    .query(UUID.class)
                    .list()
                    .forEach(id -> events.publishEvent(new DisasterPurged(new DisasterId(id))));
            file.add(erased);
            if (!erased.isEmpty()) {
                changes.announce(Topic.HOUSEHOLDS);
                LOG.info("Erased {} households whose time was over", erased.size());
            }
            return erased.size();
        }));
    }

    @Override
    public int apply() {
        Map<UUID, Erased> written = file.read();
        int again = 0;
        for (UUID id : back(written.keySet())) {
            Erased erased = Objects.requireNonNull(written.get(id));
            again += Objects.requireNonNull(
                            transaction.execute(status -> wipe(new HouseholdId(id), erased.why(), erased.at())))
                    ? 1
                    : 0;
        }
        if (again > 0) {
            changes.announce(Topic.HOUSEHOLDS);
            LOG.warn("Erased {} households again that a restored backup had brought back", again);
        }
        Map<UUID, Erased> missing = new LinkedHashMap<>();
        jdbc.sql("select id, erased_at, erased_why from household where erased_at is not null order by erased_at, id")
                .query((rs, n) -> {
                    UUID id = rs.getObject("id", UUID.class);
                    if (!written.containsKey(id)) {
                        Why why = Why.valueOf(rs.getString("erased_why").toUpperCase(Locale.ROOT));
                        missing.put(id, new Erased(rs.getTimestamp("erased_at").toInstant(), why));
                    }
                    return n;
                })
                .list();
        file.add(missing);
        return again;
    }

    /** Those of the written ones that the database has whole; asked at once, since every start and every command asks. */
    private List<UUID> back(Set<UUID> written) {
        return jdbc.sql(
                        "select id from household where id = any(cast(:ids as uuid[])) and erased_at is null order by id")
                .param("ids", written.stream().map(UUID::toString).toArray(String[]::new))
                .query(UUID.class)
                .list();
    }

    @EventListener(ApplicationReadyEvent.class)
    void applyAtStart() {
        apply();
    }

    @Scheduled(cron = "${relief.privacy.purge-at:0 20 3 * * *}")
    void purgeDaily() {
        purge(Instant.now());
    }
}
