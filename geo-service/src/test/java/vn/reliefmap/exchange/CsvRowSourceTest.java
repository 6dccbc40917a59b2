package vn.reliefmap.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.reliefmap.kernel.ProblemException;
import vn.reliefmap.kernel.RowSource;
import vn.reliefmap.kernel.TableRow;

class CsvRowSourceTest {

    @ParameterizedTest
    @ValueSource(strings = {",", ";", "\t"})
    void theSeparatorIsRecognised(String separator) {
        List<TableRow> rows = rows("Ref,Name\n1,Lan\n".replace(",", separator));
        assertThat(rows).hasSize(1);
        assertThat(rows.get(0).text("name")).isEqualTo("Lan");
        assertThat(rows.get(0).number()).isEqualTo(2);
    }

    @Test
    void aByteOrderMarkQuotesEmptyLinesAndWindowsLineEndsAreTaken() {
        List<TableRow> rows = rows("\uFEFFref,address\r\n\r\n1,\"Thôn 1, xã \"\"Triệu\nPhong\"\"\"\r\n2, b \r\n");
        assertThat(rows).extracting(r -> r.text("address")).containsExactly("Thôn 1, xã \"Triệu\nPhong\"", "b");
        assertThat(rows).extracting(TableRow::number).containsExactly(3L, 5L);
    }

    @Test
    void decomposedTextBecomesNfc() {
        String decomposed = Normalizer.normalize("Lệ Thủy", Normalizer.Form.NFD);
        assertThat(rows("name\n" + decomposed + "\n").get(0).text("name")).isEqualTo("Lệ Thủy");
    }

    @Test
    void textBeyondTheLastColumnStandsUnderTheEmptyName() {
        assertThat(rows("a,b\n1,2,3\n1,2,\n")).extracting(r -> r.text("")).containsExactly("3", "");
    }

    @Test
    void aGzippedFileIsReadLikeAPlainOne(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("list.csv.gz");
        Files.write(file, gzip("ref\n7\n"));
        try (RowSource source = new ListFiles().open(file)) {
            assertThat(source.name()).isEqualTo("list.csv.gz");
            TableRow row = source.next();
            assertThat(row == null ? "" : row.text("ref")).isEqualTo("7");
            assertThat(source.next()).isNull();
        }
    }

    @Test
    void aTruncatedGzipIsNamed() throws IOException {
        byte[] whole = gzip("ref,name\n" + "1,Nguyễn\n".repeat(5000));
        byte[] half = Arrays.copyOf(whole, whole.length / 2);
        fails("CSV_BROKEN", () -> all(CsvRowSource.open("x.csv.gz", new ByteArrayInputStream(half))));
    }

    @Test
    void missingAndEmptyFilesAreNamed(@TempDir Path folder) {
        fails("CSV_NOT_FOUND", () -> CsvRowSource.open(folder.resolve("none.csv")));
        fails("CSV_NOT_FOUND", () -> CsvRowSource.open(folder));
        fails("CSV_EMPTY", () -> rows(""));
        fails("CSV_EMPTY", () -> rows("\uFEFF"));
        fails("CSV_EMPTY", () -> rows(" \n\n"));
    }

    @Test
    void aHeaderIsNeededAndNamesNoColumnTwice() {
        fails("CSV_HEADER_MISSING", () -> rows("1,16.75,107.18\n"));
        fails("CSV_HEADER_DUPLICATE", () -> rows("ref,Lat,lat \n"));
    }

    @Test
    void otherEncodingsAreRefusedWithTheLine() {
        byte[] legacy = "ref\n1\nH\u00f9ng\n".getBytes(StandardCharsets.ISO_8859_1);
        assertThatThrownBy(() -> all(CsvRowSource.open("x", new ByteArrayInputStream(legacy))))
                .hasMessageContaining("CSV_ENCODING")
                .hasMessageContaining("line 3");
        for (String charset : List.of("UTF-16LE", "UTF-16BE")) {
            byte[] wide = "ref\n1\n".getBytes(Charset.forName(charset));
            fails("CSV_ENCODING", () -> all(CsvRowSource.open("x", new ByteArrayInputStream(wide))));
        }
        byte[] cut = Arrays.copyOf("ref\nLệ".getBytes(StandardCharsets.UTF_8), 7);
        fails("CSV_ENCODING", () -> all(CsvRowSource.open("x", new ByteArrayInputStream(cut))));
    }

    @Test
    void anExcelFileIsNotTakenForText() {
        byte[] zip = {'P', 'K', 3, 4, 20, 0};
        fails("CSV_NOT_TEXT", () -> CsvRowSource.open("list.xlsx", new ByteArrayInputStream(zip)));
    }

    @Test
    void aGigabyteOfOneLineIsRefusedAfterItsFirstMegabytes() {
        Endless endless = new Endless("ref,name\n");
        fails("CSV_LINE_TOO_LONG", () -> all(CsvRowSource.open("big.csv", endless)));
        assertThat(endless.given).isLessThan(4L << 20);
        Endless noHeader = new Endless("");
        fails("CSV_LINE_TOO_LONG", () -> all(CsvRowSource.open("big.csv", noHeader)));
        assertThat(noHeader.given).isLessThan(4L << 20);
    }

    @Test
    void aLongCellAndAnOpenQuoteAreRefusedWithTheLine() {
        fails("CSV_LINE_TOO_LONG", () -> rows("ref\n1\n" + "x".repeat(20_001) + "\n"));
        fails("CSV_LINE_TOO_LONG", () -> rows("ref\n\"1\n" + "2\n".repeat(20_000)));
        assertThatThrownBy(() -> rows("ref\n1\n\"a\"b\n"))
                .hasMessageContaining("CSV_BROKEN")
                .hasMessageContaining("line 3");
        assertThat(rows("ref\n" + "x".repeat(20_000) + "\n")).hasSize(1);
    }

    private static void fails(String code, ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(ProblemException.class, e -> assertThat(
                        e.problem().code())
                .isEqualTo(code));
    }

    private static List<TableRow> rows(String text) {
        return all(CsvRowSource.open("list.csv", new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8))));
    }

    private static List<TableRow> all(RowSource source) {
        List<TableRow> rows = new ArrayList<>();
        try (source) {
            for (TableRow row = source.next(); row != null; row = source.next()) {
                rows.add(row);
            }
        }
        return rows;
    }

    private static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }

    /** A beginning, and then the letter x without end. */
    private static final class Endless extends InputStream {
        private final byte[] start;
        private long given;

        Endless(String start) {
            this.start = start.getBytes(StandardCharsets.UTF_8);
        }

        @Override
        public int read() {
            int i = (int) Math.min(given++, Integer.MAX_VALUE);
            return i < start.length ? start[i] : 'x';
        }

        @Override
        public int read(byte[] buffer, int offset, int length) {
            for (int i = 0; i < length; i++) {
                buffer[offset + i] = (byte) read();
            }
            return length;
        }
    }
}
