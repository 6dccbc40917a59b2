package vn.reliefmap.plan.internal.papers;

import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.reliefmap.plan.PlanDifference;

/** What is different from the plan before, as programs read it. */
record DifferenceView(
        List<TourView> tours,
        List<StopView> stops,
        List<ItemView> items,
        List<EndangeredView> endangered,
        String vi,
        String en) {

    record TourView(
            UUID vehicle,
            String vehicleName,
            @Nullable Integer before,
            @Nullable Integer now,
            PlanDifference.Change change,
            String vi,
            String en) {}

    record StopView(
            String stop,
            @Nullable String communeName,
            PlanDifference.Moved change,
            List<String> vehiclesBefore,
            List<String> vehiclesNow,
            long laterS,
            String vi,
            String en) {}

    /** Quantities in the item's unit. */
    record ItemView(String item, BigDecimal before, BigDecimal now) {}

    record EndangeredView(
            @Nullable Integer tour,
            UUID vehicle,
            String vehicleName,
            @Nullable Integer call,
            @Nullable String stop,
            @Nullable String communeName,
            PlanDifference.Danger reason,
            List<PlanView.Quantity> quantities,
            String vi,
            String en) {}

    static DifferenceView of(PlanDifference difference) {
        return new DifferenceView(
                difference.tours().stream()
                        .map(tour -> new TourView(
                                tour.vehicle().value(),
                                tour.vehicleName(),
                                tour.before(),
                                tour.now(),
                                tour.change(),
                                tour.vi(),
                                tour.en()))
                        .toList(),
                difference.stops().stream()
                        .map(stop -> new StopView(
                                stop.stop(),
                                stop.communeName(),
                                stop.change(),
                                stop.vehiclesBefore(),
                                stop.vehiclesNow(),
                                stop.laterS(),
                                stop.vi(),
                                stop.en()))
                        .toList(),
                difference.items().stream()
                        .map(item -> new ItemView(
                                item.item(), PlanView.plain(item.beforeMilli()), PlanView.plain(item.nowMilli())))
                        .toList(),
                difference.endangered().stream()
                        .map(one -> new EndangeredView(
                                one.tour(),
                                one.vehicle().value(),
                                one.vehicleName(),
                                one.call(),
                                one.stop(),
                                one.communeName(),
                                one.reason(),
                                PlanView.Quantity.all(one.amounts()),
                                one.vi(),
                                one.en()))
                        .toList(),
                difference.vi(),
                difference.en());
    }
}
