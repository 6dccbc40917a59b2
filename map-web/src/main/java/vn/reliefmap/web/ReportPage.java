package vn.reliefmap.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.reliefmap.admin.AdminUnit;
import vn.reliefmap.admin.AdminUnits;
import vn.reliefmap.disaster.Disaster;
import vn.reliefmap.disaster.Disasters;
import vn.reliefmap.geo.PlaceReader;
import vn.reliefmap.geo.PlaceReading.Found;
import vn.reliefmap.item.Item;
import vn.reliefmap.item.Items;
import vn.reliefmap.kernel.Caller;
import vn.reliefmap.kernel.OpenTo;
import vn.reliefmap.kernel.Problem;
import vn.reliefmap.kernel.ProblemException;
import vn.reliefmap.kernel.PublicCode;
import vn.reliefmap.kernel.VietnamTime;
import vn.reliefmap.report.Arrival;
import vn.reliefmap.report.Report;
import vn.reliefmap.report.ReportPlace;
import vn.reliefmap.report.ReportStep;
import vn.reliefmap.report.Reports;
import vn.reliefmap.report.StepWords;

/** Asking for help without JavaScript: the form, what was understood of it, and what became of it by its code. */
@RestController
@ConditionalOnWebApplication
class ReportPage {
    /** What people ask for first; the words take whatever else there is. */
    private static final List<String> OFFERED = List.of(
            "drinking_water",
            "rice",
            "instant_noodles",
            "infant_formula",
            "first_aid_kit",
            "chronic_medicine",
            "tarp",
            "blanket",
            "flashlight",
            "hygiene_kit");

    private static final MediaType HTML = MediaType.parseMediaType("text/html;charset=UTF-8");
    /** With more of them the list would outgrow the page. */
    private static final int MOST_COMMUNES = 90;

    private final Reports reports;
    private final Disasters disasters;
    private final AdminUnits units;
    private final Items items;

    ReportPage(Reports reports, Disasters disasters, AdminUnits units, Items items) {
        this.reports = reports;
        this.disasters = disasters;
        this.units = units;
        this.items = items;
    }

    @GetMapping("/report")
    @OpenTo(Caller.EVERYONE)
    ResponseEntity<String> show(@RequestParam(required = false) @Nullable String lang) {
        // Who sends and has no network goes back to the form: the browser must still have it, with what was typed.
        return ResponseEntity.ok()
                .header(HttpHeaders.CACHE_CONTROL, "private, no-cache")
                .contentType(HTML)
                .body(form(PageWords.of(lang), ReportForm.empty(), null));
    }

    /** Sent twice it is one report; sent again with other words it is asked for as another one. */
    @PostMapping("/report")
    @OpenTo(Caller.EVERYONE)
    ResponseEntity<String> send(HttpServletRequest request) {
        PageWords words = PageWords.of(request.getParameter("lang"));
        ReportForm form = ReportForm.of(request);
        Optional<Disaster> flood = disasters.going();
        if (flood.isEmpty()) {
            return answer(200, form(words, form, null));
        }
        try {
            Arrival arrival =
                    new Arrival(request.getRemoteAddr(), !form.website().isBlank());
            Report report = reports.accept(form.report(flood.get()), arrival);
            return taken(words, form, report);
        } catch (ProblemException e) {
            Problem problem = e.problem();
            boolean sent = problem.code().equals("REQUEST_ID_TAKEN");
            String page = sent ? form(words, form.again(), sentBefore(problem, words)) : form(words, form, problem);
            return answer(problem.status(), page);
        }
    }

    /** In the words of the reader, who is the only one told. */
    private static Problem sentBefore(Problem problem, PageWords words) {
        String told = words.say("report.sent_before");
        return new Problem(problem.code(), problem.status(), told, told, null, null);
    }

