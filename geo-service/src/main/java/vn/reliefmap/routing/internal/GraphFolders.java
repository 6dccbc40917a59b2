package vn.reliefmap.routing.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import vn.reliefmap.kernel.Problem;

/** The folders of built graphs: {@code graph/<import id>} under {@code relief.home}, whole ones only. */
@Component
class GraphFolders {
    private static final String UNFINISHED = ".building";

    private final Path root;

    GraphFolders(@Value("${relief.home}") Path home) {
        this.root = home.resolve("graph");
    }

    Path of(long importId) {
        return root.resolve(Long.toString(importId));
    }

    /** Where a graph is built before it is moved to its place in one step. */
    Path unfinished(long importId) {
        return root.resolve(importId + UNFINISHED);
    }

    void finish(long importId) {
        try {
            Files.move(unfinished(importId), of(importId), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Removes everything but one graph. Servers hold theirs in memory, so that nobody misses the files. */
    void keepOnly(long importId) {
        if (!Files.isDirectory(root)) {
            return;
        }
        List<Path> others;
        try (Stream<Path> entries = Files.list(root)) {
            others = entries.filter(Files::isDirectory)
                    .filter(p -> !p.equals(of(importId)))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        others.forEach(GraphFolders::remove);
    }

    void remove(long importId) {
        remove(unfinished(importId));
        remove(of(importId));
    }

    private static void remove(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> tree = Files.walk(folder)) {
            for (Path path : tree.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Does the work while no other import runs; throws a {@code ROADS_IMPORT_RUNNING} problem (409) when one does. */
    <T> T alone(Supplier<T> work) {
        try {
            Files.createDirectories(root);
            // The lock ends with the channel, and with the process in any case.
            try (FileChannel channel = FileChannel.open(
                    root.resolve("import.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
                if (!locked(channel)) {
                    throw running();
                }
                return work.get();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean locked(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    private static RuntimeException running() {
        return new Problem(
                        "ROADS_IMPORT_RUNNING",
                        409,
                        "Đang có một lần nhập đường khác chạy. Hãy đợi nó xong.",
                        "Another import of roads is running. Wait for it to end.",
                        null,
                        null)
                .asException();
    }
}
