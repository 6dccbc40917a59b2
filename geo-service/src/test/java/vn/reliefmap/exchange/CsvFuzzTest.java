package vn.reliefmap.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayInputStream;
import vn.reliefmap.kernel.ProblemException;
import vn.reliefmap.kernel.RowSource;
import vn.reliefmap.kernel.TableRow;

/** LAW: a list of any bytes ends in rows that can be named or in one problem. */
class CsvFuzzTest {
    @FuzzTest(maxDuration = "5m")
    void rows(byte[] bytes) {
        try (RowSource list = CsvRowSource.open("list.csv", new ByteArrayInputStream(bytes))) {
            requireRows(list);
        } catch (ProblemException refused) {
            assertThat(refused.problem().status()).isBetween(400, 499);
        }
    }

    static void requireRows(RowSource list) {
        for (TableRow row = list.next(); row != null; row = list.next()) {
            assertThat(row.number()).isPositive();
            assertThat(row.cells().values()).noneMatch(cell -> cell == null || cell.isEmpty());
        }
        assertThat(list.remarks()).isNotNull();
    }
}
