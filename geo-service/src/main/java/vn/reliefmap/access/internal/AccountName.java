package vn.reliefmap.access.internal;

import java.text.Normalizer;
import java.util.Locale;
import vn.reliefmap.kernel.Problem;

/** Names of accounts. */
final class AccountName {
    private static final int LONGEST = 60;

    private AccountName() {}

    /** The name as it is kept; an {@code ACCOUNT_NAME} problem (400) for one that is too short, too long or odd. */
    static String checked(String name) {
        String known = Normalizer.normalize(name, Normalizer.Form.NFC).strip();
        if (known.length() < 2 || known.length() > LONGEST || known.chars().anyMatch(Character::isISOControl)) {
            throw Problem.badField(
                            "ACCOUNT_NAME",
                            "name",
                            "2–60 characters",
                            "Tên tài khoản cần 2 đến 60 ký tự.",
                            "An account's name has 2 to 60 characters.")
                    .asException();
        }
        return known;
    }

    /** False for a folded name that is longer than any account's: one letter may become two in lower case. */
    static boolean fits(String folded) {
        return folded.length() <= 2 * LONGEST;
    }

    /** The same for all ways to write a name in upper and lower case. */
    static String folded(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFC).strip().toLowerCase(Locale.ROOT);
    }
}
