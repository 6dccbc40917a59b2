package vn.reliefmap.routing.http;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.reliefmap.access.Callers;
import vn.reliefmap.disaster.Disasters;
import vn.reliefmap.flood.RoadReport;
import vn.reliefmap.flood.RoadReport.Stretch;
import vn.reliefmap.flood.RoadReportSettings;
import vn.reliefmap.flood.RoadReports;
import vn.reliefmap.flood.RoadState;
import vn.reliefmap.flood.Waters;
import vn.reliefmap.geo.Bbox;
import vn.reliefmap.geo.Feature;
import vn.reliefmap.geo.Geometries;
import vn.reliefmap.kernel.Caller;
import vn.reliefmap.kernel.DisasterId;
import vn.reliefmap.kernel.OpenTo;
import vn.reliefmap.kernel.Problem;
import vn.reliefmap.routing.ReportedRoads;
import vn.reliefmap.routing.ReportedRoads.OnRoads;
import vn.reliefmap.routing.ReportedRoads.Status;
import vn.reliefmap.routing.RoadSaid.Allowed;

/** What is said of the roads, and saying it. */
@RestController
class RoadReportController {
    /** On a map of a whole province nobody reads more marks than this. */
    private static final int MOST = 5000;

    private final RoadReports reports;
    private final ReportedRoads roads;
    private final RoadReportQuestions questions;
    private final RoadReportSettings settings;
    private final Disasters disasters;
    private final Waters waters;

    RoadReportController(
            RoadReports reports,
            ReportedRoads roads,
            RoadReportQuestions questions,
            RoadReportSettings settings,
            Disasters disasters,
            Waters waters) {
        this.reports = reports;
        this.roads = roads;
        this.questions = questions;
        this.settings = settings;
        this.disasters = disasters;
        this.waters = waters;
    }

    /**
     * The newest report first; superseded ones and ended permissions only on request.
     *
     * @param at ISO time; without it now
     */
    @GetMapping("/api/v1/road-reports")
    @OpenTo(Caller.EVERYONE)
    ReportList list(
            @RequestParam String disaster,
            @RequestParam(required = false) @Nullable String bbox,
            @RequestParam(required = false) @Nullable String at,
            @RequestParam(required = false) boolean superseded) {
        DisasterId id = disasters.named(disaster).id();
        Bbox box = bbox == null || bbox.isBlank() ? null : Bbox.parse(bbox);
        Instant moment = at == null || at.isBlank() ? Instant.now() : waters.moment(id, at);
        Instant until = waters.reportsUntil(id, moment);
        Set<Status> past = superseded ? Set.of() : Set.of(Status.SUPERSEDED, Status.ENDED);
        List<OnRoads> found = roads.list(id, moment, box).stream()
                .filter(report -> !past.contains(report.status()))
                .toList();
        return new ReportList(
                "FeatureCollection",
                until,
                found.stream().limit(MOST).map(report -> feature(report, until)).toList(),
                Math.max(0, found.size() - MOST),
                null);
    }

    @PostMapping("/api/v1/road-reports")
    @OpenTo({Caller.TEAM, Caller.OFFICER, Caller.COORDINATOR})
    Feature<ReportAnswer> add(@RequestBody RoadReportRequest request) {
        RoadReport report = questions.read(request, Callers.name().orElse(""));
        if (report.allowance() != null && !Callers.rights().mayAllowTrucks()) {
            throw new Problem(
                            "OFFICER_NEEDED",
                            403,
                            "Chỉ cán bộ mới được cho phép xe tải qua nước sâu hơn.",
                            "Only an officer may let trucks through deeper water.",
                            "state",
                            null)
                    .asException();
        }
        reports.add(report);
        OnRoads told = roads.list(report.disaster(), report.observedAt(), null).stream()
                .filter(known -> known.report().id().equals(report.id()))
                .findFirst()
                .orElse(new OnRoads(report, Status.IN_FORCE, 1));
        return feature(told, Instant.now());
    }

    /**
     * The stretch that a report at a place would be about, so that whoever sends it sees what it marks.
     *
     * @param at lon,lat
     */
    @GetMapping("/api/v1/road-stretches")
    @OpenTo({Caller.TEAM, Caller.OFFICER, Caller.COORDINATOR})
    Feature<StretchAnswer> stretch(@RequestParam String at, @RequestParam(required = false) @Nullable String state) {
        Stretch stretch = roads.stretchAt(
                RoadReportQuestions.place(at), state == null || state.isBlank() ? null : RoadState.parse(state));
        return Feature.of(stretch.line(), StretchAnswer.of(stretch));
    }

    private Feature<ReportAnswer> feature(OnRoads told, Instant at) {
        RoadReport report = told.report();
        boolean named = Callers.rights().seesStaffNames();
        Allowed allowed = Allowed.of(report.allowance());
        double depthM = settings.depthM(report.state());
        return Feature.of(
                report.stretch().line(),
                new ReportAnswer(
                        report.id(),
                        report.state(),
                        Double.isFinite(depthM) && report.state() != RoadState.TRUCK_ALLOWED ? (Double) depthM : null,
                        report.observedAt(),
                        Math.max(0, Duration.between(report.observedAt(), at).toSeconds()),
                        told.status(),
                        told.status() == Status.IN_FORCE,
                        Math.round(told.foundShare() * 100) / 100.0,
                        report.stretch().roadName(),
                        StretchAnswer.of(report.stretch()).lengthM(),
                        allowed == null || named ? allowed : allowed.withoutName(),
                        named ? report.reporter() : null));
    }

    /**
     * @param at the moment up to which reports count
     * @param leftOff how many older ones are not told
     * @param next always null
     */
    record ReportList(
            String type,
            Instant at,
            List<Feature<ReportAnswer>> features,
            int leftOff,
            @Nullable String next) {}

    /**
     * One report.
     *
     * @param depthM depth in metres that the state stands for; null for a closed road or a permission
     * @param ageS seconds since the road was seen so
     * @param confirmed true while it decides
     * @param foundShare share of its stretch that the roads in use still have; below 1 somebody should look
     * @param allowed only with {@code truck_allowed}
     * @param reporter name of the account; null for the public
     */
    record ReportAnswer(
            UUID id,
            RoadState state,
            @Nullable Double depthM,
            Instant observedAt,
            long ageS,
            Status status,
            boolean confirmed,
            double foundShare,
            @Nullable String roadName,
            double lengthM,
            @Nullable Allowed allowed,
            @Nullable String reporter) {}

    /** A piece of road from junction to junction. */
    record StretchAnswer(@Nullable String roadName, double lengthM) {
        static StretchAnswer of(Stretch stretch) {
            return new StretchAnswer(
                    stretch.roadName(), Math.round(Geometries.lengthMeters(stretch.line()) * 10) / 10.0);
        }
    }
}
