package vn.reliefmap.plan.internal.making;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import vn.reliefmap.plan.Amount;
import vn.reliefmap.plan.PlannedTour;
import vn.reliefmap.plan.PlannedTour.Call;

/**
 * Which household a call brings what to. A call says how much its stop gets; the shares of the stop's households say whose it is.
 * Calls in their order fill home after home, so that no unit is broken up.
 */
public final class HandOvers {
    private HandOvers() {}

    /**
     * What one household gets of one item at one call.
     *
     * @param stop as the plan names it
     */
    public record HandOver(int tour, int call, String stop, UUID household, String item, long milli) {}

    private record Shelf(String stop, String item) {}

    private record At(int tour, Call call) {}

    private static final class Share {
        final UUID household;
        long milli;

        Share(UUID household, long milli) {
            this.household = household;
            this.milli = milli;
        }
    }

    /** By time. Tours that were claimed before the plan was made have households of their own, which are not told here. */
    public static List<HandOver> of(Made made) {
        Map<Shelf, List<Share>> shares = shares(made.basis());
        List<At> calls = new ArrayList<>();
        for (PlannedTour tour : made.plan().tours()) {
            if (made.basis().claimed().stream().noneMatch(claimed -> claimed.tour() == tour.number())) {
                tour.trips().stream()
                        .flatMap(trip -> trip.calls().stream())
                        .filter(call -> call.landing() == null)
                        .forEach(call -> calls.add(new At(tour.number(), call)));
            }
        }
        calls.sort(Comparator.comparing((At at) -> at.call().beginsAt())
                .thenComparingInt(At::tour)
                .thenComparingInt(at -> at.call().number()));
        List<HandOver> all = new ArrayList<>();
        for (At at : calls) {
            String stop = StopDraft.homeName(at.call().stop());
            for (Amount amount : at.call().handsOver()) {
                long left = amount.milli();
                for (Share share : shares.getOrDefault(new Shelf(stop, amount.item()), List.of())) {
                    long part = Math.min(left, share.milli);
                    if (part > 0) {
                        share.milli -= part;
                        left -= part;
                        all.add(new HandOver(
                                at.tour(), at.call().number(), at.call().stop(), share.household, amount.item(), part));
                    }
                }
            }
        }
        return all;
    }

    /** What trips had begun to bring is in the first calls, so it is taken first. */
    private static Map<Shelf, List<Share>> shares(PlanBasis basis) {
        Map<Shelf, List<Share>> shares = new HashMap<>();
        for (boolean brought : new boolean[] {true, false}) {
            for (PlanBasis.Home home : basis.homes()) {
                for (int item = 0; home.stop() != null && item < basis.items().size(); item++) {
                    long milli = (brought ? home.brought() : home.given()).get(item);
                    if (milli > 0) {
                        shares.computeIfAbsent(
                                        new Shelf(
                                                Objects.requireNonNull(home.stop()),
                                                basis.items().get(item)),
                                        shelf -> new ArrayList<>())
                                .add(new Share(home.household(), milli));
                    }
                }
            }
        }
        return shares;
    }
}
