package vn.reliefmap.plan.http;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.reliefmap.disaster.Disasters;
import vn.reliefmap.kernel.Caller;
import vn.reliefmap.kernel.DisasterId;
import vn.reliefmap.kernel.OpenTo;
import vn.reliefmap.kernel.PlanId;
import vn.reliefmap.plan.Paper;
import vn.reliefmap.plan.PlanDesk;
import vn.reliefmap.plan.PlanPapers;
import vn.reliefmap.plan.PlanProgress;
import vn.reliefmap.plan.Plans;
import vn.reliefmap.plan.ReliefPlan;
import vn.reliefmap.plan.SheetHome;

/** Plans. They tell where homes are, so only plans for drills are open to everyone; a team sees the tours that it has claimed. */
@RestController
class PlanController {
    private static final MediaType GEO_JSON = MediaType.parseMediaType("application/geo+json");
    private static final MediaType GPX = MediaType.parseMediaType("application/gpx+xml");

    private static final MediaType PLAIN_TEXT = new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8);

    private final Plans plans;
    private final PlanPapers papers;
    private final PlanOrders orders;
    private final PlanSight sight;
    private final TeamHomes teamHomes;
    private final Disasters disasters;
    private final PlanDesk desk;

    PlanController(
            Plans plans,
            PlanPapers papers,
            PlanOrders orders,
            PlanSight sight,
            TeamHomes teamHomes,
            Disasters disasters,
            PlanDesk desk) {
        this.plans = plans;
        this.papers = papers;
        this.orders = orders;
        this.sight = sight;
        this.teamHomes = teamHomes;
        this.disasters = disasters;
        this.desk = desk;
    }

    @PostMapping("/api/v1/plans")
    @OpenTo(Caller.COORDINATOR)
    ResponseEntity<PlanAnswer> start(@RequestBody PlanRequest request) {
        PlanId id = plans.start(orders.read(request));
        return ResponseEntity.accepted()
                .location(URI.create("/api/v1/plans/" + id))
                .body(answer(id));
    }

    private PlanAnswer answer(PlanId id) {
        return PlanAnswer.of(plans.progress(id), desk.standing(id));
    }

    @GetMapping("/api/v1/plans")
    @OpenTo(Caller.COORDINATOR)
    PlanAnswer.PlanList list(@RequestParam String disaster) {
        DisasterId named = disasters.named(disaster).id();
        List<PlanProgress> listed = plans.list(named);
        // After the list, which may have no plan that this does not know.
        Map<PlanId, PlanDesk.Standing> standings = desk.standings(named);
        return new PlanAnswer.PlanList(
                listed.stream()
                        .map(one -> PlanAnswer.of(one, Objects.requireNonNull(standings.get(one.id()))))
                        .toList(),
                null);
    }

    @GetMapping("/api/v1/plans/{id}/state")
    @OpenTo(Caller.EVERYONE)
    PlanAnswer state(@PathVariable UUID id) {
        return answer(sight.required(id));
    }

    /** The plan when it is ready, else how far it is, with status 202. */
    @GetMapping("/api/v1/plans/{id}")
    @OpenTo(Caller.EVERYONE)
    ResponseEntity<Object> get(@PathVariable UUID id) {
        PlanProgress progress = plans.progress(sight.required(id));
        return switch (progress.state()) {
            case WAITING, RUNNING -> ResponseEntity.accepted().body(answer(progress.id()));
            case READY, FAILED ->
                ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(papers.json(sight.read(id)));
        };
    }

    @GetMapping("/api/v1/plans/{id}.geojson")
    @OpenTo(Caller.EVERYONE)
    ResponseEntity<byte[]> geoJson(@PathVariable UUID id) {
        return ResponseEntity.ok().contentType(GEO_JSON).body(papers.geoJson(sight.read(id)));
    }

    /** All tours, or one of them. */
    @GetMapping("/api/v1/plans/{id}.gpx")
    @OpenTo(Caller.EVERYONE)
    ResponseEntity<byte[]> gpx(@PathVariable UUID id, @RequestParam(required = false) @Nullable Integer tour) {
        ReliefPlan plan = sight.read(id);
        return file(GPX, tour == null ? "tours.gpx" : "tour-" + tour + ".gpx")
                .body(papers.gpx(plan, tour == null ? plan.tours() : List.of(plan.tour(tour))));
    }

    /** A tour to forward: communes, hours and loads. */
    @GetMapping("/api/v1/plans/{id}.txt")
    @OpenTo(Caller.EVERYONE)
    ResponseEntity<String> text(@PathVariable UUID id, @RequestParam int tour) {
        ReliefPlan plan = sight.read(id);
        return file(PLAIN_TEXT, "tour-" + tour + ".txt").body(papers.text(plan, plan.tour(tour)));
    }

    @GetMapping("/api/v1/plans/{id}.pdf")
    @OpenTo(Caller.EVERYONE)
    ResponseEntity<byte[]> runSheet(
            @PathVariable UUID id, @RequestParam int tour, @RequestParam(required = false) @Nullable String paper) {
        ReliefPlan plan = sight.read(id);
        Paper size = Paper.parse(paper);
        List<SheetHome> homes = teamHomes.of(plan.id(), plan.tour(tour).number());
        return file(MediaType.APPLICATION_PDF, "tour-" + tour + "-" + size.word() + ".pdf")
                .cacheControl(CacheControl.noStore())
                .body(papers.runSheet(plan, plan.tour(tour), size, homes));
    }

    private static ResponseEntity.BodyBuilder file(MediaType type, String name) {
        return ResponseEntity.ok()
                .contentType(type)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.inline().filename(name).build().toString());
    }

    /** Ends the search and keeps the best so far. */
    @DeleteMapping("/api/v1/plans/{id}")
    @OpenTo(Caller.COORDINATOR)
    ResponseEntity<PlanAnswer> stop(@PathVariable UUID id) {
        plans.stop(new PlanId(id));
        return ResponseEntity.accepted().body(answer(new PlanId(id)));
    }
}
