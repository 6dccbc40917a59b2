package vn.reliefmap.routing.internal;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import vn.reliefmap.passability.VehicleClass;

/**
 * How boats travel. Settings {@code relief.boats.*}; all defaults are weak values. The depths that boats need are in
 * {@link vn.reliefmap.passability.PassabilityLimits}.
 *
 * @param cellM width of a cell of the grid in metres, used when roads are imported
 * @param permanentDepthM depth that rivers, canals and lagoons count as (domain facts, section 2), metres
 * @param snapLimitM farthest distance from a place to the water it is reached from, metres
 * @param motorKmh speed of a motor boat
 * @param paddleKmh speed of a paddle boat
 * @param transferTime time to load goods from a truck onto a boat
 */
@ConfigurationProperties("relief.boats")
record BoatSettings(
        @DefaultValue("25") double cellM,
        @DefaultValue("1") double permanentDepthM,
        @DefaultValue("150") double snapLimitM,
        @DefaultValue("12") double motorKmh,
        @DefaultValue("4") double paddleKmh,
        @DefaultValue("20m") Duration transferTime) {

    static final BoatSettings DEFAULT = new BoatSettings(25, 1, 150, 12, 4, Duration.ofMinutes(20));

    double speedMs(VehicleClass vehicle) {
        return switch (vehicle) {
            case MOTOR_BOAT -> motorKmh / 3.6;
            case PADDLE_BOAT -> paddleKmh / 3.6;
            default -> throw new IllegalArgumentException(vehicle + " is no boat");
        };
    }
}
