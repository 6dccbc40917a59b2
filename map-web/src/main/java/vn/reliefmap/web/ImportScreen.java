package vn.reliefmap.web;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import vn.reliefmap.exchange.ImportIssueFile;
import vn.reliefmap.household.HouseholdPreview;
import vn.reliefmap.household.HouseholdPreview.Fate;
import vn.reliefmap.kernel.ImportIssue;
import vn.reliefmap.kernel.ImportLog;
import vn.reliefmap.kernel.ImportSummary;

/**
 * Shows an import to the person at the terminal: one line with rows, rate and time left, then what was done, the first
 * issues in words and the file that holds them all. Not thread-safe.
 */
final class ImportScreen implements ImportLog, AutoCloseable {
    private static final long REDRAW_NANOS = 200_000_000L;
    private static final int SHOWN_ISSUES = 5;

    private final PrintWriter out;
    private final boolean terminal = System.getenv("RELIEF_TERMINAL") != null;
    private final String name;
    private final FilePosition position;
    private final ImportIssueFile issueFile;
    private final Map<ImportIssue.Severity, Long> counts = new EnumMap<>(ImportIssue.Severity.class);
    private final long startedAt = System.nanoTime();
    private long drawnAt = startedAt;
    private int shown;

    ImportScreen(PrintWriter out, Path file, Path issuePath) throws IOException {
        this.out = out;
        this.name = String.valueOf(file.getFileName());
        this.position = new FilePosition(file);
        this.issueFile = new ImportIssueFile(issuePath);
    }

    @Override
    public void issue(ImportIssue issue) {
        issueFile.write(issue);
        counts.merge(issue.severity(), 1L, Long::sum);
        if (shown < SHOWN_ISSUES) {
            shown++;
            clearLine();
            out.println("  ! " + place(issue) + issue.reasonVi() + " " + issue.fixVi() + " [" + issue.code() + "]");
            out.flush();
        }
    }

    @Override
    public void progress(long rowsDone) {
        long now = System.nanoTime();
        if (now - drawnAt < (terminal ? REDRAW_NANOS : 25 * REDRAW_NANOS)) {
            return;
        }
        drawnAt = now;
        double seconds = (now - startedAt) / 1e9;
        OptionalDouble share = position.share();
        String left = share.isPresent() && share.getAsDouble() > 0.01
                ? String.format(
                        Locale.ROOT,
                        " · %d %% · còn / left ~%s",
                        Math.round(share.getAsDouble() * 100),
                        time(seconds * (1 - share.getAsDouble()) / share.getAsDouble()))
                : "";
        String line =
                String.format(Locale.ROOT, "%s: %,d dòng / rows · %,.0f/s%s", name, rowsDone, rowsDone / seconds, left);
        out.print(terminal ? "\r\033[K  " + line : "  " + line + "\n");
        out.flush();
    }

    /** What an import would do, and the first rows of each kind. */
    void showPreview(HouseholdPreview preview) {
        clearLine();
        out.printf(
                Locale.ROOT,
                "○ %s: xem trước, chưa ghi gì / preview, nothing is written: mới / new %,d · đổi / changed %,d · "
                        + "chuyển chỗ / moved %,d · như cũ / same %,d%n",
                name,
                preview.counts().get(Fate.NEW),
                preview.counts().get(Fate.CHANGED),
                preview.counts().get(Fate.MOVED),
                preview.counts().get(Fate.SAME));
        preview.first().forEach((fate, rows) -> rows.stream()
                .limit(SHOWN_ISSUES)
                .forEach(row -> out.println("    "
                        + fate.word() + ": "
                        + (row.cell() == null ? "dòng / row " + row.row() : row.cell())
                        + (row.ref() == null ? "" : " · " + row.ref())
                        + " · " + row.people() + " người / people"
                        + (row.adminCode() == null ? "" : " · " + row.adminCode())
                        + (row.changes().isEmpty() ? "" : " · " + String.join(", ", row.changes())))));
        out.flush();
    }

    /** The closing lines: what became of the rows, further figures, and where the issues are. */
    void show(ImportSummary summary) {
        clearLine();
        out.printf(
                Locale.ROOT,
                "✓ %s: đọc / read %,d · mới / added %,d · đổi / changed %,d · như cũ / unchanged %,d · loại / refused %,d (%s)%n",
                name,
                summary.read(),
                summary.added(),
                summary.changed(),
                summary.unchanged(),
                summary.refused(),
                time((System.nanoTime() - startedAt) / 1e9));
        summary.figures().forEach((figure, value) -> out.println("    " + figure + ": " + value));
        long refused = counts.getOrDefault(ImportIssue.Severity.REFUSED, 0L);
        long repaired = counts.getOrDefault(ImportIssue.Severity.REPAIRED, 0L);
        long warned = counts.getOrDefault(ImportIssue.Severity.WARNED, 0L);
        if (refused + repaired + warned > 0) {
            out.printf(
                    Locale.ROOT,
                    "  ! loại / refused %,d · sửa / repaired %,d · lưu ý / warned %,d → %s%n",
                    refused,
                    repaired,
                    warned,
                    issueFile.path());
        }
        out.flush();
    }

    @Override
    public void close() {
        clearLine();
        issueFile.close();
    }

    private void clearLine() {
        if (terminal) {
            out.print("\r\033[K");
        }
    }

    private static String place(ImportIssue issue) {
        if (issue.cell() != null) {
            return issue.cell() + ": ";
        }
        return issue.row() > 0 ? "dòng / row " + issue.row() + ": " : "";
    }

    private static String time(double seconds) {
        Duration duration = Duration.ofMillis(Math.round(seconds * 1000));
        return duration.toMinutes() > 0
                ? duration.toMinutes() + " ph " + duration.toSecondsPart() + " s"
                : String.format(Locale.ROOT, "%.1f s", seconds);
    }
}
