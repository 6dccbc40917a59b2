package vn.reliefmap.routing.http;

import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import vn.reliefmap.kernel.Caller;
import vn.reliefmap.kernel.OpenTo;
import vn.reliefmap.routing.RouteAdvice;
import vn.reliefmap.routing.RouteAdvisor;
import vn.reliefmap.routing.RouteFiles;

/** Answers {@code POST /api/v1/routes}: as JSON, or as a file where the caller accepts GPX or GeoJSON. */
@RestController
class RouteController {
    private final RouteQuestions questions;
    private final RouteAdvisor advisor;
    private final RouteFiles files;

    RouteController(RouteQuestions questions, RouteAdvisor advisor, RouteFiles files) {
        this.questions = questions;
        this.advisor = advisor;
        this.files = files;
    }

    @PostMapping("/api/v1/routes")
    @OpenTo(Caller.EVERYONE)
    RouteResponse find(@RequestBody RouteRequest request) {
        return RouteResponse.of(advice(request));
    }

    @PostMapping(path = "/api/v1/routes", produces = "application/gpx+xml")
    @OpenTo(Caller.EVERYONE)
    ResponseEntity<byte[]> gpx(@RequestBody RouteRequest request) {
        return file(files.gpx(advice(request)), "application/gpx+xml", "relief-route.gpx");
    }

    @PostMapping(path = "/api/v1/routes", produces = "application/geo+json")
    @OpenTo(Caller.EVERYONE)
    ResponseEntity<byte[]> geoJson(@RequestBody RouteRequest request) {
        return file(files.geoJson(advice(request)), "application/geo+json", "relief-route.geojson");
    }

    private RouteAdvice advice(RouteRequest request) {
        return advisor.advise(questions.read(request), request.wantedAlternatives());
    }

    private static ResponseEntity<byte[]> file(byte[] content, String type, String name) {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(type))
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"")
                .body(content);
    }
}
