package vn.reliefmap.kernel;

/** Where an import tells what it meets while it runs: issues, and how far it has come. */
public interface ImportLog {
    void issue(ImportIssue issue);

    /** Called often; must be cheap. {@code rowsDone} counts rows or features read so far. */
    void progress(long rowsDone);
}
