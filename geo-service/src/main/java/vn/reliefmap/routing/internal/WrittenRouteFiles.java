package vn.reliefmap.routing.internal;

import io.jenetics.jpx.GPX;
import io.jenetics.jpx.Track;
import io.jenetics.jpx.TrackSegment;
import io.jenetics.jpx.WayPoint;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import vn.reliefmap.routing.OtherWay;
import vn.reliefmap.routing.RouteAdvice;
import vn.reliefmap.routing.RouteAnswer;
import vn.reliefmap.routing.RouteConfidence;
import vn.reliefmap.routing.RouteFiles;
import vn.reliefmap.routing.RouteStep;

/** Writes GPX with jpx and GeoJSON with the mapper of the HTTP answers. */
@Component
class WrittenRouteFiles implements RouteFiles {
    private final JsonMapper json;

    WrittenRouteFiles(JsonMapper json) {
        this.json = json;
    }

    /** A GeoJSON feature; the names of the components are the standard's. */
    record Feature(String type, Geometry geometry, Map<String, Object> properties) {}

    /** All of them. */
    record Collection(String type, List<Feature> features) {}

    @Override
    public byte[] gpx(RouteAdvice advice) {
        WayLegs way = WayLegs.of(advice.answer());
        String trust = trust(advice.confidence());
        GPX.Builder gpx = GPX.builder("Relief Map").metadata(about -> {
            about.name("Tuyến cứu trợ / relief route").desc(trust);
            if (way.departAt() != null) {
                about.time(way.departAt());
            }
        });
        for (RouteStep step : way.steps()) {
            gpx.addWayPoint(WayPoint.builder()
                    .name(step.vi())
                    .desc(step.en())
                    .type(step.turn().word())
                    .build(step.at().lat(), step.at().lon()));
        }
        gpx.addTrack(track("Tuyến / way", trust, way));
        for (OtherWay other : advice.others()) {
            gpx.addTrack(track(other.vi(), trust(other.confidence()), WayLegs.of(other.way())));
        }
        return GPX.Writer.DEFAULT.toString(gpx.build()).getBytes(StandardCharsets.UTF_8);
    }

    private static Track track(String name, String trust, WayLegs way) {
        Track.Builder track = Track.builder().name(name).desc(trust);
        for (WayLegs.Leg leg : way.legs()) {
            Coordinate[] line = leg.line().getCoordinates();
            List<Instant> times = way.times(leg);
            TrackSegment.Builder segment = TrackSegment.builder();
            for (int i = 0; i < line.length; i++) {
                WayPoint.Builder point = WayPoint.builder();
                if (!times.isEmpty()) {
                    point.time(times.get(i));
                }
                segment.addPoint(point.build(line[i].y, line[i].x));
            }
            track.addSegment(segment.build());
        }
        return track.build();
    }

    @Override
    public byte[] geoJson(RouteAdvice advice) {
        List<Feature> features = new ArrayList<>(lines("way", advice.answer(), advice.confidence()));
        for (RouteStep step : WayLegs.of(advice.answer()).steps()) {
            features.add(step(step));
        }
        advice.others().forEach(other -> features.addAll(lines("other", other.way(), other.confidence())));
        return json.writeValueAsBytes(new Collection("FeatureCollection", features));
    }

    private static List<Feature> lines(String kind, RouteAnswer answer, RouteConfidence confidence) {
        return WayLegs.of(answer).legs().stream()
                .map(leg -> {
                    Map<String, Object> properties = new LinkedHashMap<>();
                    properties.put("kind", kind);
                    properties.put("vehicle", leg.vehicle().word());
                    properties.put("distance_m", leg.distanceM());
                    properties.put("duration_s", Math.round(leg.durationS() * 10) / 10.0);
                    properties.put("deepest_m", leg.deepestM());
                    properties.put("confidence", confidence.grade().word());
                    return new Feature("Feature", leg.line(), properties);
                })
                .toList();
    }

    private static Feature step(RouteStep step) {
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("kind", "step");
        properties.put("turn", step.turn().word());
        properties.put("vi", step.vi());
        properties.put("en", step.en());
        properties.put("from_m", step.fromM());
        properties.put("distance_m", step.distanceM());
        properties.put("depth_m", step.depthM());
        return new Feature("Feature", step.at().point(), properties);
    }

    private static String trust(RouteConfidence confidence) {
        String grade =
                switch (confidence.grade()) {
                    case HIGH -> "Độ tin cậy: cao / confidence: high";
                    case MEDIUM -> "Độ tin cậy: trung bình / confidence: medium";
                    case LOW -> "Độ tin cậy: thấp / confidence: low";
                };
        return confidence.reasons().stream()
                .map(reason -> ". " + reason.vi() + " / " + reason.en())
                .collect(Collectors.joining("", grade, ""));
    }
}
