package vn.reliefmap.report.internal;

import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import vn.reliefmap.report.Decision;
import vn.reliefmap.report.ReportId;
import vn.reliefmap.report.ReportStep;
import vn.reliefmap.report.ReportSteps;
import vn.reliefmap.report.Verification;
import vn.reliefmap.report.internal.TaskTable.Task;

/** What officers decided, as the sender may know it; of a merged report also what was decided on the one it went into. */
@Component
class DecisionSteps implements ReportSteps {
    private final VerificationTable table;
    private final TaskTable tasks;

    DecisionSteps(VerificationTable table, TaskTable tasks) {
        this.table = table;
        this.tasks = tasks;
    }

    @Override
    public List<ReportStep> of(ReportId report) {
        Stream<Verification> own = table.of(report).stream();
        Stream<Verification> onwards = tasks.find(report)
                .map(Task::duplicateOf)
                .map(into -> table.of(into).stream()
                        .filter(each -> each.decision() == Decision.CONFIRMED || each.decision() == Decision.REJECTED))
                .orElseGet(Stream::empty);
        return Stream.concat(own, onwards)
                .map(each -> new ReportStep(each.decision().word(), each.at()))
                .toList();
    }
}
