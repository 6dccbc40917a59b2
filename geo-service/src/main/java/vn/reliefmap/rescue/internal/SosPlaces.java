package vn.reliefmap.rescue.internal;

import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.reliefmap.admin.AdminUnit;
import vn.reliefmap.admin.AdminUnits;
import vn.reliefmap.geo.LonLat;
import vn.reliefmap.report.Report;
import vn.reliefmap.report.Reports;
import vn.reliefmap.report.Sender;
import vn.reliefmap.rescue.SosCall;
import vn.reliefmap.rescue.SosCalls;
import vn.reliefmap.rescue.SosPlace;

/** Where calls come from: the position of the report, else the centre of its commune. */
@Component
class SosPlaces {
    private final Reports reports;
    private final AdminUnits communes;

    SosPlaces(Reports reports, AdminUnits communes) {
        this.reports = reports;
        this.communes = communes;
    }

    Optional<LonLat> of(SosCall call) {
        return reports.find(call.report()).flatMap(this::of);
    }

    private Optional<LonLat> of(Report report) {
        return report.place()
                .at()
                .or(() -> report.place().adminCode().flatMap(communes::find).map(AdminUnit::centre));
    }

    /** With everything that is personal. */
    SosPlace exact(SosCall call) {
        Report report = reports.find(call.report())
                .orElseThrow(() -> SosCalls.notFound().asException());
        Sender sender = reports.sender(call.report()).orElse(Sender.UNKNOWN);
        return new SosPlace(
                of(report).orElse(null),
                report.place().approximate() || report.place().at().isEmpty(),
                report.place().accuracyM().isPresent()
                        ? report.place().accuracyM().getAsDouble()
                        : null,
                report.place().adminCode().orElse(null),
                report.place().hamlet(),
                report.place().words(),
                report.words(),
                sender.name(),
                sender.phone());
    }
}
