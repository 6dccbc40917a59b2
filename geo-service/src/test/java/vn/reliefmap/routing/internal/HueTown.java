package vn.reliefmap.routing.internal;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.util.FileSystemUtils;
import vn.reliefmap.kernel.ImportSummary;

/**
 * Huế's real roads for every test that draws its own water over them: imported once, for that takes longer than most of
 * what is then asked. Nobody may load other roads into it or close it.
 */
final class HueTown {
    private static final Path FILE =
            Path.of(System.getProperty("relief.root", ".")).resolveSibling("shared/data/roads/hue.osm.pbf");
    private static @Nullable HueTown only;

    private final RoadTown town;
    private final ImportSummary summary;

    private HueTown(Path home) {
        town = new RoadTown(home);
        summary = town.load(FILE);
    }

    /** The roads; the test that asks is skipped when ../shared/data/roads/hue.osm.pbf is missing. */
    static RoadTown roads() {
        return open().town;
    }

    /** What the import told. */
    static ImportSummary summary() {
        return open().summary;
    }

    private static synchronized HueTown open() {
        assumeTrue(Files.exists(FILE), "needs " + FILE.getFileName());
        if (only == null) {
            try {
                Path home = Files.createTempDirectory(Files.createDirectories(Path.of("target")), "hue-");
                HueTown opened = new HueTown(home);
                Runtime.getRuntime().addShutdownHook(new Thread(() -> close(opened, home)));
                only = opened;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return only;
    }

    private static void close(HueTown opened, Path home) {
        opened.town.close();
        try {
            FileSystemUtils.deleteRecursively(home);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
