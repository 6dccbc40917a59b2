package vn.reliefmap.plan.internal.kept;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import vn.reliefmap.commitment.TourCargo;
import vn.reliefmap.kernel.HouseholdId;
import vn.reliefmap.kernel.PlanId;
import vn.reliefmap.plan.PlannedTour;
import vn.reliefmap.plan.internal.making.HandOvers;
import vn.reliefmap.plan.internal.making.HandOvers.HandOver;
import vn.reliefmap.plan.internal.making.Made;

/** What tours bring, read from the plans that are kept. */
@Component
class KeptCargo implements TourCargo {
    private final PlanTable table;

    KeptCargo(PlanTable table) {
        this.table = table;
    }

    private record Line(UUID household, String item) {}

    @Override
    public Cargo of(PlanId id, int number) {
        Made made = table.required(id);
        PlannedTour tour = made.plan().tour(number);
        Map<Line, Share> shares = new LinkedHashMap<>();
        HandOvers.of(made).stream()
                .filter(one -> one.tour() == tour.number())
                .forEach(one -> shares.merge(
                        new Line(one.household(), one.item()),
                        share(one),
                        (a, b) -> new Share(
                                a.household(), a.stop(), a.item(), a.quantity().add(b.quantity()))));
        return new Cargo(made.plan().disaster(), shares.values().stream().toList());
    }

    private static Share share(HandOver one) {
        return new Share(new HouseholdId(one.household()), one.stop(), one.item(), BigDecimal.valueOf(one.milli(), 3));
    }
}
