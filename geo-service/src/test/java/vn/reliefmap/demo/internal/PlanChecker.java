package vn.reliefmap.demo.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import vn.reliefmap.flood.WaterStep;
import vn.reliefmap.flood.Waters;
import vn.reliefmap.kernel.DisasterId;

/**
 * Checks a plan from its document and the raw tables, with no code of the planning or routing rooms: every unit is
 * accounted for, no vehicle is overloaded, no stock falls below zero, boats load what trucks brought before, every
 * vehicle is home in time, and no way leads through water that closes it, in any step of the plan.
 */
final class PlanChecker {
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
        teamsHaveTheSkills();
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

    /** Whoever hands over at homes; trucks may bring to landings what they may not hand over. */
    private void teamsHaveTheSkills() {
        Map<String, String> asks = new HashMap<>();
        jdbc.sql("select code, needs_skill from item where needs_skill is not null")
                .query((rs, row) -> asks.put(rs.getString(1), rs.getString(2)))
                .list();
        for (JsonNode tour : plan.path("tours")) {
            List<String> has = jdbc.sql("select unnest(skills) from vehicle where id = :id")
                    .param("id", UUID.fromString(tour.path("vehicle").asString()))
                    .query(String.class)
                    .list();
            for (JsonNode trip : tour.path("trips")) {
                for (JsonNode call : trip.path("calls")) {
                    for (JsonNode one : call.path("hands_over")) {
                        String skill = asks.get(one.path("item").asString());
                        expect(
                                skill == null || !call.path("landing").isNull() || has.contains(skill),
                                "tour " + tour.path("number") + " hands over " + one + " without a " + skill);
                    }
                }
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

    /** Each way, in every step of the plan: a team that is late must still get through. */
    private void waysArePassable() {
        PlanWays ways = new PlanWays(jdbc, plan);
        DisasterId disaster =
                new DisasterId(UUID.fromString(plan.path("disaster").asString()));
        Set<Instant> moments = new TreeSet<>();
        moments.add(Instant.parse(plan.path("starts_at").asString()));
        plan.path("water").path("worst_of").forEach(step -> moments.add(Instant.parse(step.asString())));
        for (WaterStep step : waters.steps(disaster)) {
            if (step.at().isAfter(Instant.parse(plan.path("starts_at").asString()))
                    && step.at().isBefore(Instant.parse(plan.path("ends_at").asString()))) {
                expect(moments.contains(step.at()), "the plan did not look at the water of " + step.at());
            }
        }
        moments.forEach(moment -> faults.addAll(ways.faults(waters.picture(disaster, moment))));
    }

    void assertSound() {
        assertThat(faults()).isEmpty();
    }
}
