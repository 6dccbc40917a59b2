package vn.reliefmap.cluster.internal;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import vn.reliefmap.cluster.Publications;
import vn.reliefmap.disaster.Disaster;
import vn.reliefmap.disaster.Disasters;
import vn.reliefmap.kernel.DisasterId;
import vn.reliefmap.store.Changes;
import vn.reliefmap.store.Topic;

/** Publishes real disasters each quarter of an hour (domain facts, section 5: at fixed intervals). */
@Component
class PublishingTimes {
    private static final List<Topic> PUBLISHED = List.of(Topic.NEEDS, Topic.HOUSEHOLDS, Topic.ADMIN);

    private final Publications publications;
    private final Disasters disasters;
    private final Changes changes;
    /** What was published, so that quiet quarters of an hour cost nothing. */
    private final Map<DisasterId, Map<Topic, Long>> done = new HashMap<>();

    PublishingTimes(Publications publications, Disasters disasters, Changes changes) {
        this.publications = publications;
        this.disasters = disasters;
        this.changes = changes;
    }

    /** Publishes every real disaster in which something changed. */
    @Scheduled(cron = "${relief.privacy.publish-at:0 0/15 * * * *}")
    synchronized void publish() {
        Map<Topic, Long> versions = new EnumMap<>(changes.versions());
        versions.keySet().retainAll(PUBLISHED);
        for (Disaster disaster : disasters.list()) {
            if (!disaster.simulated() && !versions.equals(done.get(disaster.id()))) {
                publications.publish(disaster.id());
                done.put(disaster.id(), versions);
            }
        }
    }
}
