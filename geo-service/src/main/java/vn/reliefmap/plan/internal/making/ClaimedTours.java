package vn.reliefmap.plan.internal.making;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.reliefmap.commitment.Claim;
import vn.reliefmap.commitment.Claims;
import vn.reliefmap.commitment.Ended;
import vn.reliefmap.commitment.TourClaim;
import vn.reliefmap.kernel.PlanId;
import vn.reliefmap.plan.PlannedTour;
import vn.reliefmap.plan.ReliefPlan;
import vn.reliefmap.plan.TourStanding;
import vn.reliefmap.plan.internal.making.HandOvers.HandOver;
import vn.reliefmap.plan.internal.making.PlanBasis.ClaimedThen;

/** Which tours of a plan a team has taken on, and how far deliveries say that they are. */
@Component
public class ClaimedTours {
    private final Claims claims;

    ClaimedTours(Claims claims) {
        this.claims = claims;
    }

    /**
     * A tour with a claim on it.
     *
     * @param teamName null when no account of a team holds it
     * @param handOvers what is brought to whom under the claim
     * @param served numbers of the calls at homes where nothing of the claim is outstanding any more
     */
    public record Standing(
            int tour, Claim claim, @Nullable String teamName, List<HandOver> handOvers, Set<Integer> served) {
        /** As others see it. */
        public TourStanding told() {
            return new TourStanding(tour, claim, teamName, served, OpenLines.of(claim, handOvers));
        }

        /** True while the team has it, and when all of it was delivered; false when it was given back or has expired. */
        public boolean holds() {
            return claim.term().endedAt() == null || claim.term().why() == Ended.DELIVERED;
        }
    }

    /** By number of the tour, the newest claim on it. */
    public Map<Integer, Standing> of(Made made) {
        Map<Integer, Standing> standings = new TreeMap<>();
        Map<PlanId, List<TourClaim>> known = new HashMap<>();
        for (ClaimedThen then : made.basis().claimed()) {
            known.computeIfAbsent(new PlanId(then.plan()), claims::ofPlan).stream()
                    .filter(one -> one.claim().id().equals(then.claim()))
                    .forEach(one -> standings.put(then.tour(), standing(then.tour(), one, then.handOvers())));
        }
        List<TourClaim> own = claims.ofPlan(made.plan().id());
        if (!own.isEmpty()) {
            Map<Integer, List<HandOver>> byTour =
                    HandOvers.of(made).stream().collect(Collectors.groupingBy(HandOver::tour));
            for (TourClaim one : own) {
                int tour = Objects.requireNonNull(one.claim().tour()).number();
                standings.put(tour, standing(tour, one, byTour.getOrDefault(tour, List.of())));
            }
        }
        return standings;
    }

    private static Standing standing(int tour, TourClaim one, List<HandOver> handOvers) {
        Map<Shelf, Long> planned = handOvers.stream()
                .collect(Collectors.groupingBy(
                        handed -> new Shelf(handed.household(), handed.item()),
                        Collectors.summingLong(HandOver::milli)));
        Map<Shelf, Long> promised = new HashMap<>();
        Set<Shelf> outstanding = new HashSet<>();
        Set<String> elsewhere = new HashSet<>();
        for (Claim.Line line : one.claim().lines()) {
            Shelf shelf = new Shelf(line.household().value(), line.item());
            promised.put(shelf, line.progress().promised().movePointRight(3).longValueExact());
            if (line.progress().outstanding().signum() > 0) {
                outstanding.add(shelf);
                if (!planned.containsKey(shelf)) {
                    elsewhere.add(line.item());
                }
            }
        }
        Set<Integer> served = handOvers.stream().map(HandOver::call).collect(Collectors.toCollection(HashSet::new));
        for (HandOver handed : handOvers) {
            Shelf shelf = new Shelf(handed.household(), handed.item());
            // Homes were merged, and what was promised to this one went on to one that the tour does not name.
            boolean moved = elsewhere.contains(handed.item())
                    && promised.getOrDefault(shelf, 0L) < planned.getOrDefault(shelf, 0L);
            if (moved || outstanding.contains(shelf)) {
                served.remove(handed.call());
            }
        }
        return new Standing(tour, one.claim(), one.teamName(), handOvers, served);
    }

    /** A home and an item that it gets. */
    private record Shelf(UUID household, String item) {}

    /** Tours of the plan that stay as they are: those that a team has, and those that fill the landings where it loads. */
    public static Set<Integer> fixed(ReliefPlan plan, Map<Integer, Standing> standings) {
        return fixed(
                plan,
                standings.values().stream()
                        .filter(Standing::holds)
                        .map(Standing::tour)
                        .collect(Collectors.toSet()));
    }

    /** The same of tours by their numbers. */
    public static Set<Integer> fixed(ReliefPlan plan, Set<Integer> tours) {
        Set<Integer> fixed = new HashSet<>(tours);
        Set<String> loadedAt = plan.tours().stream()
                .filter(tour -> fixed.contains(tour.number()))
                .flatMap(tour -> tour.trips().stream())
                .map(trip -> trip.origin().landing())
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        plan.tours().stream().filter(tour -> fills(tour, loadedAt)).forEach(tour -> fixed.add(tour.number()));
        return fixed;
    }

    private static boolean fills(PlannedTour tour, Set<String> landings) {
        return tour.trips().stream()
                .flatMap(trip -> trip.calls().stream())
                .anyMatch(call -> call.landing() != null && landings.contains(call.landing()));
    }

    /** What of it a later plan has to know. */
    static List<ClaimedThen> remembered(Map<Integer, Standing> standings) {
        List<ClaimedThen> then = new ArrayList<>();
        standings.values().stream().filter(Standing::holds).forEach(one -> {
            UUID plan = Objects.requireNonNull(one.claim().tour()).plan().value();
            then.add(new ClaimedThen(one.tour(), plan, one.claim().id(), one.handOvers()));
        });
        return then;
    }
}
