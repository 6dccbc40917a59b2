package vn.reliefmap.plan;

import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Consumer;
import vn.reliefmap.kernel.BenchRow;
import vn.reliefmap.plan.internal.PlanMeasurement;
import vn.reliefmap.plan.internal.RuinAndRecreate;
import vn.reliefmap.plan.internal.making.RoadPlanMeasurement;
import vn.reliefmap.routing.BenchNetwork;

/** Measures how near the search for tours comes to the best known plans of published problems. */
public final class PlanBench {
    /** In which the goals want a good plan. */
    public static final Duration GOOD = Duration.ofSeconds(30);

    private PlanBench() {}

    /**
     * What to measure.
     *
     * @param instances folder with {@code solomon} and {@code x}, each instance beside its {@code .sol}
     * @param full also Uchoa's instances, with three seeds and 30 seconds each; else Solomon's alone, one seed, 10 seconds
     * @param seed the first seed
     */
    public record Options(Path instances, boolean full, long seed) {}

    /**
     * Searches on the calling thread, our door and jsprit one after the other with the same processor time of this thread,
     * and hands out each row as soon as it is there. {@code ours} and {@code peer} are gaps: 0.01 = one hundredth dearer
     * than the best known. Throws a {@code NO_INSTANCES} problem (404) that names the folder when it is not there.
     */
    public static void run(Options options, Consumer<BenchRow> each) {
        PlanMeasurement.run(options, new RuinAndRecreate(), each);
    }

    /**
     * Plans for 200 made-up stops, 12 vehicles and three depots under made-up water: how soon there is a first plan, how good it
     * is after a tenth of the time, all of it and twice as much, and what planning again within a sixth of it gives after one
     * more pool. All times are processor time of the calling thread.
     *
     * @param good for a good plan
     */
    public static void onRoads(BenchNetwork roads, Duration good, long seed, Consumer<BenchRow> each) {
        RoadPlanMeasurement.run(roads, new RuinAndRecreate(), good, seed, each);
    }
}
