package vn.reliefmap.store;

import java.util.EnumMap;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Announces changes of the data to every process on the same database, and hears of theirs. An announcement belongs to
 * the transaction it is made in. Thread-safe.
 */
@Component
public class Changes {
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final boolean watching;
    private final Map<Topic, Long> seen = new EnumMap<>(Topic.class);

    public Changes(
            JdbcClient jdbc,
            ApplicationEventPublisher events,
            @Value("${relief.watch-changes:true}") boolean watching) {
        this.jdbc = jdbc;
        this.events = events;
        this.watching = watching;
    }

    /** Says that the topic changed; takes effect when the caller's transaction commits. */
    public void announce(Topic topic) {
        jdbc.sql("select announce_change(:topic)")
                .param("topic", topic.word())
                .query((rs, n) -> n)
                .list();
    }

    /** The version of each topic, 0 when it never changed. */
    public Map<Topic, Long> versions() {
        Map<Topic, Long> versions = new EnumMap<>(Topic.class);
        for (Topic topic : Topic.values()) {
            versions.put(topic, 0L);
        }
        jdbc.sql("select upper(topic) as topic, version from data_change")
                .query((rs, n) -> versions.put(Topic.valueOf(rs.getString("topic")), rs.getLong("version")))
                .list();
        return versions;
    }

    @EventListener(ApplicationReadyEvent.class)
    synchronized void rememberFirst() {
        seen.putAll(versions());
    }

    /** Looks for changes and publishes them; runs by itself twice a second, and on demand in tests. */
    @Scheduled(fixedDelay = 500)
    public synchronized void look() {
        if (!watching || seen.isEmpty()) {
            return;
        }
        versions().forEach((topic, version) -> {
            Long before = seen.put(topic, version);
            if (before == null || before < version) {
                events.publishEvent(new DataChanged(topic, version));
            }
        });
    }
}
