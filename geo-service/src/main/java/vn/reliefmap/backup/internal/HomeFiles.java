package vn.reliefmap.backup.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The files of a home that belong into a backup. What a later room keeps there belongs into it too, so the list names
 * what does not.
 */
public final class HomeFiles {
    /** Where files are unpacked before they are put in their place. */
    public static final String RESTORING = "restoring";

    /** Ids of persons who were erased (see {@code household.Erasures}). */
    private static final String ERASED = "erased.txt";

    /** A folder for each import of roads, of which the backup holds the one in use. */
    private static final String GRAPH = "graph";

    /** The database is dumped, keys travel apart, the others are made again. */
    private static final Set<String> LEFT_OUT = Set.of("postgis", "keys", "epsg", "demo", GRAPH, RESTORING);

    private HomeFiles() {}

    /**
     * Files relative to the home, in order.
     *
     * @param roads id of the road graph in use; null when there is none
     */
    public static List<Path> list(Path home, @Nullable String roads) throws IOException {
        List<Path> files = new ArrayList<>();
        try (Stream<Path> tops = Files.list(home)) {
            for (Path top : tops.toList()) {
                if (!LEFT_OUT.contains(String.valueOf(top.getFileName()))) {
                    addFiles(top, files);
                }
            }
        }
        if (roads != null && Files.isDirectory(home.resolve(GRAPH).resolve(roads))) {
            addFiles(home.resolve(GRAPH).resolve(roads), files);
        }
        return files.stream()
                .map(home::relativize)
                .filter(file -> !file.toString().endsWith(".lock"))
                .sorted(Comparator.comparing(Path::toString))
                .toList();
    }

    /** What is left out is not even walked through: the files of a running database come and go meanwhile. */
    private static void addFiles(Path top, List<Path> files) throws IOException {
        try (Stream<Path> tree = Files.walk(top)) {
            tree.filter(Files::isRegularFile).forEach(files::add);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /** True for a plain relative name outside the folders that a backup leaves out, except the road graph's. */
    public static boolean mayHold(String name) {
        Path path = Path.of(name);
        if (name.isEmpty() || path.isAbsolute()) {
            return false;
        }
        String top = path.getName(0).toString();
        return path.normalize().toString().equals(name)
                && !top.equals("..")
                && (top.equals(GRAPH) || !LEFT_OUT.contains(top));
    }

    /**
     * Puts the names of erased persons together: those that the home knows of and those that the backup does, whichever
     * is newer. Whoever was erased since the backup must stay so.
     */
    public static void mergeErased(Path home) throws IOException {
        Path restored = home.resolve(RESTORING).resolve(ERASED);
        if (Files.exists(restored)) {
            Path known = home.resolve(ERASED);
            Set<String> lines = new LinkedHashSet<>(Files.readAllLines(restored));
            if (Files.exists(known)) {
                lines.addAll(Files.readAllLines(known));
            }
            Files.write(restored, lines);
            Files.move(restored, known, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** Puts what was unpacked in its place; folders of one road graph and files are replaced whole. */
    public static void takeRestored(Path home) throws IOException {
        Path restoring = home.resolve(RESTORING);
        Path graphs = restoring.resolve(GRAPH);
        if (Files.isDirectory(graphs)) {
            remove(home.resolve(GRAPH));
        }
        try (Stream<Path> tree = Files.walk(restoring)) {
            for (Path file : tree.filter(Files::isRegularFile).toList()) {
                Path place = home.resolve(restoring.relativize(file));
                Files.createDirectories(parent(place));
                Files.move(file, place, StandardCopyOption.REPLACE_EXISTING);
            }
        }
        remove(restoring);
    }

    public static Path parent(Path file) {
        Path parent = file.getParent();
        return parent == null ? Path.of("/") : parent;
    }

    /** A folder and all in it; nothing when it is not there. */
    public static void remove(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> tree = Files.walk(folder)) {
            for (Path path : tree.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
