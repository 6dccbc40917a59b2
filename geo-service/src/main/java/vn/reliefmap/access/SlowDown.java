package vn.reliefmap.access;

import vn.reliefmap.kernel.Problem;

/** Too many wrong passwords: a {@code SIGN_IN_SLOW} problem (429) that says how long to wait. */
public final class SlowDown extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final int seconds;

    /** @param seconds 1 or more */
    public SlowDown(int seconds) {
        super("sign-in must wait " + seconds + " s");
        this.seconds = seconds;
    }

    public Problem problem() {
        return new Problem(
                "SIGN_IN_SLOW",
                429,
                "Đã sai mật khẩu nhiều lần. Hãy đợi " + seconds + " giây rồi thử lại.",
                "Too many wrong passwords. Wait " + seconds + " seconds and try again.",
                null,
                "Retry-After: " + seconds);
    }

    /** How long to wait, at least one. */
    public int seconds() {
        return seconds;
    }
}
