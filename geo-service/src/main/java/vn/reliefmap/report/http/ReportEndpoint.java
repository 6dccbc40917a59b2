package vn.reliefmap.report.http;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import vn.reliefmap.access.Callers;
import vn.reliefmap.access.Looks;
import vn.reliefmap.disaster.Disaster;
import vn.reliefmap.disaster.Disasters;
import vn.reliefmap.kernel.Caller;
import vn.reliefmap.kernel.OpenTo;
import vn.reliefmap.kernel.PageAsk;
import vn.reliefmap.kernel.PageAsk.Page;
import vn.reliefmap.kernel.Problem;
import vn.reliefmap.kernel.PublicCode;
import vn.reliefmap.report.Arrival;
import vn.reliefmap.report.Kind;
import vn.reliefmap.report.Report;
import vn.reliefmap.report.Reports;
import vn.reliefmap.report.http.ReportAnswers.ReportAnswer;
import vn.reliefmap.report.http.ReportAnswers.StatusAnswer;
import vn.reliefmap.report.http.ReportAnswers.TakenAnswer;

/** Reports: anybody sends them and follows them by their code; officers read those of their own units. */
@RestController
class ReportEndpoint {
    private final Reports reports;
    private final Disasters disasters;
    private final Looks looks;

    ReportEndpoint(Reports reports, Disasters disasters, Looks looks) {
        this.reports = reports;
        this.disasters = disasters;
        this.looks = looks;
    }

    /** Kept when the answer comes; the same request again gives the same answer. Never refused for its number. */
    @PostMapping("/api/v1/reports")
    @OpenTo(Caller.EVERYONE)
    @ResponseStatus(HttpStatus.CREATED)
    TakenAnswer send(@RequestBody ReportRequest request, HttpServletRequest caller) {
        Arrival arrival = new Arrival(caller.getRemoteAddr(), request.suspected());
        return TakenAnswer.of(reports.accept(request.report(flood(request.disaster())), arrival));
    }

    /** What became of a report, for whoever has its code. */
    @GetMapping("/api/v1/reports/{code}")
    @OpenTo(Caller.EVERYONE)
    StatusAnswer follow(@PathVariable String code) {
        PublicCode typed = PublicCode.typed(code).orElseThrow(() -> Problem.badField(
                        "REPORT_CODE",
                        "code",
                        "XXXX-XXXX",
                        "Mã tin gồm hai nhóm bốn ký tự.",
                        "The code of a report has two groups of four characters.")
                .asException());
        Report report = reports.byCode(typed).orElseThrow(() -> Problem.notFound(
                        "REPORT_NOT_FOUND", "code", "Không có tin nào mang mã này.", "No report has this code.")
                .asException());
        return StatusAnswer.of(report, reports.steps(report.id()));
    }

    /**
     * Reports of the caller's own units, the newest first; with {@code suspected=true} those that a program seems to have
     * sent.
     */
    @GetMapping("/api/v1/reports")
    @OpenTo({Caller.OFFICER, Caller.COORDINATOR})
    Page<ReportAnswer> list(
            @RequestParam(required = false) @Nullable String disaster,
            @RequestParam(required = false) @Nullable String kind,
            @RequestParam(defaultValue = "false") boolean suspected,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String after) {
        Page<Report> page = reports.list(
                disasters.named(disaster).id(),
                Callers.rights(),
                kind == null ? null : ReportRequest.word(Kind.class, kind, "kind"),
                suspected,
                PageAsk.read(after, limit));
        looks.remember(
                page.items().stream()
                        .filter(report ->
                                !report.simulated() && report.place().at().isPresent())
                        .map(report -> report.id().value())
                        .toList(),
                Looks.What.PLACE,
                "list of reports");
        return page.map(ReportAnswer::of);
    }

    private Disaster flood(@Nullable String named) {
        return named == null || named.isBlank()
                ? disasters.going().orElseThrow(() -> none().asException())
                : disasters.named(named);
    }

    private static Problem none() {
        return Problem.badField(
                "DISASTER_MISSING",
                "disaster",
                "id or name of a disaster of /api/v1/disasters",
                "Hiện không có đợt thiên tai nào đang mở. Nếu nguy hiểm, gọi 112.",
                "No disaster is going on now. In danger, call 112.");
    }
}
