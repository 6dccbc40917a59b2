package vn.reliefmap.demo.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.locationtech.jts.geom.Coordinate;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import vn.reliefmap.flood.Water;
import vn.reliefmap.flood.Waters;
import vn.reliefmap.kernel.DisasterId;

/**
 * Checks a plan from its document and the raw tables, with no code of the planning or routing rooms: every unit is
 * accounted for, no vehicle is overloaded, no stock falls below zero, boats load what trucks brought before, every
 * vehicle is home in time, and no way leads through water that closes it.
 */
final class PlanChecker {
    /** Depth that closes each class, and depth that boats need (domain facts, section 2). */
    private static final Map<String, Double> LIMIT_M =
            Map.of("motorbike", 0.25, "car", 0.3, "pickup", 0.45, "truck", 0.6, "motor_boat", 0.5, "paddle_boat", 0.3);

    private static final double STEP_DEGREES = 1e-4;

    private final JdbcClient jdbc;
    private final Waters waters;
    private final JsonNode plan;
    private final List<String> faults = new ArrayList<>();

    PlanChecker(DemoRooms rooms, JsonNode plan) {
        this.jdbc = rooms.room(JdbcClient.class);
        this.waters = rooms.room(Waters.class);
        this.plan = plan;
    }

    List<String> faults() {
        everyUnitIsAccountedFor();
        loadsFit();
        stockAndLandingsNeverFallBelowZero();
        timesHold();
        waysArePassable();
        return faults;
    }

    private void expect(boolean holds, String fault) {
        if (!holds) {
            faults.add(fault);
        }
    }

    private void everyUnitIsAccountedFor() {
        Map<String, BigDecimal> told = new TreeMap<>();
        for (JsonNode tour : plan.path("tours")) {
            for (JsonNode trip : tour.path("trips")) {
                for (JsonNode call : trip.path("calls")) {
                    if (call.path("landing").isNull()) {
                        add(told, call.path("hands_over"));
                    }
                }
            }
        }
        plan.path("unassigned").forEach(gap -> add(told, gap.path("quantities")));
        Map<String, BigDecimal> needed = new TreeMap<>();
        jdbc.sql("""
                select item_code, sum(to_carry) milli from need where disaster_id = :disaster
                group by 1 having sum(to_carry) > 0""")
                .param("disaster", UUID.fromString(plan.path("disaster").asString()))
                .query((rs, row) -> needed.put(rs.getString(1), plain(rs.getBigDecimal(2))))
                .list();
        told.replaceAll((item, quantity) -> plain(quantity));
        expect(told.equals(needed), "told " + told + ", needed " + needed);
    }

    private static void add(Map<String, BigDecimal> sums, JsonNode quantities) {
        quantities.forEach(one -> sums.merge(
                one.path("item").asString(), new BigDecimal(one.path("quantity").asString()), BigDecimal::add));
    }

    private static BigDecimal plain(BigDecimal number) {
        return number.setScale(3);
    }

    private record Size(double kg, double m3) {}

    private static final Size NOTHING = new Size(Double.NaN, Double.NaN);

    private void loadsFit() {
        Map<String, Size> items = new HashMap<>();
        jdbc.sql("select code, mass_kg, volume_m3 from item")
                .query((rs, row) -> items.put(rs.getString(1), new Size(rs.getDouble(2), rs.getDouble(3))))
                .list();
        for (JsonNode tour : plan.path("tours")) {
            Size capacity = jdbc.sql("select capacity_kg, capacity_m3 from vehicle where id = :id")
                    .param("id", UUID.fromString(tour.path("vehicle").asString()))
                    .query((rs, row) -> new Size(rs.getDouble(1), rs.getDouble(2)))
                    .single();
            for (JsonNode trip : tour.path("trips")) {
                double kg = 0;
                double m3 = 0;
                Map<String, BigDecimal> loaded = new TreeMap<>();
                add(loaded, trip.path("loads"));
                for (var load : loaded.entrySet()) {
                    Size one = items.getOrDefault(load.getKey(), NOTHING);
                    kg += one.kg() * load.getValue().doubleValue();
                    m3 += one.m3() * load.getValue().doubleValue();
                }
                expect(
                        kg <= capacity.kg() + 1e-6 && m3 <= capacity.m3() + 1e-9,
                        "tour " + tour.path("number") + " carries " + kg + " kg, " + m3 + " m³ of " + capacity);
                Map<String, BigDecimal> handed = new TreeMap<>();
                trip.path("calls").forEach(call -> add(handed, call.path("hands_over")));
                expect(handed.equals(loaded), "tour " + tour.path("number") + " loads " + loaded + ", hands " + handed);
            }
        }
    }

    private record Move(Instant at, String place, String item, BigDecimal change) {}

