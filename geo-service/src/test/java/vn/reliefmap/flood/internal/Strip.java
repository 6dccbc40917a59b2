package vn.reliefmap.flood.internal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Polygon;
import vn.reliefmap.geo.Geometries;
import vn.reliefmap.kernel.DisasterId;

/**
 * A world that is one strip of land, so that a merge can be read at a glance: place {@code x} (0 to 100) stands at
 * longitude 107 + x/100; the strip lies between latitude 16.0 and 16.1, and lines run along its middle.
 */
final class Strip {
    static final DisasterId DISASTER = new DisasterId(UUID.fromString("00000000-0000-4000-8000-000000000001"));
    private static final double MIDDLE = 16.05;

    private Strip() {}

    static Instant hour(int hour) {
        return Instant.parse("2020-10-18T00:00:00Z").plusSeconds(3600L * hour);
    }

    static Polygon area(double from, double to) {
        return (Polygon) Geometries.FACTORY.toGeometry(new Envelope(lon(from), lon(to), 16.0, 16.1));
    }

    static Coordinate place(double x) {
        return new Coordinate(lon(x), MIDDLE);
    }

    /** A line through the given places; between two neighbours it runs along the middle of the strip. */
    static LineString line(double... places) {
        Coordinate[] c = new Coordinate[places.length];
        for (int i = 0; i < c.length; i++) {
            c[i] = place(places[i]);
        }
        return Geometries.FACTORY.createLineString(c);
    }

    static Look at(int hour) {
        return new Look(hour(hour));
    }

    static MergedPicture picture(int hour, Look... looks) {
        List<Observation> observations = new ArrayList<>();
        for (Look look : looks) {
            observations.add(look.observation());
        }
        return new MergedPicture(DISASTER, hour(hour), observations, Ground.NONE);
    }

    private static double lon(double x) {
        return 107 + x / 100;
    }

    /** One observation in the making. */
    static final class Look {
        private final Instant observedAt;
        private boolean forecast;
        private final List<Polygon> footprint = new ArrayList<>();
        private final List<Observation.Face> faces = new ArrayList<>();

        private Look(Instant observedAt) {
            this.observedAt = observedAt;
        }

        Look saw(double from, double to) {
            footprint.add(area(from, to));
            return this;
        }

        Look water(double from, double to, double depthM) {
            faces.add(new Observation.Face(area(from, to), depthM));
            return this;
        }

        Look flowing(double from, double to, double depthM, double velocityMs) {
            faces.add(new Observation.Face(area(from, to), depthM, velocityMs));
            return this;
        }

        Look waterOfUnknownDepth(double from, double to) {
            return water(from, to, Double.NaN);
        }

        Look forecast() {
            forecast = true;
            return this;
        }

        Observation observation() {
            MultiPolygon seen = Geometries.multiPolygon(
                    Geometries.FACTORY.buildGeometry(footprint).union());
            return new Observation(UUID.randomUUID(), observedAt, forecast, observedAt, seen, faces);
        }
    }
}
