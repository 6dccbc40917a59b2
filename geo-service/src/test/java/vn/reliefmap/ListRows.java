package vn.reliefmap;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import vn.reliefmap.exchange.CsvRowSource;
import vn.reliefmap.kernel.ImportIssue;
import vn.reliefmap.kernel.ImportLog;
import vn.reliefmap.kernel.RowSource;

/** Lists and logs for tests of imports. */
public final class ListRows implements ImportLog {
    private final List<ImportIssue> issues = new ArrayList<>();
    private long rows;

    /** A list as it would stand in a CSV file, one line each. */
    public static RowSource of(String... lines) {
        String text = String.join("\n", lines) + "\n";
        return CsvRowSource.open("list.csv", new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }

    @Override
    public void issue(ImportIssue issue) {
        issues.add(issue);
    }

    @Override
    public void progress(long rowsDone) {
        rows = rowsDone;
    }

    /** Every issue as {@code SEVERITY row CODE}. */
    public List<String> issues() {
        return issues.stream()
                .map(i -> i.severity() + " " + i.row() + " " + i.code())
                .toList();
    }

    /** All texts of all issues. */
    public String texts() {
        return issues.toString();
    }

    public long rows() {
        return rows;
    }
}
