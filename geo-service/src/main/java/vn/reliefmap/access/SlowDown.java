package vn.reliefmap.access;

import vn.reliefmap.kernel.Problem;

/** Something was tried wrong too often: a problem (429) that says how long to wait. */
public final class SlowDown extends RuntimeException {
    private static final long serialVersionUID = 2;

    private final transient Problem problem;
    private final int seconds;

    private SlowDown(String code, int seconds, String vi, String en) {
        super(code + ": wait " + seconds + " s");
        this.seconds = seconds;
        this.problem = new Problem(
                code,
                429,
                vi + " Hãy đợi " + seconds + " giây rồi thử lại.",
                en + " Wait " + seconds + " seconds and try again.",
                null,
                "Retry-After: " + seconds);
    }

    /** {@code SIGN_IN_SLOW}; seconds 1 or more. */
    public static SlowDown ofPasswords(int seconds) {
        return new SlowDown("SIGN_IN_SLOW", seconds, "Đã sai mật khẩu nhiều lần.", "Too many wrong passwords.");
    }

    /** {@code SIGN_IN_MANY}; seconds 1 or more. */
    public static SlowDown ofSignIns(int seconds) {
        return new SlowDown(
                "SIGN_IN_MANY",
                seconds,
                "Từ mạng này có nhiều lượt đăng nhập bỏ dở.",
                "Many sign-ins from this network were begun and not ended.");
    }

    /** {@code CODE_SLOW}; seconds 1 or more. */
    public static SlowDown ofCodes(int seconds) {
        return new SlowDown("CODE_SLOW", seconds, "Đã có nhiều mã sai gửi tới.", "Too many wrong codes were sent.");
    }

    /** {@code PHOTO_SLOW}; seconds 1 or more. */
    public static SlowDown ofPhotos(int seconds) {
        return new SlowDown(
                "PHOTO_SLOW", seconds, "Từ mạng này đã gửi nhiều ảnh.", "Many photos came from this network.");
    }

    public Problem problem() {
        return problem;
    }

    /** How long to wait, at least one. */
    public int seconds() {
        return seconds;
    }
}
