package vn.reliefmap.report;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import vn.reliefmap.admin.HamletName;
import vn.reliefmap.geo.Geometries;
import vn.reliefmap.kernel.NameFolding;

/**
 * How likely it is that two descriptions are of one home, and why; a help for the person who decides, never a decision.
 *
 * <p>Each trait that agrees closes a part of the gap to 1: score = 1 − Π(1 − weight · agreement). So the order does not
 * matter, more agreement never lowers a score, and what differs or is unknown changes nothing. Weights are estimates
 * (<i>weak</i>). Place and time are never enough: in one yard stand several homes.
 *
 * @param score 0 to 1
 * @param reasons what agrees, the weightiest first, and what differs after it
 */
public record Likeness(double score, Level level, List<Reason> reasons) {
    /** From this score on two may be one, and are shown to each other. */
    public static final double POSSIBLE = 0.35;
    /** From this score on two are probably one, if the person agrees too: the telephone or the name. */
    public static final double LIKELY = 0.7;
    /** At this distance a place says half of what it says at none. */
    private static final double HALF_M = 50;

    private static final double NOTHING_BEYOND_M = 2000;
    private static final Duration NEAR_TIME = Duration.ofDays(3);

    private static final double OWN_PHONE = 0.85;
    private static final double HELPERS_PHONE = 0.2;
    private static final double SAME_PLACE = 0.5;
    private static final double SAME_HAMLET = 0.15;
    private static final double SAME_NAME = 0.45;
    private static final double SAME_WORDS = 0.3;
    private static final double SAME_TIME = 0.15;

    /** What a score means. */
    public enum Level {
        NONE,
        POSSIBLE,
        LIKELY
    }

    /**
     * Why, in words.
     *
     * @param code for programs, for example {@code same_phone}
     * @param agrees false for what tells the two apart; weighs nothing
     * @param weight how much of the remaining gap it closed, 0 to 1
     */
    public record Reason(String code, boolean agrees, double weight, String vi, String en) {}

    /** The same whichever comes first. */
    public static Likeness between(Described a, Described b) {
        List<Reason> reasons = new ArrayList<>();
        phone(a, b, reasons);
        place(a, b, reasons);
        name(a, b, reasons);
        words(a, b, reasons);
        time(a, b, reasons);
        // In the order of the weights, so that rounding too is the same whichever comes first.
        reasons.sort((x, y) -> Double.compare(y.weight(), x.weight()));
        double gap = 1;
        boolean person = false;
        for (Reason reason : reasons) {
            gap *= 1 - reason.weight();
            person |= reason.agrees()
                    && (reason.code().equals("same_phone") || reason.code().equals("like_name"));
        }
        double score = 1 - gap;
        Level level = score >= LIKELY && person ? Level.LIKELY : score >= POSSIBLE ? Level.POSSIBLE : Level.NONE;
        return new Likeness(score, level, List.copyOf(reasons));
    }

    private static void phone(Described a, Described b, List<Reason> reasons) {
        if (a.phone() == null || b.phone() == null) {
            return;
        }
        if (!a.phone().equals(b.phone())) {
            reasons.add(new Reason("other_phone", false, 0, "khác số điện thoại", "other telephone number"));
        } else if (a.phoneIsOwn() && b.phoneIsOwn()) {
            reasons.add(new Reason("same_phone", true, OWN_PHONE, "cùng số điện thoại", "same telephone number"));
        } else {
            reasons.add(new Reason(
                    "same_helper",
                    true,
                    HELPERS_PHONE,
                    "cùng số điện thoại của người báo hộ",
                    "same telephone number, of somebody who reports for others"));
        }
    }

    private static void place(Described a, Described b, List<Reason> reasons) {
        if (a.at() != null && b.at() != null) {
            double distanceM = Geometries.distanceMeters(a.at().coordinate(), b.at().coordinate());
            double unsureM = a.accuracyM() + b.accuracyM();
            if (distanceM <= NOTHING_BEYOND_M) {
                double closeness = 1 / (1 + (distanceM / HALF_M) * (distanceM / HALF_M));
                double exactness = HALF_M / (HALF_M + unsureM);
                reasons.add(new Reason(
                        "near_place",
                        true,
                        SAME_PLACE * closeness * exactness,
                        String.format(Locale.ROOT, "cách nhau %.0f m (sai số %.0f m)", distanceM, unsureM),
                        String.format(Locale.ROOT, "%.0f m apart (accurate to %.0f m)", distanceM, unsureM)));
            } else if (distanceM > NOTHING_BEYOND_M + unsureM) {
                reasons.add(new Reason(
                        "far_place",
                        false,
                        0,
                        String.format(Locale.ROOT, "cách nhau %.1f km", distanceM / 1000),
                        String.format(Locale.ROOT, "%.1f km apart", distanceM / 1000)));
            }
        }
        boolean oneCommune = a.commune() != null && a.commune().equals(b.commune());
        String hamlet = HamletName.fold(a.hamlet());
        if (oneCommune && !hamlet.isEmpty() && hamlet.equals(HamletName.fold(b.hamlet()))) {
            reasons.add(new Reason("same_hamlet", true, SAME_HAMLET, "cùng thôn", "same hamlet"));
        }
    }

    private static void name(Described a, Described b, List<Reason> reasons) {
        boolean own = a.phoneIsOwn() && b.phoneIsOwn();
        if (!own
                || NameFolding.fold(a.name()).isEmpty()
                || NameFolding.fold(b.name()).isEmpty()) {
            return;
        }
        double alike = PersonName.likeness(a.name(), b.name());
        if (alike == 0) {
            reasons.add(new Reason("other_name", false, 0, "khác tên", "other name"));
        } else {
            reasons.add(new Reason("like_name", true, SAME_NAME * alike, "tên giống nhau", "similar name"));
        }
    }

    private static void words(Described a, Described b, List<Reason> reasons) {
        double alike = Wording.likeness(a.words(), b.words());
        if (alike > 0) {
            reasons.add(new Reason("like_words", true, SAME_WORDS * alike, "lời kể giống nhau", "similar words"));
        }
    }

    private static void time(Described a, Described b, List<Reason> reasons) {
        if (a.when() == null || b.when() == null) {
            return;
        }
        Duration apart = Duration.between(a.when(), b.when()).abs();
        double near = 1 - (double) apart.toMinutes() / NEAR_TIME.toMinutes();
        if (near > 0) {
            long hours = (apart.toMinutes() + 30) / 60;
            reasons.add(new Reason(
                    "near_time",
                    true,
                    SAME_TIME * near,
                    hours == 0 ? "cùng giờ" : "cách nhau " + hours + " giờ",
                    hours == 0 ? "at the same hour" : hours + " h apart"));
        }
    }
}
