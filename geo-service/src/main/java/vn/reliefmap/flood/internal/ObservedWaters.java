package vn.reliefmap.flood.internal;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import vn.reliefmap.flood.RiverAlert;
import vn.reliefmap.flood.RoadReport.Standing;
import vn.reliefmap.flood.RoadReports;
import vn.reliefmap.flood.WaterPicture;
import vn.reliefmap.flood.WaterStep;
import vn.reliefmap.flood.Waters;
import vn.reliefmap.flood.internal.WaterStore.Entry;
import vn.reliefmap.kernel.DisasterId;
import vn.reliefmap.store.DataChanged;
import vn.reliefmap.store.Topic;

/**
 * Pictures merged from the observations in the database, kept in memory until the water changes. Observations never
 * change, so their indexes are shared by all pictures.
 */
@Component
final class ObservedWaters implements Waters {
    private final WaterStore store;
    private final CurrentGround ground;
    private final RoadReports reports;
    private final RiverAlerts rivers;
    private final Map<DisasterId, List<Entry>> entries = new ConcurrentHashMap<>();
    private final Cache<UUID, Observation> observations = Caffeine.newBuilder()
            .maximumSize(200)
            .expireAfterAccess(Duration.ofHours(2))
            .build();
    private final Cache<Key, MergedPicture> pictures =
            Caffeine.newBuilder().maximumSize(100).build();
    private final Cache<ReportedKey, ReportedPicture> reported =
            Caffeine.newBuilder().maximumSize(100).build();
    /** Disasters that somebody asked for since the start. */
    private final Set<DisasterId> asked = ConcurrentHashMap.newKeySet();
    /** Grows with every change, so that what was read before one is not kept after it. */
    private final AtomicLong generation = new AtomicLong();

    ObservedWaters(WaterStore store, CurrentGround ground, RoadReports reports, RiverAlerts rivers) {
        this.store = store;
        this.ground = ground;
        this.reports = reports;
        this.rivers = rivers;
    }

    /** Other ground is another picture, although it shows the same observations. */
    private record Key(DisasterId disaster, Instant step, List<UUID> observations, Ground ground) {}

    private record Said(UUID report, boolean fresh) {}

    private record ReportedKey(MergedPicture water, List<Said> reports, List<RiverAlert> rivers) {}

    @Override
    public List<WaterStep> steps(DisasterId disaster) {
        List<WaterStep> steps = new ArrayList<>();
        for (Entry entry : entries(disaster)) {
            WaterStep last = steps.isEmpty() ? null : steps.get(steps.size() - 1);
            if (last != null && last.at().equals(entry.observedAt())) {
                steps.set(steps.size() - 1, new WaterStep(last.at(), last.forecast() && entry.forecast()));
            } else {
                steps.add(new WaterStep(entry.observedAt(), entry.forecast()));
            }
        }
        return List.copyOf(steps);
    }

    @Override
    public WaterPicture picture(DisasterId disaster, Instant at) {
        MergedPicture water = merged(disaster, at);
        Instant until = reportsUntil(disaster, at);
        List<Standing> said = reports.standing(disaster, until);
        List<RiverAlert> high = rivers.standing(disaster, until);
        if (said.isEmpty() && high.isEmpty()) {
            return water;
        }
        List<Said> key =
                said.stream().map(s -> new Said(s.report().id(), s.fresh())).toList();
        return reported.get(new ReportedKey(water, key, high), k -> new ReportedPicture(water, said, high));
    }

    @Override
    public Instant reportsUntil(DisasterId disaster, Instant at) {
        Instant now = Instant.now();
        Instant newest = null;
        for (Entry entry : entries(disaster)) {
            newest = entry.observedAt().isAfter(now) ? newest : entry.observedAt();
        }
        return at.equals(newest) ? now : at;
    }

    /** As {@link #picture}, with what only this room may see. */
    MergedPicture merged(DisasterId disaster, Instant at) {
        List<Entry> known = entries(disaster).stream()
                .filter(e -> !e.observedAt().isAfter(at))
                .toList();
        if (known.isEmpty()) {
            return new MergedPicture(disaster, at, List.of(), Ground.NONE);
        }
        Instant step = known.get(known.size() - 1).observedAt();
        Key key = new Key(disaster, step, known.stream().map(Entry::id).toList(), ground.get());
        return pictures.get(
                key,
                k -> new MergedPicture(
                        disaster,
                        step,
                        known.stream()
                                .map(e -> observations.get(e.id(), id -> store.read(e)))
                                .toList(),
                        k.ground));
    }

    Set<DisasterId> asked() {
        return Set.copyOf(asked);
    }

    private List<Entry> entries(DisasterId disaster) {
        asked.add(disaster);
        List<Entry> known = entries.get(disaster);
        if (known != null) {
            return known;
        }
        long before = generation.get();
        List<Entry> read = store.list(disaster);
        entries.put(disaster, read);
        if (generation.get() != before) {
            entries.remove(disaster, read);
        }
        return read;
    }

    @EventListener
    @Order(0)
    void onChange(DataChanged change) {
        if (change.topic() == Topic.WATER) {
            forget();
        }
    }

    /** Drops the lists; pictures and observations stay, because their keys name all that went into them. */
    void forget() {
        generation.incrementAndGet();
        Set<DisasterId> known = new HashSet<>(entries.keySet());
        known.forEach(entries::remove);
    }
}
