package vn.reliefmap.plan.internal.making;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.locationtech.jts.geom.Coordinate;
import vn.reliefmap.cluster.Demand;
import vn.reliefmap.geo.Geometries;
import vn.reliefmap.geo.LonLat;

/** Stops for boats: homes behind the water, a few hundred metres apart at most, met at the one in their middle. */
final class BoatStops {
    /** Half a minute for a motor boat from door to door (weak value). */
    private static final double CELL_M = 400;

    private static final int MOST = 200;
    private static final double METERS_PER_DEGREE = 111_195;

    private BoatStops() {}

    static List<StopDraft> find(Demand demand, List<Integer> members, StopDraft.Kind kind) {
        double cellM = CELL_M;
        Map<Long, List<Integer>> cells = cells(demand, members, cellM);
        while (cells.size() > MOST) {
            cellM *= 1.5;
            cells = cells(demand, members, cellM);
        }
        return cells.values().stream().map(cell -> stop(demand, cell, kind)).toList();
    }

    private static Map<Long, List<Integer>> cells(Demand demand, List<Integer> members, double cellM) {
        Map<Long, List<Integer>> cells = new TreeMap<>();
        for (int member : members) {
            double lat = demand.lat(member);
            long row = (long) Math.floor(lat * METERS_PER_DEGREE / cellM);
            double rowLat = Math.toRadians(row * cellM / METERS_PER_DEGREE);
            long column = (long) Math.floor(demand.lon(member) * METERS_PER_DEGREE * Math.cos(rowLat) / cellM);
            cells.computeIfAbsent((row << 32) + column, cell -> new ArrayList<>())
                    .add(member);
        }
        return cells;
    }

    private static StopDraft stop(Demand demand, List<Integer> members, StopDraft.Kind kind) {
        double lon = members.stream().mapToDouble(demand::lon).average().orElseThrow();
        double lat = members.stream().mapToDouble(demand::lat).average().orElseThrow();
        Coordinate mean = new Coordinate(lon, lat);
        int middle = members.stream()
                .min(Comparator.comparingDouble(m -> Geometries.distanceMeters(mean, at(demand, m))))
                .orElseThrow();
        double walkM = members.stream()
                .mapToDouble(m -> Geometries.distanceMeters(at(demand, middle), at(demand, m)))
                .max()
                .orElseThrow();
        return new StopDraft(LonLat.of(at(demand, middle)), members, walkM, 0, kind);
    }

    private static Coordinate at(Demand demand, int member) {
        return new Coordinate(demand.lon(member), demand.lat(member));
    }
}
