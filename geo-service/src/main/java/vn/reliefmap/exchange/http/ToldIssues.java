package vn.reliefmap.exchange.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import vn.reliefmap.kernel.ImportIssue;
import vn.reliefmap.kernel.ImportLog;

/** The issues of one request: the first of them whole, the rest as a number. Not thread-safe. */
final class ToldIssues implements ImportLog {
    private static final int TOLD = 500;

    private final List<IssueAnswer> first = new ArrayList<>();
    private long others;

    @Override
    public void issue(ImportIssue issue) {
        // Of the file as a whole there is little, and it comes last.
        if (first.size() < TOLD || issue.row() == 0) {
            first.add(IssueAnswer.of(issue));
        } else {
            others++;
        }
    }

    @Override
    public void progress(long rowsDone) {
        // nobody watches a request
    }

    List<IssueAnswer> first() {
        return first;
    }

    long others() {
        return others;
    }

    /**
     * One issue.
     *
     * @param severity refused | repaired | warned
     * @param row from 1; 0 for the file as a whole
     */
    record IssueAnswer(
            String severity,
            long row,
            @Nullable String cell,
            String code,
            String vi,
            String en,
            String fixVi,
            String fixEn) {
        static IssueAnswer of(ImportIssue issue) {
            return new IssueAnswer(
                    issue.severity().name().toLowerCase(Locale.ROOT),
                    issue.row(),
                    issue.cell(),
                    issue.code(),
                    issue.reasonVi(),
                    issue.reasonEn(),
                    issue.fixVi(),
                    issue.fixEn());
        }
    }
}
