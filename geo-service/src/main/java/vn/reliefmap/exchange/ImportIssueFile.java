package vn.reliefmap.exchange;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import vn.reliefmap.kernel.ImportIssue;

/**
 * A CSV file with what an import could not take as it was: row, cell (of a workbook), severity, code, ly_do, cach_sua, reason, fix. It is
 * made at the first issue, so no issue means no file. Excel opens it as it is (UTF-8 with byte order mark), and no cell
 * is ever run as a formula. Not thread-safe.
 */
public final class ImportIssueFile implements AutoCloseable {
    private final Path path;
    private long count;
    private @Nullable CsvWriter writer;

    public ImportIssueFile(Path path) {
        this.path = path;
    }

    public void write(ImportIssue issue) {
        CsvWriter out = writer == null ? open() : writer;
        writer = out;
        count++;
        out.writeRecord(
                Long.toString(issue.row()),
                guarded(issue.cell() == null ? "" : issue.cell()),
                issue.severity().name().toLowerCase(Locale.ROOT),
                guarded(issue.code()),
                guarded(issue.reasonVi()),
                guarded(issue.fixVi()),
                guarded(issue.reasonEn()),
                guarded(issue.fixEn()));
    }

    /** How many issues were written. */
    public long count() {
        return count;
    }

    /** Where the file is; it exists only when {@link #count()} is above 0. */
    public Path path() {
        return path;
    }

    @Override
    public void close() {
        if (writer != null) {
            try {
                writer.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** The text with an apostrophe before it when a spreadsheet would take it for a formula. */
    public static String guarded(String text) {
        return !text.isEmpty() && "=+-@\t\r\n|%".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }

    private CsvWriter open() {
        try {
            Path folder = path.toAbsolutePath().getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            Writer text = Files.newBufferedWriter(path, StandardCharsets.UTF_8);
            text.write('\uFEFF');
            CsvWriter csv =
                    CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(text);
            csv.writeRecord("row", "cell", "severity", "code", "ly_do", "cach_sua", "reason", "fix");
            return csv;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
