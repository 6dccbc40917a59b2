package vn.reliefmap.kernel;

import java.security.SecureRandom;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A code that stands for something in public and leads back to nobody: two groups of four characters that cannot be
 * mistaken for one another when read aloud or written by hand (no 0 O, 1 I, 5 S, 8 B). Random, 28⁸ ≈ 3.8 · 10¹¹.
 */
public record PublicCode(String value) {
    private static final String LETTERS = "ACDEFGHJKLMNPQRTUVWXYZ234679";
    private static final Pattern FORM = Pattern.compile("[" + LETTERS + "]{4}-[" + LETTERS + "]{4}");
    private static final SecureRandom RANDOM = new SecureRandom();

    public PublicCode {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("no public code");
        }
    }

    public static PublicCode random() {
        StringBuilder code = new StringBuilder(9);
        for (int i = 0; i < 8; i++) {
            code.append(i == 4 ? "-" : "").append(LETTERS.charAt(RANDOM.nextInt(LETTERS.length())));
        }
        return new PublicCode(code.toString());
    }

    /** As somebody typed it: any case, with or without the dash, spaces anywhere. Empty for what is no code. */
    public static Optional<PublicCode> typed(String text) {
        String bare = text.toUpperCase(Locale.ROOT).replaceAll("[\\s-]", "");
        String grouped = bare.length() == 8 ? bare.substring(0, 4) + "-" + bare.substring(4) : "";
        return FORM.matcher(grouped).matches() ? Optional.of(new PublicCode(grouped)) : Optional.empty();
    }

    @Override
    public String toString() {
        return value;
    }
}
