package vn.reliefmap.demo.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.index.strtree.STRtree;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBReader;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import vn.reliefmap.flood.Water;
import vn.reliefmap.flood.WaterPicture;
import vn.reliefmap.geo.Geometries;

/**
 * Asks a water picture about every point of a plan's ways, with no code of the planning or routing rooms. Where the
 * picture says no, only a bridge of the extract lets wheels over, and only a river, canal, lake or lagoon of the extract
 * carries a boat.
 */
final class PlanWays {
    /** Depth that closes each class, and depth that boats need (domain facts, section 2). */
    private static final Map<String, Double> LIMIT_M =
            Map.of("motorbike", 0.25, "car", 0.3, "pickup", 0.45, "truck", 0.6, "motor_boat", 0.5, "paddle_boat", 0.3);

    /** About 20 m between the points of a road that are asked. */
    private static final double STEP_DEGREES = 2e-4;

    /** About 25 m: waters of the extract are drawn onto cells of that size, and bridges have a width. */
    private static final double NEAR_DEGREES = 2.3e-4;

    /** Positions are told to six decimals. */
    private static final double ROUNDED_DEGREES = 1e-6;

    private final JsonNode plan;
    private final STRtree bridges;
    private final STRtree rivers;
    private final STRtree lakes;
    private double columnDegrees = Double.POSITIVE_INFINITY;
    private double rowDegrees = Double.POSITIVE_INFINITY;

    PlanWays(JdbcClient jdbc, JsonNode plan) {
        this.plan = plan;
        this.bridges = pieces(jdbc, "basemap_line", "bridge and kind = 'road'");
        this.rivers = pieces(jdbc, "basemap_line", "kind in ('river', 'canal')");
        this.lakes = pieces(jdbc, "basemap_area", "kind in ('water', 'lagoon')");
        eachLeg((tour, leg) -> {
            if (boat(tour)) {
                measure(leg.path("line").path("coordinates"));
            }
        });
    }

    List<String> faults(WaterPicture picture) {
        List<String> faults = new ArrayList<>();
        eachLeg((tour, leg) -> {
            JsonNode line = leg.path("line").path("coordinates");
            if (staysWhereItIs(line)) {
                return; // a boat that hands over at its own landing may lie there with too little water to move
            }
            String vehicle = tour.path("vehicle_class").asString();
            double limitM = LIMIT_M.getOrDefault(vehicle, Double.NaN);
            List<Coordinate> wrong = new ArrayList<>();
            for (Coordinate at : boat(tour) ? cells(line) : points(line)) {
                if (boat(tour) ? !floats(picture, at, limitM) : !drives(picture, at, limitM)) {
                    wrong.add(at);
                }
            }
            boolean overBridges = leg.path("bridges_unconfirmed").asInt() > 0;
            List<Coordinate> left =
                    boat(tour) ? apart(apart(wrong, rivers), lakes) : overBridges ? apart(wrong, bridges) : wrong;
            if (!left.isEmpty()) {
                faults.add("tour " + tour.path("number") + " (" + vehicle + ") at " + picture.at() + ": "
                        + picture.at(left.get(0)) + " at " + left.get(0) + ", and " + (left.size() - 1) + " more");
            }
        });
        return faults;
    }

    private void eachLeg(BiConsumer<JsonNode, JsonNode> consumer) {
        for (JsonNode tour : plan.path("tours")) {
            for (JsonNode trip : tour.path("trips")) {
                trip.path("legs").forEach(leg -> consumer.accept(tour, leg));
            }
        }
    }

    private static boolean staysWhereItIs(JsonNode line) {
        return points(line).stream().distinct().count() <= 1;
    }

    private static boolean boat(JsonNode tour) {
        return tour.path("vehicle_class").asString().endsWith("boat");
    }

    private static boolean drives(WaterPicture picture, Coordinate at, double limitM) {
        Water water = picture.floodAt(at);
        return switch (water.state()) {
            case DRY, UNOBSERVED -> true;
            case UNKNOWN -> false;
            case WET -> water.depthM() < limitM;
        };
    }

