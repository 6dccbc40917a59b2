package vn.reliefmap.routing.internal;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.reliefmap.kernel.Problem;
import vn.reliefmap.routing.AlternativeSettings;
import vn.reliefmap.routing.ConfidenceRule;
import vn.reliefmap.routing.NoWay;
import vn.reliefmap.routing.OtherWay;
import vn.reliefmap.routing.RouteAdvice;
import vn.reliefmap.routing.RouteAdvisor;
import vn.reliefmap.routing.RouteAnswer;
import vn.reliefmap.routing.RouteFinder;
import vn.reliefmap.routing.RouteQuery;
import vn.reliefmap.routing.WalkSuggestion;

/** Puts advice together, and begins again when the water changed between the answer and what goes with it. */
@Component
class OneWaterRouteAdvisor implements RouteAdvisor {
    /** Water that changes faster than this is told without advice rather than with advice of another water. */
    private static final int TRIES = 3;

    private final RouteFinder routes;
    private final ConfidenceRule confidence;
    private final OtherWays otherWays;
    private final Walks walks;

    OneWaterRouteAdvisor(RouteFinder routes, ConfidenceRule confidence, OtherWays otherWays, Walks walks) {
        this.routes = routes;
        this.confidence = confidence;
        this.otherWays = otherWays;
        this.walks = walks;
    }

    @Override
    public RouteAdvice advise(RouteQuery query, int alternatives) {
        if (alternatives < 0 || alternatives > AlternativeSettings.MOST) {
            throw range().asException();
        }
        RouteAnswer answer = routes.find(query);
        if (alternatives == 0) {
            return bare(answer, query);
        }
        for (int i = 0; i < TRIES && answer instanceof RouteAnswer.Found best; i++) {
            Optional<List<OtherWay>> others = otherWays.beside(best, query, alternatives);
            if (others.isPresent()) {
                return new RouteAdvice(answer, confidence.judge(answer), others.get(), null);
            }
            answer = routes.find(query);
        }
        return bare(answer, query);
    }

    private RouteAdvice bare(RouteAnswer answer, RouteQuery query) {
        WalkSuggestion walk =
                answer instanceof NoWay none ? walks.toward(none, query).orElse(null) : null;
        return new RouteAdvice(answer, confidence.judge(answer), List.of(), walk);
    }

    private static Problem range() {
        return Problem.badField(
                "ALTERNATIVES_RANGE",
                "alternatives",
                "0.." + AlternativeSettings.MOST,
                "Số đường khác phải từ 0 đến " + AlternativeSettings.MOST + ".",
                "The number of other ways is 0 to " + AlternativeSettings.MOST + ".");
    }
}
