package vn.reliefmap.basemap.internal;

import com.graphhopper.reader.ReaderElement;
import com.graphhopper.reader.osm.OSMInputFile;
import com.graphhopper.reader.osm.SkipOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;
import vn.reliefmap.kernel.Problem;
import vn.reliefmap.kernel.ProblemException;

/** An OpenStreetMap file read from front to back; the reader itself is GraphHopper's. */
final class OsmFile {
    private static final String EXPECTED = ".osm.pbf, .osm or .osm.gz; nodes, ways, relations; nodes by ascending id";
    private final Path path;

    OsmFile(Path path) {
        this.path = path;
    }

    /** Gives the relations alone, which a packed file finds without unpacking the rest. */
    void eachRelation(Consumer<ReaderElement> consumer) {
        read(new SkipOptions(true, true, false), element -> {
            if (element.getType() == ReaderElement.Type.RELATION) {
                consumer.accept(element);
            }
        });
    }

    /** Gives every node, way and relation, in that order; a file in another order is a problem. */
    void eachElement(Consumer<ReaderElement> consumer) {
        ReaderElement.Type[] reached = {ReaderElement.Type.NODE};
        boolean[] seen = {false};
        read(SkipOptions.none(), element -> {
            ReaderElement.Type type = element.getType();
            if (type == ReaderElement.Type.FILEHEADER) {
                return;
            }
            if (type.compareTo(reached[0]) < 0) {
                throw unsorted();
            }
            reached[0] = type;
            seen[0] = true;
            consumer.accept(element);
        });
        if (!seen[0]) {
            throw broken("it holds no node, way or relation");
        }
    }

    ProblemException unsorted() {
        return Problem.badField(
                        "OSM_FILE_UNSORTED",
                        "file",
                        EXPECTED,
                        "Tệp " + path.getFileName() + " chưa được sắp xếp. Hãy sắp xếp, ví dụ: osmium sort.",
                        "The file " + path.getFileName() + " is not sorted. Sort it, for example with osmium sort.")
                .asException();
    }

    private void read(SkipOptions skip, Consumer<ReaderElement> consumer) {
        if (!Files.isRegularFile(path)) {
            throw Problem.badField(
                            "OSM_FILE_MISSING",
                            "file",
                            EXPECTED,
                            "Không có tệp " + path + ".",
                            "There is no file " + path + ".")
                    .asException();
        }
        OSMInputFile input = open(skip);
        try {
            for (ReaderElement element = next(input); element != null; element = next(input)) {
                consumer.accept(element);
            }
        } catch (RuntimeException e) {
            try {
                input.close();
            } catch (IOException | RuntimeException closing) {
                e.addSuppressed(closing);
            }
            throw e;
        }
        try {
            input.close();
        } catch (IOException | RuntimeException e) {
            // The packed reader works in a thread of its own and tells what went wrong there only on closing.
            throw broken(e);
        }
    }

    private OSMInputFile open(SkipOptions skip) {
        try {
            return new OSMInputFile(path.toFile())
                    .setWorkerThreads(1)
                    .setSkipOptions(skip)
                    .open();
        } catch (IOException | XMLStreamException | RuntimeException e) {
            throw broken(e);
        }
    }

    private @Nullable ReaderElement next(OSMInputFile input) {
        try {
            return input.getNext();
        } catch (XMLStreamException | RuntimeException e) {
            throw broken(e);
        }
    }

    private ProblemException broken(Exception e) {
        Throwable cause = e.getCause() == null ? e : e.getCause();
        return broken(String.valueOf(cause.getMessage()));
    }

    private ProblemException broken(String reason) {
        return Problem.badField(
                        "OSM_FILE_BROKEN",
                        "file",
                        EXPECTED,
                        "Không đọc được tệp " + path.getFileName() + ": tệp hỏng, thiếu phần cuối hoặc không phải OSM.",
                        "The file " + path.getFileName() + " cannot be read: " + reason)
                .asException();
    }
}
