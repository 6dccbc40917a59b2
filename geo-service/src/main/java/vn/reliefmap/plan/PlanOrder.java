package vn.reliefmap.plan;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.reliefmap.kernel.DepotId;
import vn.reliefmap.kernel.DisasterId;
import vn.reliefmap.kernel.PlanId;
import vn.reliefmap.kernel.VehicleId;

/**
 * What is to be planned. Equal orders over equal data with an equal {@link SearchRecord} give equal plans.
 *
 * @param startsAt when the first vehicle may load; null = now, or the first step of the water if all are to come; at the next
 *     sunrise when it is dark then or soon
 * @param lasts until every vehicle is home; the water of all steps in it counts, the worst one; null = a usual day, or until
 *     the end of the plan before
 * @param depots to load at; empty = all of the disaster's kind, simulated or real
 * @param vehicles to send; empty = all of the disaster's kind
 * @param items to bring; empty = all
 * @param limits how long to search
 * @param without vehicles that are not to be sent; broken ones are not sent in any case
 * @param again null for a plan from nothing. Depots, vehicles, items and communes that are not named are then those of the plan
 *     before
 * @param night whether teams may be under way in the dark
 * @param communes to bring to, by code; empty = everywhere
 */
public record PlanOrder(
        DisasterId disaster,
        @Nullable Instant startsAt,
        @Nullable Duration lasts,
        Set<DepotId> depots,
        Set<VehicleId> vehicles,
        Set<String> items,
        SearchLimits limits,
        Set<VehicleId> without,
        @Nullable Again again,
        boolean night,
        Set<String> communes) {
    /** Everywhere; tours end before dark. */
    public PlanOrder(
            DisasterId disaster,
            @Nullable Instant startsAt,
            @Nullable Duration lasts,
            Set<DepotId> depots,
            Set<VehicleId> vehicles,
            Set<String> items,
            SearchLimits limits,
            Set<VehicleId> without,
            @Nullable Again again) {
        this(disaster, startsAt, lasts, depots, vehicles, items, limits, without, again, false, Set.of());
    }

    /**
     * A plan that takes the place of another one: what is under way in it stays, stops keep their names, and the rest changes
     * little.
     *
     * @param before the other one, of the same disaster
     * @param underWay what is known of its tours; of the others the clock tells how far they are
     * @param locked what of it stays; that of {@link PlanDesk} is meant, whoever orders
     */
    public record Again(PlanId before, List<UnderWay> underWay, PlanDesk.Locks locked) {
        public Again {
            underWay = List.copyOf(underWay);
        }

        public Again(PlanId before, List<UnderWay> underWay) {
            this(before, underWay, PlanDesk.Locks.NONE);
        }
    }

    /**
     * How far a tour of the plan before has got.
     *
     * @param tour its number
     * @param trip number of the trip that has left last, from 1; 0 = it has not left at all
     * @param reached number of the last call that is done; 0 = none
     */
    public record UnderWay(int tour, int trip, int reached) {}

    /** A working day between dawn and dusk in October (weak value). */
    public static final Duration USUAL_DAY = Duration.ofHours(10);

    public PlanOrder {
        depots = Set.copyOf(depots);
        vehicles = Set.copyOf(vehicles);
        items = Set.copyOf(items);
        without = Set.copyOf(without);
        communes = Set.copyOf(communes);
    }

    /** The same with what stays of the plan before. */
    public PlanOrder locking(PlanDesk.Locks locks) {
        Again then = again;
        return then == null
                ? this
                : new PlanOrder(
                        disaster,
                        startsAt,
                        lasts,
                        depots,
                        vehicles,
                        items,
                        limits,
                        without,
                        new Again(then.before(), then.underWay(), locks),
                        night,
                        communes);
    }

    /** Everything there is, for a usual day. */
    public static PlanOrder all(DisasterId disaster, @Nullable Instant startsAt, SearchLimits limits) {
        return new PlanOrder(disaster, startsAt, null, Set.of(), Set.of(), Set.of(), limits, Set.of(), null);
    }
}
