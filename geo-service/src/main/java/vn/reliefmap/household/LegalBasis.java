package vn.reliefmap.household;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** On what ground a household's data are kept (Law 91/2025/QH15; domain facts, section 5; counsel confirms before use). */
public enum LegalBasis {
    /** It stands on a list of an authority. */
    PUBLIC_TASK,
    /** Somebody reported it who saw it in danger, or it called for help. */
    PROTECT_LIFE,
    /** It reported itself, after reading what is kept and who sees it. */
    CONSENT;

    /** As the database and answers name it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Empty for any other word. */
    public static Optional<LegalBasis> of(String word) {
        return Arrays.stream(values())
                .filter(basis -> basis.word().equals(word))
                .findFirst();
    }
}
