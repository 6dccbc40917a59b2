package vn.reliefmap.flood;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Classes of depth on the map. Their steps are the closing depths of the vehicle classes (domain facts, section 2):
 * people ask who can still get through.
 */
public enum DepthClass {
    /** Wet, but under 0.1 m: counted, not drawn. */
    D0(0.0, 0.1),
    D1(0.1, 0.3),
    D2(0.3, 0.6),
    D3(0.6, 1.2),
    D4(1.2, 2.0),
    D5(2.0, null),
    /** Under water of unknown depth. */
    UNKNOWN(null, null);

    private final @Nullable Double minM;
    private final @Nullable Double maxM;

    DepthClass(@Nullable Double minM, @Nullable Double maxM) {
        this.minM = minM;
        this.maxM = maxM;
    }

    /** The class of a known depth in metres, more than 0. The lower bound belongs to the class. */
    public static DepthClass of(double depthM) {
        for (DepthClass c : new DepthClass[] {D5, D4, D3, D2, D1}) {
            if (c.minM != null && depthM >= c.minM) {
                return c;
            }
        }
        return D0;
    }

    /** The class of what stands somewhere; null where there is no water. */
    public static @Nullable DepthClass of(Water water) {
        return switch (water.state()) {
            case UNOBSERVED, DRY -> null;
            case WET -> of(water.depthM());
            case UNKNOWN -> UNKNOWN;
        };
    }

    /** {@code d0} to {@code d5}, or {@code unknown}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Least depth in metres, in the class; null when unknown. */
    public @Nullable Double minM() {
        return minM;
    }

    /** Greatest depth in metres, not in the class; null when unknown or without limit. */
    public @Nullable Double maxM() {
        return maxM;
    }
}
