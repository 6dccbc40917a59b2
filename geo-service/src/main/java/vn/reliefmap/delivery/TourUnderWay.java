package vn.reliefmap.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.LineString;
import vn.reliefmap.kernel.PlanId;
import vn.reliefmap.plan.PlannedTour;
import vn.reliefmap.plan.PlannedTour.Call;
import vn.reliefmap.plan.PlannedTour.Leg;

/**
 * A tour that a team has. Nobody sends the place of a vehicle; it is reckoned: where the last stop was served, and from there the
 * planned way on.
 *
 * @param served numbers of the calls at homes where deliveries have brought everything
 * @param handedOverAt of the newest delivery; null while there is none
 */
public record TourUnderWay(
        PlanId plan,
        PlannedTour tour,
        Set<Integer> served,
        @Nullable Instant handedOverAt) {
    /** So far behind its plan a tour is called late. */
    private static final Duration LATE = Duration.ofMinutes(30);

    /** All in their order, those at landings too. */
    public List<Call> calls() {
        return tour.trips().stream().flatMap(trip -> trip.calls().stream()).toList();
    }

    /** The last call in their order where everything was brought; empty before the first one. */
    public Optional<Call> last() {
        return calls().stream()
                .filter(call -> served.contains(call.number()))
                .max(Comparator.comparingInt(Call::number));
    }

    /** The call after the last one; empty when there is none. */
    public Optional<Call> next() {
        int last = last().map(Call::number).orElse(0);
        return calls().stream().filter(call -> call.number() > last).min(Comparator.comparingInt(Call::number));
    }

    /** Codes of the communes where it serves at least so many homes. */
    public Set<String> communesWith(int households) {
        Map<String, Integer> served = new HashMap<>();
        for (Call call : tour.homeStops()) {
            if (call.commune() != null) {
                served.merge(call.commune(), call.households(), Integer::sum);
            }
        }
        served.values().removeIf(homes -> homes < households);
        return served.keySet();
    }

    /** The planned way to the next call; empty where that is at the place before. */
    public Optional<LineString> wayOn() {
        return next().flatMap(next -> tour.trips().stream()
                .filter(trip -> trip.calls().contains(next))
                .flatMap(trip -> trip.legs().stream())
                .filter(leg -> leg.departsAt().isBefore(next.arrivesAt()))
                .max(Comparator.comparing(Leg::departsAt))
                .map(Leg::line));
    }

    /** True when the next call should have begun a good while ago. */
    public boolean late(Instant now) {
        return next().filter(call -> call.beginsAt().plus(LATE).isBefore(now)).isPresent();
    }
}
