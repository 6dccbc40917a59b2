package vn.reliefmap.plan.http;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import vn.reliefmap.access.Account;
import vn.reliefmap.access.Callers;
import vn.reliefmap.disaster.Disasters;
import vn.reliefmap.kernel.Caller;
import vn.reliefmap.kernel.PlanId;
import vn.reliefmap.kernel.Problem;
import vn.reliefmap.plan.Plans;
import vn.reliefmap.plan.ReliefPlan;
import vn.reliefmap.plan.TourStanding;

/** How much of a plan the caller sees: all, the tours that the own team has taken on, or nothing. */
@Component
class PlanSight {
    private final Plans plans;
    private final Disasters disasters;

    PlanSight(Plans plans, Disasters disasters) {
        this.plans = plans;
        this.disasters = disasters;
    }

    /** The plan's id for those who see some of it; nothing is worked out for others. {@code PLAN_CLOSED} (403). */
    PlanId required(UUID id) {
        PlanId plan = new PlanId(id);
        if (!seesAll(plan) && own(plan).isEmpty()) {
            throw closed();
        }
        return plan;
    }

    /** As much of it as the caller sees. {@code PLAN_CLOSED} (403). */
    ReliefPlan read(UUID id) {
        PlanId plan = new PlanId(id);
        if (seesAll(plan)) {
            return plans.get(plan);
        }
        Set<Integer> own = own(plan);
        if (own.isEmpty()) {
            throw closed();
        }
        return plans.get(plan).only(own);
    }

    boolean seesAll(PlanId plan) {
        return Callers.rights().seesPlans(disasters.get(plans.disaster(plan)).simulated());
    }

    /** Numbers of the tours of which the caller's team has a living claim. */
    private Set<Integer> own(PlanId plan) {
        List<TourStanding> claimed = Callers.current() == Caller.TEAM ? plans.claimed(plan) : List.of();
        UUID team = Callers.account().map(Account::id).orElse(null);
        return claimed.stream()
                .filter(one -> one.claim().team().equals(team) && one.claim().lives(Instant.now()))
                .map(TourStanding::tour)
                .collect(Collectors.toSet());
    }

    static RuntimeException closed() {
        return new Problem(
                        "PLAN_CLOSED",
                        403,
                        "Kế hoạch có nơi ở của người dân, chỉ người được phép mới xem được. Hãy đăng nhập.",
                        "Plans tell where people live; only those who may see that can read them. Sign in.",
                        null,
                        null)
                .asException();
    }
}
