package vn.reliefmap.plan.internal.making;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.stereotype.Component;
import vn.reliefmap.geo.LonLat;
import vn.reliefmap.passability.VehicleClass;
import vn.reliefmap.plan.TravelTable;
import vn.reliefmap.routing.MatrixQuery;
import vn.reliefmap.routing.TravelMatrices;
import vn.reliefmap.routing.TravelMatrix;

/** Travel tables under the worst water of a plan's time: every way holds from its start until its end. */
@Component
class WorstTables {
    private static final int CELLS_AT_ONCE = 500_000;

    private final TravelMatrices matrices;
    private final BoatTables boatTables;

    WorstTables(TravelMatrices matrices) {
        this.matrices = matrices;
        this.boatTables = new BoatTables(matrices);
    }

    /** Times and distances of one class, row by row; {@link TravelTable#NO_WAY} where there is no way. */
    static final class Rows {
        private final int[][] durationsS;
        private final int[][] distancesM;

        private Rows(int[][] durationsS, int[][] distancesM) {
            this.durationsS = durationsS;
            this.distancesM = distancesM;
        }

        private static Rows of(int places) {
            return new Rows(new int[places][places], new int[places][places]);
        }

        private TravelTable asTable() {
            return new TravelTable(durationsS.length, flat(durationsS), flat(distancesM));
        }

        private Rows pick(int[] places) {
            return new Rows(pick(durationsS, places), pick(distancesM, places));
        }

        private static int[][] pick(int[][] rows, int[] places) {
            return Arrays.stream(places)
                    .mapToObj(row -> Arrays.stream(places)
                            .map(column -> rows[row][column])
                            .toArray())
                    .toArray(int[][]::new);
        }

        private static int[] flat(int[][] rows) {
            return Arrays.stream(rows).flatMapToInt(Arrays::stream).toArray();
        }
    }

    /** @param snapshots names of the water that was looked at */
    record Tables(Map<VehicleClass, Rows> rows, Set<String> snapshots) {
        /** What the search reads; later changes here do not reach it. */
        Map<VehicleClass, TravelTable> asTables() {
            Map<VehicleClass, TravelTable> tables = new EnumMap<>(VehicleClass.class);
            rows.forEach((vehicle, one) -> tables.put(vehicle, one.asTable()));
            return tables;
        }

        /** Seconds, or {@link TravelTable#NO_WAY}. */
        int durationS(VehicleClass vehicle, int from, int to) {
            Rows one = rows.get(vehicle);
            return one == null ? TravelTable.NO_WAY : one.durationsS[from][to];
        }

        boolean joins(VehicleClass vehicle, int from, int to) {
            return durationS(vehicle, from, to) != TravelTable.NO_WAY;
        }

        /** The tables of some of the places, in the order given. */
        Tables pick(int[] places) {
            Map<VehicleClass, Rows> picked = new EnumMap<>(VehicleClass.class);
            rows.forEach((vehicle, one) -> picked.put(vehicle, one.pick(places)));
            return new Tables(picked, snapshots);
        }

        void takeAway(VehicleClass vehicle, int from, int to) {
            Rows one = rows.get(vehicle);
            if (one != null) {
                one.durationsS[from][to] = TravelTable.NO_WAY;
                one.distancesM[from][to] = TravelTable.NO_WAY;
            }
        }
    }

    /** @param hubs how many of the places, the first ones, are depots and landings */
    Tables find(PlanParts parts, List<LonLat> places, int hubs, Set<VehicleClass> classes) {
        Map<VehicleClass, Rows> rows = new EnumMap<>(VehicleClass.class);
        Set<String> snapshots = new TreeSet<>();
        for (VehicleClass vehicle : classes) {
            Rows one = Rows.of(places.size());
            if (vehicle.floats()) {
                boatTables.fill(one.durationsS, one.distancesM, parts, places, hubs, vehicle);
            } else {
                fill(parts, places, vehicle, one, snapshots);
            }
            rows.put(vehicle, one);
        }
        return new Tables(rows, snapshots);
    }

    private void fill(PlanParts parts, List<LonLat> places, VehicleClass vehicle, Rows table, Set<String> snapshots) {
        int rows = Math.max(1, CELLS_AT_ONCE / places.size());
        for (int first = 0; first < places.size(); first += rows) {
            int end = Math.min(places.size(), first + rows);
            TravelMatrix matrix = matrices.find(new MatrixQuery(
                    new ArrayList<>(places.subList(first, end)),
                    places,
                    vehicle,
                    parts.disaster().id(),
                    parts.startsAt(),
                    parts.endsAt()));
            if (matrix.water() != null) {
                snapshots.add(matrix.water().snapshot());
            }
            for (int row = first; row < end; row++) {
                for (int column = 0; column < places.size(); column++) {
                    double seconds = row == column ? 0 : matrix.durationS(row - first, column);
                    double meters = row == column ? 0 : matrix.distanceM(row - first, column);
                    set(table.durationsS, table.distancesM, row, column, seconds, meters);
                }
            }
        }
    }

    static void set(int[][] durationsS, int[][] distancesM, int row, int column, double seconds, double meters) {
        boolean way = seconds < Double.POSITIVE_INFINITY;
        durationsS[row][column] = way ? (int) Math.ceil(seconds) : TravelTable.NO_WAY;
        distancesM[row][column] = way ? (int) Math.ceil(meters) : TravelTable.NO_WAY;
    }
}
