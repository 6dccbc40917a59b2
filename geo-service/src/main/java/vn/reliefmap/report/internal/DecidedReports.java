package vn.reliefmap.report.internal;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.reliefmap.access.Account;
import vn.reliefmap.access.PersonalData;
import vn.reliefmap.access.Rights;
import vn.reliefmap.household.Household;
import vn.reliefmap.kernel.DisasterId;
import vn.reliefmap.kernel.HouseholdId;
import vn.reliefmap.report.Decision;
import vn.reliefmap.report.DecisionOrder;
import vn.reliefmap.report.DecisionOrder.Home;
import vn.reliefmap.report.Report;
import vn.reliefmap.report.ReportCase;
import vn.reliefmap.report.ReportId;
import vn.reliefmap.report.ReportState;
import vn.reliefmap.report.Sender;
import vn.reliefmap.report.Verification;
import vn.reliefmap.report.Verifications;
import vn.reliefmap.report.WaitingReport;
import vn.reliefmap.report.internal.TaskTable.Task;
import vn.reliefmap.store.Changes;
import vn.reliefmap.store.OnceOnly;
import vn.reliefmap.store.Topic;

/** Decisions one after the other on a report that is locked meanwhile. */
@Component
class DecidedReports implements Verifications {
    private final TaskTable tasks;
    private final VerificationTable table;
    private final ReportTable reports;
    private final ConfirmedHomes homes;
    private final MergedReports merging;
    private final HandOver handOver;
    private final Lookalikes lookalikes;
    private final PersonalData personalData;
    private final OnceOnly onceOnly;
    private final Changes changes;

    DecidedReports(
            TaskTable tasks,
            VerificationTable table,
            ReportTable reports,
            ConfirmedHomes homes,
            MergedReports merging,
            HandOver handOver,
            Lookalikes lookalikes,
            PersonalData personalData,
            OnceOnly onceOnly,
            Changes changes) {
        this.tasks = tasks;
        this.table = table;
        this.reports = reports;
        this.homes = homes;
        this.merging = merging;
        this.handOver = handOver;
        this.lookalikes = lookalikes;
        this.personalData = personalData;
        this.onceOnly = onceOnly;
        this.changes = changes;
    }

    @Override
    public Verification decide(Account officer, Rights rights, DecisionOrder order) {
        DecisionForm.check(order);
        // The memory of requests keeps a hash of them, from which nobody shall guess what the reason says.
        DecisionOrder body = new DecisionOrder(
                order.id(),
                order.report(),
                order.decision(),
                order.seen(),
                order.evidence(),
                personalData.fingerprint("reason " + order.reason()),
                order.duplicateOf(),
                order.handTo(),
                order.home());
        return onceOnly.answer(
                officer.id().toString(), order.id(), body, Verification.class, () -> act(officer, rights, order));
    }

    private Verification act(Account officer, Rights rights, DecisionOrder order) {
        if (order.decision() == Decision.DUPLICATE) {
            merging.oneAtATime();
        }
        Task task = tasks.lock(order.report())
                .filter(found -> rights.mayVerify(found.unit()))
                .orElseThrow(DecisionProblem::notFound);
        if (task.newest() != order.seen()) {
            throw DecisionProblem.decidedAlready(table.newest(order.report()).orElse(null));
        }
        Report report = reports.find(order.report()).orElseThrow();
        return switch (order.decision()) {
            case CONFIRMED -> confirm(officer, rights, order, task, report);
            case REJECTED -> reject(officer, order, task, report);
            case DUPLICATE -> merge(officer, rights, order, task);
            case UNDONE -> undo(officer, order, task, report);
            case NEED_MORE, HANDED_OVER -> leave(officer, order, task);
        };
    }

    private Verification confirm(Account officer, Rights rights, DecisionOrder order, Task task, Report report) {
        requireWaiting(task);
        Home home = order.home() == null ? Home.AS_REPORTED : order.home();
        Household household = homes.householdOf(report, rights, task.unit(), home);
        Verification decided =
                keep(officer, order, task, ReportState.CONFIRMED, task.unit(), null, household.id(), household.id());
        homes.confirmed(report, household, home, decided);
        return decided;
    }

    /** A false report may be found out after it was confirmed. */
    private Verification reject(Account officer, DecisionOrder order, Task task, Report report) {
        HouseholdId household = task.state() == ReportState.CONFIRMED ? task.household() : null;
        if (household == null) {
            requireWaiting(task);
        }
        Verification decided = keep(officer, order, task, ReportState.REJECTED, task.unit(), null, household, null);
        if (household != null) {
            homes.holds(report, household, false);
        }
        return decided;
    }

    private Verification merge(Account officer, Rights rights, DecisionOrder order, Task task) {
        if (task.state() != ReportState.CONFIRMED) {
            requireWaiting(task);
        }
        Task staying = merging.staying(task, Objects.requireNonNull(order.duplicateOf()), rights);
        DecisionOrder exact = new DecisionOrder(
                order.id(),
                order.report(),
                order.decision(),
                order.seen(),
                order.evidence(),
                order.reason(),
                staying.report(),
                null,
                null);
        Verification decided = keep(
                officer,
                exact,
                task,
                ReportState.DUPLICATE,
                task.unit(),
                staying.report(),
                staying.household(),
                staying.household());
        merging.together(task, staying, rights);
        return decided;
    }

