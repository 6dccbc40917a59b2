package vn.reliefmap.plan.internal.making;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import vn.reliefmap.plan.Load;
import vn.reliefmap.plan.PlannedTour.Call;
import vn.reliefmap.plan.PlannedTour.PlannedTrip;
import vn.reliefmap.plan.SearchRecord;
import vn.reliefmap.plan.Tour;
import vn.reliefmap.plan.TourSolution;
import vn.reliefmap.plan.Trip;
import vn.reliefmap.plan.Visit;

/** What had not begun of the plan before, in the terms of the new problem, for the search to begin with. */
final class PlanAgain {
    private final TourDraft draft;

    PlanAgain(TourDraft draft) {
        this.draft = draft;
    }

    /** Null for a plan from nothing. */
    @Nullable
    TourSolution asSolution() {
        DayBefore day = draft.parts().begun().day();
        if (day.before() == null) {
            return null;
        }
        List<Tour> tours = new ArrayList<>();
        for (int v = 0; v < draft.parts().vehicles().size(); v++) {
            DayBefore.SoFar before = day.of(draft.parts().vehicles().get(v).id());
            if (before != null && before.rest() == DayBefore.Rest.FREE) {
                List<Trip> trips = before.open().stream()
                        .map(this::trip)
                        .filter(Objects::nonNull)
                        .filter(trip -> !trip.visits().isEmpty())
                        .toList();
                if (!trips.isEmpty()) {
                    tours.add(new Tour(v, trips, 0, 0, 0));
                }
            }
        }
        return new TourSolution(tours, List.of(), 0, new SearchRecord(0, 0, 0, false, 0));
    }

    private @Nullable Trip trip(PlannedTrip trip) {
        String landing = trip.origin().landing();
        int source = landing != null
                ? draft.landingNamed(landing)
                : IntStream.range(0, draft.parts().depots().size())
                        .filter(depot -> draft.parts()
                                .depots()
                                .get(depot)
                                .id()
                                .equals(trip.origin().depot()))
                        .findFirst()
                        .orElse(-1);
        if (source < 0) {
            return null;
        }
        List<Visit> visits = new ArrayList<>();
        Load load = Load.none(draft.parts().items().size());
        for (Call call : trip.calls()) {
            String filled = call.landing();
            int stop = filled == null ? draft.stopNamed(call.stop()) : Visit.NONE;
            Load handed = draft.parts().load(call.handsOver());
            if (filled != null || stop >= 0) {
                visits.add(new Visit(
                        filled == null ? stop : Visit.NONE,
                        filled == null ? Visit.NONE : draft.landingNamed(filled),
                        handed,
                        0,
                        0,
                        0));
                load = load.plus(handed);
            }
        }
        return new Trip(source, false, 0, 0, load, visits);
    }
}
