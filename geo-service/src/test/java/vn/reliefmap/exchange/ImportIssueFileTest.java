package vn.reliefmap.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.reliefmap.kernel.ImportIssue;
import vn.reliefmap.kernel.RowSource;
import vn.reliefmap.kernel.TableRow;

class ImportIssueFileTest {
    @TempDir
    Path folder = Path.of("target");

    @Test
    void issuesComeBackInAFileThatExcelOpensAndNoCellIsAFormula() throws IOException {
        Path path = folder.resolve("out/issues.csv");
        try (ImportIssueFile file = new ImportIssueFile(path)) {
            file.write(ImportIssue.refused(12, "LATITUDE_RANGE", "=Vĩ độ, 91", "+lat", "-sửa", "@fix"));
            file.write(ImportIssue.warned(0, "X", "a\"b", "c", "d", "e"));
            assertThat(file.count()).isEqualTo(2);
        }
        assertThat(Files.readString(path)).startsWith("\uFEFFrow,cell,severity,code,ly_do,cach_sua,reason,fix\r\n");
        try (RowSource rows = CsvRowSource.open(path)) {
            TableRow first = rows.next();
            TableRow second = rows.next();
            assertThat(first == null ? "" : first.cells().toString())
                    .contains("row=12", "severity=refused", "ly_do='=Vĩ độ, 91", "fix='@fix", "cach_sua='-sửa");
            assertThat(second == null ? "" : second.text("ly_do")).isEqualTo("a\"b");
        }
    }

    @Test
    void withoutIssuesThereIsNoFile() {
        Path path = folder.resolve("none.csv");
        new ImportIssueFile(path).close();
        assertThat(path).doesNotExist();
    }
}
