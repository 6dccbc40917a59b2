package vn.reliefmap.plan;

/**
 * What a plan should keep small, beside leaving nothing out. Leaving a stop out always costs more than any way to it.
 *
 * @param perDrivenSecond driving time
 * @param perMetre distance
 * @param perVehicle each vehicle that is used at all
 * @param perWaitedSecond each second until a stop with a threat to life is reached
 * @param perMove each visit that another vehicle makes than in the plan before
 */
public record Weights(
        double perDrivenSecond, double perMetre, double perVehicle, double perWaitedSecond, double perMove) {
    /** Driving time first; a vehicle must save ten minutes to be worth sending, a changed order must save as much. */
    public static final Weights USUAL = new Weights(1, 0.01, 600, 0.5, 600);

    /** Distance and nothing else, as in the published benchmarks. */
    public static final Weights DISTANCE = new Weights(0, 1, 0, 0, 0);
}
