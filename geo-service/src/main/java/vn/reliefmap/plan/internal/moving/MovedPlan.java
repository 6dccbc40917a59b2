package vn.reliefmap.plan.internal.moving;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vn.reliefmap.item.Item;
import vn.reliefmap.kernel.PlanId;
import vn.reliefmap.plan.Amount;
import vn.reliefmap.plan.PlanDifference;
import vn.reliefmap.plan.PlanGap;
import vn.reliefmap.plan.PlanMove;
import vn.reliefmap.plan.PlannedTour;
import vn.reliefmap.plan.PlannedTour.Call;
import vn.reliefmap.plan.ReliefPlan;
import vn.reliefmap.plan.ReliefPlan.ItemBalance;
import vn.reliefmap.plan.internal.making.Comparison;

/** Writes the plan that has a move; every unit stays in exactly one hand-over or one gap. */
final class MovedPlan {
    private final MoveGround ground;
    private final Call call;
    private final PlanMove move;

    MovedPlan(MoveGround ground, Call call, PlanMove move) {
        this.ground = ground;
        this.call = call;
        this.move = move;
    }

    ReliefPlan of(PlanId id, Instant madeAt, List<PlannedTour> tours) {
        ReliefPlan plan = ground.plan();
        PlanDifference then = plan.difference();
        List<Item> items = ground.basis().items().stream()
                .map(code -> ground.item(new Amount(code, 0)))
                .toList();
        return new ReliefPlan(
                id,
                plan.disaster(),
                plan.simulated(),
                madeAt,
                plan.startsAt(),
                plan.endsAt(),
                plan.water(),
                plan.search(),
                tours,
                leftOut(),
                balance(),
                plan.id(),
                // What was in danger under way still is.
                new Comparison(plan, tours, items).with(then == null ? List.of() : then.endangered()),
                plan.light());
    }

    private List<PlanGap> leftOut() {
        List<PlanGap> gaps = new ArrayList<>(ground.plan().leftOut());
        if (move.from() instanceof PlanMove.LeftOut left && move.to() != null) {
            gaps.remove(left.index());
        } else if (move.from() instanceof PlanMove.Planned && move.to() == null) {
            gaps.add(new PlanGap(
                    call.stop(),
                    call.place(),
                    call.commune(),
                    call.communeName(),
                    call.households(),
                    call.people(),
                    call.handsOver(),
                    PlanGap.Reason.TAKEN_OUT,
                    0,
                    "Người điều phối bỏ khỏi chuyến.",
                    "A coordinator took it out of its tour."));
            gaps.sort(Comparator.comparing(PlanGap::reason)
                    .thenComparing(Comparator.comparingInt(PlanGap::people).reversed()));
        }
        return gaps;
    }

    private List<ItemBalance> balance() {
        boolean out = move.from() instanceof PlanMove.Planned;
        if (out == (move.to() != null)) {
            return ground.plan().balance();
        }
        Map<String, Long> more = new HashMap<>();
        call.handsOver()
                .forEach(amount -> more.merge(amount.item(), out ? -amount.milli() : amount.milli(), Long::sum));
        return ground.plan().balance().stream()
                .map(line -> {
                    long milli = more.getOrDefault(line.item(), 0L);
                    return new ItemBalance(
                            line.item(),
                            line.toCarryMilli(),
                            line.stockMilli(),
                            line.plannedMilli() + milli,
                            line.leftOutMilli() - milli,
                            line.servedShareBefore(),
                            line.servedShareAfter(),
                            line.giniBefore(),
                            line.giniAfter());
                })
                .toList();
    }
}
