package vn.reliefmap.plan.internal.kept;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.reliefmap.commitment.Claims;
import vn.reliefmap.commitment.Ended;
import vn.reliefmap.commitment.TourClaim;
import vn.reliefmap.kernel.DisasterId;
import vn.reliefmap.kernel.PlanId;
import vn.reliefmap.kernel.Problem;
import vn.reliefmap.plan.PlanDesk;
import vn.reliefmap.plan.internal.making.Made;
import vn.reliefmap.plan.internal.making.PlanBasis.ClaimedThen;
import vn.reliefmap.store.Changes;
import vn.reliefmap.store.Topic;

/** What was decided about kept plans; every change of it is announced. */
@Component
class KeptDesk implements PlanDesk {
    private final PlanTable table;
    private final DeskTable desk;
    private final Claims claims;
    private final Changes changes;
    private final TransactionTemplate transaction;
    private final Clock clock = Clock.systemUTC();

    KeptDesk(PlanTable table, DeskTable desk, Claims claims, Changes changes, PlatformTransactionManager transactions) {
        this.table = table;
        this.desk = desk;
        this.claims = claims;
        this.changes = changes;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Override
    public Standing standing(PlanId plan) {
        return desk.standing(plan).orElseThrow(() -> PlanTable.notFound().asException());
    }

    @Override
    public Map<PlanId, Standing> standings(DisasterId disaster) {
        return desk.standings(disaster);
    }

    @Override
    public Standing lock(PlanId plan, Locks locks) {
        Made made = table.required(plan);
        for (int tour : locks.tours()) {
            var unused = made.plan().tour(tour);
        }
        locks.stops().forEach(stop -> checkServed(made, stop));
        transaction.executeWithoutResult(status -> {
            desk.lock(plan, locks);
            changes.announce(Topic.PLANS);
        });
        return standing(plan);
    }

    private static void checkServed(Made made, String stop) {
        boolean served = made.plan().tours().stream()
                .flatMap(tour -> tour.trips().stream())
                .flatMap(trip -> trip.calls().stream())
                .anyMatch(call -> call.landing() == null && call.stop().equals(stop));
        if (!served) {
            throw Problem.notFound(
                            "STOP_NOT_FOUND",
                            "stops",
                            "Không chuyến nào của kế hoạch giao ở điểm " + stop + ".",
                            "No tour of the plan calls at stop " + stop + ".")
                    .asException();
        }
    }

    @Override
    public Standing publish(PlanId plan, UUID by) {
        Made made = table.required(plan);
        transaction.executeWithoutResult(status -> {
            desk.hold(plan);
            Standing now = standing(plan);
            if (now.supersededBy() != null) {
                throw superseded().asException();
            }
            if (now.publishedAt() == null) {
                // Two plans that both came from one would bring the same goods twice.
                if (desk.openBeside(plan)) {
                    throw superseded().asException();
                }
                checkClaims(made);
                desk.publish(plan, by, clock.instant());
                changes.announce(Topic.PLANS);
            }
        });
        return standing(plan);
    }

    static Problem superseded() {
        return new Problem(
                "PLAN_SUPERSEDED",
                409,
                "Kế hoạch này đã có bản mới được phát hành thay.",
                "A newer plan was published in the place of this one.",
                "plan",
                null);
    }

    /** A tour that a team took on since must stand in this plan as it was, which only planning again sees to. */
    private void checkClaims(Made made) {
        Set<UUID> known =
                made.basis().claimed().stream().map(ClaimedThen::claim).collect(Collectors.toSet());
        List<TourClaim> unknown = desk.before(made.plan().id()).stream()
                .flatMap(before -> claims.ofPlan(before).stream())
                .filter(one -> one.claim().term().endedAt() == null
                        || one.claim().term().why() == Ended.DELIVERED)
                .filter(one -> !known.contains(one.claim().id()))
                .toList();
        if (!unknown.isEmpty()) {
            String tours = unknown.stream()
                    .map(one -> one.claim().tour() == null
                            ? "?"
                            : String.valueOf(one.claim().tour().number()))
                    .collect(Collectors.joining(", "));
            throw new Problem(
                            "PLAN_CLAIMED_MEANWHILE",
                            409,
                            "Chưa phát hành: trong lúc sửa, có đội đã nhận chuyến " + tours
                                    + " của kế hoạch trước. Hãy tính lại từ kế hoạch ấy.",
                            "Not published: meanwhile a team has taken on tour " + tours
                                    + " of the plan before. Plan again from that one.",
                            "plan",
                            null)
                    .asException();
        }
    }
}
