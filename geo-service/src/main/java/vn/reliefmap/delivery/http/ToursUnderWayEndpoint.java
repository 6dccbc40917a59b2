package vn.reliefmap.delivery.http;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Point;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.reliefmap.access.Callers;
import vn.reliefmap.access.Rights;
import vn.reliefmap.admin.AdminUnits;
import vn.reliefmap.delivery.TourUnderWay;
import vn.reliefmap.delivery.ToursUnderWay;
import vn.reliefmap.disaster.Disaster;
import vn.reliefmap.disaster.Disasters;
import vn.reliefmap.geo.LonLat;
import vn.reliefmap.kernel.Caller;
import vn.reliefmap.kernel.OpenTo;
import vn.reliefmap.passability.VehicleClass;
import vn.reliefmap.plan.PlannedTour.Call;

/**
 * Where tours are, reckoned by their hand-overs. Who sees plans sees stops and the way on. Screens, teams and officers are told the
 * commune, and that only where the tour serves so many homes that it tells nothing of one; others nothing of a real disaster.
 */
@RestController
class ToursUnderWayEndpoint {
    /** Domain facts, section 5. */
    private static final int FEW_HOUSEHOLDS = 5;

    private final ToursUnderWay tours;
    private final Disasters disasters;
    private final AdminUnits communes;

    ToursUnderWayEndpoint(ToursUnderWay tours, Disasters disasters, AdminUnits communes) {
        this.tours = tours;
        this.disasters = disasters;
        this.communes = communes;
    }

    @GetMapping("/api/v1/tours-under-way")
    @OpenTo(Caller.EVERYONE)
    ToursAnswer tours(@RequestParam(required = false) @Nullable String disaster) {
        Disaster flood = disasters.named(disaster);
        Rights rights = Callers.rights();
        Instant now = Instant.now();
        List<TourUnderWay> seen = rights.seesSupplies(flood.simulated()) ? tours.of(flood.id()) : List.of();
        boolean exact = rights.seesPlans(flood.simulated());
        return new ToursAnswer(
                flood.id().value(),
                now,
                seen.stream()
                        .map(tour -> exact ? exact(tour, now) : coarse(tour, now))
                        .toList(),
                null);
    }

    private static TourAnswer exact(TourUnderWay tour, Instant now) {
        PlaceAnswer last =
                tour.last().map(call -> exact(call, tour.handedOverAt())).orElseGet(() -> start(tour));
        return answer(
                tour,
                now,
                last,
                tour.next().map(call -> exact(call, call.arrivesAt())).orElse(null),
                tour.wayOn().orElse(null),
                homeCalls(tour).size(),
                tour.served().size());
    }

    private TourAnswer coarse(TourUnderWay tour, Instant now) {
        Set<String> communesTold = tour.communesWith(FEW_HOUSEHOLDS);
        Predicate<Call> told = call -> call.commune() != null && communesTold.contains(call.commune());
        PlaceAnswer last = tour.last().isEmpty()
                ? start(tour)
                : tour.last()
                        .filter(told)
                        .map(call -> commune(call, tour.handedOverAt()))
                        .orElse(null);
        PlaceAnswer next = tour.next()
                .filter(told)
                .map(call -> commune(call, call.arrivesAt()))
                .orElse(null);
        return answer(tour, now, last, next, null, null, null);
    }

    private static List<Call> homeCalls(TourUnderWay tour) {
        return tour.calls().stream().filter(call -> call.landing() == null).toList();
    }

    private static TourAnswer answer(
            TourUnderWay one,
            Instant now,
            @Nullable PlaceAnswer last,
            @Nullable PlaceAnswer next,
            @Nullable LineString wayOn,
            @Nullable Integer stops,
            @Nullable Integer stopsServed) {
        State state = one.late(now)
                ? State.LATE
                : one.last().isEmpty() && one.tour().startsAt().isAfter(now) ? State.WAITING : State.UNDER_WAY;
        return new TourAnswer(
                one.plan().value(),
                one.tour().number(),
                one.tour().vehicleName(),
                one.tour().vehicleClass(),
                one.tour().startsAt(),
                one.tour().endsAt(),
                state.name().toLowerCase(Locale.ROOT),
                last,
                next,
                wayOn,
                stops,
                stopsServed);
    }

    /** Where it loads first: a depot or a landing, nobody's home. */
    private static PlaceAnswer start(TourUnderWay tour) {
        var origin = tour.tour().trips().get(0).origin();
        return new PlaceAnswer(origin.place().point(), origin.name(), null, false);
    }

    private static PlaceAnswer exact(Call call, @Nullable Instant at) {
        return new PlaceAnswer(call.place().point(), call.communeName(), at, false);
    }

    private PlaceAnswer commune(Call call, @Nullable Instant at) {
        Optional<LonLat> centre =
                communes.find(Objects.requireNonNull(call.commune())).map(unit -> unit.centre());
        return new PlaceAnswer(centre.map(LonLat::point).orElse(null), call.communeName(), at, true);
    }

    private enum State {
        WAITING,
        UNDER_WAY,
        LATE
    }

    /** @param next always null: all of them */
    record ToursAnswer(
            UUID disaster,
            Instant at,
            List<TourAnswer> items,
            @Nullable String next) {}

    /**
     * @param state {@code waiting} before its hour, {@code under_way}, {@code late} when its next stop is half an hour behind
     * @param last where everything was brought last, or where it loads while nothing was; null where that would tell of few homes
     * @param next likewise; null behind the last stop too
     * @param wayOn the planned way there; null for those who see no plans
     * @param stops at homes; null likewise
     * @param stopsServed of them; null likewise
     */
    record TourAnswer(
            UUID plan,
            int tour,
            String vehicleName,
            VehicleClass vehicleClass,
            Instant startsAt,
            Instant endsAt,
            String state,
            @Nullable PlaceAnswer last,
            @Nullable PlaceAnswer next,
            @Nullable LineString wayOn,
            @Nullable Integer stops,
            @Nullable Integer stopsServed) {}

    /**
     * @param at null where the commune's place is not known
     * @param name of the commune, depot or landing
     * @param time of the hand-over there, or of the planned arrival
     * @param coarse true when {@code at} is the middle of the commune
     */
    record PlaceAnswer(
            @Nullable Point at,
            @Nullable String name,
            @Nullable Instant time,
            boolean coarse) {}
}