    private String form(PageWords words, ReportForm form, @Nullable Problem problem) {
        Optional<Disaster> flood = disasters.going();
        ReportHtml page = new ReportHtml(words)
                .head(
                        words.say("report.title"),
                        "/report?lang=" + words.next().language(),
                        flood.filter(Disaster::simulated).isPresent());
        if (flood.isEmpty()) {
            page.paragraph(words.say("report.no_flood"));
            return page.end();
        }
        List<AdminUnit> present = units.list();
        List<String> communes = present.size() > MOST_COMMUNES
                ? List.of()
                : present.stream().map(AdminUnit::fullName).sorted().toList();
        List<Item> offered =
                OFFERED.stream().map(items::find).flatMap(Optional::stream).toList();
        return page.form(form, offered, communes, problem).codeForm().end();
    }

    private ResponseEntity<String> taken(PageWords words, ReportForm form, Report report) {
        ReportHtml page = status(words, report);
        page.raw("<h2>" + words.say("report.understood") + "</h2>");
        page.paragraph(understood(words, form, report.place()));
        page.raw("<p><a href=\"/report?lang=" + words.language() + "\">" + words.say("report.another") + "</a></p>");
        return answer(200, page.end());
    }

    private String understood(PageWords words, ReportForm form, ReportPlace place) {
        String commune =
                place.adminCode().flatMap(units::find).map(AdminUnit::fullName).orElse(words.say("report.no_commune"));
        String hamlet = place.hamlet().isEmpty() ? "" : place.hamlet() + ", ";
        String position = PlaceReader.read(form.place()) instanceof Found found
                ? ": " + found.words(words.vietnamese())
                : place.at().isPresent() ? ": " + words.say("report.phone_position") : "";
        String rough = place.approximate() ? " " + words.say("report.rough") : "";
        return hamlet + commune + position + rough;
    }

    /** Leads on to the page of a code that was typed. */
    @GetMapping("/report/code")
    @OpenTo(Caller.EVERYONE)
    ResponseEntity<String> ask(
            @RequestParam(defaultValue = "") String code, @RequestParam(required = false) @Nullable String lang) {
        PageWords words = PageWords.of(lang);
        Optional<PublicCode> typed = PublicCode.typed(code);
        return typed.isEmpty()
                ? noCode(words)
                : ResponseEntity.status(HttpStatus.SEE_OTHER)
                        .header(HttpHeaders.LOCATION, "/report/" + typed.get() + "?lang=" + words.language())
                        .build();
    }

    private static ResponseEntity<String> noCode(PageWords words) {
        String title = words.say("report.no_code");
        String other = "/report/code?lang=" + words.next().language();
        return answer(
                404,
                new ReportHtml(words)
                        .head(title, other, false)
                        .paragraph(words.say("report.check_code"))
                        .codeForm()
                        .end());
    }

    /** What became of a report, for whoever has its code. */
    @GetMapping("/report/{code}")
    @OpenTo(Caller.EVERYONE)
    ResponseEntity<String> follow(@PathVariable String code, @RequestParam(required = false) @Nullable String lang) {
        PageWords words = PageWords.of(lang);
        Optional<Report> report = PublicCode.typed(code).flatMap(reports::byCode);
        if (report.isEmpty()) {
            return noCode(words);
        }
        return answer(200, status(words, report.get()).end());
    }

    private ReportHtml status(PageWords words, Report report) {
        String code = report.code().value();
        ReportHtml page = new ReportHtml(words)
                .head(
                        words.say("report.received"),
                        "/report/" + code + "?lang=" + words.next().language(),
                        report.simulated());
        page.raw("<p class=\"code\">" + words.say("report.code") + "<b>" + code + "</b>" + words.say("report.copy_code")
                + "</p>");
        page.paragraph(words.say("report.next." + report.kind().word()));
        page.raw("<ol>");
        for (ReportStep step : reports.steps(report.id())) {
            page.raw("<li>" + PlainHtml.safe(StepWords.of(step, words.vietnamese())) + " <small>"
                    + VietnamTime.hourAndDay(step.at()) + "</small></li>");
        }
        return page.raw("</ol><p><a href=\"/report/" + code + "?lang=" + words.language() + "\">"
                + words.say("report.look_again") + "</a> · <a href=\"/own-data?lang=" + words.language() + "\">"
                + words.say("own_data") + "</a></p>");
    }

    private static ResponseEntity<String> answer(int status, String page) {
        return ResponseEntity.status(status)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .contentType(HTML)
                .body(page);
    }
}
