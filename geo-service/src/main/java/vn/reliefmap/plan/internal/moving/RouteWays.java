package vn.reliefmap.plan.internal.moving;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vn.reliefmap.geo.LonLat;
import vn.reliefmap.kernel.VietnamTime;
import vn.reliefmap.passability.VehicleClass;
import vn.reliefmap.plan.MoveBreak.Kind;
import vn.reliefmap.plan.PlannedTour.Leg;
import vn.reliefmap.plan.ReliefPlan;
import vn.reliefmap.plan.internal.making.Legs;
import vn.reliefmap.routing.NoWay;
import vn.reliefmap.routing.RouteAnswer;
import vn.reliefmap.routing.RouteFinder;
import vn.reliefmap.routing.RouteQuery;
import vn.reliefmap.routing.RunsAground;

/** Asks the route finder as the plan does: under the worst water from its start until its end. */
final class RouteWays implements MoveWays {
    private final ReliefPlan plan;
    private final RouteFinder routes;

    RouteWays(ReliefPlan plan, RouteFinder routes) {
        this.plan = plan;
        this.routes = routes;
    }

    @Override
    public Way find(VehicleClass vehicle, LonLat from, LonLat to, Instant departs) {
        RouteAnswer answer =
                routes.find(new RouteQuery(from, to, vehicle, plan.disaster(), plan.startsAt(), null, plan.endsAt()));
        Leg leg = Legs.of(answer, departs);
        return leg == null
                ? Way.none(from, to, departs, obstacle(answer, from, to, departs))
                : new Way((long) Math.ceil(leg.durationS()), leg, null);
    }

    private Obstacle obstacle(RouteAnswer answer, LonLat from, LonLat to, Instant departs) {
        if (answer instanceof NoWay.CutOff cut) {
            return cutOff(cut, from, to, departs);
        }
        if (answer instanceof NoWay.ClosesUnderWay closes) {
            return water(
                    closes, closes.depthM(), closes.closesAtM(), closes.closesAt(), closes.at(), closes.roadName());
        }
        if (answer instanceof RunsAground runs) {
            return water(runs, runs.depthM(), runs.needsM(), runs.closesAt(), runs.at(), null);
        }
        if (answer instanceof RouteAnswer.Afloat way) {
            double metres = way.needsConfirmationM();
            return new Obstacle(
                    Kind.UNKNOWN_WATER,
                    metres,
                    0.0,
                    null,
                    null,
                    null,
                    String.format("Đường duy nhất qua %.0f m nước chưa ai biết sâu bao nhiêu.", metres),
                    String.format("The only way leads over %.0f m of water that nobody knows the depth of.", metres));
        }
        if (answer instanceof NoWay none) {
            return new Obstacle(Kind.NO_WAY, 0, null, null, null, null, none.vi(), none.en());
        }
        throw new IllegalStateException("not the answer to a question without a transfer: " + answer);
    }

    /** Says also since when: what is open at the hour of the way may close before the plan ends. */
    private Obstacle cutOff(NoWay.CutOff cut, LonLat from, LonLat to, Instant departs) {
        RouteAnswer then = routes.find(new RouteQuery(from, to, cut.vehicle(), plan.disaster(), departs));
        if (then instanceof NoWay.ClosesUnderWay closes) {
            return water(
                    closes, closes.depthM(), closes.closesAtM(), closes.closesAt(), closes.at(), closes.roadName());
        }
        boolean openThen = Legs.of(then, departs) != null;
        String clock = VietnamTime.hour(departs);
        return new Obstacle(
                Kind.WATER,
                cut.depthM() == null ? 0 : cut.depthM(),
                cut.closesAtM(),
                openThen ? null : departs,
                cut.at(),
                cut.roadName(),
                cut.vi()
                        + (openThen
                                ? " Lúc " + clock + " còn đi được, nhưng đóng trước khi kế hoạch xong."
                                : " Lúc " + clock + " đã đóng."),
                cut.en()
                        + (openThen
                                ? " It is still open at " + clock + ", and closes before the plan ends."
                                : " It is closed at " + clock + " already."));
    }

    private static Obstacle water(
            NoWay none, @Nullable Double depthM, double limitM, Instant since, LonLat at, @Nullable String roadName) {
        return new Obstacle(Kind.WATER, depthM == null ? 0 : depthM, limitM, since, at, roadName, none.vi(), none.en());
    }
}
