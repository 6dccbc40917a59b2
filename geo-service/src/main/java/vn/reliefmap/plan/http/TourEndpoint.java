package vn.reliefmap.plan.http;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import vn.reliefmap.access.Account;
import vn.reliefmap.access.Callers;
import vn.reliefmap.commitment.Claim;
import vn.reliefmap.commitment.Claims;
import vn.reliefmap.kernel.Caller;
import vn.reliefmap.kernel.Numbers;
import vn.reliefmap.kernel.OpenTo;
import vn.reliefmap.kernel.PlanId;
import vn.reliefmap.passability.VehicleClass;
import vn.reliefmap.plan.PlanDesk;
import vn.reliefmap.plan.PlannedTour;
import vn.reliefmap.plan.PlannedTour.Call;
import vn.reliefmap.plan.Plans;
import vn.reliefmap.plan.TourStanding;

/** The tours of a plan in short, for a team to choose one from: no place in it, and nothing of few households. */
@RestController
class TourEndpoint {
    /** Domain facts, section 5. */
    private static final int FEW_HOUSEHOLDS = 5;

    private final Plans plans;
    private final PlanSight sight;
    private final PlanDesk desk;

    TourEndpoint(Plans plans, PlanSight sight, PlanDesk desk) {
        this.plans = plans;
        this.sight = sight;
        this.desk = desk;
    }

    /** Which tours there are, and who has taken on which: the team's name, never a person's. */
    @GetMapping("/api/v1/plans/{id}/tours")
    @OpenTo(Caller.EVERYONE)
    TourList tours(@PathVariable UUID id) {
        PlanId plan = new PlanId(id);
        boolean all = sight.seesAll(plan);
        if (!all && (Callers.current() != Caller.TEAM || desk.standing(plan).publishedAt() == null)) {
            throw PlanSight.closed();
        }
        Map<Integer, TourStanding> claimed =
                plans.claimed(plan).stream().collect(Collectors.toMap(TourStanding::tour, Function.identity()));
        return new TourList(
                plans.disaster(plan).value(),
                plans.get(plan).tours().stream()
                        .map(tour -> TourShort.of(tour, claimed.get(tour.number()), all))
                        .toList(),
                null);
    }

    /**
     * What is still to be handed over at which call, for the team that has the tour and nobody else: no name and no place, those
     * are with the claim's homes.
     */
    @GetMapping("/api/v1/plans/{id}/tours/{tour}/hand-overs")
    @OpenTo(Caller.TEAM)
    HandOverList handOvers(@PathVariable UUID id, @PathVariable int tour) {
        PlanId plan = new PlanId(id);
        plans.disaster(plan); // refused when there is no such plan
        UUID team = Callers.account().map(Account::id).orElseThrow();
        return plans.claimed(plan).stream()
                .filter(one -> one.tour() == tour && one.claim().team().equals(team))
                .findFirst()
                .map(HandOverList::of)
                .orElseThrow(() -> Claims.notFound().asException());
    }

    /**
     * @param expiresAt when the claim ends by itself
     * @param ended null while it lives; else {@code delivered}, {@code withdrawn} or {@code expired}, and no items
     * @param next always null: all of them
     */
    record HandOverList(
            UUID claim,
            UUID disaster,
            Instant expiresAt,
            @Nullable String ended,
            List<HandOverAnswer> items,
            @Nullable String next) {
        static HandOverList of(TourStanding standing) {
            Claim claim = standing.claim();
            String state = ClaimShort.state(claim);
            boolean lives = state.equals("live");
            return new HandOverList(
                    claim.id(),
                    claim.disaster().value(),
                    claim.term().expiresAt(),
                    lives ? null : state,
                    lives ? standing.open().stream().map(HandOverAnswer::of).toList() : List.of(),
                    null);
        }
    }

    /** @param quantity still to be handed over, in the item's unit */
    record HandOverAnswer(int call, UUID need, UUID household, String item, BigDecimal quantity) {
        static HandOverAnswer of(TourStanding.Open open) {
            return new HandOverAnswer(
                    open.call(),
                    open.need().value(),
                    open.household().value(),
                    open.item(),
                    Numbers.plain(open.quantity()));
        }
    }

    /** @param next always null: all of them */
    record TourList(
            UUID disaster, List<TourShort> items, @Nullable String next) {}

    /**
     * @param communes where it calls
     * @param households null when they are few and the caller may not see that
     * @param brings to homes; empty likewise
     * @param claim null while nobody has it
     */
    record TourShort(
            int tour,
            String vehicleName,
            VehicleClass vehicleClass,
            Instant startsAt,
            Instant endsAt,
            Set<String> communes,
            @Nullable Integer households,
            List<Brings> brings,
            @Nullable ClaimShort claim) {
        static TourShort of(PlannedTour tour, @Nullable TourStanding standing, boolean all) {
            List<Call> calls = tour.trips().stream()
                    .flatMap(trip -> trip.calls().stream())
                    .filter(call -> call.landing() == null)
                    .toList();
            int households =
                    tour.homeStops().stream().mapToInt(Call::households).sum();
            boolean told = all || households >= FEW_HOUSEHOLDS;
            Map<String, Long> sums = new TreeMap<>();
            Set<String> communes = new TreeSet<>();
            for (Call call : calls) {
                call.handsOver().forEach(amount -> sums.merge(amount.item(), amount.milli(), Long::sum));
                String name = call.communeName();
                if (name != null) {
                    communes.add(name);
                }
            }
            return new TourShort(
                    tour.number(),
                    tour.vehicleName(),
                    tour.vehicleClass(),
                    tour.startsAt(),
                    tour.endsAt(),
                    communes,
                    told ? households : null,
                    told
                            ? sums.entrySet().stream()
                                    .map(one -> new Brings(
                                            one.getKey(), Numbers.plain(BigDecimal.valueOf(one.getValue(), 3))))
                                    .toList()
                            : List.of(),
                    standing == null ? null : ClaimShort.of(standing));
        }
    }

    record Brings(String item, BigDecimal quantity) {}

    /**
     * @param id for those who may open the claim
     * @param team its name, for those who work on it
     * @param own true for the caller's own
     * @param state {@code live}, {@code delivered}, {@code withdrawn} or {@code expired}
     * @param servedCalls numbers of the calls where deliveries have brought everything
     */
    record ClaimShort(
            @Nullable UUID id,
            @Nullable String team,
            boolean own,
            String state,
            Instant expiresAt,
            List<Integer> servedCalls) {
        static ClaimShort of(TourStanding standing) {
            Claim claim = standing.claim();
            boolean own = Callers.account()
                    .map(Account::id)
                    .filter(claim.team()::equals)
                    .isPresent();
            return new ClaimShort(
                    own || Callers.rights().seesEveryHome() ? claim.id() : null,
                    Callers.rights().seesStaffNames() ? standing.teamName() : null,
                    own,
                    state(claim),
                    claim.term().expiresAt(),
                    standing.served().stream().sorted().toList());
        }

        static String state(Claim claim) {
            var why = claim.term().why();
            return why != null ? why.word() : claim.lives(Instant.now()) ? "live" : "expired";
        }
    }
}
