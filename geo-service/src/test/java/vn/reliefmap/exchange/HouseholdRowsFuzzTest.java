package vn.reliefmap.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import vn.reliefmap.ListRows;
import vn.reliefmap.TestProgram;
import vn.reliefmap.admin.AdminImport;
import vn.reliefmap.disaster.Disasters;
import vn.reliefmap.household.HouseholdImport;
import vn.reliefmap.household.HouseholdPreview;
import vn.reliefmap.household.ImportOrder;
import vn.reliefmap.kernel.DisasterId;
import vn.reliefmap.kernel.ImportIssue;
import vn.reliefmap.kernel.ImportLog;
import vn.reliefmap.kernel.ImportSummary;
import vn.reliefmap.kernel.ProblemException;
import vn.reliefmap.kernel.RowSource;
import vn.reliefmap.store.TestPostgis;

/**
 * LAW: a list of households of any bytes ends in one problem, or in rows that are all accounted for: each is new, changed, the same or
 * moved, or it was refused with a reason and its place.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HouseholdRowsFuzzTest {
    @TempDir
    static Path home = Path.of("target");

    private final TestProgram program = TestProgram.start(TestPostgis.freshDatabase(), home);
    private final HouseholdImport imports = program.bean(HouseholdImport.class);
    private final DisasterId flood = program.bean(Disasters.class)
            .open("lũ thử bảng", true, Instant.parse("2020-10-18T00:00:00Z"))
            .id();

    @BeforeAll
    void commune() throws IOException {
        Path file = Files.writeString(home.resolve("communes.geojson"), """
                {"type":"FeatureCollection","features":[
                {"type":"Feature","properties":{"code":"19624","fullName":"Xã Triệu Phong"},"geometry":{"type":"Polygon",
                 "coordinates":[[[107.1,16.7],[107.2,16.7],[107.2,16.8],[107.1,16.8],[107.1,16.7]]]}}]}
                """);
        program.bean(AdminImport.class).outlines(file, false, new ListRows());
    }

    @AfterAll
    void stop() {
        program.close();
    }

    @FuzzTest(maxDuration = "5m")
    void rows(byte[] bytes) {
        Refused refused = new Refused();
        try (RowSource list = CsvRowSource.open("list.csv", new ByteArrayInputStream(bytes))) {
            HouseholdPreview preview =
                    imports.preview(list, ImportOrder.everywhere(flood, true).in("19624"), refused);
            ImportSummary told = preview.summary();
            long fated = preview.counts().values().stream()
                    .mapToLong(Long::longValue)
                    .sum();
            assertThat(told.read()).isEqualTo(fated + told.refused());
            assertThat(told.read()).isEqualTo(told.added() + told.changed() + told.unchanged() + told.refused());
            assertThat(refused.count).as("each has its reason").isEqualTo(told.refused());
            assertThat(refused.rows).doesNotContain(0L);
        } catch (ProblemException whole) {
            assertThat(whole.problem().status()).isBetween(400, 499);
        }
    }

    /** How many rows were refused, and which. */
    private static final class Refused implements ImportLog {
        private final Set<Long> rows = new HashSet<>();
        private int count;

        @Override
        public void issue(ImportIssue issue) {
            if (issue.severity() == ImportIssue.Severity.REFUSED) {
                count++;
                rows.add(issue.row());
            }
        }

        @Override
        public void progress(long rowsDone) {
            // nobody waits
        }
    }
}
