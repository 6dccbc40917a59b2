package vn.reliefmap.routing.internal;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import vn.reliefmap.flood.Water;
import vn.reliefmap.flood.WaterPicture;

/**
 * The depth and the current in every cell of a grid under one water picture, or the worst for boats of several: the
 * shallowest, and the fastest current. Whole millimetres, rounded down: too little water is never taken for enough. What each
 * kind of boat may use of it is found out once, and kept. Immutable as seen from outside; thread-safe.
 */
final class BoatWater {
    /**
     * Flood water of unknown depth. Over a span of time any number below 0 stands for water that is unknown in some step;
     * {@link #shallowestMm} tells what is known of the others.
     */
    static final short UNKNOWN = Short.MIN_VALUE;

    private final BoatGrid grid;
    private final @Nullable WaterPicture picture;
    private final List<BoatWater> steps;
    private final short permanentMm;
    private final Map<BoatRule, BoatCells> cells = new ConcurrentHashMap<>();
    private @Nullable WetPatches patches;

    /** @param picture null = no flood, only the waters that are there all year */
    BoatWater(BoatGrid grid, @Nullable WaterPicture picture, double permanentDepthM) {
        this.grid = grid;
        this.picture = picture;
        this.steps = List.of();
        this.permanentMm = millimeters(permanentDepthM);
    }

    private BoatWater(List<BoatWater> steps) {
        this.grid = steps.get(0).grid;
        this.picture = null;
        this.steps = List.copyOf(steps);
        this.permanentMm = steps.get(0).permanentMm;
    }

    /** A boat passes a cell under it if it passes it in each of the steps, which are of one grid. */
    static BoatWater worst(List<BoatWater> steps) {
        return new BoatWater(steps);
    }

    BoatGrid grid() {
        return grid;
    }

    /** The waters that this is the worst of; none when it is that of a single picture. */
    List<BoatWater> steps() {
        return steps;
    }

    /** Where a boat may go in this water. */
    BoatCells cells(BoatRule rule) {
        return cells.computeIfAbsent(rule, BoatCells::new);
    }

    /** Hands out all flood water of a single picture; nothing is said of weirs. */
    void eachPatch(WetPatches.Visitor visitor) {
        WetPatches flood = flood();
        if (flood != null) {
            flood.each(visitor);
        }
    }

    private synchronized @Nullable WetPatches flood() {
        if (patches == null && picture != null) {
            patches = new WetPatches(grid, picture);
        }
        return patches;
    }

    /** Depth of rivers, canals, lagoons and lakes without a flood. */
    short permanentMm() {
        return permanentMm;
    }

    /** What a flood of such a depth makes of a river: it only adds to it. */
    short onRiver(short floodMm) {
        return permanentMm > 0 ? (short) Math.max(permanentMm, floodMm) : floodMm;
    }

    /** Millimetres of water in the middle of the cell, 0 = dry or closed by a weir; below 0 = {@link #UNKNOWN}. */
    short depthMm(int cell) {
        if (grid.barred(cell)) {
            return 0;
        }
        if (!steps.isEmpty()) {
            short worst = steps.get(0).depthMm(cell);
            for (BoatWater step : steps) {
                worst = worse(worst, step.depthMm(cell));
            }
            return worst;
        }
        short flood = picture == null ? 0 : depthMm(picture.at(grid.centre(cell)));
        return grid.permanent(cell) ? onRiver(flood) : flood;
    }

    /** The least that is known of such a depth; {@link Short#MAX_VALUE} when nothing is. */
    static int shallowestMm(short depthMm) {
        return depthMm < 0 ? -1 - depthMm : depthMm;
    }

    private static short worse(short one, short other) {
        int least = Math.min(shallowestMm(one), shallowestMm(other));
        return (short) (one < 0 || other < 0 ? -1 - least : least);
    }

    static short depthMm(Water water) {
        return switch (water.state()) {
            case UNOBSERVED, DRY -> 0;
            case WET -> millimeters(water.depthM());
            case UNKNOWN -> UNKNOWN;
        };
    }

    /** Never more than there is, but for 0.001 mm: 0.3 m must not become 299 mm. */
    static short millimeters(double depthM) {
        return (short) Math.min(Short.MAX_VALUE, Math.floor(depthM * 1000 + 1e-3));
    }
}
