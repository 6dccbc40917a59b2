package vn.reliefmap.flood.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.reliefmap.flood.GaugeReading;
import vn.reliefmap.flood.GaugeState;
import vn.reliefmap.flood.GaugeState.Trend;
import vn.reliefmap.kernel.DisasterId;
import vn.reliefmap.store.DataChanged;
import vn.reliefmap.store.Topic;

/**
 * Whether a disaster's water rose, stood or fell over time, by its gauges: rising when one of them rises. Where no gauge
 * says anything the water counts as rising, the worst that it can do.
 */
@Component
class WaterTrends {
    private final JdbcClient jdbc;
    private final Map<DisasterId, List<From>> known = new ConcurrentHashMap<>();

    WaterTrends(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The trend from a moment on, until the next one in the list. */
    record From(Instant at, Trend trend) {}

    /** Changes of the trend in the order of time; before the first the water counts as rising. */
    List<From> of(DisasterId disaster) {
        return known.computeIfAbsent(disaster, d -> timeline(GaugeRows.readings(jdbc, d)));
    }

    @EventListener
    @Order(0)
    void onChange(DataChanged change) {
        if (change.topic() == Topic.GAUGES) {
            known.clear();
        }
    }

    static List<From> timeline(List<GaugeReading> inOrder) {
        record Event(
                Instant at,
                String gauge,
                int number,
                @Nullable Trend trend) {}
        Map<String, GaugeReading> last = new HashMap<>();
        List<Event> events = new ArrayList<>();
        for (GaugeReading reading : inOrder) {
            String kind = reading.gauge() + reading.forecast();
            GaugeReading before = last.put(kind, reading);
            Trend trend = before == null ? null : GaugeState.trend(before, reading);
            int number = events.size();
            events.add(new Event(reading.observedAt(), reading.gauge(), number, trend));
            // Old news says nothing of what the water does now; the number tells whether a newer reading came between.
            events.add(new Event(reading.observedAt().plus(GaugeState.LONGEST_BETWEEN), reading.gauge(), number, null));
        }
        events.sort(Comparator.comparing(Event::at).thenComparing(Event::number));
        Map<String, Event> current = new HashMap<>();
        List<From> timeline = new ArrayList<>();
        for (Event event : events) {
            Event now = current.get(event.gauge());
            if (now == null || event.number() >= now.number()) {
                current.put(event.gauge(), event);
            }
            Trend worst = worst(current.values().stream().map(Event::trend).toList());
            timeline.add(new From(event.at(), worst));
        }
        return List.copyOf(timeline);
    }

    private static Trend worst(List<@Nullable Trend> trends) {
        boolean steady = trends.contains(Trend.STEADY);
        boolean falling = trends.contains(Trend.FALLING);
        if (trends.contains(Trend.RISING) || !(steady || falling)) {
            return Trend.RISING;
        }
        return steady ? Trend.STEADY : Trend.FALLING;
    }

    /**
     * True while less than the whole of its time has passed since a report, each hour counted by what the water did then;
     * so what has aged does not become fresh again when the water begins to fall.
     *
     * @param holds how long a report holds under each trend
     */
    static boolean fresh(
            List<From> timeline, Instant reportedAt, Instant at, java.util.function.Function<Trend, Duration> holds) {
        double used = 0;
        Instant since = reportedAt;
        Trend trend = Trend.RISING;
        for (From next : timeline) {
            if (next.at().isAfter(since)) {
                Instant until = next.at().isBefore(at) ? next.at() : at;
                if (until.isAfter(since)) {
                    used += share(since, until, holds.apply(trend));
                    since = until;
                }
            }
            trend = next.trend();
        }
        if (at.isAfter(since)) {
            used += share(since, at, holds.apply(trend));
        }
        return used < 1;
    }

    private static double share(Instant from, Instant to, Duration whole) {
        return (double) Duration.between(from, to).toMillis() / Math.max(1, whole.toMillis());
    }
}
