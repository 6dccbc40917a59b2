package vn.reliefmap.routing.internal;

import com.graphhopper.reader.ReaderElement;
import java.nio.file.Path;
import java.util.Locale;
import vn.reliefmap.kernel.Problem;
import vn.reliefmap.kernel.ProblemException;

/** What can be wrong with a road extract, said so that a person can act on it. */
final class RoadFileProblems {
    private static final String EXPECTED =
            "OpenStreetMap extract .osm.pbf, .osm or .osm.gz, sorted: nodes, ways, relations";

    private RoadFileProblems() {}

    static ProblemException missing(Path file) {
        return problem("ROADS_FILE_MISSING", file, "không đọc được", "cannot be read");
    }

    static ProblemException empty(Path file) {
        return problem("ROADS_FILE_EMPTY", file, "trống", "is empty");
    }

    static ProblemException form(Path file) {
        return problem(
                "ROADS_FILE_FORM",
                file,
                "không phải là bản trích OpenStreetMap (có thể là trang web lỗi khi tải)",
                "is no OpenStreetMap extract (perhaps a web page saved by a failed download)");
    }

    static ProblemException truncated(Path file) {
        return problem("ROADS_FILE_TRUNCATED", file, "bị cụt; hãy tải lại", "ends too early; download it again");
    }

    static ProblemException broken(Path file, Exception cause) {
        ProblemException problem =
                problem("ROADS_FILE_BROKEN", file, "bị hỏng; hãy tải lại", "is damaged; download it again");
        problem.initCause(cause);
        return problem;
    }

    static ProblemException order(Path file, ReaderElement.Type found, ReaderElement.Type last) {
        String words =
                found.name().toLowerCase(Locale.ROOT) + " after " + last.name().toLowerCase(Locale.ROOT);
        return problem(
                "ROADS_FILE_ORDER",
                file,
                "chưa được sắp xếp (" + words + "); hãy chạy: osmium sort",
                "is not sorted (" + words + "); run: osmium sort");
    }

    static ProblemException noRoads(Path file) {
        return problem("ROADS_FILE_NO_ROADS", file, "không có đường nào", "holds no roads");
    }

    private static ProblemException problem(String code, Path file, String vi, String en) {
        String name = String.valueOf(file.getFileName());
        return Problem.badField(
                        code,
                        "file",
                        EXPECTED,
                        "Tệp đường " + name + " " + vi + ".",
                        "The road file " + name + " " + en + ".")
                .asException();
    }
}
