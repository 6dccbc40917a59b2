package vn.reliefmap.plan;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.reliefmap.kernel.DisasterId;
import vn.reliefmap.kernel.PlanId;
import vn.reliefmap.kernel.Problem;

/**
 * Tours that teams can drive, and what is left out. Every unit that is to be brought is in exactly one hand-over or one gap:
 * for each item {@code to carry = handed over + left out}.
 *
 * @param startsAt when the first vehicle may load
 * @param endsAt when all must be home
 * @param water by which all ways were judged
 * @param search repeats the search: seed, iterations
 * @param tours by vehicle
 * @param leftOut by reason, the most people first
 * @param balance one line for each item that is to be brought
 * @param before the plan that this one takes the place of; null when there is none. Then the tours tell the whole day: trips
 *     that are done and under way stand in them unchanged
 * @param difference from that plan; null when there is none
 * @param light in which tours stay; null when they may run into the night
 */
public record ReliefPlan(
        PlanId id,
        DisasterId disaster,
        boolean simulated,
        Instant madeAt,
        Instant startsAt,
        Instant endsAt,
        PlanWater water,
        SearchRecord search,
        List<PlannedTour> tours,
        List<PlanGap> leftOut,
        List<ItemBalance> balance,
        @Nullable PlanId before,
        @Nullable PlanDifference difference,
        @Nullable Light light) {
    /** A plan from nothing. */
    public ReliefPlan(
            PlanId id,
            DisasterId disaster,
            boolean simulated,
            Instant madeAt,
            Instant startsAt,
            Instant endsAt,
            PlanWater water,
            SearchRecord search,
            List<PlannedTour> tours,
            List<PlanGap> leftOut,
            List<ItemBalance> balance) {
        this(
                id, disaster, simulated, madeAt, startsAt, endsAt, water, search, tours, leftOut, balance, null, null,
                null);
    }

    /** From when until when teams may drive. */
    public record Light(Instant from, Instant to) {}

    /** Those tours of it and nothing else: no other team's, no list of who is left out. */
    public ReliefPlan only(Set<Integer> numbers) {
        return new ReliefPlan(
                id,
                disaster,
                simulated,
                madeAt,
                startsAt,
                endsAt,
                water,
                search,
                tours.stream().filter(tour -> numbers.contains(tour.number())).toList(),
                List.of(),
                List.of(),
                before,
                null,
                light);
    }

    /** The tour with the number; throws a {@code TOUR_NOT_FOUND} problem (404) when there is none. */
    public PlannedTour tour(int number) {
        return tours.stream()
                .filter(tour -> tour.number() == number)
                .findFirst()
                .orElseThrow(() -> Problem.notFound(
                                "TOUR_NOT_FOUND",
                                "tour",
                                "Kế hoạch này không có chuyến " + number + ".",
                                "This plan has no tour " + number + ".")
                        .asException());
    }

    /**
     * @param at the step in force at the start
     * @param observedAt newest observation in it; null when there is none
     * @param forecast true when a forecast was used
     * @param worstOf moments of all steps that were looked at: times are those of the slowest, and where there is no way in one
     *     of them there is none in the plan
     * @param snapshots their names
     */
    public record PlanWater(
            Instant at,
            @Nullable Instant observedAt,
            boolean forecast,
            List<Instant> worstOf,
            List<String> snapshots) {}

    /**
     * An item from the need to the tour, in thousandths of its unit.
     *
     * @param stockMilli in the depots that were used
     * @param servedShareBefore of all that was asked for, 0 to 1
     * @param giniBefore of the households' served shares
     */
    public record ItemBalance(
            String item,
            long toCarryMilli,
            long stockMilli,
            long plannedMilli,
            long leftOutMilli,
            double servedShareBefore,
            double servedShareAfter,
            double giniBefore,
            double giniAfter) {}
}
