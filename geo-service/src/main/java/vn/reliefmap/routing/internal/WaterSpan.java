package vn.reliefmap.routing.internal;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;
import vn.reliefmap.passability.VehicleClass;
import vn.reliefmap.passability.Verdict;

/**
 * The worst water over a span of time: each class passes an edge only if it does in every step, and as slowly as in the
 * slowest of them. Currents, reports and permissions are judged within each step, so one that ends or ages in between
 * counts from then on. One float per edge and class asked for, beside the steps.
 */
final class WaterSpan implements WaterOnRoads {
    private final List<WaterSnapshot> steps;
    private final String id;
    private final Map<VehicleClass, FloodWeighting> weightings = new EnumMap<>(VehicleClass.class);

    /** @param steps of one graph, oldest first, at least two */
    WaterSpan(List<WaterSnapshot> steps) {
        this.steps = List.copyOf(steps);
        CRC32 crc = new CRC32();
        steps.forEach(step -> crc.update(step.id().getBytes(UTF_8)));
        id = "r" + graph().importId() + "-" + steps.get(0).picture().at() + "--"
                + steps.get(steps.size() - 1).picture().at() + "-" + String.format("%08x", crc.getValue());
    }

    @Override
    public RoadGraph graph() {
        return steps.get(0).graph();
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public List<WaterSnapshot> steps() {
        return steps;
    }

    @Override
    public synchronized FloodWeighting weighting(VehicleClass vehicle) {
        return weightings.computeIfAbsent(
                vehicle,
                v -> FloodWeighting.slowest(
                        steps.stream().map(step -> step.weighting(v)).toList()));
    }

    @Override
    public WaterSnapshot worst(VehicleClass vehicle, int edge) {
        WaterSnapshot worst = steps.get(0);
        double least = speedFactor(worst.verdict(vehicle, edge));
        for (WaterSnapshot step : steps.subList(1, steps.size())) {
            double factor = speedFactor(step.verdict(vehicle, edge));
            if (factor < least || (factor == least && deeper(step.depthM(edge), worst.depthM(edge)))) {
                worst = step;
                least = factor;
            }
        }
        return worst;
    }

    private static double speedFactor(Verdict verdict) {
        return verdict.passable() ? verdict.speedFactor() : 0;
    }

    @Override
    public WaterSnapshot deepest(int edge) {
        WaterSnapshot deepest = steps.get(0);
        for (WaterSnapshot step : steps.subList(1, steps.size())) {
            boolean more = deeper(step.depthM(edge), deepest.depthM(edge));
            boolean less = deeper(deepest.depthM(edge), step.depthM(edge));
            if (more || (!less && lessCertain(edge, step, deepest))) {
                deepest = step;
            }
        }
        return deepest;
    }

    /** Unknown counts as deepest. */
    private static boolean deeper(float oneM, float otherM) {
        return Float.isNaN(oneM) ? !Float.isNaN(otherM) : oneM > otherM;
    }

    private static boolean lessCertain(int edge, WaterSnapshot one, WaterSnapshot other) {
        return one.deckUnconfirmed(edge) == other.deckUnconfirmed(edge)
                ? one.unobserved(edge) && !other.unobserved(edge)
                : one.deckUnconfirmed(edge);
    }
}
