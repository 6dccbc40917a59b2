package vn.reliefmap.passability;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The depths that decide, in metres. Settings {@code relief.passability.*}; the defaults are those of the domain facts,
 * section 2.
 *
 * @param footClosedM an escorted adult on foot
 * @param motorbikeClosedM a weak value: below the exhaust tip
 * @param carClosedM also vans and ambulances
 * @param pickupClosedM with four-wheel drive
 * @param truckClosedM a truck; deeper only as a named officer's override
 * @param paddleBoatNeedsM least depth a paddle boat floats in (weak)
 * @param motorBoatNeedsM least depth a motor boat floats in (weak)
 * @param lowCrossingClosedM at this depth or more fords and low causeways close for every class on the ground;
 *     "close first" is read as: any water on them closes them, so the default is 0 (weak)
 * @param paddleBoatMostMs fastest current a paddle boat goes in, metres per second (weak)
 * @param motorBoatMostMs fastest current a motor boat goes in, metres per second (weak)
 * @param leastSpeedKmh speed in water that is never undercut until the road closes
 */
@ConfigurationProperties("relief.passability")
public record PassabilityLimits(
        @DefaultValue("0.5") double footClosedM,
        @DefaultValue("0.25") double motorbikeClosedM,
        @DefaultValue("0.3") double carClosedM,
        @DefaultValue("0.45") double pickupClosedM,
        @DefaultValue("0.6") double truckClosedM,
        @DefaultValue("0.3") double paddleBoatNeedsM,
        @DefaultValue("0.5") double motorBoatNeedsM,
        @DefaultValue("0") double lowCrossingClosedM,
        @DefaultValue("1") double paddleBoatMostMs,
        @DefaultValue("2") double motorBoatMostMs,
        @DefaultValue("2") double leastSpeedKmh) {

    /** The defaults of the domain facts, section 2. */
    public static final PassabilityLimits DEFAULT =
            new PassabilityLimits(0.5, 0.25, 0.3, 0.45, 0.6, 0.3, 0.5, 0, 1, 2, 2);

    /** Fastest current a boat goes in, metres per second; no limit of its own for classes on the ground. */
    public double mostCurrentMs(VehicleClass vehicle) {
        return switch (vehicle) {
            case PADDLE_BOAT -> paddleBoatMostMs;
            case MOTOR_BOAT -> motorBoatMostMs;
            case FOOT, MOTORBIKE, CAR, PICKUP, TRUCK -> Double.POSITIVE_INFINITY;
        };
    }

    /** Depth at which a class on the ground stops, or which a boat needs, in metres. */
    public double depthM(VehicleClass vehicle) {
        return switch (vehicle) {
            case FOOT -> footClosedM;
            case MOTORBIKE -> motorbikeClosedM;
            case CAR -> carClosedM;
            case PICKUP -> pickupClosedM;
            case TRUCK -> truckClosedM;
            case PADDLE_BOAT -> paddleBoatNeedsM;
            case MOTOR_BOAT -> motorBoatNeedsM;
        };
    }
}
