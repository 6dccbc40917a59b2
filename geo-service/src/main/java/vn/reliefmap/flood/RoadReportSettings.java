package vn.reliefmap.flood;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What words mean in metres, and how long they hold. Settings {@code relief.road-reports.*}; all are weak values (domain
 * facts, section 2, gives the hours; the depths are those of an adult, rounded up).
 *
 * @param shallowM "shallow": below the ankle
 * @param kneeM "knee deep"
 * @param waistM "waist deep"
 * @param chestM "chest deep"
 * @param holdsRising how long "open" and "shallow" hold while the water rises, or while no gauge says what it does
 * @param holdsSteady the same while it stands
 * @param holdsFalling the same while it falls
 */
@ConfigurationProperties("relief.road-reports")
public record RoadReportSettings(
        @DefaultValue("0.15") double shallowM,
        @DefaultValue("0.5") double kneeM,
        @DefaultValue("1.0") double waistM,
        @DefaultValue("1.3") double chestM,
        @DefaultValue("3h") Duration holdsRising,
        @DefaultValue("6h") Duration holdsSteady,
        @DefaultValue("12h") Duration holdsFalling) {

    public static final RoadReportSettings DEFAULT =
            new RoadReportSettings(0.15, 0.5, 1.0, 1.3, Duration.ofHours(3), Duration.ofHours(6), Duration.ofHours(12));

    /** Depth in metres that a state stands for; infinite for a road that nobody gets through. */
    public double depthM(RoadState state) {
        return switch (state) {
            case OPEN, TRUCK_ALLOWED -> 0;
            case SHALLOW -> shallowM;
            case KNEE_DEEP -> kneeM;
            case WAIST_DEEP -> waistM;
            case CHEST_DEEP -> chestM;
            case CLOSED, BRIDGE_GONE -> Double.POSITIVE_INFINITY;
        };
    }

    /** How long "open" and "shallow" hold. */
    public Duration holds(GaugeState.Trend trend) {
        return switch (trend) {
            case RISING -> holdsRising;
            case STEADY -> holdsSteady;
            case FALLING -> holdsFalling;
        };
    }
}
