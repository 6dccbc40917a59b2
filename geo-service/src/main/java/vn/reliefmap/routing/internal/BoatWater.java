package vn.reliefmap.routing.internal;

import java.util.List;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import vn.reliefmap.flood.Water;
import vn.reliefmap.flood.WaterPicture;

/**
 * The depth and the current in every cell of a grid under one water picture, or the worst for boats of several: the
 * shallowest, and the fastest current. Looked up where a search comes and kept. Whole millimetres, rounded down: too
 * little water is never taken for enough. Immutable as seen from outside; thread-safe.
 */
final class BoatWater {
    /**
     * Flood water of unknown depth. Over a span of time any number below 0 stands for water that is unknown in some step;
     * {@link #shallowestMm} tells what is known of the others.
     */
    static final short UNKNOWN = Short.MIN_VALUE;

    private static final int STRIP_BITS = 8;
    private static final int STRIP = 1 << STRIP_BITS;

    private final BoatGrid grid;
    private final @Nullable WaterPicture picture;
    private final List<BoatWater> steps;
    private final List<Envelope> wet;
    private final short permanentMm;
    private final AtomicReferenceArray<short @Nullable []> strips;
    private final AtomicReferenceArray<float @Nullable []> currents;

    /** @param picture null = no flood, only the waters that are there all year */
    BoatWater(BoatGrid grid, @Nullable WaterPicture picture, double permanentDepthM) {
        this.grid = grid;
        this.picture = picture;
        this.steps = List.of();
        this.wet = picture == null ? List.of() : picture.wetEnvelopes();
        this.permanentMm = millimeters(permanentDepthM);
        this.strips = new AtomicReferenceArray<>((grid.cells() >> STRIP_BITS) + 1);
        this.currents = new AtomicReferenceArray<>(picture != null && picture.hasCurrents() ? strips.length() : 0);
    }

    private BoatWater(List<BoatWater> steps) {
        this.grid = steps.get(0).grid;
        this.picture = null;
        this.steps = List.copyOf(steps);
        this.wet = List.of();
        this.permanentMm = steps.get(0).permanentMm;
        this.strips = new AtomicReferenceArray<>((grid.cells() >> STRIP_BITS) + 1);
        this.currents = new AtomicReferenceArray<>(0);
    }

    /** A boat passes a cell under it if it passes it in each of the steps, which are of one grid. */
    static BoatWater worst(List<BoatWater> steps) {
        return new BoatWater(steps);
    }

    BoatGrid grid() {
        return grid;
    }

    /** Millimetres of water in the middle of the cell, 0 = dry or closed by a weir; below 0 = {@link #UNKNOWN}. */
    short depthMm(int cell) {
        int strip = cell >> STRIP_BITS;
        short[] depths = strips.get(strip);
        if (depths == null) {
            depths = look(strip);
            strips.set(strip, depths);
        }
        return depths[cell & (STRIP - 1)];
    }

    /** The least that is known of such a depth; {@link Short#MAX_VALUE} when nothing is. */
    static int shallowestMm(short depthMm) {
        return depthMm < 0 ? -1 - depthMm : depthMm;
    }

    private static short worse(short one, short other) {
        int least = Math.min(shallowestMm(one), shallowestMm(other));
        return (short) (one < 0 || other < 0 ? -1 - least : least);
    }

    private short[] look(int strip) {
        short[] depths = new short[STRIP];
        int first = strip << STRIP_BITS;
        int end = Math.min(first + STRIP, grid.cells());
        if (!steps.isEmpty()) {
            for (int cell = first; cell < end; cell++) {
                short worst = steps.get(0).depthMm(cell);
                for (int step = 1; step < steps.size(); step++) {
                    worst = worse(worst, steps.get(step).depthMm(cell));
                }
                depths[cell - first] = worst;
            }
            return depths;
        }
        Envelope box = grid.box(first, end - 1);
        List<Envelope> near = wet.stream().filter(box::intersects).toList();
        for (int cell = first; cell < end; cell++) {
            depths[cell - first] = look(grid.centre(cell), cell, near);
        }
        return depths;
    }

    private short look(Coordinate centre, int cell, List<Envelope> near) {
        if (grid.barred(cell)) {
            return 0;
        }
        short always = grid.permanent(cell) ? permanentMm : 0;
        if (picture == null || near.stream().noneMatch(box -> box.contains(centre))) {
            return always;
        }
        Water water = picture.at(centre);
        return switch (water.state()) {
            case UNOBSERVED, DRY -> always;
            case WET -> (short) Math.max(always, millimeters(water.depthM()));
            // The flood only adds to a river.
            case UNKNOWN -> always > 0 ? always : UNKNOWN;
        };
    }

    /** Fastest known current in the middle of the cell, metres per second; NaN = not known. */
    float currentMs(int cell) {
        float fastest = Float.NaN;
        for (BoatWater step : steps) {
            float known = step.currentMs(cell);
            fastest = Float.isNaN(known) || known <= fastest ? fastest : known;
        }
        if (picture == null || !picture.hasCurrents()) {
            return fastest;
        }
        int strip = cell >> STRIP_BITS;
        float[] known = currents.get(strip);
        if (known == null) {
            known = new float[STRIP];
            for (int i = 0; i < STRIP; i++) {
                known[i] = current(grid.centre((strip << STRIP_BITS) + i), picture);
            }
            currents.set(strip, known);
        }
        return known[cell & (STRIP - 1)];
    }

    private float current(Coordinate centre, WaterPicture flowing) {
        return wet.stream().anyMatch(box -> box.contains(centre))
                ? (float) flowing.at(centre).currentMs()
                : Float.NaN;
    }

    /** Never more than there is, but for 0.001 mm: 0.3 m must not become 299 mm. */
    static short millimeters(double depthM) {
        return (short) Math.min(Short.MAX_VALUE, Math.floor(depthM * 1000 + 1e-3));
    }
}