    private void stockAndLandingsNeverFallBelowZero() {
        Map<String, BigDecimal> lying = new HashMap<>();
        jdbc.sql("select depot_id, item_code, quantity from stock")
                .query((rs, row) -> lying.put(rs.getString(1) + " " + rs.getString(2), rs.getBigDecimal(3)))
                .list();
        List<Move> moves = new ArrayList<>();
        for (JsonNode tour : plan.path("tours")) {
            for (JsonNode trip : tour.path("trips")) {
                JsonNode origin = trip.path("origin");
                String from = origin.path("depot").isNull()
                        ? origin.path("landing").asString()
                        : origin.path("depot").asString();
                Instant loads = Instant.parse(trip.path("loads_at").asString());
                trip.path("loads").forEach(one -> moves.add(move(loads, from, one, -1)));
                for (JsonNode call : trip.path("calls")) {
                    if (!call.path("landing").isNull()) {
                        Instant there = Instant.parse(call.path("departs_at").asString());
                        call.path("hands_over")
                                .forEach(one -> moves.add(
                                        move(there, call.path("landing").asString(), one, 1)));
                    }
                }
            }
        }
        moves.sort((a, b) -> {
            int byTime = a.at().compareTo(b.at());
            return byTime != 0 ? byTime : b.change().signum() - a.change().signum();
        });
        for (Move move : moves) {
            String key = move.place() + " " + move.item();
            BigDecimal left = lying.getOrDefault(key, BigDecimal.ZERO).add(move.change());
            lying.put(key, left);
            expect(left.signum() >= 0, key + " falls to " + left + " at " + move.at());
        }
    }

    private static Move move(Instant at, String place, JsonNode one, int sign) {
        BigDecimal quantity = new BigDecimal(one.path("quantity").asString());
        return new Move(at, place, one.path("item").asString(), sign < 0 ? quantity.negate() : quantity);
    }

    private void timesHold() {
        Instant starts = Instant.parse(plan.path("starts_at").asString());
        Instant ends = Instant.parse(plan.path("ends_at").asString());
        for (JsonNode tour : plan.path("tours")) {
            Instant clock = starts;
            for (JsonNode trip : tour.path("trips")) {
                int leg = trip.path("legs").size() - trip.path("calls").size();
                expect(leg >= 0 && leg <= 2, "legs of tour " + tour.path("number"));
                Instant departs = Instant.parse(trip.path("departs_at").asString());
                expect(!departs.isBefore(clock), "tour " + tour.path("number") + " leaves before it is there");
                clock = departs;
                for (JsonNode call : trip.path("calls")) {
                    Instant arrives = Instant.parse(call.path("arrives_at").asString());
                    expect(!arrives.isBefore(clock), "tour " + tour.path("number") + " arrives before it leaves");
                    clock = Instant.parse(call.path("departs_at").asString());
                }
            }
            Instant home = Instant.parse(tour.path("ends_at").asString());
            expect(!home.isBefore(clock) && !home.isAfter(ends), "tour " + tour.path("number") + " is home too late");
        }
    }

    private void waysArePassable() {
        DisasterId disaster =
                new DisasterId(UUID.fromString(plan.path("disaster").asString()));
        for (JsonNode tour : plan.path("tours")) {
            String vehicle = tour.path("vehicle_class").asString();
            for (JsonNode trip : tour.path("trips")) {
                for (JsonNode leg : trip.path("legs")) {
                    Instant from = Instant.parse(leg.path("departs_at").asString());
                    Instant to = from.plusMillis(
                            (long) (1000 * leg.path("duration_s").asDouble()));
                    Instant inForce =
                            Instant.parse(plan.path("water").path("at").asString());
                    for (JsonNode step : plan.path("water").path("worst_of")) {
                        Instant at = Instant.parse(step.asString());
                        if (!at.isAfter(from)) {
                            inForce = at;
                        } else if (!at.isAfter(to)) {
                            check(disaster, at, vehicle, tour, leg);
                        }
                    }
                    check(disaster, inForce, vehicle, tour, leg);
                }
            }
        }
    }

    /** A bridge may lead over deep water, and says so; elsewhere every point of the way is asked. */
    private void check(DisasterId disaster, Instant moment, String vehicle, JsonNode tour, JsonNode leg) {
        boolean boat = vehicle.endsWith("boat");
        if (boat || leg.path("bridges_unconfirmed").asInt() > 0) {
            return;
        }
        var picture = waters.picture(disaster, moment);
        for (Coordinate at : points(leg.path("line").path("coordinates"))) {
            Water water = picture.floodAt(at);
            boolean passable =
                    switch (water.state()) {
                        case DRY, UNOBSERVED -> true;
                        case UNKNOWN -> false;
                        case WET -> water.depthM() < LIMIT_M.getOrDefault(vehicle, 0.0);
                    };
            if (!passable) {
                faults.add("tour " + tour.path("number") + " (" + vehicle + ") drives into " + water + " at " + at);
                return;
            }
        }
    }

    private static List<Coordinate> points(JsonNode line) {
        List<Coordinate> points = new ArrayList<>();
        Coordinate before = null;
        for (JsonNode position : line) {
            Coordinate at =
                    new Coordinate(position.path(0).asDouble(), position.path(1).asDouble());
            if (before != null) {
                int steps = 1 + (int) (before.distance(at) / STEP_DEGREES);
                for (int s = 1; s < steps; s++) {
                    double share = (double) s / steps;
                    points.add(
                            new Coordinate(before.x + share * (at.x - before.x), before.y + share * (at.y - before.y)));
                }
            }
            points.add(at);
            before = at;
        }
        return points;
    }

    void assertSound() {
        assertThat(faults()).isEmpty();
    }
}
