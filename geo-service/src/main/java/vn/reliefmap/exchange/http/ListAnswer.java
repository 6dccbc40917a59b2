package vn.reliefmap.exchange.http;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.reliefmap.household.HouseholdPreview;
import vn.reliefmap.kernel.ImportSummary;

/**
 * What became of a list, or would become.
 *
 * @param preview true when nothing was stored
 * @param read rows, which are added, changed, unchanged or refused
 * @param counts of a preview: rows by new, changed, moved and same; null otherwise
 * @param first of a preview: the first rows of each; null otherwise
 * @param unknownHamlets of a preview: names in the column of hamlets that no officer gave a hamlet; null otherwise
 * @param items the first issues
 * @param issuesLeftOff further ones
 */
record ListAnswer(
        boolean preview,
        long read,
        long added,
        long changed,
        long unchanged,
        long refused,
        Map<String, Object> figures,
        @Nullable Map<String, Long> counts,
        @Nullable Map<String, List<HouseholdPreview.Sample>> first,
        @Nullable List<HouseholdPreview.UnknownHamlet> unknownHamlets,
        List<ToldIssues.IssueAnswer> items,
        long issuesLeftOff) {
    static ListAnswer taken(ImportSummary summary, ToldIssues issues) {
        return of(summary, null, null, null, issues);
    }

    static ListAnswer previewed(HouseholdPreview preview, ToldIssues issues) {
        Map<String, Long> counts = new LinkedHashMap<>();
        preview.counts().forEach((fate, rows) -> counts.put(fate.word(), rows));
        Map<String, List<HouseholdPreview.Sample>> first = new LinkedHashMap<>();
        preview.first().forEach((fate, rows) -> first.put(fate.word(), rows));
        return of(preview.summary(), counts, first, preview.unknownHamlets(), issues);
    }

    private static ListAnswer of(
            ImportSummary summary,
            @Nullable Map<String, Long> counts,
            @Nullable Map<String, List<HouseholdPreview.Sample>> first,
            @Nullable List<HouseholdPreview.UnknownHamlet> unknownHamlets,
            ToldIssues issues) {
        return new ListAnswer(
                counts != null,
                summary.read(),
                summary.added(),
                summary.changed(),
                summary.unchanged(),
                summary.refused(),
                summary.figures(),
                counts,
                first,
                unknownHamlets,
                issues.first(),
                issues.others());
    }
}
