package vn.reliefmap.access.internal;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;
import vn.reliefmap.kernel.Problem;

/**
 * What a password must be: long, and not what everybody tries first. No rule asks for digits or signs: such rules make
 * passwords that are harder to remember and no harder to guess.
 */
final class PasswordRules {
    private static final int SHORTEST = 10;
    /** BCrypt reads no further. */
    private static final int MOST_BYTES = 72;

    private static final Set<String> TRIED_FIRST = Set.of(
            "1234567890",
            "0123456789",
            "0987654321",
            "9876543210",
            "12345678910",
            "123456789a",
            "1q2w3e4r5t",
            "1qaz2wsx3edc",
            "qwertyuiop",
            "password123",
            "password1234",
            "matkhau123",
            "matkhau1234",
            "matkhaumoi",
            "administrator",
            "quantri123",
            "cuutro2020",
            "quangtri2020",
            "quangtri123",
            "vietnam123",
            "anhyeuem123",
            "iloveyou123");

    private PasswordRules() {}

    /** The same for all Unicode forms in which keyboards send one password. */
    static String typed(String password) {
        return Normalizer.normalize(password, Normalizer.Form.NFKC);
    }

    /** Throws a {@code PASSWORD_WEAK} problem (400) for a password that is too short, too long or too easy. */
    static void require(String password, String accountName) {
        String plain = plain(password);
        String name = plain(accountName);
        int length = password.codePointCount(0, password.length());
        boolean easy = plain.chars().distinct().count() < 4
                || TRIED_FIRST.contains(plain)
                || plain.replace(name, "").length() < 4;
        if (length < SHORTEST || easy || password.getBytes(StandardCharsets.UTF_8).length > MOST_BYTES) {
            throw Problem.badField(
                            "PASSWORD_WEAK",
                            "new_password",
                            "≥ 10 characters, ≤ 72 bytes",
                            "Mật khẩu cần ít nhất 10 ký tự (nhiều nhất 72 byte), không phải tên tài khoản hay dãy dễ đoán."
                                    + " Vài từ ghép lại là tốt.",
                            "A password has at least 10 characters (at most 72 bytes) and is neither the account's name nor"
                                    + " easy to guess. A few words are good.")
                    .asException();
        }
    }

    /** Lower case, without diacritics and spaces. */
    private static String plain(String text) {
        return Normalizer.normalize(text.toLowerCase(Locale.ROOT), Normalizer.Form.NFD)
                .replaceAll("[\\p{M}\\s]", "")
                .replace('đ', 'd');
    }
}
