package vn.reliefmap.cluster.internal;

import jakarta.annotation.PreDestroy;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import vn.reliefmap.cluster.ClusterPage;
import vn.reliefmap.cluster.ClusterQuery;
import vn.reliefmap.cluster.NeedClusters;
import vn.reliefmap.cluster.NeedClustersChanged;
import vn.reliefmap.cluster.NeedSummary;
import vn.reliefmap.disaster.Disaster;
import vn.reliefmap.kernel.DisasterId;
import vn.reliefmap.store.DataChanged;
import vn.reliefmap.store.Topic;

/** Answers from pyramids in memory, which one background thread builds anew after each change. */
@Component
class PyramidNeedClusters implements NeedClusters {
    private static final Set<Topic> SHAPED_BY = Set.of(Topic.NEEDS, Topic.HOUSEHOLDS, Topic.ADMIN, Topic.ITEMS);
    private static final Set<Topic> PUBLISHED_SHAPED_BY = Set.of(Topic.PUBLISHED, Topic.ADMIN, Topic.ITEMS);
    private static final Duration PATIENCE = Duration.ofMillis(1500);
    private static final Duration FIRST_PATIENCE = Duration.ofSeconds(30);

    private final ExecutorService builder = Executors.newSingleThreadExecutor(work -> {
        Thread thread = new Thread(work, "need-clusters");
        thread.setDaemon(true);
        return thread;
    });
    private final HeldPyramids now;
    private final HeldPyramids published;

    /**
     * @param leastHouseholds the fewest households in a cell; 5 by the domain facts, section 5, and never under 2,
     *     where a cell would be a household
     */
    PyramidNeedClusters(
            NeedColumnsQuery query,
            ApplicationEventPublisher events,
            LongFunction<String> marks,
            @Value("${relief.privacy.least-households:5}") int leastHouseholds) {
        if (leastHouseholds < 2) {
            throw new IllegalArgumentException(
                    "relief.privacy.least-households must be 2 or more, not " + leastHouseholds);
        }
        now = new HeldPyramids(
                SHAPED_BY,
                disaster -> PyramidBuilder.build(query.load(disaster), leastHouseholds, marks),
                disaster -> events.publishEvent(new NeedClustersChanged(disaster, false)),
                builder,
                PATIENCE,
                FIRST_PATIENCE);
        published = new HeldPyramids(
                PUBLISHED_SHAPED_BY,
                disaster -> PyramidBuilder.build(query.loadPublished(disaster), leastHouseholds, marks),
                disaster -> events.publishEvent(new NeedClustersChanged(disaster, true)),
                builder,
                PATIENCE,
                FIRST_PATIENCE);
    }

    @Override
    public ClusterPage find(DisasterId disaster, ClusterQuery query) {
        return now.get(disaster).find(query);
    }

    @Override
    public NeedSummary summary(DisasterId disaster, @Nullable String item) {
        return now.get(disaster).summary(item);
    }

    @Override
    public ClusterPage forEveryone(Disaster disaster, ClusterQuery query) {
        return open(disaster).find(query);
    }

    @Override
    public NeedSummary summaryForEveryone(Disaster disaster, @Nullable String item) {
        return open(disaster).summary(item);
    }

    /** Simulated households are nobody's home: they are shown at once. */
    private Pyramid open(Disaster disaster) {
        return (disaster.simulated() ? now : published).get(disaster.id());
    }

    @EventListener
    void onChange(DataChanged change) {
        now.changed(change.topic());
        published.changed(change.topic());
    }

    @PreDestroy
    void stop() {
        builder.shutdownNow();
    }
}
