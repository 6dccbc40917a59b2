package vn.reliefmap.plan.internal.making;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.reliefmap.flood.WaterStep;
import vn.reliefmap.flood.Waters;
import vn.reliefmap.kernel.DisasterId;
import vn.reliefmap.kernel.Problem;
import vn.reliefmap.plan.PlanOrder;
import vn.reliefmap.plan.ReliefPlan;
import vn.reliefmap.supply.Depot;

/** From when until when a plan lasts, in which light and over which steps of the water. */
@Component
class PlanHours {
    /** Longer plans would rest on water that nobody can know (weak value). */
    private static final Duration LONGEST = Duration.ofDays(2);

    private final Waters waters;
    private final Daylight daylight;
    private final Clock clock = Clock.systemUTC();

    PlanHours(Waters waters, Daylight daylight) {
        this.waters = waters;
        this.daylight = daylight;
    }

    /** As in {@link PlanParts}. */
    record Hours(Instant startsAt, Duration lasts, List<Instant> moments, ReliefPlan.@Nullable Light light) {}

    /** @param before the plan that the order is to take the place of; null = none */
    Hours of(PlanOrder order, @Nullable Made before, List<Depot> usedDepots) {
        boolean night = order.night() || (before != null && before.basis().night());
        Instant startsAt = startsAt(order, usedDepots, night);
        ReliefPlan.Light light = night ? null : light(startsAt, usedDepots);
        Duration lasts = lasts(order, startsAt, before, light);
        return new Hours(startsAt, lasts, moments(order.disaster(), startsAt, startsAt.plus(lasts)), light);
    }

    /** Whoever plans anew and names no hour does not set out in the dark. */
    private Instant startsAt(PlanOrder order, List<Depot> usedDepots, boolean night) {
        Instant named = order.startsAt();
        if (named != null) {
            return named;
        }
        Instant now = waters.departure(order.disaster(), clock.instant());
        if (night || order.again() != null) {
            return now;
        }
        Instant dawn =
                daylight.after(now.plus(Daylight.WORTH_LEAVING), usedDepots).rises();
        return dawn.isAfter(now) ? dawn : now;
    }

    private ReliefPlan.Light light(Instant startsAt, List<Depot> usedDepots) {
        Sun sun = daylight.after(startsAt, usedDepots);
        return new ReliefPlan.Light(sun.rises(), sun.sets());
    }

    private static Duration lasts(
            PlanOrder order, Instant startsAt, @Nullable Made before, ReliefPlan.@Nullable Light light) {
        Duration named = order.lasts();
        Duration lasts = named == null ? usual(startsAt, before, light) : named;
        if (lasts.isNegative() || lasts.isZero() || lasts.compareTo(LONGEST) > 0) {
            throw Problem.badField(
                            "PLAN_TIME_RANGE",
                            "hours",
                            "> 0, ≤ " + LONGEST.toHours(),
                            "Một kế hoạch dài nhiều nhất " + LONGEST.toHours() + " giờ.",
                            "A plan lasts at most " + LONGEST.toHours() + " hours.")
                    .asException();
        }
        return lasts;
    }

    /** Until the end of the plan before, else until dusk, but no shorter than a usual day. */
    private static Duration usual(Instant startsAt, @Nullable Made before, ReliefPlan.@Nullable Light light) {
        if (before != null && before.plan().endsAt().isAfter(startsAt)) {
            return Duration.between(startsAt, before.plan().endsAt());
        }
        Duration tillDusk = light == null ? Duration.ZERO : Duration.between(startsAt, light.to());
        return tillDusk.compareTo(PlanOrder.USUAL_DAY) > 0 ? tillDusk : PlanOrder.USUAL_DAY;
    }

    private List<Instant> moments(DisasterId disaster, Instant from, Instant to) {
        List<Instant> moments = new ArrayList<>(List.of(from));
        for (WaterStep step : waters.steps(disaster)) {
            if (step.at().isAfter(from) && step.at().isBefore(to)) {
                moments.add(step.at());
            }
        }
        return moments;
    }
}
