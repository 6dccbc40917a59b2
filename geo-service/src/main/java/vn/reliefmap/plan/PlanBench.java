package vn.reliefmap.plan;

import java.nio.file.Path;
import java.util.function.Consumer;
import vn.reliefmap.kernel.BenchRow;
import vn.reliefmap.plan.internal.PlanMeasurement;
import vn.reliefmap.plan.internal.RuinAndRecreate;

/** Measures how near the search for tours comes to the best known plans of published problems. */
public final class PlanBench {
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
}
