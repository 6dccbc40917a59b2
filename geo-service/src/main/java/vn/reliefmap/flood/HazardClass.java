package vn.reliefmap.flood;

import java.util.Locale;

/**
 * How dangerous flowing water is, from H1 (generally safe) to H6 (unsafe for people, vehicles and all buildings): the lowest class whose
 * limits on depth, velocity and their product all hold (AIDR 7-3; domain facts, section 2).
 */
public enum HazardClass {
    H1(0.3, 2, 0.3),
    H2(0.5, 2, 0.6),
    H3(1.2, 2, 0.6),
    H4(2, 2, 1),
    H5(4, 4, 4),
    H6(Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY);

    private final double depthM;
    private final double velocityMs;
    private final double productM2s;

    HazardClass(double depthM, double velocityMs, double productM2s) {
        this.depthM = depthM;
        this.velocityMs = velocityMs;
        this.productM2s = productM2s;
    }

    /**
     * The class of water; limits belong to the safer class. Deeper or faster water is never in a lower one.
     *
     * @param depthM metres, 0 or more
     * @param velocityMs metres per second, 0 or more; 0 gives the least class the depth alone can have
     */
    public static HazardClass of(double depthM, double velocityMs) {
        for (HazardClass c : values()) {
            if (depthM <= c.depthM && velocityMs <= c.velocityMs && depthM * velocityMs <= c.productM2s) {
                return c;
            }
        }
        return H6;
    }

    /** {@code h1} to {@code h6}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
