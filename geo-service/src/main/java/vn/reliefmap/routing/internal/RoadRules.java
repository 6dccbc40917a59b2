package vn.reliefmap.routing.internal;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.reliefmap.passability.VehicleClass;

/**
 * Which OpenStreetMap roads a vehicle class may use, and how fast: Vietnamese practice as tables. The reasons stand in
 * docs/decisions/0110-road-network-rules.md. Raise {@link #VERSION} with every change, so that graphs built by older rules
 * are not read by newer ones.
 */
final class RoadRules {
    static final int VERSION = 1;

    /** The classes that the road graph serves, each a profile of the same name. */
    static final List<VehicleClass> CLASSES =
            List.of(VehicleClass.MOTORBIKE, VehicleClass.CAR, VehicleClass.PICKUP, VehicleClass.TRUCK);

    /** Fastest speed in the tables and the highest that a maxspeed tag can ask for, km/h. */
    static final double TOP_SPEED_KMH = 100;

    /** Values of highway=* that are no road (yet, or any more), or no line to travel along. */
    static final Set<String> NO_ROADS = Set.of(
            "construction",
            "proposed",
            "planned",
            "abandoned",
            "razed",
            "demolished",
            "removed",
            "disused",
            "no",
            "platform",
            "bus_stop",
            "rest_area",
            "services",
            "elevator",
            "corridor",
            "raceway",
            "via_ferrata",
            "emergency_bay");

    /** Access values that forbid. Everything else (yes, destination, customers, delivery, unknown words) allows. */
    static final Set<String> FORBIDDING =
            Set.of("no", "private", "military", "emergency", "restricted", "permit", "agricultural", "forestry");

    /** Footways that run along a road, or across one: nothing to drive on, even on a motorbike. */
    static final Set<String> SIDE_FOOTWAYS = Set.of("sidewalk", "crossing", "traffic_island", "access_aisle");

    /** Surfaces that slow wheels down, and those that do so all the more after rain. */
    static final Set<String> ROUGH_SURFACES = Set.of(
            "unpaved",
            "gravel",
            "fine_gravel",
            "pebblestone",
            "compacted",
            "rock",
            "cobblestone",
            "dirt",
            "earth",
            "ground",
            "grass",
            "mud",
            "sand",
            "soil");

    /** Barriers that nothing on wheels passes. */
    static final Set<String> BARRIERS_ALL =
            Set.of("stile", "turnstile", "kissing_gate", "fence", "wall", "debris", "full-height_turnstile");

    /** Barriers that a motorbike slips through and four wheels do not. */
    static final Set<String> BARRIERS_WIDE = Set.of(
            "bollard",
            "block",
            "cycle_barrier",
            "motorcycle_barrier",
            "jersey_barrier",
            "chain",
            "log",
            "bus_trap",
            "sump_buster");

    /** Usual speed in km/h per highway=*, in the order of {@link #CLASSES}; 0 = not for this class. */
    private static final Map<String, int[]> SPEED_KMH = Map.ofEntries(
            Map.entry("motorway", new int[] {0, 90, 85, 75}),
            Map.entry("motorway_link", new int[] {0, 50, 50, 45}),
            Map.entry("trunk", new int[] {50, 60, 60, 55}),
            Map.entry("trunk_link", new int[] {35, 40, 40, 35}),
            Map.entry("primary", new int[] {45, 50, 50, 45}),
            Map.entry("primary_link", new int[] {35, 35, 35, 30}),
            Map.entry("secondary", new int[] {40, 45, 45, 40}),
            Map.entry("secondary_link", new int[] {30, 30, 30, 25}),
            Map.entry("tertiary", new int[] {35, 40, 40, 32}),
            Map.entry("tertiary_link", new int[] {25, 25, 25, 20}),
            Map.entry("unclassified", new int[] {30, 30, 30, 25}),
            Map.entry("road", new int[] {25, 25, 25, 20}),
            Map.entry("residential", new int[] {25, 25, 25, 20}),
            Map.entry("living_street", new int[] {15, 12, 12, 10}),
            Map.entry("service", new int[] {20, 15, 15, 12}),
            Map.entry("escape", new int[] {10, 10, 10, 10}),
            Map.entry("track", new int[] {18, 12, 18, 10}),
            Map.entry("pedestrian", new int[] {10, 0, 0, 0}),
            Map.entry("cycleway", new int[] {15, 0, 0, 0}),
            Map.entry("path", new int[] {12, 0, 0, 0}),
            Map.entry("footway", new int[] {10, 0, 0, 0}),
            Map.entry("bridleway", new int[] {10, 0, 0, 0}));

    /** What a loaded vehicle of the class weighs and takes up; a motorbike carries 0.3 t through 0.8 m. */
    record Body(double massT, double heightM, double widthM, double lengthM) {}

    private static final Map<VehicleClass, Body> BODIES = Map.of(
            VehicleClass.MOTORBIKE, new Body(0.3, 1.8, 0.8, 2.2),
            VehicleClass.CAR, new Body(2, 2.0, 1.8, 5),
            VehicleClass.PICKUP, new Body(3, 2.0, 1.9, 5.5),
            VehicleClass.TRUCK, new Body(8, 3.2, 2.4, 8));

    private static final Map<VehicleClass, List<String>> ACCESS_KEYS = Map.of(
            VehicleClass.MOTORBIKE, List.of("motorcycle", "moped", "motor_vehicle", "vehicle", "access"),
            VehicleClass.CAR, List.of("motorcar", "motor_vehicle", "vehicle", "access"),
            VehicleClass.PICKUP, List.of("goods", "motorcar", "motor_vehicle", "vehicle", "access"),
            VehicleClass.TRUCK, List.of("hgv", "goods", "motor_vehicle", "vehicle", "access"));

    private RoadRules() {}

    static Body body(VehicleClass vehicle) {
        return pick(BODIES, vehicle);
    }

    /** Access keys that speak of the class, the most specific first. */
    static List<String> accessKeys(VehicleClass vehicle) {
        return pick(ACCESS_KEYS, vehicle);
    }

    /** Usual speed in km/h on a highway=* value; 0 when the class does not use it unless a tag says so. */
    static int speedKmh(VehicleClass vehicle, @Nullable String highway) {
        int[] speeds = highway == null ? null : SPEED_KMH.get(highway);
        return speeds == null ? 0 : speeds[CLASSES.indexOf(vehicle)];
    }

    /** Speed in km/h where a tag opens a road that is not usual for the class, such as a pedestrian street. */
    static final int OPENED_BY_TAG_KMH = 10;

    /** Fastest speed on a rough surface, km/h. */
    static int roughKmh(VehicleClass vehicle) {
        return switch (vehicle) {
            case PICKUP -> 25;
            case MOTORBIKE, CAR -> 20;
            default -> 15;
        };
    }

    /** True when a class can drive a track of this tracktype (null = not said). */
    static boolean takesTrack(VehicleClass vehicle, @Nullable String tracktype) {
        return switch (vehicle) {
            case MOTORBIKE, PICKUP -> true;
            case CAR ->
                tracktype == null || Set.of("grade1", "grade2", "grade3").contains(tracktype);
            default -> tracktype == null || Set.of("grade1", "grade2").contains(tracktype);
        };
    }

    private static <T> T pick(Map<VehicleClass, T> table, VehicleClass vehicle) {
        T value = table.get(vehicle);
        if (value == null) {
            throw new IllegalArgumentException(vehicle + " does not use roads");
        }
        return value;
    }
}
