package vn.reliefmap.report.internal;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.reliefmap.access.PersonalData;
import vn.reliefmap.access.Rights;
import vn.reliefmap.kernel.DisasterId;
import vn.reliefmap.kernel.PageAsk;
import vn.reliefmap.kernel.PageAsk.Page;
import vn.reliefmap.kernel.PublicCode;
import vn.reliefmap.photo.Photos;
import vn.reliefmap.report.Arrival;
import vn.reliefmap.report.Kind;
import vn.reliefmap.report.NewReport;
import vn.reliefmap.report.Report;
import vn.reliefmap.report.ReportId;
import vn.reliefmap.report.ReportStep;
import vn.reliefmap.report.ReportSteps;
import vn.reliefmap.report.Reports;
import vn.reliefmap.report.Sender;
import vn.reliefmap.store.OnceOnly;

/** Reports in PostGIS; the row of a report is also the memory that it was sent. */
@Component
class PostgresReports implements Reports {
    private final ReportTable table;
    private final TaskTable tasks;
    private final ReportRules rules;
    private final WaitingReports waiting;
    private final Told told;
    private final PersonalData personalData;
    private final ObjectProvider<ReportSteps> steps;
    private final Photos photos;

    PostgresReports(
            ReportTable table,
            TaskTable tasks,
            ReportRules rules,
            WaitingReports waiting,
            Told told,
            PersonalData personalData,
            ObjectProvider<ReportSteps> steps,
            Photos photos) {
        this.table = table;
        this.tasks = tasks;
        this.rules = rules;
        this.waiting = waiting;
        this.told = told;
        this.personalData = personalData;
        this.steps = steps;
        this.photos = photos;
    }

    @Override
    @Transactional
    public Report take(NewReport report) {
        return once(report, false, told::toAll);
    }

    @Override
    @Transactional
    public Report accept(NewReport report, Arrival arrival) {
        return once(
                report,
                arrival.suspected(),
                added -> waiting.add(added.id(), arrival.address(), added.kind() == Kind.SOS));
    }

    /** Adds the report and does what is to be done with a new one; of equal ones at the same time one is added. */
    private Report once(NewReport sent, boolean suspected, Consumer<Report> ifNew) {
        NewReport clean = SentReport.clean(sent);
        String fingerprint = personalData.fingerprint("report " + SentReport.body(clean));
        Optional<String> before = table.bodyFingerprint(clean.id());
        if (before.isEmpty()) {
            Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
            NewReport settled = rules.settled(clean, now);
            if (table.add(settled, PublicCode.random(), Timestamp.from(now), suspected, fingerprint)) {
                Report added = table.find(clean.id()).orElseThrow();
                ifNew.accept(added);
                return added;
            }
            before = table.bodyFingerprint(clean.id());
        }
        if (before.filter(fingerprint::equals).isEmpty()) {
            throw OnceOnly.taken().asException();
        }
        return table.find(clean.id()).orElseThrow();
    }

    @Override
    public Optional<Report> find(ReportId id) {
        return table.find(id);
    }

    @Override
    public Optional<Report> byCode(PublicCode code) {
        return table.find(code);
    }

    @Override
    public Optional<Sender> sender(ReportId id) {
        return table.sender(id);
    }

    @Override
    public List<ReportStep> steps(ReportId id) {
        return table.find(id).stream()
                .flatMap(report -> Stream.concat(
                        Stream.of(new ReportStep("received", report.receivedAt())),
                        steps.stream().flatMap(known -> known.of(id).stream())))
                .sorted(Comparator.comparing(ReportStep::at))
                .toList();
    }

    @Override
    @Transactional
    public Page<Report> list(DisasterId disaster, Rights rights, @Nullable Kind kind, boolean suspected, PageAsk ask) {
        tasks.catchUp(disaster);
        String @Nullable [] units =
                rights.seesEveryHome() ? null : rights.homesOf().toArray(String[]::new);
        return ask.page(
                table.list(disaster, units, kind, suspected, ask),
                report -> new PageAsk.Key(report.receivedAt(), report.id().value()));
    }

    @Override
    @Transactional
    public boolean forget(ReportId id) {
        photos.erase(Photos.Of.REPORT, id.value());
        return table.forget(id);
    }
}
