package vn.reliefmap.flood.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import vn.reliefmap.basemap.BasemapFeatures;
import vn.reliefmap.basemap.LineKind;
import vn.reliefmap.basemap.MapLine;
import vn.reliefmap.basemap.RoadOverWater;
import vn.reliefmap.flood.Gauge;
import vn.reliefmap.flood.RiverCrossing;
import vn.reliefmap.geo.Bbox;
import vn.reliefmap.geo.Geometries;
import vn.reliefmap.geo.LonLat;
import vn.reliefmap.kernel.NameFolding;
import vn.reliefmap.store.DataChanged;
import vn.reliefmap.store.Topic;

/**
 * Which crossings a gauge speaks for: those of the river of its name within reach of it, and quite near also those of rivers
 * without a name. Searched on the current base map when first asked for. Thread-safe.
 */
@Component
class GaugedCrossings {
    private static final double DEGREES_PER_KM = 1 / 111.0;
    /** About 10 m: the graph's lines are simplified by up to half a metre, and its decimals end at 10 cm. */
    private static final double AROUND_DEG = 0.0001;

    private static final Bbox EVERYWHERE = new Bbox(-180, -90, 180, 90);

    private final BasemapFeatures basemap;
    private final double reachM;
    private final double namelessReachM;
    private final Map<Gauge, List<RiverCrossing>> known = new ConcurrentHashMap<>();
    private final AtomicLong generation = new AtomicLong();

    GaugedCrossings(
            BasemapFeatures basemap,
            @Value("${relief.gauges.reach-km:20}") double reachKm,
            @Value("${relief.gauges.nameless-reach-km:3}") double namelessReachKm) {
        this.basemap = basemap;
        this.reachM = reachKm * 1000;
        this.namelessReachM = namelessReachKm * 1000;
    }

    List<RiverCrossing> of(Gauge gauge) {
        List<RiverCrossing> held = known.get(gauge);
        if (held != null) {
            return held;
        }
        long before = generation.get();
        List<RiverCrossing> found = search(gauge);
        known.put(gauge, found);
        if (generation.get() != before) {
            known.remove(gauge, found);
        }
        return found;
    }

    private List<RiverCrossing> search(Gauge gauge) {
        List<RiverCrossing> crossings = new ArrayList<>();
        Set<Long> named = new HashSet<>();
        basemap.eachLine(
                Set.of(LineKind.RIVER, LineKind.CANAL, LineKind.STREAM), around(gauge.position(), reachM), line -> {
                    if (isNamed(line, gauge.river())) {
                        named.add(line.osmWayId());
                    }
                });
        basemap.listRoadsOver(named).stream()
                .filter(road -> within(gauge.position(), road.at(), reachM))
                .forEach(road -> crossings.add(crossing(road)));
        if (gauge.position() != null) {
            Set<Long> nameless = new HashSet<>();
            basemap.eachLine(Set.of(LineKind.RIVER), around(gauge.position(), namelessReachM), line -> {
                if (line.name() == null) {
                    nameless.add(line.osmWayId());
                }
            });
            basemap.listRoadsOver(nameless).stream()
                    .filter(road -> within(gauge.position(), road.at(), namelessReachM))
                    .forEach(road -> crossings.add(crossing(road)));
        }
        return List.copyOf(crossings);
    }

    private static Bbox around(@Nullable LonLat position, double reachM) {
        if (position == null) {
            return EVERYWHERE;
        }
        double high = reachM / 1000 * DEGREES_PER_KM;
        double wide = high / Math.cos(Math.toRadians(position.lat()));
        return new Bbox(
                Math.max(-180, position.lon() - wide),
                Math.max(-90, position.lat() - high),
                Math.min(180, position.lon() + wide),
                Math.min(90, position.lat() + high));
    }

    private static boolean within(@Nullable LonLat position, Coordinate place, double reachM) {
        return position == null || Geometries.distanceMeters(position.coordinate(), place) <= reachM;
    }

    /** "Sông Hiếu" and "Sông Cam Lộ (Sông Hiếu)" are the river Hiếu; "Sông Hiếu Giang" is another. */
    static boolean isNamed(MapLine line, String river) {
        String wanted = bare(river);
        String name = line.name();
        return name != null
                && Arrays.stream(name.split("[(),;/–-]"))
                        .anyMatch(part -> bare(part).equals(wanted));
    }

    private static String bare(String name) {
        String folded = NameFolding.fold(name);
        return folded.startsWith("song ") ? folded.substring("song ".length()) : folded;
    }

    private static RiverCrossing crossing(RoadOverWater road) {
        Envelope box = new Envelope(road.at());
        box.expandBy(AROUND_DEG);
        return new RiverCrossing(road.roadWayId(), road.roadName(), box);
    }

    @EventListener
    @Order(0)
    void onChange(DataChanged change) {
        if (change.topic() == Topic.ROADS) {
            generation.incrementAndGet();
            known.clear();
        }
    }
}
