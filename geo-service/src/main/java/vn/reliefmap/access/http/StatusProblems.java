package vn.reliefmap.access.http;

import org.jspecify.annotations.Nullable;
import vn.reliefmap.kernel.Problem;

/** The problem for a status that the framework decided on, where no room has a better word. */
final class StatusProblems {
    private static final String DOCUMENTATION = "/v3/api-docs";

    private StatusProblems() {}

    static Problem of(int status) {
        return switch (status) {
            case 401 ->
                problem(status, "SIGN_IN_NEEDED", "Cần đăng nhập.", "Sign in first.", "Authorization: Bearer rm_…");
            case 403 ->
                problem(
                        status,
                        "NOT_ALLOWED",
                        "Tài khoản này không được làm việc đó.",
                        "This account may not do that.",
                        null);
            case 404 ->
                problem(
                        status,
                        "NOT_HERE",
                        "Không có địa chỉ này.",
                        "There is nothing at this address.",
                        DOCUMENTATION);
            case 405 ->
                problem(
                        status,
                        "METHOD_NOT_ALLOWED",
                        "Địa chỉ này không nhận kiểu gọi đó.",
                        "This address does not take that method.",
                        DOCUMENTATION);
            case 406 ->
                problem(
                        status,
                        "NOT_ACCEPTABLE",
                        "Máy chủ không trả lời ở dạng này.",
                        "The server does not answer in this form.",
                        "application/json; routes also application/gpx+xml, application/geo+json");
            case 413 ->
                problem(status, "TOO_LARGE", "Nội dung gửi lên quá lớn.", "What was sent is too large.", "≤ 2 MB");
            case 415 -> problem(status, "MEDIA_TYPE", "Cần gửi JSON.", "Send JSON.", "Content-Type: application/json");
            default ->
                status < 500
                        ? problem(
                                status,
                                "BAD_REQUEST",
                                "Yêu cầu chưa đúng dạng.",
                                "The request is not in the expected form.",
                                DOCUMENTATION)
                        : problem(
                                status,
                                "SERVER_" + status,
                                "Máy chủ gặp lỗi. Dữ liệu đã lưu vẫn còn; hãy thử lại.",
                                "The server failed. What was stored is safe; try again.",
                                null);
        };
    }

    private static Problem problem(int status, String code, String vi, String en, @Nullable String expected) {
        return new Problem(code, status, vi, en, null, expected);
    }

    /** Nobody can be recognised and nothing kept until it is back. */
    static Problem databaseDown() {
        return Problem.unavailable(
                "DATABASE_DOWN",
                "Cơ sở dữ liệu chưa trả lời. Dữ liệu đã lưu vẫn còn; hãy thử lại sau ít phút.",
                "The database does not answer. What was stored is safe; try again in a few minutes.");
    }
}
