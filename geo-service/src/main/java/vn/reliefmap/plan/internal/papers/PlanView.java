package vn.reliefmap.plan.internal.papers;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.LineString;
import vn.reliefmap.geo.LonLat;
import vn.reliefmap.kernel.PlanId;
import vn.reliefmap.passability.VehicleClass;
import vn.reliefmap.plan.Amount;
import vn.reliefmap.plan.PlanDifference;
import vn.reliefmap.plan.PlanGap;
import vn.reliefmap.plan.PlannedTour;
import vn.reliefmap.plan.ReliefPlan;
import vn.reliefmap.plan.SearchRecord;

/** A plan as programs read it. */
record PlanView(
        UUID id,
        UUID disaster,
        boolean simulated,
        Instant madeAt,
        Instant startsAt,
        Instant endsAt,
        ReliefPlan.PlanWater water,
        SearchRecord search,
        List<TourView> tours,
        List<GapView> unassigned,
        List<BalanceView> balance,
        @Nullable UUID before,
        @Nullable DifferenceView difference,
        boolean night,
        List<ReliefPlan.Light> daylight) {

    record Quantity(String item, BigDecimal quantity) {
        static List<Quantity> all(List<Amount> amounts) {
            return amounts.stream()
                    .map(amount -> new Quantity(amount.item(), plain(amount.milli())))
                    .toList();
        }
    }

    record TourView(
            int number,
            UUID vehicle,
            String vehicleName,
            VehicleClass vehicleClass,
            UUID depot,
            Instant startsAt,
            Instant endsAt,
            double distanceM,
            double drivenS,
            double deepestM,
            List<TripView> trips) {
        static TourView of(PlannedTour tour) {
            return new TourView(
                    tour.number(),
                    tour.vehicle().value(),
                    tour.vehicleName(),
                    tour.vehicleClass(),
                    tour.depot().value(),
                    tour.startsAt(),
                    tour.endsAt(),
                    tour.distanceM(),
                    tour.drivenS(),
                    tour.deepestM(),
                    tour.trips().stream().map(TripView::of).toList());
        }
    }

    record OriginView(@Nullable UUID depot, @Nullable String landing, String name, List<Double> at) {}

    record TripView(
            OriginView origin,
            Instant loadsAt,
            Instant departsAt,
            List<Quantity> loads,
            List<CallView> calls,
            List<LegView> legs,
            PlannedTour.State state) {
        static TripView of(PlannedTour.PlannedTrip trip) {
            PlannedTour.Origin origin = trip.origin();
            var depot = origin.depot();
            return new TripView(
                    new OriginView(
                            depot == null ? null : depot.value(),
                            origin.landing(),
                            origin.name(),
                            position(origin.place())),
                    trip.loadsAt(),
                    trip.departsAt(),
                    Quantity.all(trip.loads()),
                    trip.calls().stream().map(CallView::of).toList(),
                    trip.legs().stream().map(LegView::of).toList(),
                    trip.state());
        }
    }

    record CallView(
            int number,
            String stop,
            @Nullable String landing,
            List<Double> at,
            @Nullable String commune,
            @Nullable String communeName,
            int households,
            int people,
            double walkM,
            int cannotWade,
            @Nullable Integer unconfirmed,
            @Nullable Integer approximate,
            List<Quantity> handsOver,
            Instant arrivesAt,
            Instant beginsAt,
            Instant departsAt,
            boolean done) {
        static CallView of(PlannedTour.Call call) {
            return new CallView(
                    call.number(),
                    call.stop(),
                    call.landing(),
                    position(call.place()),
                    call.commune(),
                    call.communeName(),
                    call.households(),
                    call.people(),
                    call.walkM(),
                    call.cannotWade(),
                    call.unconfirmed(),
                    call.approximate(),
                    Quantity.all(call.handsOver()),
                    call.arrivesAt(),
                    call.beginsAt(),
                    call.departsAt(),
                    call.done());
        }
    }

    record LegView(
            Instant departsAt,
            LineString line,
            double distanceM,
            double durationS,
            double deepestM,
            int bridgesUnconfirmed) {
        static LegView of(PlannedTour.Leg leg) {
            return new LegView(
                    leg.departsAt(),
                    leg.line(),
                    leg.distanceM(),
                    leg.durationS(),
                    leg.deepestM(),
                    leg.bridgesUnconfirmed());
        }
    }

    record GapView(
            @Nullable String stop,
            @Nullable List<Double> at,
            @Nullable String commune,
            @Nullable String communeName,
            int households,
            int people,
            List<Quantity> quantities,
            PlanGap.Reason reason,
            double number,
            String vi,
            String en) {
        static GapView of(PlanGap gap) {
            LonLat place = gap.place();
            return new GapView(
                    gap.stop(),
                    place == null ? null : position(place),
                    gap.commune(),
                    gap.communeName(),
                    gap.households(),
                    gap.people(),
                    Quantity.all(gap.amounts()),
                    gap.reason(),
                    gap.number(),
                    gap.vi(),
                    gap.en());
        }
    }

    /** Quantities in the item's unit. */
    record BalanceView(
            String item,
            BigDecimal toCarry,
            BigDecimal stock,
            BigDecimal planned,
            BigDecimal leftOut,
            double servedShareBefore,
            double servedShareAfter,
            double giniBefore,
            double giniAfter) {
        static BalanceView of(ReliefPlan.ItemBalance line) {
            return new BalanceView(
                    line.item(),
                    plain(line.toCarryMilli()),
                    plain(line.stockMilli()),
                    plain(line.plannedMilli()),
                    plain(line.leftOutMilli()),
                    line.servedShareBefore(),
                    line.servedShareAfter(),
                    line.giniBefore(),
                    line.giniAfter());
        }
    }

    static PlanView of(ReliefPlan plan) {
        PlanId before = plan.before();
        PlanDifference difference = plan.difference();
        ReliefPlan.Light light = plan.light();
        return new PlanView(
                plan.id().value(),
                plan.disaster().value(),
                plan.simulated(),
                plan.madeAt(),
                plan.startsAt(),
                plan.endsAt(),
                plan.water(),
                plan.search(),
                plan.tours().stream().map(TourView::of).toList(),
                plan.leftOut().stream().map(GapView::of).toList(),
                plan.balance().stream().map(BalanceView::of).toList(),
                before == null ? null : before.value(),
                difference == null ? null : DifferenceView.of(difference),
                light == null,
                light == null ? List.of() : List.of(light));
    }

    static List<Double> position(LonLat at) {
        return List.of(at.lon(), at.lat());
    }

    /** Never 1E+2. */
    static BigDecimal plain(long milli) {
        BigDecimal units = BigDecimal.valueOf(milli, 3).stripTrailingZeros();
        return units.scale() < 0 ? units.setScale(0) : units;
    }
}
