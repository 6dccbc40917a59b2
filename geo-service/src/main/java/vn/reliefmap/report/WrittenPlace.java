package vn.reliefmap.report;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import vn.reliefmap.geo.LonLat;
import vn.reliefmap.geo.PlaceReader;
import vn.reliefmap.geo.PlaceReading;
import vn.reliefmap.geo.PlaceReading.Form;
import vn.reliefmap.geo.PlaceReading.Found;
import vn.reliefmap.geo.PlaceReading.NotFound;
import vn.reliefmap.geo.PlaceReading.Outside;
import vn.reliefmap.kernel.Problem;

/**
 * A place as a form or a list holds it; every part may be empty.
 *
 * @param text pasted coordinates or a map link, in any form of {@link PlaceReader}
 * @param lon longitude as a phone measured it, null without; {@code lat} likewise
 * @param accuracyM what the phone says of its measurement, metres
 * @param commune code or name, former ones too
 * @param words how to find it
 */
public record WrittenPlace(
        String text,
        @Nullable Double lon,
        @Nullable Double lat,
        @Nullable Double accuracyM,
        String commune,
        String hamlet,
        String words) {
    /** Coarser than this it tells a neighbourhood and no house. */
    private static final double APPROXIMATE_FROM_M = 300;

    private static final double WORST_M = 100_000;

    /**
     * What is pasted counts more than what a phone measured: who pastes corrects. The pasted text is kept with the words. A
     * {@code PLACE_UNREADABLE} problem (400) says why a text is no place; a cry for help is never refused for that, its text
     * stays with the words.
     */
    public ReportPlace read(Kind kind) {
        PlaceReading read = text.isBlank() ? new NotFound(PlaceReading.Why.EMPTY) : PlaceReader.read(text);
        if (read instanceof Found found) {
            boolean coarse = found.form() == Form.LINK_VIEW || found.accuracyM().orElse(0) > APPROXIMATE_FROM_M;
            return place(Optional.of(found.at()), found.accuracyM(), both(text, words), coarse);
        }
        if (!text.isBlank() && kind != Kind.SOS) {
            throw unreadable(read).asException();
        }
        if (lon != null && lat != null) {
            return measured(kind, lon, lat);
        }
        return place(Optional.empty(), OptionalDouble.empty(), both(text, words), true);
    }

    private ReportPlace measured(Kind kind, double x, double y) {
        double radius = accuracyM == null || !(accuracyM >= 0) ? 0 : Math.min(accuracyM, WORST_M);
        OptionalDouble accuracy = radius > 0 ? OptionalDouble.of(radius) : OptionalDouble.empty();
        boolean possible = Math.abs(x) <= 180 && Math.abs(y) <= 90;
        if (kind == Kind.SOS && !(possible && new LonLat(x, y).inVietnam())) {
            String told = String.format(Locale.ROOT, "%.5f, %.5f", y, x);
            return place(Optional.empty(), OptionalDouble.empty(), both(told, both(text, words)), true);
        }
        LonLat at = LonLat.of("place", x, y);
        return place(Optional.of(at), accuracy, both(text, words), radius > APPROXIMATE_FROM_M);
    }

    private ReportPlace place(Optional<LonLat> at, OptionalDouble accuracy, String told, boolean approximate) {
        String named = commune.strip();
        return new ReportPlace(
                at, accuracy, named.isEmpty() ? Optional.empty() : Optional.of(named), hamlet, told, approximate);
    }

    private static String both(String first, String second) {
        return first.isBlank() ? second : second.isBlank() ? first : first.strip() + " · " + second.strip();
    }

    private static Problem unreadable(PlaceReading read) {
        if (read instanceof Outside) {
            return Problem.badField(
                    "OUTSIDE_VIETNAM",
                    "place",
                    LonLat.EXPECTED,
                    "Vị trí này nằm ngoài Việt Nam (vĩ độ 8–24, kinh độ 102–117). Hãy xem lại.",
                    "This place lies outside Vietnam (latitude 8–24, longitude 102–117). Please check.");
        }
        PlaceReading.Why why = read instanceof NotFound none ? none.why() : PlaceReading.Why.NO_COORDINATES;
        return Problem.badField("PLACE_UNREADABLE", "place", "16.75012, 107.18034", why.vi(), why.en());
    }
}
