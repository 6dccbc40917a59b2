package vn.reliefmap.kernel;

/** Says of each issue where in the workbook it is, and passes it on. */
public record PlacedIssues(RowSource rows, ImportLog log) implements ImportLog {
    @Override
    public void issue(ImportIssue issue) {
        log.issue(issue.row() > 0 ? issue.in(rows.cell(issue.row(), null)) : issue);
    }

    @Override
    public void progress(long rowsDone) {
        log.progress(rowsDone);
    }
}
