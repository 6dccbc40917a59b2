package vn.reliefmap.plan.internal.moving;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vn.reliefmap.geo.LonLat;
import vn.reliefmap.passability.VehicleClass;
import vn.reliefmap.plan.MoveBreak.Kind;
import vn.reliefmap.plan.PlannedTour.Leg;
import vn.reliefmap.plan.ReliefPlan;
import vn.reliefmap.plan.internal.making.Legs;
import vn.reliefmap.routing.MatrixQuery;
import vn.reliefmap.routing.TravelMatrices;
import vn.reliefmap.routing.TravelMatrix;
import vn.reliefmap.routing.VehicleWords;

/** Times between one stop and many places, by two rows of the travel tables for each class; asked once for a class. */
final class TableWays implements MoveWays {
    private final ReliefPlan plan;
    private final TravelMatrices matrices;
    private final LonLat stop;
    private final Map<VehicleClass, List<LonLat>> places;
    private final MoveWays others;
    private final Map<VehicleClass, Rows> rows = new HashMap<>();

    private record Rows(Map<LonLat, Integer> index, TravelMatrix out, TravelMatrix back) {}

    /**
     * @param places that vehicles of a class go to
     * @param others ways that do not touch the stop
     */
    TableWays(
            ReliefPlan plan,
            TravelMatrices matrices,
            LonLat stop,
            Map<VehicleClass, List<LonLat>> places,
            MoveWays others) {
        this.plan = plan;
        this.matrices = matrices;
        this.stop = stop;
        this.places = places;
        this.others = others;
    }

    @Override
    public Way find(VehicleClass vehicle, LonLat from, LonLat to, Instant departs) {
        if (!from.equals(stop) && !to.equals(stop)) {
            return others.find(vehicle, from, to, departs);
        }
        Rows table = rows.computeIfAbsent(vehicle, this::read);
        boolean out = from.equals(stop);
        Integer other = table.index().get(out ? to : from);
        TravelMatrix matrix = out ? table.out() : table.back();
        double seconds = other == null
                ? Double.POSITIVE_INFINITY
                : out ? matrix.durationS(0, other) : matrix.durationS(other, 0);
        if (seconds < Double.POSITIVE_INFINITY) {
            return new Way((long) Math.ceil(seconds), new Leg(departs, Legs.between(from, to), 0, seconds, 0, 0), null);
        }
        return Way.none(
                from,
                to,
                departs,
                new Obstacle(
                        Kind.NO_WAY,
                        0,
                        null,
                        null,
                        null,
                        null,
                        "Không có đường cho " + VehicleWords.vi(vehicle) + " suốt giờ của kế hoạch.",
                        "No way for a " + VehicleWords.en(vehicle) + " holds for the hours of the plan."));
    }

    private Rows read(VehicleClass vehicle) {
        List<LonLat> all = new ArrayList<>(
                places.getOrDefault(vehicle, List.of()).stream().distinct().toList());
        Map<LonLat, Integer> index = new HashMap<>();
        for (int place = 0; place < all.size(); place++) {
            index.put(all.get(place), place);
        }
        return new Rows(index, table(List.of(stop), all, vehicle), table(all, List.of(stop), vehicle));
    }

    private TravelMatrix table(List<LonLat> from, List<LonLat> to, VehicleClass vehicle) {
        return matrices.find(new MatrixQuery(from, to, vehicle, plan.disaster(), plan.startsAt(), plan.endsAt()));
    }
}
