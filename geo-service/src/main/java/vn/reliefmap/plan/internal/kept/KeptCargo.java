package vn.reliefmap.plan.internal.kept;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import vn.reliefmap.commitment.TourCargo;
import vn.reliefmap.kernel.HouseholdId;
import vn.reliefmap.kernel.PlanId;
import vn.reliefmap.kernel.Problem;
import vn.reliefmap.plan.PlanDesk;
import vn.reliefmap.plan.PlannedTour;
import vn.reliefmap.plan.internal.making.HandOvers;
import vn.reliefmap.plan.internal.making.HandOvers.HandOver;
import vn.reliefmap.plan.internal.making.Made;

/** What tours bring, read from the plans that are kept. */
@Component
class KeptCargo implements TourCargo {
    private final PlanTable table;
    private final DeskTable desk;

    KeptCargo(PlanTable table, DeskTable desk) {
        this.table = table;
        this.desk = desk;
    }

    private record Line(UUID household, String item) {}

    @Override
    public Cargo of(PlanId id, int number) {
        Made made = table.required(id);
        PlanDesk.Standing standing = desk.heldStanding(id).orElseThrow();
        if (standing.supersededBy() != null) {
            throw KeptDesk.superseded().asException();
        }
        if (!standing.open()) {
            throw new Problem(
                            "PLAN_NOT_PUBLISHED",
                            409,
                            "Kế hoạch còn là bản nháp; người điều phối chưa phát hành.",
                            "The plan is a draft; no coordinator has published it yet.",
                            "plan",
                            null)
                    .asException();
        }
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
