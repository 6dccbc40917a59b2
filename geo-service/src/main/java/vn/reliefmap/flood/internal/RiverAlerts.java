package vn.reliefmap.flood.internal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.reliefmap.flood.Gauge;
import vn.reliefmap.flood.GaugeReading;
import vn.reliefmap.flood.RiverAlert;
import vn.reliefmap.kernel.DisasterId;
import vn.reliefmap.store.DataChanged;
import vn.reliefmap.store.Topic;

/** Which rivers stand at alert 3 or above at a moment, by readings kept in memory until one is added. Thread-safe. */
@Component
class RiverAlerts {
    private final JdbcClient jdbc;
    private final GaugedCrossings crossings;
    private final Map<DisasterId, List<OneGauge>> known = new ConcurrentHashMap<>();
    /** Grows with every change, so that what was read before one is not kept after it. */
    private final AtomicLong generation = new AtomicLong();

    RiverAlerts(JdbcClient jdbc, GaugedCrossings crossings) {
        this.jdbc = jdbc;
        this.crossings = crossings;
    }

    /** A gauge that ever stood so high, with all its readings in order. */
    private record OneGauge(Gauge gauge, List<GaugeReading> readings) {}

    /** By gauge; those over whose river no road leads are left out. */
    List<RiverAlert> standing(DisasterId disaster, Instant at) {
        List<RiverAlert> alerts = new ArrayList<>();
        for (OneGauge one : gauges(disaster)) {
            List<GaugeReading> heard = one.readings.stream()
                    .filter(reading -> !reading.observedAt().isAfter(at))
                    .toList();
            RiverAlert.after(one.gauge, heard, crossings.of(one.gauge))
                    .filter(alert -> !alert.crossings().isEmpty())
                    .ifPresent(alerts::add);
        }
        return alerts;
    }

    private List<OneGauge> gauges(DisasterId disaster) {
        List<OneGauge> held = known.get(disaster);
        if (held != null) {
            return held;
        }
        long before = generation.get();
        List<GaugeReading> readings = GaugeRows.readings(jdbc, disaster);
        List<OneGauge> read = readings.isEmpty()
                ? List.of()
                : GaugeRows.gauges(jdbc).stream()
                        .map(gauge -> new OneGauge(
                                gauge,
                                readings.stream()
                                        .filter(reading -> reading.gauge().equals(gauge.code()))
                                        .toList()))
                        .filter(one ->
                                one.readings.stream().anyMatch(reading -> RiverAlert.reached(one.gauge, reading)))
                        .toList();
        known.put(disaster, read);
        if (generation.get() != before) {
            known.remove(disaster, read);
        }
        return read;
    }

    @EventListener
    @Order(0)
    void onChange(DataChanged change) {
        if (change.topic() == Topic.GAUGES) {
            forget();
        }
    }

    void forget() {
        generation.incrementAndGet();
        known.clear();
    }
}
