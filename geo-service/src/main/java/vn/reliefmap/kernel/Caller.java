package vn.reliefmap.kernel;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** In which role somebody calls. A role says what kind of work is done; for which objects, the access room says. */
public enum Caller {
    /** Anyone, signed in or not; sees communes and clusters of at least 5 households, and simulated data. */
    EVERYONE,
    /** Reports what the own or a neighbour's household lacks. */
    RESIDENT,
    /** Promises goods or money. */
    DONOR,
    /** Carries goods; reports roads. */
    TEAM,
    /** Verifies, for the admin units of the account. */
    OFFICER,
    /** Runs the situation room: plans, water, and where help is lacking, for the whole program. */
    COORDINATOR,
    /** Keeps accounts and may do everything. */
    ADMINISTRATOR,
    /** A screen on a wall; reads sums and supplies, writes nothing, sees no home. */
    DISPLAY;

    /** The role as it stands in JSON, in the database and on the command line. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The role of an account by its {@link #word()}; a {@code ROLE_UNKNOWN} problem (400) for anything else. */
    public static Caller role(String word) {
        return Arrays.stream(values())
                .filter(role -> role != EVERYONE && role.word().equals(word))
                .findFirst()
                .orElseThrow(() -> Problem.badField(
                                "ROLE_UNKNOWN",
                                "role",
                                roles(),
                                "Không có vai trò này; chọn một trong: " + roles() + ".",
                                "There is no such role; choose one of: " + roles() + ".")
                        .asException());
    }

    private static String roles() {
        return Arrays.stream(values())
                .filter(role -> role != EVERYONE)
                .map(Caller::word)
                .collect(Collectors.joining(" | "));
    }
}
