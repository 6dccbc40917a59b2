package vn.reliefmap.report.internal;

import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.reliefmap.access.Rights;
import vn.reliefmap.household.Household;
import vn.reliefmap.household.Households;
import vn.reliefmap.kernel.HouseholdId;
import vn.reliefmap.report.HomesMerged;
import vn.reliefmap.report.ReportId;
import vn.reliefmap.report.ReportState;
import vn.reliefmap.report.internal.TaskTable.Task;
import vn.reliefmap.store.Changes;
import vn.reliefmap.store.Topic;

/** Merges a report into another one, with their households when both have one, and parts them. */
@Component
class MergedReports {
    private final TaskTable tasks;
    private final ReportTable reports;
    private final Households households;
    private final Changes changes;
    private final ApplicationEventPublisher events;
    private final JdbcClient jdbc;

    MergedReports(
            TaskTable tasks,
            ReportTable reports,
            Households households,
            Changes changes,
            ApplicationEventPublisher events,
            JdbcClient jdbc) {
        this.tasks = tasks;
        this.reports = reports;
        this.households = households;
        this.changes = changes;
        this.events = events;
        this.jdbc = jdbc;
    }

    /**
     * To be called before a report is locked that is to be merged: two mergings that cross (A into B, B into A) would wait for
     * each other.
     */
    void oneAtATime() {
        jdbc.sql("select pg_advisory_xact_lock(hashtext('merging reports'))")
                .query((rs, n) -> n)
                .list();
    }

    /** The task of the report that stays, locked; what was merged into another one leads on to that one. */
    Task staying(Task merged, ReportId into, Rights rights) {
        Task staying = tasks.lock(into).orElseThrow(DecisionProblem::notFound);
        while (staying.duplicateOf() != null && !staying.report().equals(merged.report())) {
            staying = tasks.lock(staying.duplicateOf()).orElseThrow();
        }
        if (!rights.mayVerify(staying.unit()) || !staying.disaster().equals(merged.disaster())) {
            throw DecisionProblem.notFound();
        }
        if (into.equals(merged.report())) {
            throw DecisionProblem.conflict(
                            "MERGE_ITSELF",
                            "Không thể gộp một phản ánh vào chính nó.",
                            "A report cannot be merged into itself.",
                            "duplicate_of")
                    .asException();
        }
        if (staying.report().equals(merged.report())) {
            throw circle();
        }
        if (staying.state() == ReportState.REJECTED) {
            throw DecisionProblem.conflict(
                            "MERGE_REJECTED",
                            "Phản ánh kia đã bị bác bỏ; không gộp vào đó được.",
                            "The other report was rejected; nothing can be merged into it.",
                            "duplicate_of")
                    .asException();
        }
        if (merged.state() == ReportState.CONFIRMED && staying.state() != ReportState.CONFIRMED) {
            throw DecisionProblem.conflict(
                            "MERGE_OTHER_WAY",
                            "Phản ánh này đã xác nhận, phản ánh kia thì chưa: hãy gộp phản ánh kia vào phản ánh này.",
                            "This report is confirmed and the other one is not: merge the other one into this one.",
                            "duplicate_of")
                    .asException();
        }
        return staying;
    }

    /** Both are confirmed: what they need stands on the household that stays. */
    void together(Task merged, Task staying, Rights rights) {
        HouseholdId household = merged.household();
        HouseholdId into = staying.household();
        if (merged.state() != ReportState.CONFIRMED || household == null || into == null || household.equals(into)) {
            return;
        }
        Household home = standing(household);
        Household stays = standing(into);
        // A report of one's own unit may have been confirmed as that of a home elsewhere.
        if (!rights.mayVerify(home.unit()) || !rights.mayVerify(stays.unit())) {
            throw DecisionProblem.otherUnit("duplicate_of");
        }
        tell(merged, household, into, true);
    }

    private Household standing(HouseholdId household) {
        return households.find(household).filter(Household::standing).orElseThrow(MergedReports::circle);
    }

    /** Two households again, when merging them was what is taken back. */
    void apart(Task merged, @Nullable HouseholdId own, @Nullable HouseholdId into) {
        if (own != null && into != null && !own.equals(into)) {
            tell(merged, own, into, false);
        }
    }

    private void tell(Task merged, HouseholdId household, HouseholdId into, boolean together) {
        households.stand(household, !together);
        changes.announce(Topic.HOUSEHOLDS);
        events.publishEvent(new HomesMerged(merged.disaster(), household, into, together));
    }

    /** The code of the report that it was merged into, for people. */
    String code(ReportId report) {
        return reports.find(report).orElseThrow().code().value();
    }

    private static RuntimeException circle() {
        return DecisionProblem.conflict(
                        "MERGE_CIRCLE",
                        "Hai phản ánh hoặc hai hộ này đã gộp với nhau hoặc với hộ khác; hãy tách ra trước.",
                        "These two reports or households were merged already, together or with another; part them first.",
                        "duplicate_of")
                .asException();
    }
}
