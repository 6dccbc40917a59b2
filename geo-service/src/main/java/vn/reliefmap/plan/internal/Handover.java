package vn.reliefmap.plan.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.reliefmap.passability.VehicleClass;
import vn.reliefmap.plan.Load;
import vn.reliefmap.plan.Stop;
import vn.reliefmap.plan.Tour;
import vn.reliefmap.plan.TourProblem;
import vn.reliefmap.plan.Trip;
import vn.reliefmap.plan.Visit;

/** Where goods change from truck to boat: boats wait for what trucks bring, and leave out what no truck brings. */
final class Handover {
    private final TourProblem problem;
    private final List<BoatTrip> trips;
    private final List<LeftOut> left;

    /** @param left gets what boats cannot take */
    Handover(TourProblem problem, List<BoatTrip> trips, List<LeftOut> left) {
        this.problem = problem;
        this.trips = trips;
        this.left = left;
    }

    /** The rows of the boats, with what is there for them when. */
    List<Row> boats(List<Row> boats, List<Row> trucks, List<Part> notBrought) {
        bring(trucks);
        Map<Integer, Part> lacking = new HashMap<>();
        notBrought.forEach(part -> lacking.putIfAbsent(part.boatTrip(), part));
        IdentityHashMap<Row.RowTrip, Integer> numbers = new IdentityHashMap<>();
        for (int number = 0; number < trips.size(); number++) {
            numbers.put(trips.get(number).trip(), number);
        }
        List<Row> supplied = new ArrayList<>();
        for (Row row : boats) {
            List<Row.RowTrip> kept = new ArrayList<>();
            for (Row.RowTrip trip : row.trips()) {
                Integer number = numbers.get(trip);
                Row.RowTrip still = number == null ? trip : supplied(trips.get(number), lacking.get(number));
                if (!still.parts().isEmpty()) {
                    kept.add(still);
                }
            }
            if (!kept.isEmpty()) {
                supplied.add(new Row(row.vehicle(), kept));
            }
        }
        return supplied;
    }

    private void bring(List<Row> trucks) {
        TourWriter writer = new TourWriter(new Ways(problem, problem.sources()));
        for (Row row : trucks) {
            Tour tour = writer.tour(row);
            int first = tour.trips().size() - row.trips().size();
            for (int t = 0; t < row.trips().size(); t++) {
                Trip timed = tour.trips().get(first + t);
                List<Part> parts = row.trips().get(t).parts();
                for (int i = 0; i < parts.size(); i++) {
                    if (parts.get(i).stop() == Visit.NONE) {
                        trips.get(parts.get(i).boatTrip())
                                .bring(
                                        parts.get(i).load(),
                                        timed.visits().get(i).departS());
                    }
                }
            }
        }
    }

    /** A trip with what is there for it; when that is not all, the most urgent stops get theirs first. */
    private Row.RowTrip supplied(BoatTrip boat, @Nullable Part lacking) {
        IdentityHashMap<Part, Part> shares = new IdentityHashMap<>();
        Load there = boat.there();
        List<Part> byUrgency = boat.trip().parts().stream()
                .sorted(Comparator.comparing(Part::threatToLife)
                        .thenComparing(Part::value)
                        .reversed())
                .toList();
        for (Part part : byUrgency) {
            Load share = PartMaker.wholeUnits(part.load(), part.load().atMost(there));
            there = there.minus(share);
            if (part.load().isNothing() || !share.isNothing()) {
                shares.put(part, part.with(share));
            }
            Load rest = part.load().minus(share);
            if (!rest.isNothing()) {
                left.add(new LeftOut(part.stop(), rest, asked(part, lacking)));
            }
        }
        List<Part> carried = boat.trip().parts().stream()
                .filter(shares::containsKey)
                .map(shares::get)
                .toList();
        return boat.trip().supplied(boat.readyS(), carried);
    }

    /** What could not be reached: the landing, by wheels and in time. */
    private Stop asked(Part part, @Nullable Part lacking) {
        if (lacking == null) {
            return problem.stops().get(part.stop());
        }
        Set<VehicleClass> wheels = EnumSet.allOf(VehicleClass.class);
        wheels.removeIf(VehicleClass::floats);
        return new Stop(
                lacking.place(),
                lacking.load(),
                lacking.serviceS(),
                lacking.window(),
                Set.of(),
                wheels,
                lacking.threatToLife(),
                lacking.value());
    }
}
