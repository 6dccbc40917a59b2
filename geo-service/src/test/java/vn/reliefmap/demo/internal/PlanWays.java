package vn.reliefmap.demo.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.locationtech.jts.geom.Coordinate;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import vn.reliefmap.flood.Water;
import vn.reliefmap.flood.WaterPicture;

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

    private final JdbcClient jdbc;
    private final JsonNode plan;
    private double columnDegrees = Double.POSITIVE_INFINITY;
    private double rowDegrees = Double.POSITIVE_INFINITY;

    PlanWays(JdbcClient jdbc, JsonNode plan) {
        this.jdbc = jdbc;
        this.plan = plan;
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
            String vehicle = tour.path("vehicle_class").asString();
            double limitM = LIMIT_M.getOrDefault(vehicle, Double.NaN);
            List<Coordinate> wrong = new ArrayList<>();
            for (Coordinate at : boat(tour) ? cells(line) : points(line)) {
                if (boat(tour) ? !floats(picture, at, limitM) : !drives(picture, at, limitM)) {
                    wrong.add(at);
                }
            }
            boolean overBridges = leg.path("bridges_unconfirmed").asInt() > 0;
            List<Coordinate> left = boat(tour) ? apart(wrong, AFLOAT) : overBridges ? apart(wrong, ON_BRIDGES) : wrong;
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

    private static final String ON_BRIDGES = """
            select 1 from basemap_line where bridge and kind = 'road' and st_dwithin(geom, p.at, :near)""";

    private static final String AFLOAT = """
            select 1 from basemap_line where kind in ('river', 'canal') and st_dwithin(geom, p.at, :near)
            union all
            select 1 from basemap_area where kind in ('water', 'lagoon') and st_dwithin(geom, p.at, :near)""";

    /** Those of the positions that the extract does not explain. */
    private List<Coordinate> apart(List<Coordinate> positions, String explained) {
        if (positions.isEmpty()) {
            return positions;
        }
        return jdbc.sql("""
                        select x, y from (
                            select x, y, st_setsrid(st_makepoint(x, y), 4326) at
                            from unnest(:xs::float8[], :ys::float8[]) as position (x, y)) p
                        where not exists (%s)""".formatted(explained))
                .param("xs", positions.stream().map(at -> at.x).toArray(Double[]::new))
                .param("ys", positions.stream().map(at -> at.y).toArray(Double[]::new))
                .param("near", NEAR_DEGREES)
                .query((rs, row) -> new Coordinate(rs.getDouble(1), rs.getDouble(2)))
                .list();
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
