package vn.reliefmap.report.internal;

import java.time.Instant;
import java.util.Set;
import vn.reliefmap.kernel.Problem;
import vn.reliefmap.report.Asked;
import vn.reliefmap.report.Decision;
import vn.reliefmap.report.DecisionOrder;
import vn.reliefmap.report.Evidence;

/** What a decision must say, whatever it is on. */
final class DecisionForm {
    static final Set<String> URGENCIES = Set.of("critical", "high", "normal");
    private static final int LONGEST_REASON = 1_000;
    private static final int MOST_LINES = 50;

    private DecisionForm() {}

    static void check(DecisionOrder order) {
        boolean settles = order.decision() == Decision.CONFIRMED || order.decision() == Decision.REJECTED;
        if (settles && order.evidence().isEmpty()) {
            throw DecisionProblem.bad(
                    "EVIDENCE_MISSING",
                    "evidence",
                    Evidence.WORDS,
                    "Hãy ghi căn cứ: đã đến nơi, đã gọi điện, quen biết, có ảnh, hàng xóm …",
                    "Say what it rests on: visited, phoned, known, photo, neighbour …");
        }
        boolean explains = order.decision() == Decision.REJECTED
                || order.decision() == Decision.NEED_MORE
                || order.decision() == Decision.UNDONE;
        if (explains && order.reason().isBlank()) {
            throw DecisionProblem.bad("REASON_MISSING", "reason", "a few words", "Hãy ghi lý do.", "Give the reason.");
        }
        if (order.reason().length() > LONGEST_REASON) {
            throw DecisionProblem.bad(
                    "REASON_LENGTH",
                    "reason",
                    "at most " + LONGEST_REASON + " characters",
                    "Lý do dài quá " + LONGEST_REASON + " ký tự.",
                    "The reason is longer than " + LONGEST_REASON + " characters.");
        }
        if (order.decision() == Decision.DUPLICATE) {
            var unused = Problem.required(order.duplicateOf(), "duplicate_of");
        }
        if (order.decision() == Decision.HANDED_OVER) {
            var unused = Problem.required(order.handTo(), "hand_to");
        }
        if (order.home() != null) {
            home(order.home());
        }
    }

    private static void home(DecisionOrder.Home home) {
        if (home.urgency() != null && !URGENCIES.contains(home.urgency())) {
            throw DecisionProblem.bad(
                    "URGENCY_UNKNOWN",
                    "urgency",
                    "critical | high | normal",
                    "Mức khẩn phải là critical, high hoặc normal.",
                    "The urgency must be critical, high or normal.");
        }
        if (home.deadline() != null && home.deadline().isBefore(Instant.now())) {
            throw DecisionProblem.bad(
                    "DEADLINE_PASSED",
                    "deadline",
                    "a moment to come",
                    "Hạn giao hàng đã qua.",
                    "The deadline has passed.");
        }
        if (home.lines() != null) {
            long items = home.lines().stream().map(Asked::item).distinct().count();
            if (items < home.lines().size() || items > MOST_LINES) {
                throw DecisionProblem.bad(
                        "ITEM_TWICE",
                        "lines",
                        "each item once, at most " + MOST_LINES,
                        "Mỗi mặt hàng chỉ ghi một lần.",
                        "Each item stands in the list once.");
            }
        }
        if (home.people() != null) {
            people(home.people(), home.vulnerablePeople() == null ? 0 : home.vulnerablePeople());
        }
    }

    static void people(int people, int vulnerable) {
        if (people < 1 || people > ReportRules.MOST_PEOPLE || vulnerable < 0 || vulnerable > people) {
            throw DecisionProblem.bad(
                    "PEOPLE_UNKNOWN",
                    "people",
                    "1–" + ReportRules.MOST_PEOPLE + ", and no more vulnerable people than people",
                    "Hãy ghi số người trong hộ (từ 1), và số người già yếu, trẻ nhỏ không nhiều hơn.",
                    "Say how many people live there, from 1 on, and no more vulnerable ones than people.");
        }
    }
}
