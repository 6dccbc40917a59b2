package vn.reliefmap.plan.internal.making;

import java.time.Instant;
import java.util.Objects;
import vn.reliefmap.plan.ReliefPlan;

/** A plan and what it was made from. */
public record Made(ReliefPlan plan, PlanBasis basis) {
    /** Since when moves of stock may be those of its trips. */
    Instant stockSince() {
        return Objects.requireNonNullElse(basis.stockSince(), plan.madeAt());
    }
}
