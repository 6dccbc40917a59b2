package vn.reliefmap.rescue.internal;

import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import vn.reliefmap.report.ReportId;
import vn.reliefmap.report.ReportStep;
import vn.reliefmap.report.ReportSteps;

/** Tells the sender of a cry for help how far help has come. */
@Component
class CallSteps implements ReportSteps {
    private static final Set<String> FOR_SENDERS =
            Set.of("sent", "acknowledged", "on_the_way", "reached", "not_found", "nobody_near");

    private final SosTable table;

    CallSteps(SosTable table) {
        this.table = table;
    }

    @Override
    public List<ReportStep> of(ReportId report) {
        return table.ofReport(report).stream()
                .flatMap(call -> table.steps(call.id()).stream())
                .filter(step -> FOR_SENDERS.contains(step.word()))
                .map(step -> new ReportStep("sos_" + step.word(), step.at()))
                .toList();
    }
}
