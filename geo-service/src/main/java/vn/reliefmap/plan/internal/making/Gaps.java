package vn.reliefmap.plan.internal.making;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import vn.reliefmap.admin.AdminUnit;
import vn.reliefmap.admin.AdminUnits;
import vn.reliefmap.plan.Load;
import vn.reliefmap.plan.PlanGap;
import vn.reliefmap.plan.Unassigned;

/** What is left out of a plan, in words: short stock by commune, and stops that no tour serves. Used for one plan. */
final class Gaps {
    private final TourDraft draft;
    private final Shares shares;
    private final TourTelling telling;
    private final AdminUnits units;
    private final GapWords words;

    Gaps(TourDraft draft, Shares shares, TourTelling telling, AdminUnits units, GapWords words) {
        this.draft = draft;
        this.shares = shares;
        this.telling = telling;
        this.units = units;
        this.words = words;
    }

    /** @param reached by place of the demand */
    List<PlanGap> tell(List<Unassigned> unassigned, boolean[] reached) {
        List<PlanGap> gaps = new ArrayList<>(shortStock(reached));
        for (Unassigned left : unassigned) {
            gaps.add(stop(left));
        }
        gaps.sort(Comparator.comparing(PlanGap::reason)
                .thenComparing(Comparator.comparingInt(PlanGap::people).reversed()));
        return gaps;
    }

    private List<PlanGap> shortStock(boolean[] reached) {
        Map<String, List<Integer>> byCommune = new TreeMap<>();
        for (int place = 0; place < reached.length; place++) {
            if (reached[place]) {
                String commune = draft.parts().demand().commune(place);
                byCommune
                        .computeIfAbsent(commune == null ? "" : commune, code -> new ArrayList<>())
                        .add(place);
            }
        }
        List<PlanGap> gaps = new ArrayList<>();
        byCommune.forEach((code, members) -> {
            List<Integer> lacking = members.stream()
                    .filter(member -> !missing(List.of(member)).isNothing())
                    .toList();
            if (!lacking.isEmpty()) {
                Load missing = missing(lacking);
                AdminUnit unit = units.find(code).orElse(null);
                gaps.add(new PlanGap(
                        null,
                        null,
                        unit == null ? null : unit.code(),
                        unit == null ? null : unit.fullName(),
                        lacking.size(),
                        people(lacking),
                        TourTelling.amounts(draft.parts(), missing),
                        PlanGap.Reason.STOCK,
                        missing.massKg(draft.parts().goods()),
                        words.stockVi(missing),
                        words.stockEn(missing)));
            }
        });
        return gaps;
    }

    private Load missing(List<Integer> members) {
        return Shares.wanted(draft.parts(), members).minus(shares.given(members));
    }

    private int people(List<Integer> members) {
        return members.stream().mapToInt(draft.parts().demand()::people).sum();
    }

    private PlanGap stop(Unassigned left) {
        StopDraft stop = draft.stops().get(left.stop());
        AdminUnit unit = telling.commune(left.stop());
        PlanGap.Reason reason = reason(left, stop);
        GapWords.Said said = words.of(left, stop, reason);
        return new PlanGap(
                telling.stop(left.stop()),
                stop.place(),
                unit == null ? null : unit.code(),
                unit == null ? null : unit.fullName(),
                stop.members().size(),
                people(stop.members()),
                TourTelling.amounts(draft.parts(), left.load()),
                reason,
                said.number(),
                said.vi(),
                said.en());
    }

    private static PlanGap.@Nullable Reason far(Unassigned.Reason reason, StopDraft stop) {
        return reason == Unassigned.Reason.CUT_OFF && stop.kind() == StopDraft.Kind.FAR_FROM_ROAD
                ? PlanGap.Reason.FAR_FROM_ROAD
                : null;
    }

    private PlanGap.Reason reason(Unassigned left, StopDraft stop) {
        PlanGap.Reason far = far(left.reason(), stop);
        if (left.reason() == Unassigned.Reason.SKILL) {
            return words.locked(stop) ? PlanGap.Reason.LOCKED : PlanGap.Reason.NO_SKILL;
        }
        boolean onlyDark = left.reason() == Unassigned.Reason.TIME
                && left.number() <= draft.parts().darkS();
        return far != null
                ? far
                : onlyDark
                        ? PlanGap.Reason.DARK
                        : PlanGap.Reason.valueOf(left.reason().name());
    }
}
