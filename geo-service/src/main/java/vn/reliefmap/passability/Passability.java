package vn.reliefmap.passability;

import vn.reliefmap.flood.HazardClass;
import vn.reliefmap.flood.Water;
import vn.reliefmap.passability.Verdict.Passage;

/**
 * Decides whether water lets a vehicle class through. A pure function of its inputs and the limits: it knows no graph,
 * no time and no database. Immutable and thread-safe; cheap enough for every edge of a network.
 */
public final class Passability {
    /** No officer may let a truck through deeper water, metres (domain facts, section 2). */
    public static final double MOST_ALLOWED_M = 0.9;

    private static final double GRAVITY_MS2 = 9.81;

    private final PassabilityLimits limits;

    public Passability(PassabilityLimits limits) {
        this.limits = limits;
    }

    /** For an ordinary road. */
    public Verdict judge(VehicleClass vehicle, Water water) {
        return judge(vehicle, Crossing.ROAD, water);
    }

    /**
     * Judges one piece of ground. UNOBSERVED passes as dry (the caller counts it); UNKNOWN never opens anything.
     *
     * @param crossing fords and low causeways close at a depth of their own, domain facts, section 2
     */
    public Verdict judge(VehicleClass vehicle, Crossing crossing, Water water) {
        double depthM =
                switch (water.state()) {
                    case UNOBSERVED, DRY -> 0;
                    case WET -> water.depthM();
                    case UNKNOWN -> Double.NaN;
                };
        if (water.currentMs() > limits.mostCurrentMs(vehicle)) {
            return verdict(Passage.CLOSED, limitM(vehicle, crossing), 0);
        }
        return judgeDepth(vehicle, crossing, feltM(vehicle, depthM, water.currentMs()));
    }

    /**
     * The depth that water feels like to a class on the ground when it flows: the total head h = d + v²/2g, which closes cars at 0.3 m
     * and trucks at 0.6 m (Kramer 2016; domain facts, section 2), their closing depths in still water; the other classes are
     * judged alike. For people on foot it is infinite beyond hazard class H2. Boats float on the depth as it is.
     *
     * @param depthM metres, NaN = unknown, which it stays
     * @param currentMs metres per second; NaN = unknown: then the depth alone decides
     */
    public static double feltM(VehicleClass vehicle, double depthM, double currentMs) {
        if (vehicle.floats() || !(depthM > 0) || !(currentMs > 0)) {
            return depthM;
        }
        if (vehicle == VehicleClass.FOOT && HazardClass.of(depthM, currentMs).compareTo(HazardClass.H2) > 0) {
            return Double.POSITIVE_INFINITY;
        }
        return depthM + currentMs * currentMs / (2 * GRAVITY_MS2);
    }

    /** Fastest current in metres per second that the class goes in; infinite on the ground, where {@link #feltM} decides. */
    public double mostCurrentMs(VehicleClass vehicle) {
        return limits.mostCurrentMs(vehicle);
    }

    /**
     * The same for a depth as a number.
     *
     * @param depthM metres above ground, 0 = dry, NaN = unknown
     */
    public Verdict judgeDepth(VehicleClass vehicle, Crossing crossing, double depthM) {
        return judgeDepth(vehicle, crossing, depthM, 0);
    }

    /**
     * The same where a named officer lets a truck through deeper water (domain facts, section 2). Fords and low causeways
     * close as ever; other classes are not meant.
     *
     * @param allowedM less than this may be driven through, in metres; counts up to {@link #MOST_ALLOWED_M} and only
     *     where it is more than the class's own limit; 0 = nobody allowed anything
     */
    public Verdict judgeDepth(VehicleClass vehicle, Crossing crossing, double depthM, double allowedM) {
        double ownM = limits.depthM(vehicle);
        double officerM =
                vehicle == VehicleClass.TRUCK && crossing == Crossing.ROAD ? Math.min(allowedM, MOST_ALLOWED_M) : 0;
        boolean allowed = officerM > ownM;
        double deepestM = allowed ? officerM : ownM;
        double limit = allowed ? deepestM : limitM(vehicle, crossing);
        if (Double.isNaN(depthM)) {
            return verdict(Passage.UNKNOWN, limit, 0);
        }
        if (vehicle.floats()) {
            return depthM >= limit ? verdict(Passage.OPEN, limit, 1) : verdict(Passage.CLOSED, limit, 0);
        }
        if (depthM <= 0) {
            return verdict(Passage.OPEN, limit, 1);
        }
        if (depthM >= limit) {
            return verdict(Passage.CLOSED, limit, 0);
        }
        // Domain facts, section 2: v = v_road (1 - d/d_max)^2, with the class's own d_max even on a low crossing.
        double share = 1 - depthM / deepestM;
        return verdict(Passage.SLOW, limit, share * share);
    }

    /** Depth in metres that decides: the class's own, or the smaller one of a low crossing. */
    public double limitM(VehicleClass vehicle, Crossing crossing) {
        double own = limits.depthM(vehicle);
        return crossing == Crossing.LOW && !vehicle.floats() ? Math.min(own, limits.lowCrossingClosedM()) : own;
    }

    private Verdict verdict(Passage passage, double limit, double factor) {
        return new Verdict(passage, limit, factor, limits.leastSpeedKmh());
    }
}
