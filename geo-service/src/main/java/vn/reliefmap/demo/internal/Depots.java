package vn.reliefmap.demo.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import vn.reliefmap.basemap.MapLine;

/** Places depots on dry main roads of the greater settlements, and gives them vehicles and stock. */
final class Depots {
    static final int MOST = 7;
    private static final double APART_M = 4000;
    private static final double NEAR_M = 2500;
    private static final Set<String> MAIN_ROADS = Set.of("trunk", "primary", "secondary", "tertiary");
    private static final List<Fleet> FLEET = List.of(
            new Fleet("truck", "Xe tải 5 tấn", 2, 5000, 22),
            new Fleet("pickup", "Xe bán tải", 1, 700, 2.2),
            new Fleet("car", "Xe 16 chỗ", 1, 900, 4),
            new Fleet("motorbike", "Xe máy", 3, 80, 0.35),
            new Fleet("motor_boat", "Xuồng máy", 1, 600, 2),
            new Fleet("paddle_boat", "Thuyền chèo", 1, 250, 1));

    /** The first depots send a medic with these; so many places and so few medics, as it would be. */
    private static final Set<String> WITH_A_MEDIC = Set.of("pickup", "motor_boat");

    private static final int DEPOTS_WITH_MEDICS = 2;

    private record Fleet(String vehicleClass, String name, int count, double capacityKg, double capacityM3) {}

    /** @param at plane metres, on a road */
    record Depot(String ref, String name, Coordinate at) {}

    private Depots() {}

    /** @param peakM the highest water of all steps, metres */
    static List<Depot> place(DemoLand land, Ground ground, List<Settlement> settlements, double peakM) {
        List<Depot> depots = new ArrayList<>();
        for (Settlement settlement : settlements) {
            Coordinate at = dryRoad(land, ground, settlement.at(), peakM);
            if (at != null && depots.size() < MOST && depots.stream().noneMatch(d -> d.at().distance(at) < APART_M)) {
                String ref = String.format(Locale.ROOT, "MP-KHO-%02d", depots.size() + 1);
                depots.add(new Depot(ref, "Kho " + settlement.name() + " (mô phỏng)", at));
            }
        }
        return depots;
    }

    private static @Nullable Coordinate dryRoad(DemoLand land, Ground ground, Coordinate near, double peakM) {
        Coordinate best = null;
        for (MapLine road : land.roads()) {
            if (!MAIN_ROADS.contains(road.lineClass()) || road.bridge()) {
                continue;
            }
            for (Coordinate degrees : road.line().getCoordinates()) {
                Coordinate at = land.plane().metres(degrees);
                double away = at.distance(near);
                if (away < NEAR_M
                        && (best == null || away < best.distance(near))
                        && ground.settled(at)
                        && ground.depthM(peakM + 0.3, at) == 0) {
                    best = at;
                }
            }
        }
        return best;
    }

    static DemoTables vehicles(List<Depot> depots) {
        DemoTables table =
                new DemoTables("ref", "name", "vehicle_class", "depot", "capacity_kg", "capacity_m3", "skills");
        int number = 0;
        for (Depot depot : depots) {
            boolean medics = depots.indexOf(depot) < DEPOTS_WITH_MEDICS;
            for (Fleet fleet : FLEET) {
                for (int i = 0; i < fleet.count(); i++) {
                    number++;
                    table.row(
                            String.format(Locale.ROOT, "MP-XE-%03d", number),
                            fleet.name() + " " + number + " (mô phỏng)",
                            fleet.vehicleClass(),
                            depot.ref(),
                            fleet.capacityKg(),
                            fleet.capacityM3(),
                            medics && WITH_A_MEDIC.contains(fleet.vehicleClass()) ? "medic" : "");
                }
            }
        }
        return table;
    }

    /** Each depot holds its part of a third to two thirds of what is needed of each item. */
    static DemoTables stock(List<Depot> depots, Map<String, Long> needed, long seed) {
        DemoTables table = new DemoTables("depot", "item", "quantity");
        Chance chance = Chance.of(seed, "stock");
        for (Depot depot : depots) {
            needed.forEach((item, quantity) -> table.row(
                    depot.ref(), item, Math.max(1, Math.round(quantity * chance.between(0.33, 0.66) / depots.size()))));
        }
        return table;
    }
}
