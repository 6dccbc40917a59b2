package vn.reliefmap.web;

import java.io.PrintWriter;
import java.util.Locale;
import vn.reliefmap.demo.DemoReport;
import vn.reliefmap.kernel.ImportIssue;
import vn.reliefmap.kernel.ImportLog;

/** Tells how far the loading of a demo is, in a line every few seconds, and in the end what it holds. */
final class DemoScreen implements ImportLog {
    private static final long LINE_NANOS = 3_000_000_000L;

    private final PrintWriter out;
    private final long startedAt = System.nanoTime();
    private long saidAt = startedAt;
    private long issues;

    DemoScreen(PrintWriter out) {
        this.out = out;
        out.println("→ Đang nạp tỉnh mô phỏng / loading the simulated province …");
        out.flush();
    }

    /** Remarks on made-up data are counted, not shown: nobody has to act on them. */
    @Override
    public void issue(ImportIssue issue) {
        issues++;
    }

    @Override
    public void progress(long rowsDone) {
        long now = System.nanoTime();
        if (now - saidAt > LINE_NANOS) {
            saidAt = now;
            out.printf(Locale.ROOT, "  … %,d dòng / rows, %.0f s%n", rowsDone, (now - startedAt) / 1e9);
            out.flush();
        }
    }

    void show(DemoReport report) {
        out.println("✓ " + report.disasterName() + " (dữ liệu mô phỏng / simulated), id " + report.disaster());
        report.imports()
                .forEach((file, summary) -> out.printf(
                        Locale.ROOT,
                        "    %-24s đọc / read %,d · mới / added %,d · đổi / changed %,d · như cũ / unchanged %,d · loại / refused %,d%n",
                        file,
                        summary.read(),
                        summary.added(),
                        summary.changed(),
                        summary.unchanged(),
                        summary.refused()));
        if (report.replaced() > 0) {
            out.printf(Locale.ROOT, "    thay hộ mô phỏng cũ / earlier households replaced: %,d%n", report.replaced());
        }
        if (issues > 0) {
            out.printf(Locale.ROOT, "    lưu ý / remarks: %,d%n", issues);
        }
        out.printf(Locale.ROOT, "    %.1f s%n", (System.nanoTime() - startedAt) / 1e9);
        out.flush();
    }
}
