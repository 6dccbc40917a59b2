package vn.reliefmap.rescue.internal;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.reliefmap.geo.Geometries;
import vn.reliefmap.geo.LonLat;
import vn.reliefmap.kernel.PublicCode;
import vn.reliefmap.ledger.Facts;
import vn.reliefmap.ledger.Ledger;
import vn.reliefmap.report.Kind;
import vn.reliefmap.report.Report;
import vn.reliefmap.report.ReportTaken;
import vn.reliefmap.report.Reports;
import vn.reliefmap.rescue.SosCall;
import vn.reliefmap.store.Changes;
import vn.reliefmap.store.Topic;

/**
 * Makes a call of a report that cries for help, in the transaction that takes it. Cries from one phone are one call as long
 * as they can be of one place: somebody who presses again is not fifty people, and a hamlet's head who reports five houses
 * is not one.
 */
@Component
class SosIntake {
    private final Reports reports;
    private final SosTable table;
    private final Ledger ledger;
    private final Changes changes;
    private final RescueSettings settings;
    private final Clock clock = Clock.systemUTC();

    SosIntake(Reports reports, SosTable table, Ledger ledger, Changes changes, RescueSettings settings) {
        this.reports = reports;
        this.table = table;
        this.ledger = ledger;
        this.changes = changes;
        this.settings = settings;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void onReport(ReportTaken taken) {
        if (taken.kind() != Kind.SOS) {
            return;
        }
        Report report = reports.find(taken.id()).orElseThrow();
        Instant now = clock.instant();
        Optional<SosCall> same = sameCall(report);
        if (same.isPresent()) {
            repeat(same.get(), report, now);
        } else {
            open(report, now);
        }
        changes.announce(Topic.SOS);
    }

    private void open(Report report, Instant now) {
        UUID id = UUID.randomUUID();
        PublicCode code = PublicCode.random();
        table.open(id, code, report, now);
        table.step(id, "opened", null, null, report.suspected() ? "suspected" : null, now);
        ledger.append("sos_opened", Facts.of(report.disaster().value()).code("call", code));
    }

    private void repeat(SosCall call, Report report, Instant now) {
        table.tie(call.id(), report.id());
        table.step(call.id(), "repeated", null, null, null, now);
        boolean better = (call.approximate() && report.place().at().isPresent())
                || (!call.placed() && report.place().adminCode().isPresent());
        if (better) {
            table.betterPlace(call.id(), report.id(), now);
        }
    }

    private Optional<SosCall> sameCall(Report report) {
        Optional<String> phone = table.phoneHash(report.id());
        if (phone.isEmpty()) {
            return Optional.empty();
        }
        table.lockPhone(phone.get());
        return table.openOf(phone.get(), report.disaster()).stream()
                .filter(call -> onePlace(call, report))
                .findFirst()
                .flatMap(call -> table.lock(call.id()))
                .filter(call -> call.endedAt() == null);
    }

    private boolean onePlace(SosCall call, Report report) {
        Optional<LonLat> here = report.place().at();
        Optional<LonLat> there =
                reports.find(call.report()).flatMap(first -> first.place().at());
        if (here.isPresent() && there.isPresent()) {
            return Geometries.distanceMeters(
                            here.get().coordinate(), there.get().coordinate())
                    <= settings.samePlaceM;
        }
        String commune = call.commune();
        return commune == null
                || report.place().adminCode().map(commune::equals).orElse(true);
    }
}
