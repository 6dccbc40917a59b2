package vn.reliefmap.access.internal;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;
import vn.reliefmap.kernel.Problem;

/** E-mail addresses, only to compare them: nothing is sent. */
final class EmailAddress {
    private static final int LONGEST = 254;
    private static final Pattern FORM = Pattern.compile("[^@\\s\\p{Cntrl}]+@[^@\\s\\p{Cntrl}]+\\.[^@\\s\\p{Cntrl}]+");

    private EmailAddress() {}

    static boolean isOne(String text) {
        return text.length() <= LONGEST && FORM.matcher(text.strip()).matches();
    }

    /** The same for all ways to write an address in upper and lower case. */
    static String folded(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC).strip().toLowerCase(Locale.ROOT);
    }

    /** The address as it is compared; an {@code EMAIL_FORM} problem (400) for what is none. */
    static String checked(String text) {
        if (!isOne(text)) {
            throw Problem.badField(
                            "EMAIL_FORM",
                            "email",
                            "ten@donvi.example",
                            "Địa chỉ thư điện tử chưa đúng dạng.",
                            "This is not an e-mail address.")
                    .asException();
        }
        return folded(text);
    }
}
