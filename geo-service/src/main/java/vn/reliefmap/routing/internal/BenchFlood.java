package vn.reliefmap.routing.internal;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Polygon;
import vn.reliefmap.flood.WaterDraft;
import vn.reliefmap.geo.GeoJsonReader;
import vn.reliefmap.geo.Geometries;
import vn.reliefmap.geo.Repair;

/** Made-up water to measure with: ragged round polygons at random places. */
record BenchFlood(Envelope seen, List<WaterDraft.Area> areas) {
    static final Instant SEEN = Instant.parse("2020-10-18T00:00:00Z");

    /** Too deep for every vehicle on wheels. */
    static final double[] CLOSING_M = {2, 2};

    /** Some of it can be driven through. */
    static final double[] GRADED_M = {0.1, 2};

    /**
     * Polygons of about the same size.
     *
     * @param share of the box that they would cover if none overlapped
     * @param depthM least and greatest depth
     */
    static BenchFlood draw(Envelope box, int count, int corners, double share, double[] depthM, Random random) {
        double radius = Math.sqrt(share * box.getArea() / count / Math.PI);
        List<WaterDraft.Area> areas = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            Coordinate centre = new Coordinate(
                    box.getMinX() + random.nextDouble() * box.getWidth(),
                    box.getMinY() + random.nextDouble() * box.getHeight());
            Polygon polygon = polygon(centre, radius, corners, random);
            areas.add(new WaterDraft.Area(polygon, depthM[0] + (depthM[1] - depthM[0]) * random.nextDouble()));
        }
        return new BenchFlood(box, areas);
    }

    private static Polygon polygon(Coordinate centre, double radius, int corners, Random random) {
        Coordinate[] ring = new Coordinate[corners + 1];
        for (int i = 0; i < corners; i++) {
            double angle = 2 * Math.PI * i / corners;
            double r = radius * (0.75 + 0.5 * random.nextDouble());
            ring[i] = new Coordinate(centre.x + r * Math.cos(angle), centre.y + r * Math.sin(angle));
        }
        ring[corners] = ring[0];
        return Geometries.FACTORY.createPolygon(ring);
    }

    /** The first so many of those polygons that pass the test. */
    BenchFlood first(int count, Predicate<Polygon> test) {
        return new BenchFlood(
                seen,
                areas.stream()
                        .filter(area -> test.test(area.polygon()))
                        .limit(count)
                        .toList());
    }

    List<Polygon> polygons() {
        return areas.stream().map(WaterDraft.Area::polygon).toList();
    }

    WaterDraft draft() {
        return WaterDraft.empty().observed(SEEN, footprint(seen), areas);
    }

    static MultiPolygon footprint(Envelope box) {
        return Geometries.multiPolygon(Geometries.FACTORY.toGeometry(box));
    }

    /** Reads what {@link #writeTo} wrote, with the reader and the repair that the import uses. */
    static BenchFlood read(Path geoJson, Envelope seen) {
        List<WaterDraft.Area> areas = new ArrayList<>();
        GeoJsonReader.read(geoJson, feature -> {
            double depthM = feature.number("depth_m").orElse(Double.NaN);
            if (feature.geometry() == null) {
                throw new IllegalStateException("the bench's own file cannot be read: " + feature);
            }
            MultiPolygon area = Repair.of(feature.geometry()).area();
            for (int i = 0; i < area.getNumGeometries(); i++) {
                areas.add(new WaterDraft.Area((Polygon) area.getGeometryN(i), depthM));
            }
        });
        return new BenchFlood(seen, areas);
    }

    void writeTo(Path geoJson) {
        try (BufferedWriter out = Files.newBufferedWriter(geoJson)) {
            out.write("{\"type\":\"FeatureCollection\",\"features\":[\n");
            String between = "";
            for (WaterDraft.Area area : areas) {
                out.write(between + "{\"type\":\"Feature\",\"properties\":{\"depth_m\":" + area.depthM()
                        + "},\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[[");
                String comma = "";
                for (Coordinate c : area.polygon().getCoordinates()) {
                    out.write(comma + "[" + c.x + "," + c.y + "]");
                    comma = ",";
                }
                out.write("]]}}");
                between = ",\n";
            }
            out.write("]}\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
