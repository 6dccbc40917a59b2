package vn.reliefmap.report.internal;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.reliefmap.kernel.Problem;
import vn.reliefmap.kernel.ProblemException;
import vn.reliefmap.kernel.VietnamTime;
import vn.reliefmap.report.Decision;
import vn.reliefmap.report.ReportCase.Candidate;
import vn.reliefmap.report.Verification;

/** What keeps a decision from being taken, in words. */
final class DecisionProblem {
    private DecisionProblem() {}

    static ProblemException notFound() {
        return Problem.notFound(
                        "REPORT_NOT_FOUND",
                        "report",
                        "Không có phản ánh này trong đơn vị của bạn.",
                        "There is no such report in the units you serve.")
                .asException();
    }

    /** Tells whoever comes second what the first one decided. */
    static ProblemException decidedAlready(@Nullable Verification newest) {
        if (newest == null) {
            return bad(
                    "DECISION_NUMBER",
                    "seen",
                    "the number of the newest decision, 0 while there is none",
                    "Chưa có quyết định nào như vậy; hãy tải lại trang.",
                    "There is no such decision yet; load the page again.");
        }
        String at = VietnamTime.hourAndDay(newest.at());
        return conflict(
                        "DECIDED_ALREADY",
                        newest.by() + " đã quyết định lúc " + at + ": " + vi(newest.decision())
                                + ". Hãy xem lại trước khi quyết định.",
                        newest.by() + " decided at " + at + ": " + en(newest.decision())
                                + ". Look at it again before you decide.",
                        "seen")
                .with(Map.of(
                        "decision", newest.decision().word(),
                        "by", newest.by(),
                        "at", newest.at().toString(),
                        "number", newest.number(),
                        "state", newest.state().word()))
                .asException();
    }

    /** @param field what of the request names something that stands elsewhere */
    static ProblemException otherUnit(String field) {
        return new Problem(
                        "OTHER_UNIT",
                        403,
                        "Hộ này không thuộc đơn vị bạn phụ trách; hãy chuyển phản ánh cho đơn vị đó hoặc cho tỉnh.",
                        "This household does not stand in the units you serve; hand the report over to that unit or to the province.",
                        field,
                        null)
                .asException();
    }

    static ProblemException merged(String code) {
        return conflict(
                        "REPORT_MERGED",
                        "Phản ánh này đã gộp vào phản ánh " + code + ". Hãy quyết định ở đó, hoặc tách ra trước.",
                        "This report was merged into report " + code
                                + ". Decide there, or take the merging back first.",
                        "report")
                .with(Map.of("into", code))
                .asException();
    }

    static ProblemException outOfOrder(String vi, String en) {
        return conflict("DECISION_OUT_OF_ORDER", vi, en, "decision").asException();
    }

    static ProblemException looksAlike(List<Candidate> alike) {
        List<Map<String, Object>> told = alike.stream()
                .map(each -> Map.<String, Object>of(
                        "id", each.id().toString(),
                        "of", each.household() == null ? "report" : "household",
                        "score", Math.round(each.likeness().score() * 100) / 100.0,
                        "reasons_vi",
                                each.likeness().reasons().stream()
                                        .map(reason -> reason.vi())
                                        .toList(),
                        "reasons_en",
                                each.likeness().reasons().stream()
                                        .map(reason -> reason.en())
                                        .toList()))
                .toList();
        return conflict(
                        "LOOKS_ALIKE",
                        "Có " + alike.size()
                                + " hộ hoặc phản ánh rất giống. Hãy chọn hộ đã có, gộp phản ánh, hoặc ghi rõ đây là hộ khác.",
                        alike.size() + " households or reports look very much alike. Name the household, merge the"
                                + " reports, or say that it is another home.",
                        "household")
                .with(Map.of("candidates", told))
                .asException();
    }

    static Problem conflict(String code, String vi, String en, String field) {
        return new Problem(code, 409, vi, en, field, null);
    }

    static ProblemException bad(String code, String field, String expected, String vi, String en) {
        return Problem.badField(code, field, expected, vi, en).asException();
    }

    private static String vi(Decision decision) {
        return switch (decision) {
            case CONFIRMED -> "đã xác nhận";
            case REJECTED -> "đã bác bỏ";
            case DUPLICATE -> "đã gộp vì trùng";
            case NEED_MORE -> "cần tìm hiểu thêm";
            case HANDED_OVER -> "đã chuyển đơn vị khác";
            case UNDONE -> "đã rút lại quyết định trước";
        };
    }

    private static String en(Decision decision) {
        return switch (decision) {
            case CONFIRMED -> "confirmed";
            case REJECTED -> "rejected";
            case DUPLICATE -> "merged as a duplicate";
            case NEED_MORE -> "more must be known";
            case HANDED_OVER -> "handed over to another unit";
            case UNDONE -> "the decision before was taken back";
        };
    }
}
