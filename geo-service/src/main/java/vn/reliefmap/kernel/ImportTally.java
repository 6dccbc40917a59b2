package vn.reliefmap.kernel;

import java.util.LinkedHashMap;
import java.util.Map;

/** Counts what becomes of the rows of one import. Not thread-safe. */
public final class ImportTally {
    private final ImportLog log;
    private final Map<String, Object> figures = new LinkedHashMap<>();
    private long read;
    private long added;
    private long changed;
    private long unchanged;
    private long refused;

    public ImportTally(ImportLog log) {
        this.log = log;
    }

    /** One more row was found in the file. */
    public void read() {
        log.progress(++read);
    }

    public void added(long rows) {
        added += rows;
    }

    public void changed(long rows) {
        changed += rows;
    }

    public void unchanged(long rows) {
        unchanged += rows;
    }

    /** One row is left out, for this reason. */
    public void refuse(ImportIssue issue) {
        refused++;
        log.issue(issue);
    }

    /** A remark on a row that is taken. */
    public void remark(ImportIssue issue) {
        log.issue(issue);
    }

    public void figure(String name, Object value) {
        figures.put(name, value);
    }

    /** True when the import changed anything. */
    public boolean changedAnything() {
        return added + changed > 0;
    }

    public ImportSummary summary() {
        return new ImportSummary(read, added, changed, unchanged, refused, figures);
    }
}
