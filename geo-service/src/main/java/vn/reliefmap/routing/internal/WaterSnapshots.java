package vn.reliefmap.routing.internal;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import vn.reliefmap.flood.RoadReportSettings;
import vn.reliefmap.flood.WaterPicture;
import vn.reliefmap.passability.Passability;
import vn.reliefmap.store.DataChanged;
import vn.reliefmap.store.Topic;

/**
 * Keeps the last few water snapshots; forgets them when water or roads change, but for the newest, from which the next one
 * is made where little has changed. Thread-safe.
 */
@Component
class WaterSnapshots {
    private final Passability passability;
    private final RoadReportSettings reports;
    private final Cache<Key, WaterSnapshot> snapshots;
    /** Each holds its steps too. */
    private final Cache<List<Key>, WaterSpan> spans =
            Caffeine.newBuilder().maximumSize(4).build();

    private volatile @Nullable WaterSnapshot newest;

    WaterSnapshots(
            Passability passability,
            RoadReportSettings reports,
            @Value("${relief.routing.snapshots-kept:16}") long kept) {
        this.passability = passability;
        this.reports = reports;
        this.snapshots = Caffeine.newBuilder().maximumSize(kept).build();
    }

    /** Equal for the same two objects only: a new picture or graph is never taken for an old one. */
    private record Key(RoadGraph graph, WaterPicture picture) {
        @Override
        public boolean equals(Object other) {
            return other instanceof Key key && key.graph == graph && key.picture == picture;
        }

        @Override
        public int hashCode() {
            return 31 * System.identityHashCode(graph) + System.identityHashCode(picture);
        }
    }

    /** The snapshot for the picture on the graph; built on the first call, while callers for the same one wait. */
    WaterSnapshot of(RoadGraph graph, WaterPicture picture) {
        return snapshots.get(new Key(graph, picture), key -> make(graph, picture));
    }

    /** The worst of all pictures; for a single one its snapshot. */
    WaterOnRoads of(RoadGraph graph, List<WaterPicture> pictures) {
        return pictures.size() == 1
                ? of(graph, pictures.get(0))
                : spans.get(
                        pictures.stream()
                                .map(picture -> new Key(graph, picture))
                                .toList(),
                        keys -> new WaterSpan(pictures.stream()
                                .map(picture -> of(graph, picture))
                                .toList()));
    }

    private WaterSnapshot make(RoadGraph graph, WaterPicture picture) {
        WaterSnapshot before = newest;
        WaterSnapshot made = before != null && before.graph() == graph
                ? before.under(picture)
                : WaterSnapshot.build(graph, picture, passability, reports);
        newest = made;
        return made;
    }

    @EventListener
    void changed(DataChanged change) {
        if (change.topic() == Topic.WATER || change.topic() == Topic.ROADS) {
            snapshots.invalidateAll();
            spans.invalidateAll();
        }
        if (change.topic() == Topic.ROADS) {
            newest = null;
        }
    }
}
