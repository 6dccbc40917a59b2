package vn.reliefmap.web;

import org.jspecify.annotations.Nullable;
import vn.reliefmap.kernel.Problem;
import vn.reliefmap.report.Kind;

/** The words of {@code /report}: Vietnamese unless the reader asks for English. */
enum ReportWords {
    VIETNAMESE,
    ENGLISH;

    static ReportWords of(@Nullable String language) {
        return "en".equals(language) ? ENGLISH : VIETNAMESE;
    }

    boolean vietnamese() {
        return this == VIETNAMESE;
    }

    String language() {
        return vietnamese() ? "vi" : "en";
    }

    String said(Problem problem) {
        return say(problem.vi(), problem.en());
    }

    String say(String vi, String en) {
        return vietnamese() ? vi : en;
    }

    String kind(Kind kind) {
        return switch (kind) {
            case SOS -> say("Nguy hiểm tính mạng, cần cứu ngay", "Life in danger, rescue needed now");
            case NEED -> say("Đang thiếu thứ cần dùng", "Something is lacking");
            case SAFE -> say("An toàn, chỉ báo tin", "Safe, only to let you know");
        };
    }

    /** What happens to a report that was sent. */
    String next(Kind kind) {
        return switch (kind) {
            case SOS ->
                say(
                        "Tin kêu cứu được chuyển đi ngay. Nếu gọi được, vẫn gọi 112. Lên chỗ cao, giữ máy còn pin.",
                        "The cry for help is passed on at once. Call 112 as well if you can. Go to a high place, keep the"
                                + " phone charged.");
            case NEED ->
                say(
                        "Cán bộ thôn, xã gọi hoặc tới xác minh, rồi nhà mình mới lên danh sách chở hàng.",
                        "An officer of the commune calls or comes to verify; then the home is put on the list for"
                                + " deliveries.");
            case SAFE -> say("Cảm ơn đã báo. Không cần làm gì thêm.", "Thank you. Nothing more is needed.");
        };
    }
}
