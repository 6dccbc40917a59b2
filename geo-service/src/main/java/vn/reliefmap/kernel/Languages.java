package vn.reliefmap.kernel;

import java.util.Locale;

/** The languages that texts are written in. */
public final class Languages {
    /** Writes 0,6 m where English writes 0.6 m. */
    public static final Locale VIETNAMESE = Locale.forLanguageTag("vi");

    private Languages() {}
}
