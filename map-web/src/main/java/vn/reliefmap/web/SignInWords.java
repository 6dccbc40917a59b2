package vn.reliefmap.web;

import org.jspecify.annotations.Nullable;
import vn.reliefmap.kernel.Problem;

/** The words of the sign-in page in one language; short names say where each stands on the page. */
record SignInWords(
        String language,
        String title,
        String byIssuer,
        String name,
        String password,
        String forgotten,
        String forgottenHelp,
        String code,
        String newPassword,
        String setPassword,
        String map,
        String otherLanguage,
        String otherName) {

    private static final SignInWords VIETNAMESE = new SignInWords(
            "vi",
            "Đăng nhập",
            "Đăng nhập bằng %s",
            "Tên tài khoản",
            "Mật khẩu",
            "Lần đầu, hoặc quên mật khẩu",
            "Gọi người quản trị để nhận mã một lần, rồi đặt mật khẩu ở đây: ít nhất 10 ký tự, vài từ ghép lại là tốt.",
            "Mã một lần",
            "Mật khẩu mới",
            "Đặt mật khẩu và vào",
            "Bản đồ",
            "en",
            "English");

    private static final SignInWords ENGLISH = new SignInWords(
            "en",
            "Sign in",
            "Sign in by %s",
            "Account name",
            "Password",
            "First time, or password forgotten",
            "Call the administrator for a one-time code, then set a password here: at least 10 characters, a few words are"
                    + " good.",
            "One-time code",
            "New password",
            "Set password and go on",
            "Map",
            "vi",
            "Tiếng Việt");

    static SignInWords of(@Nullable String language) {
        return "en".equals(language) ? ENGLISH : VIETNAMESE;
    }

    String said(Problem problem) {
        return language.equals("vi") ? problem.vi() : problem.en();
    }
}
