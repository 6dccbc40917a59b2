package vn.reliefmap.web;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/**
 * How far this process has read into a file, by Linux's own account of open files, so that no reader has to count.
 * Elsewhere, or while the file is not open, nothing is known.
 */
final class FilePosition {
    private static final Path OPEN_FILES = Path.of("/proc/self/fd");
    private static final Path OPEN_FILE_FACTS = Path.of("/proc/self/fdinfo");

    private final Path file;
    private final long size;

    FilePosition(Path file) throws IOException {
        this.file = file.toRealPath();
        this.size = Files.size(file);
    }

    /** Share of the file that was read, 0 to 1; empty when it cannot be told. */
    OptionalDouble share() {
        if (size == 0 || !Files.isDirectory(OPEN_FILES)) {
            return OptionalDouble.empty();
        }
        try (Stream<Path> open = Files.list(OPEN_FILES)) {
            List<Path> descriptors = open.filter(this::isOurFile).toList();
            return descriptors.stream().mapToDouble(FilePosition::position).max().stream()
                    .map(position -> Math.min(1, position / size))
                    .findFirst();
        } catch (IOException e) {
            return OptionalDouble.empty();
        }
    }

    private boolean isOurFile(Path descriptor) {
        try {
            return Files.readSymbolicLink(descriptor).equals(file);
        } catch (IOException e) {
            return false; // closed meanwhile
        }
    }

    private static double position(Path descriptor) {
        try {
            return Files.readAllLines(OPEN_FILE_FACTS.resolve(descriptor.getFileName())).stream()
                    .filter(line -> line.startsWith("pos:"))
                    .mapToDouble(line -> Double.parseDouble(line.substring(4).strip()))
                    .findFirst()
                    .orElse(0);
        } catch (IOException e) {
            return 0; // closed meanwhile
        }
    }
}
