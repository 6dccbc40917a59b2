package vn.reliefmap.plan.internal.papers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.jenetics.jpx.GPX;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.reliefmap.plan.ReliefPlan;

/** Tours as GPX, read back here and by another program. */
class TourTracksTest {
    private final ReliefPlan plan = PaperDrill.plan(true);

    @TempDir
    Path temp;

    private Path file() throws IOException {
        byte[] bytes = new TourTracks(new PaperWords(PaperDrill.ITEMS)).gpx(plan, plan.tours());
        return Files.write(temp.resolve("tours.gpx"), bytes);
    }

    @Test
    void eachCallIsAWaypointAndEachWayATrack() throws IOException {
        GPX gpx = GPX.read(file());

        assertThat(gpx.getVersion()).isEqualTo("1.1");
        assertThat(gpx.getMetadata().flatMap(about -> about.getName())).hasValue("DIỄN TẬP – Chuyến cứu trợ");
        assertThat(gpx.wayPoints().map(point -> point.getName().orElseThrow()))
                .containsExactly(
                        "T2-1 Xã Hải Phú & Hải Thượng 08:15",
                        "T2-2 Xã Hải Phú & Hải Thượng 08:45",
                        "T2-3 Xã Hải Phú & Hải Thượng 09:15");
        assertThat(gpx.getWayPoints().get(1).getDescription())
                .hasValue("Bến L1. Gạo 120,5\u00A0kg, Nước uống đóng chai 240\u00A0lít");
        assertThat(gpx.getWayPoints().get(0).getTime()).hasValue(PaperDrill.MORNING.plusSeconds(2700));
        assertThat(gpx.tracks()
                        .map(track -> track.getSegments().get(0).getPoints().size()))
                .containsExactly(3, 2, 2, 3);
    }

    @Test
    void anotherProgramOpensIt() throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/gpsbabel")), "gpsbabel is not installed");
        Path out = temp.resolve("out.csv");
        Process gpsbabel = new ProcessBuilder(
                        "/usr/bin/gpsbabel",
                        "-w",
                        "-i",
                        "gpx",
                        "-f",
                        file().toString(),
                        "-o",
                        "unicsv",
                        "-F",
                        out.toString())
                .redirectErrorStream(true)
                .redirectOutput(temp.resolve("said.txt").toFile())
                .start();

        assertThat(gpsbabel.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(gpsbabel.exitValue())
                .as(Files.readString(temp.resolve("said.txt")))
                .isZero();
        assertThat(Files.readString(out)).contains("T2-2 Xã Hải Phú & Hải Thượng 08:45", "16.690000", "107.270000");
    }
}
