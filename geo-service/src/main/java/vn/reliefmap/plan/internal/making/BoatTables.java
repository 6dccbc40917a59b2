package vn.reliefmap.plan.internal.making;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import vn.reliefmap.geo.Geometries;
import vn.reliefmap.geo.LonLat;
import vn.reliefmap.passability.VehicleClass;
import vn.reliefmap.routing.MatrixQuery;
import vn.reliefmap.routing.TravelMatrices;
import vn.reliefmap.routing.TravelMatrix;

/**
 * Travel tables over water. A search over open water costs as much as the water is wide, so only the ways from depots and
 * landings are searched over all of it; a stop looks for its nearest neighbours, and gets to all others by the best
 * landing between, which is a way too, if not always the shortest.
 */
final class BoatTables {
    private static final int NEIGHBOURS = 8;
    private static final double NEAR_M = 2500;

    private final TravelMatrices matrices;

    BoatTables(TravelMatrices matrices) {
        this.matrices = matrices;
    }

    void fill(
            int[][] durationsS, int[][] distancesM, PlanParts parts, List<LonLat> places, int hubs, VehicleClass boat) {
        int all = places.size();
        double[][] seconds = new double[all][all];
        double[][] meters = new double[all][all];
        for (int place = 0; place < all; place++) {
            Arrays.fill(seconds[place], Double.POSITIVE_INFINITY);
            Arrays.fill(meters[place], Double.POSITIVE_INFINITY);
            seconds[place][place] = 0;
            meters[place][place] = 0;
        }
        if (hubs > 0) {
            TravelMatrix far = find(parts, places.subList(0, hubs), places, boat);
            for (int hub = 0; hub < hubs; hub++) {
                for (int place = 0; place < all; place++) {
                    both(seconds, meters, hub, place, far.durationS(hub, place), far.distanceM(hub, place));
                }
            }
        }
        byHubs(seconds, meters, hubs);
        for (int stop = hubs; stop < all; stop++) {
            nearby(seconds, meters, parts, places, hubs, stop, boat);
        }
        for (int from = 0; from < all; from++) {
            for (int to = 0; to < all; to++) {
                WorstTables.set(durationsS, distancesM, from, to, seconds[from][to], meters[from][to]);
            }
        }
    }

    private static void byHubs(double[][] seconds, double[][] meters, int hubs) {
        for (int hub = 0; hub < hubs; hub++) {
            for (int from = hubs; from < seconds.length; from++) {
                if (seconds[from][hub] == Double.POSITIVE_INFINITY) {
                    continue;
                }
                for (int to = from + 1; to < seconds.length; to++) {
                    both(
                            seconds,
                            meters,
                            from,
                            to,
                            seconds[from][hub] + seconds[hub][to],
                            meters[from][hub] + meters[hub][to]);
                }
            }
        }
    }

    /** Stops that a landing joins are joined to each other, so the search ends when it has met them. */
    private void nearby(
            double[][] seconds,
            double[][] meters,
            PlanParts parts,
            List<LonLat> places,
            int hubs,
            int stop,
            VehicleClass boat) {
        int[] near = IntStream.range(hubs, places.size())
                .filter(other -> other != stop && seconds[stop][other] < Double.POSITIVE_INFINITY)
                .filter(other -> apartM(places, stop, other) < NEAR_M)
                .boxed()
                .sorted(Comparator.comparingDouble(other -> apartM(places, stop, other)))
                .limit(NEIGHBOURS)
                .mapToInt(Integer::intValue)
                .toArray();
        if (near.length == 0) {
            return;
        }
        List<LonLat> goals = Arrays.stream(near).mapToObj(places::get).toList();
        TravelMatrix row = find(parts, List.of(places.get(stop)), goals, boat);
        for (int n = 0; n < near.length; n++) {
            both(seconds, meters, stop, near[n], row.durationS(0, n), row.distanceM(0, n));
        }
    }

    private static double apartM(List<LonLat> places, int one, int other) {
        return Geometries.distanceMeters(
                places.get(one).coordinate(), places.get(other).coordinate());
    }

    private TravelMatrix find(PlanParts parts, List<LonLat> from, List<LonLat> to, VehicleClass boat) {
        return matrices.find(
                new MatrixQuery(List.copyOf(from), to, boat, parts.disaster().id(), parts.startsAt(), parts.endsAt()));
    }

    /** Over water a way is as long there as back. */
    private static void both(double[][] seconds, double[][] meters, int from, int to, double s, double m) {
        if (s < seconds[from][to]) {
            seconds[from][to] = s;
            seconds[to][from] = s;
            meters[from][to] = m;
            meters[to][from] = m;
        }
    }
}
