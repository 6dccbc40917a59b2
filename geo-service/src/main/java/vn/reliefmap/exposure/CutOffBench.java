package vn.reliefmap.exposure;

import java.util.function.Consumer;
import vn.reliefmap.exposure.internal.CutOffMeasurement;
import vn.reliefmap.kernel.BenchRow;
import vn.reliefmap.routing.BenchNetwork;

/** Measures how long after new water the list of who is cut off is there; needs no database. */
public final class CutOffBench {
    /** As in the goals. */
    public static final int HOMES = 500_000;

    private CutOffBench() {}

    /**
     * Hands out each row as soon as it is there. Times are processor time of the whole process, all threads and the
     * collector with them.
     *
     * @param homes at random places of the roads' box, in 78 communes
     */
    public static void run(BenchNetwork roads, int homes, long seed, Consumer<BenchRow> each) {
        new CutOffMeasurement(roads, homes, seed, each).run();
    }
}
