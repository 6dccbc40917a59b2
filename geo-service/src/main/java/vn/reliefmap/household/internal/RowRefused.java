package vn.reliefmap.household.internal;

import vn.reliefmap.kernel.ImportIssue;

/** Ends the reading of one row with its reason. Without a stack trace: a bad list may throw it for every row. */
final class RowRefused extends RuntimeException {
    private final transient ImportIssue issue;

    RowRefused(ImportIssue issue) {
        super(issue.code(), null, false, false);
        this.issue = issue;
    }

    ImportIssue issue() {
        return issue;
    }
}
