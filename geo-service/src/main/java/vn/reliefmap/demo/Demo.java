package vn.reliefmap.demo;

import java.nio.file.Path;
import java.time.Instant;
import vn.reliefmap.kernel.ImportLog;

/**
 * The simulated flood. There is one demo at a time: loading the same files for the same hour again changes nothing,
 * loading anything else first takes the earlier demo away (its households, needs, communes, depots, vehicles, stock,
 * water and disaster; only what is marked simulated and bears the demo's own refs). Roads stay.
 */
public interface Demo {
    /** Households of a demo that does not say how many. */
    int DEFAULT_HOUSEHOLDS = 21_000;

    /** The seed of the bundled province, and of a demo that does not name one. */
    long DEFAULT_SEED = 2020;

    /**
     * Loads the bundled province: its roads when none are imported yet, and the files of {@code data/demo}.
     *
     * @param base the moment "now" of the flood; cut to the hour
     */
    DemoReport bundled(Instant base, ImportLog log);

    /**
     * Makes a demo on the roads that are imported now and loads it; the bundled roads are imported first when there are
     * none. Communes are simulated where no imported admin units cover the land.
     *
     * @param households at least 1; all of them, unless the land has neither buildings nor lanes enough
     */
    DemoReport run(long seed, int households, Instant base, ImportLog log);

    /**
     * Loads a folder that {@link #run} or the bundle made; the roads must be there. Throws {@code DEMO_FOLDER} (400) when
     * it is no such folder.
     */
    DemoReport load(Path folder, Instant base, ImportLog log);
}
