package vn.reliefmap.report.internal;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import vn.reliefmap.report.ReportState;
import vn.reliefmap.report.Verification;

/** Decisions on one report that hold: what was taken back uncovers what it lay upon. */
final class DecisionStack {
    private final Deque<Verification> holding = new ArrayDeque<>();
    private boolean waitsForMore;

    /** @param decisions all of them, the oldest first */
    DecisionStack(List<Verification> decisions) {
        for (Verification each : decisions) {
            switch (each.decision()) {
                case CONFIRMED, REJECTED, DUPLICATE -> holding.push(each);
                case UNDONE -> {
                    holding.pop();
                    waitsForMore = false;
                }
                case NEED_MORE -> waitsForMore = true;
                case HANDED_OVER -> waitsForMore = false;
            }
        }
    }

    /** The newest confirmation, rejection or merging that holds. */
    Optional<Verification> top() {
        return Optional.ofNullable(holding.peek());
    }

    /** What holds again when the top is taken back. */
    Optional<Verification> below() {
        return holding.stream().skip(1).findFirst();
    }

    static ReportState state(Optional<Verification> top, boolean waitsForMore) {
        return top.map(holds -> switch (holds.decision()) {
                    case CONFIRMED -> ReportState.CONFIRMED;
                    case REJECTED -> ReportState.REJECTED;
                    default -> ReportState.DUPLICATE;
                })
                .orElse(waitsForMore ? ReportState.NEED_MORE : ReportState.OPEN);
    }

    ReportState state() {
        return state(top(), waitsForMore);
    }
}
