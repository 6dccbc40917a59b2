package vn.reliefmap.plan;

import org.jspecify.annotations.Nullable;
import vn.reliefmap.kernel.VehicleId;

/**
 * One stop taken to another place in a plan by hand.
 *
 * @param to where it is put; null = no tour brings it any more
 */
public record PlanMove(From from, @Nullable To to) {
    /** Where it stands now. */
    public sealed interface From permits Planned, LeftOut {}

    /** A call at homes, by its number in its tour. */
    public record Planned(int tour, int call) implements From {}

    /** What no tour brings: its index in {@link ReliefPlan#leftOut()}. */
    public record LeftOut(int index) implements From {}

    /**
     * @param vehicle whose tour it joins; one without a tour begins one
     * @param trip number of the trip as the plan has it, from 1; one more than there are = a new last one
     * @param position from 1, among the other calls of the trip
     */
    public record To(VehicleId vehicle, int trip, int position) {}
}
