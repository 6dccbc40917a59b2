package vn.reliefmap.routing.http;

import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import vn.reliefmap.kernel.Caller;
import vn.reliefmap.kernel.OpenTo;
import vn.reliefmap.routing.ConfidenceRule;
import vn.reliefmap.routing.RouteAnswer;
import vn.reliefmap.routing.RouteFinder;

/** Answers {@code POST /api/v1/routes}. */
@RestController
class RouteController {
    private final RouteQuestions questions;
    private final RouteFinder routes;
    private final ConfidenceRule confidence;

    RouteController(RouteQuestions questions, RouteFinder routes, ConfidenceRule confidence) {
        this.questions = questions;
        this.routes = routes;
        this.confidence = confidence;
    }

    @PostMapping("/api/v1/routes")
    @OpenTo(Caller.EVERYONE)
    RouteResponse find(@RequestBody RouteRequest request) {
        RouteAnswer answer = routes.find(questions.read(request));
        return RouteResponse.of(answer, confidence.judge(answer));
    }
}