    private static boolean floats(WaterPicture picture, Coordinate at, double limitM) {
        for (int side = 0; side < 5; side++) {
            Water water = picture.at(new Coordinate(
                    at.x + (side == 1 ? ROUNDED_DEGREES : side == 2 ? -ROUNDED_DEGREES : 0),
                    at.y + (side == 3 ? ROUNDED_DEGREES : side == 4 ? -ROUNDED_DEGREES : 0)));
            if (water.state() == Water.State.WET && water.depthM() >= limitM - 0.001) {
                return true;
            }
        }
        return false;
    }

    /** Those of the positions that the extract does not explain. */
    private static List<Coordinate> apart(List<Coordinate> positions, STRtree explained) {
        return positions.stream().filter(at -> !near(at, explained)).toList();
    }

    private static boolean near(Coordinate at, STRtree explained) {
        Envelope box = new Envelope(at);
        box.expandBy(NEAR_DEGREES);
        for (Object piece : explained.query(box)) {
            if (((Geometry) piece).isWithinDistance(Geometries.FACTORY.createPoint(at), NEAR_DEGREES)) {
                return true;
            }
        }
        return false;
    }

    /** Cut small, for a lagoon has thousands of corners. */
    private static STRtree pieces(JdbcClient jdbc, String table, String which) {
        STRtree pieces = new STRtree();
        jdbc.sql("select st_asbinary(st_subdivide(geom, 32)) from " + table + " where " + which)
                .query((rs, row) -> rs.getBytes(1))
                .list()
                .forEach(bytes -> {
                    Geometry piece = read(bytes);
                    pieces.insert(piece.getEnvelopeInternal(), piece);
                });
        return pieces;
    }

    private static Geometry read(byte[] bytes) {
        try {
            return new WKBReader(Geometries.FACTORY).read(bytes);
        } catch (ParseException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<Coordinate> points(JsonNode line) {
        List<Coordinate> points = new ArrayList<>();
        for (int i = 0; i < line.size(); i++) {
            Coordinate before = position(line, Math.max(0, i - 1));
            Coordinate at = position(line, i);
            between(before, at, 1 + (int) (before.distance(at) / STEP_DEGREES), points);
        }
        return points;
    }

    /** Boats go from the middle of a cell to that of the next; the smallest steps of all ways say how large cells are. */
    private void measure(JsonNode line) {
        for (int i = 1; i < line.size(); i++) {
            double across = Math.abs(position(line, i).x - position(line, i - 1).x);
            double along = Math.abs(position(line, i).y - position(line, i - 1).y);
            columnDegrees = across > 5 * ROUNDED_DEGREES ? Math.min(columnDegrees, across) : columnDegrees;
            rowDegrees = along > 5 * ROUNDED_DEGREES ? Math.min(rowDegrees, along) : rowDegrees;
        }
    }

    private List<Coordinate> cells(JsonNode line) {
        List<Coordinate> cells = new ArrayList<>();
        for (int i = 0; i < line.size(); i++) {
            Coordinate before = position(line, Math.max(0, i - 1));
            Coordinate at = position(line, i);
            long steps = Math.round(
                    Math.max(Math.abs(at.x - before.x) / columnDegrees, Math.abs(at.y - before.y) / rowDegrees));
            between(before, at, (int) Math.max(1, steps), cells);
        }
        return cells;
    }

    private static void between(Coordinate before, Coordinate at, int steps, List<Coordinate> points) {
        for (int s = 1; s <= steps; s++) {
            double share = (double) s / steps;
            points.add(new Coordinate(before.x + share * (at.x - before.x), before.y + share * (at.y - before.y)));
        }
    }

    private static Coordinate position(JsonNode line, int i) {
        return new Coordinate(
                line.path(i).path(0).asDouble(), line.path(i).path(1).asDouble());
    }
}
