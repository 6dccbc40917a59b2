package vn.reliefmap.need.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.event.ContextRefreshedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.reliefmap.need.Freshness;
import vn.reliefmap.need.Urgency;
import vn.reliefmap.store.Changes;
import vn.reliefmap.store.Topic;

/** The rule as settings give it, also for sums that the database makes; and tells when a need has expired. */
@Component
class ExpiryRule implements Freshness {
    private final JdbcClient jdbc;
    private final Changes changes;
    private final Clock clock;
    private final Map<Urgency, Duration> lasts = new EnumMap<>(Urgency.class);
    private Instant lookedAt;

    @Autowired
    ExpiryRule(
            JdbcClient jdbc,
            Changes changes,
            @Value("${relief.need.fresh.critical:12h}") Duration critical,
            @Value("${relief.need.fresh.high:24h}") Duration high,
            @Value("${relief.need.fresh.normal:60h}") Duration normal) {
        this(jdbc, changes, critical, high, normal, Clock.systemUTC());
    }

    ExpiryRule(JdbcClient jdbc, Changes changes, Duration critical, Duration high, Duration normal, Clock clock) {
        this.jdbc = jdbc;
        this.changes = changes;
        this.clock = clock;
        this.lookedAt = clock.instant();
        lasts.put(Urgency.CRITICAL, critical);
        lasts.put(Urgency.HIGH, high);
        lasts.put(Urgency.NORMAL, normal);
    }

    @Override
    public Instant expiresAt(Urgency urgency, Instant confirmedAt) {
        return confirmedAt.plus(Objects.requireNonNull(lasts.get(urgency)));
    }

    @Override
    public boolean unconfirmed(Urgency urgency, Instant confirmedAt) {
        return !expiresAt(urgency, confirmedAt).isAfter(clock.instant());
    }

    /** Writes the settings to where sums read them. */
    @EventListener(ContextRefreshedEvent.class)
    void tellTheDatabase() {
        lasts.forEach((urgency, time) -> jdbc.sql("""
                        update need_freshness set lasts = make_interval(secs => :seconds)
                        where urgency = :urgency and lasts <> make_interval(secs => :seconds)""")
                .param("seconds", (double) time.toSeconds())
                .param("urgency", urgency.word())
                .update());
    }

    /** Nobody writes when a need expires, so it is announced here, shortly before figures are published. */
    @Scheduled(cron = "${relief.need.look-at:0 13/15 * * * *}")
    @Transactional
    public synchronized void announceExpired() {
        Instant now = clock.instant();
        boolean some = jdbc.sql("""
                        select exists (select from need n join need_freshness f on f.urgency = n.urgency
                                       where n.confirmed_at + f.lasts > cast(:before as timestamptz)
                                         and n.confirmed_at + f.lasts <= cast(:now as timestamptz))""")
                .param("before", lookedAt.toString())
                .param("now", now.toString())
                .query(Boolean.class)
                .single();
        if (some) {
            changes.announce(Topic.NEEDS);
        }
        lookedAt = now;
    }
}
