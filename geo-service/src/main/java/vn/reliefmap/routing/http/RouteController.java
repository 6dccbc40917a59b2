package vn.reliefmap.routing.http;

import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import vn.reliefmap.kernel.Caller;
import vn.reliefmap.kernel.OpenTo;
import vn.reliefmap.routing.RouteAdvisor;

/** Answers {@code POST /api/v1/routes}. */
@RestController
class RouteController {
    private final RouteQuestions questions;
    private final RouteAdvisor advisor;

    RouteController(RouteQuestions questions, RouteAdvisor advisor) {
        this.questions = questions;
        this.advisor = advisor;
    }

    @PostMapping("/api/v1/routes")
    @OpenTo(Caller.EVERYONE)
    RouteResponse find(@RequestBody RouteRequest request) {
        return RouteResponse.of(advisor.advise(questions.read(request), request.wantedAlternatives()));
    }
}