    private Verification undo(Account officer, DecisionOrder order, Task task, Report report) {
        List<Verification> before = table.of(order.report());
        DecisionStack stack = new DecisionStack(before);
        Verification undone = stack.top().orElseThrow(() -> DecisionProblem.conflict(
                        "NOTHING_TO_UNDO",
                        "Chưa có quyết định nào để rút lại.",
                        "There is no decision to take back.",
                        "decision")
                .asException());
        Optional<Verification> uncovered = stack.below();
        ReportState state = DecisionStack.state(uncovered, false);
        HouseholdId household = uncovered.map(Verification::household).orElse(null);
        Verification decided = keep(
                officer,
                order,
                task,
                state,
                task.unit(),
                uncovered.map(Verification::duplicateOf).orElse(null),
                household,
                household);
        boolean confirmedBelow = state == ReportState.CONFIRMED && household != null;
        if (undone.decision() == Decision.DUPLICATE) {
            merging.apart(task, confirmedBelow ? household : null, undone.household());
        } else if (undone.decision() == Decision.REJECTED && confirmedBelow) {
            homes.holds(report, Objects.requireNonNull(household), true);
        } else if (undone.decision() == Decision.CONFIRMED && undone.household() != null) {
            homes.holds(report, undone.household(), false);
        }
        return decided;
    }

    private Verification leave(Account officer, DecisionOrder order, Task task) {
        requireWaiting(task);
        boolean handed = order.decision() == Decision.HANDED_OVER;
        String unit = handed ? handOver.unit(task.unit(), Objects.requireNonNull(order.handTo())) : task.unit();
        return keep(officer, order, task, handed ? ReportState.OPEN : ReportState.NEED_MORE, unit, null, null, null);
    }

    private void requireWaiting(Task task) {
        switch (task.state()) {
            case DUPLICATE -> throw DecisionProblem.merged(merging.code(Objects.requireNonNull(task.duplicateOf())));
            case CONFIRMED ->
                throw DecisionProblem.outOfOrder(
                        "Phản ánh này đã xác nhận; có thể bác bỏ, gộp, hoặc rút lại xác nhận.",
                        "This report is confirmed; reject it, merge it, or take the confirmation back.");
            case REJECTED ->
                throw DecisionProblem.outOfOrder(
                        "Phản ánh này đã bị bác bỏ; hãy rút lại quyết định đó trước.",
                        "This report was rejected; take that back first.");
            case OPEN, NEED_MORE -> {}
        }
    }

    /**
     * Adds the decision and what follows from it for the queue.
     *
     * @param told the household that the decision names
     * @param household whose the report is from now on
     */
    private Verification keep(
            Account officer,
            DecisionOrder order,
            Task task,
            ReportState state,
            @Nullable String unit,
            @Nullable ReportId duplicateOf,
            @Nullable HouseholdId told,
            @Nullable HouseholdId household) {
        Verification decided = new Verification(
                order.id(),
                order.report(),
                task.newest() + 1,
                order.decision(),
                order.evidence(),
                order.decision() == Decision.DUPLICATE ? duplicateOf : null,
                order.decision() == Decision.HANDED_OVER ? unit : null,
                told,
                officer.name(),
                Instant.now().truncatedTo(ChronoUnit.MILLIS),
                state);
        if (!table.add(decided, order.reason().strip(), officer.id())) {
            throw OnceOnly.taken().asException();
        }
        tasks.decided(new Task(task.report(), task.disaster(), unit, state, decided.number(), duplicateOf, household));
        changes.announce(Topic.REPORTS);
        return decided;
    }

    @Override
    @Transactional
    public List<WaitingReport> queue(
            DisasterId disaster,
            Rights rights,
            @Nullable ReportState state,
            @Nullable String unit,
            @Nullable ReportId after,
            int limit) {
        tasks.catchUp(disaster);
        return tasks.queue(disaster, rights, state, unit, after, limit);
    }

    @Override
    @Transactional
    public ReportCase look(ReportId id, Rights rights) {
        Report report = reports.find(id).orElseThrow(DecisionProblem::notFound);
        // All that are new, for the candidates. Nothing is locked before: two who look would wait for each other.
        tasks.catchUp(report.disaster());
        if (tasks.find(id).filter(found -> rights.mayVerify(found.unit())).isEmpty()) {
            throw DecisionProblem.notFound();
        }
        return new ReportCase(
                tasks.waiting(id).orElseThrow(),
                report,
                reports.sender(id).orElse(Sender.UNKNOWN),
                table.withReasons(id),
                lookalikes.of(report, rights));
    }

    @Override
    public List<Verification> of(ReportId report) {
        return table.of(report);
    }
}
