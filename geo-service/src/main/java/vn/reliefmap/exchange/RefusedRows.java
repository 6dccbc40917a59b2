package vn.reliefmap.exchange;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vn.reliefmap.kernel.ImportIssue;
import vn.reliefmap.kernel.ImportLog;
import vn.reliefmap.kernel.RowSource;
import vn.reliefmap.kernel.TableRow;

/**
 * Remembers which rows of a list were refused, and writes these as a list of their own: the same columns, and beside each
 * row where it stood, why it was refused and how to mend it. Mended, the file can be sent as it is. It holds what the list
 * holds, names and telephone numbers too: whoever writes it down keeps others from reading it. Not thread-safe.
 */
public final class RefusedRows implements ImportLog {
    /** Further ones stay in the list that was sent; a list with so many faults is mended there. */
    private static final int MOST = 50_000;

    private final ImportLog log;
    private final Map<Long, ImportIssue> refused = new HashMap<>();

    /** @param log gets every issue as well */
    public RefusedRows(ImportLog log) {
        this.log = log;
    }

    @Override
    public void issue(ImportIssue issue) {
        if (issue.severity() == ImportIssue.Severity.REFUSED && issue.row() > 0 && refused.size() < MOST) {
            refused.putIfAbsent(issue.row(), issue);
        }
        log.issue(issue);
    }

    @Override
    public void progress(long rowsDone) {
        log.progress(rowsDone);
    }

    /** How many rows can be written. */
    public int count() {
        return refused.size();
    }

    /** Writes them, reading the list once more from its start. */
    public void write(RowSource again, Writer out) throws IOException {
        List<String> columns =
                again.columns().stream().filter(column -> !column.isEmpty()).toList();
        out.write('\uFEFF');
        CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(out);
        List<String> header = new ArrayList<>(columns);
        header.removeIf(List.of("dòng", "lý do", "cách sửa", "reason", "fix")::contains);
        List<String> kept = List.copyOf(header);
        header.addAll(List.of("dòng", "lý do", "cách sửa", "reason", "fix"));
        csv.writeRecord(header);
        for (TableRow row = again.next(); row != null; row = again.next()) {
            ImportIssue issue = refused.get(row.number());
            if (issue != null) {
                List<String> cells = new ArrayList<>();
                for (String column : kept) {
                    cells.add(ImportIssueFile.guarded(row.text(column)));
                }
                cells.add(issue.cell() == null ? Long.toString(issue.row()) : ImportIssueFile.guarded(issue.cell()));
                cells.add(issue.reasonVi());
                cells.add(issue.fixVi());
                cells.add(issue.reasonEn());
                cells.add(issue.fixEn());
                csv.writeRecord(cells);
            }
        }
        csv.flush();
    }
}
