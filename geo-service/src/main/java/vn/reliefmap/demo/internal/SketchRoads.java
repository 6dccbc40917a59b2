package vn.reliefmap.demo.internal;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.locationtech.jts.algorithm.ConvexHull;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateList;
import org.locationtech.jts.geom.Geometry;

/** Draws the province from the sketch: the same seed gives the same OpenStreetMap file, byte for byte once unpacked. */
public final class SketchRoads {
    /** The seed of the bundled province. */
    public static final long SEED = 2020;

    private SketchRoads() {}

    /**
     * What was drawn.
     *
     * @param roadLengthM length of all roads in plane metres
     */
    public record Drawn(int nodes, int ways, int roadWays, double roadLengthM, int settlements, int houses) {}

    /** Reads {@code sketch.json} and writes {@code .osm.gz}. */
    public static Drawn draw(Path sketchFile, long seed, Path osmGzFile) throws IOException {
        try (OutputStream out = new GZIPOutputStream(new BufferedOutputStream(Files.newOutputStream(osmGzFile))) {
            {
                def.setLevel(9);
            }
        }) {
            return draw(sketchFile, seed, out);
        }
    }

    /** The same, unpacked, into a stream. */
    public static Drawn draw(Path sketchFile, long seed, OutputStream out) throws IOException {
        Sketch sketch = Sketch.read(sketchFile);
        SketchLand land = new SketchLand(sketch, seed);
        List<Village> villages = new ArrayList<>();
        for (Sketch.Place place : sketch.places()) {
            villages.add(Village.draw(place, land, seed));
        }
        List<RoadNetwork.Way> roads =
                new RoadNetwork(land, seed).cut(new RoadPlan(sketch, land, villages, seed).strokes());

        OsmXml osm = new OsmXml(land.plane());
        roads.forEach(way -> addRoad(osm, way));
        addNature(osm, sketch, land);
        int houses = 0;
        for (Village village : villages) {
            addVillage(osm, village);
            houses += village.houses().size();
        }
        osm.write(out);
        double length = roads.stream().mapToDouble(RoadNetwork.Way::lengthM).sum();
        return new Drawn(osm.nodeCount(), osm.wayCount(), roads.size(), length, villages.size(), houses);
    }

    private static void addRoad(OsmXml osm, RoadNetwork.Way way) {
        Stroke stroke = way.stroke();
        boolean motorway = stroke.highway().equals("motorway");
        osm.way(
                way.line(),
                "highway",
                // A two-lane expressway that carries both directions; OpenStreetMap's "motorway" would mean one-way.
                motorway ? "trunk" : stroke.highway(),
                "motorroad",
                motorway ? "yes" : "",
                "motorcycle",
                motorway ? "no" : "",
                "name",
                stroke.name(),
                "ref",
                stroke.ref(),
                "bridge",
                way.lie() == RoadNetwork.Lie.BRIDGE ? "yes" : "",
                "layer",
                way.lie() == RoadNetwork.Lie.BRIDGE ? "1" : "",
                "ford",
                way.lie() == RoadNetwork.Lie.FORD ? "yes" : "",
                "maxspeed",
                motorway ? "80" : "");
    }

    private static void addNature(OsmXml osm, Sketch sketch, SketchLand land) {
        List<Coordinate> shore = land.coast();
        osm.line(shore, "natural", "coastline");
        osm.area(open(land.sea()), "place", "sea", "name", "Biển Đông");
        for (SketchLand.Water water : land.waters()) {
            List<Coordinate> course = water.course();
            if (course != null) {
                osm.line(course, "waterway", water.kind(), "name", water.name());
                String bed = water.kind().equals("river") ? "river" : water.kind();
                osm.area(open(water.bed()), "natural", "water", "water", bed, "name", water.name());
            } else {
                osm.area(open(water.bed()), "natural", "water", "water", water.kind(), "name", water.name());
            }
        }
        for (List<List<Double>> hill : sketch.hills()) {
            List<Coordinate> outline = land.metres(hill);
            outline.add(outline.get(0));
            List<Coordinate> ragged =
                    Curves.shaken(Curves.through(outline, 400), new Noise(51, 1500), new Noise(52, 1500), 350);
            osm.area(ragged.subList(0, ragged.size() - 1), "natural", "wood");
        }
        osm.line(
                Curves.through(land.metres(sketch.rail().points()), 250),
                "railway",
                "rail",
                "name",
                sketch.rail().name());
    }

    private static void addVillage(OsmXml osm, Village village) {
        osm.point(
                village.centre(),
                "place",
                village.place().kind(),
                "name",
                village.place().name());
        List<Coordinate> middles =
                village.houses().stream().map(Village.House::middle).toList();
        Geometry hull = new ConvexHull(middles.toArray(Coordinate[]::new), Plane.METRES).getConvexHull();
        if (hull.getDimension() == 2) {
            osm.area(open(hull), "landuse", "residential");
        }
        for (Village.House house : village.houses()) {
            osm.area(corners(house), "building", "house");
        }
    }

    private static List<Coordinate> corners(Village.House house) {
        double ux = house.along().x * 4;
        double uy = house.along().y * 4;
        double vx = -house.along().y * 6;
        double vy = house.along().x * 6;
        Coordinate m = house.middle();
        return List.of(
                new Coordinate(m.x + ux + vx, m.y + uy + vy),
                new Coordinate(m.x - ux + vx, m.y - uy + vy),
                new Coordinate(m.x - ux - vx, m.y - uy - vy),
                new Coordinate(m.x + ux - vx, m.y + uy - vy));
    }

    private static List<Coordinate> open(Geometry area) {
        CoordinateList ring = new CoordinateList(area.getCoordinates(), false);
        return Arrays.asList(ring.toCoordinateArray()).subList(0, ring.size() - 1);
    }
}
