package vn.reliefmap.routing.internal;

import com.graphhopper.routing.Path;
import com.graphhopper.routing.weighting.Weighting;
import com.graphhopper.storage.index.Snap;
import com.graphhopper.util.EdgeIteratorState;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import vn.reliefmap.flood.Waters;
import vn.reliefmap.kernel.Languages;
import vn.reliefmap.passability.VehicleClass;
import vn.reliefmap.routing.AlternativeSettings;
import vn.reliefmap.routing.ConfidenceRule;
import vn.reliefmap.routing.OtherWay;
import vn.reliefmap.routing.RouteAnswer;
import vn.reliefmap.routing.RouteQuery;
import vn.reliefmap.routing.RouteTimes;
import vn.reliefmap.routing.RouteWater;

/**
 * Finds ways beside the quickest one, each told as completely as that one. They are looked for under the water of the
 * departure and then driven through its steps; one that closes under way is not told.
 */
@Component
class OtherWays {
    private final CurrentRoadNetwork network;
    private final Waters waters;
    private final WaterSnapshots snapshots;
    private final AlternativeSettings settings;
    private final ConfidenceRule confidence;
    private final double snapLimitM;

    OtherWays(
            CurrentRoadNetwork network,
            Waters waters,
            WaterSnapshots snapshots,
            AlternativeSettings settings,
            ConfidenceRule confidence,
            @Value("${relief.routing.snap-limit-m:500}") double snapLimitM) {
        this.network = network;
        this.waters = waters;
        this.snapshots = snapshots;
        this.settings = settings;
        this.confidence = confidence;
        this.snapLimitM = snapLimitM;
    }

    /** Empty when the water is another one by now than that of the best way; else as many as there are, at most so many. */
    Optional<List<OtherWay>> beside(RouteAnswer.Found best, RouteQuery query, int most) {
        RoadGraph graph = network.require();
        RouteTimes times = best.times();
        RouteWater water = best.water();
        if (times == null || water == null) {
            return Optional.of(new Search(graph, best, query, null).others(most));
        }
        WaterAhead ahead = WaterAhead.of(water.disaster(), times.departAt(), query.until(), graph, waters, snapshots);
        return ahead.water(0).id().equals(water.snapshot())
                ? Optional.of(new Search(graph, best, query, ahead).others(most))
                : Optional.empty();
    }

    /** For one question. */
    private final class Search {
        private final RoadGraph graph;
        private final VehicleClass vehicle;
        private final RouteAnswer.Found best;
        private final @Nullable WaterAhead ahead;
        private final DepartureRoutes roads;
        private final Weighting weighting;
        private final Answers answers;
        private final int start;
        private final int end;

        Search(RoadGraph graph, RouteAnswer.Found best, RouteQuery query, @Nullable WaterAhead ahead) {
            this.graph = graph;
            this.vehicle = query.vehicle();
            this.best = best;
            this.ahead = ahead;
            Snap from = graph.snap(vehicle, query.from());
            Snap to = graph.snap(vehicle, query.to());
            this.roads = new DepartureRoutes(graph, vehicle, from, to);
            this.start = from.getClosestNode();
            this.end = to.getClosestNode();
            WaterOnRoads snapshot = ahead == null ? null : ahead.water(0);
            this.weighting = snapshot == null ? graph.dry(vehicle) : snapshot.weighting(vehicle);
            this.answers = new Answers(graph, vehicle, snapshot, best.water(), from, to, snapLimitM);
        }

        List<OtherWay> others(int most) {
            TimedWay quickest = ahead == null ? timed(shortest(weighting)) : roads.way(ahead);
            if (quickest == null) {
                return List.of();
            }
            List<List<EdgeIteratorState>> known = new ArrayList<>(List.of(quickest.edges()));
            List<OtherWay> others = new ArrayList<>();
            shallowest().ifPresent(way -> {
                known.add(way.edges());
                others.add(told(OtherWay.Kind.SHALLOWEST, found(way)));
            });
            DifferentWays different = new DifferentWays(graph, vehicle, settings);
            for (Path path : different.candidates(roads.both(), weighting, start, end, most + known.size())) {
                TimedWay way = timed(path);
                if (others.size() < most
                        && way != null
                        && way.durationS() <= best.durationS() * settings.longestFactor()
                        && different.differs(way.edges(), known)) {
                    known.add(way.edges());
                    others.add(told(OtherWay.Kind.DIFFERENT, found(way)));
                }
            }
            return List.copyOf(others);
        }

        private Optional<TimedWay> shallowest() {
            if (ahead == null) {
                return Optional.empty();
            }
            double longestS = best.durationS() * settings.shallowestFactor();
            double wantedM = best.deepestM() - settings.leastShallowerM();
            return new ShallowestWay(ahead.water(0), weighting, this::shortest)
                    .within(longestS, wantedM)
                    .map(this::timed)
                    .filter(way -> way.durationS() <= longestS && found(way).deepestM() <= wantedM);
        }

        private Path shortest(Weighting under) {
            return GraphHopperRouteFinder.shortest(graph, vehicle, roads.both(), under, start, end);
        }

        private @Nullable TimedWay timed(Path path) {
            return ahead == null
                    ? new TimedWay(path.calcEdges(), path.getWeight())
                    : roads.through(ahead, path.calcEdges());
        }

        private RouteAnswer.Found found(TimedWay way) {
            return ahead == null
                    ? answers.found(
                            roads.both(),
                            DrivenEdge.under(null, way.edges(), edge -> weighting.calcEdgeWeight(edge, false)),
                            way.durationS(),
                            null)
                    : answers.found(
                            roads.both(),
                            roads.driven(ahead, way),
                            way.durationS(),
                            ahead.times(way.durationS(), null));
        }

        private OtherWay told(OtherWay.Kind kind, RouteAnswer.Found way) {
            long minutes = Math.max(0, Math.round((way.durationS() - best.durationS()) / 60));
            String vi = kind == OtherWay.Kind.SHALLOWEST ? "Đường ít nước hơn: " : "Đường khác: ";
            String en = kind == OtherWay.Kind.SHALLOWEST ? "The way with less water: " : "Another way: ";
            return new OtherWay(
                    kind,
                    way,
                    confidence.judge(way),
                    vi
                            + waterVi(way)
                            + (minutes == 0 ? ", gần như cùng thời gian." : ", lâu hơn " + minutes + " phút."),
                    en + waterEn(way) + (minutes == 0 ? ", in about the same time." : ", " + minutes + " min longer."));
        }
    }

    private static String waterVi(RouteAnswer.Found way) {
        return way.deepestM() == 0
                ? "không qua nước"
                : "nước sâu nhất " + StepWords.depth(way.deepestM(), Languages.VIETNAMESE);
    }

    private static String waterEn(RouteAnswer.Found way) {
        return way.deepestM() == 0
                ? "no water"
                : "water up to " + StepWords.depth(way.deepestM(), Locale.ROOT) + " deep";
    }
}
