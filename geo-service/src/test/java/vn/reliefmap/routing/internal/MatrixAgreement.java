package vn.reliefmap.routing.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.graphhopper.routing.weighting.Weighting;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.reliefmap.geo.LonLat;
import vn.reliefmap.passability.VehicleClass;
import vn.reliefmap.routing.MatrixQuery;
import vn.reliefmap.routing.NoWay;
import vn.reliefmap.routing.NoWayReason;
import vn.reliefmap.routing.RouteAnswer;
import vn.reliefmap.routing.RouteQuery;
import vn.reliefmap.routing.TravelMatrix;

/** Asks the matrix and the router about the same pairs under the same water. */
final class MatrixAgreement {
    private final RoadTown town;
    private final ContractedTravelMatrices matrices;

    /** Cells with a way, without one because of water, and without one even when dry. */
    record Counts(int found, int cutOff, int apart) {}

    MatrixAgreement(RoadTown town) {
        this.town = town;
        this.matrices = new ContractedTravelMatrices(
                town.network,
                town.waters,
                town.snapshots,
                new BoatMatrices(town.boatRoutes, RoadTown.BOATS),
                500,
                1_000_000,
                Clock.fixed(DrawnWater.SEEN.plusSeconds(3600), ZoneOffset.UTC));
    }

    TravelMatrix matrix(VehicleClass vehicle, List<LonLat> from, List<LonLat> to, @Nullable DrawnWater water) {
        return matrices.find(query(vehicle, from, to, water));
    }

    private MatrixQuery query(VehicleClass vehicle, List<LonLat> from, List<LonLat> to, @Nullable DrawnWater water) {
        if (water != null) {
            town.waters.draw(water);
        }
        return new MatrixQuery(from, to, vehicle, water == null ? null : DrawnWater.FLOOD, null);
    }

    Counts check(VehicleClass vehicle, List<LonLat> from, List<LonLat> to, @Nullable DrawnWater water) {
        MatrixQuery query = query(vehicle, from, to, water);
        RoadGraph graph = town.graph();
        return check(
                query,
                water == null
                        ? graph.dry(vehicle)
                        : town.snapshots.of(graph, water).weighting(vehicle));
    }

    /** What the matrix says over a span of time, under the water that is drawn. */
    TravelMatrix boats(VehicleClass boat, List<LonLat> from, List<LonLat> to, Instant at, Instant until) {
        return matrices.find(new MatrixQuery(from, to, boat, DrawnWater.FLOOD, at, until));
    }

    /** The same over a span of time, under the water that is drawn. */
    Counts check(VehicleClass vehicle, List<LonLat> from, List<LonLat> to, Instant at, Instant until) {
        RoadGraph graph = town.graph();
        WaterOnRoads span = town.snapshots.of(graph, town.waters.pictures(DrawnWater.FLOOD, at, until));
        return check(new MatrixQuery(from, to, vehicle, DrawnWater.FLOOD, at, until), span.weighting(vehicle));
    }

    private Counts check(MatrixQuery query, Weighting weighting) {
        VehicleClass vehicle = query.vehicle();
        List<LonLat> from = query.from();
        List<LonLat> to = query.to();
        TravelMatrix matrix = matrices.find(query);
        town.graph().contractions().make(weighting);
        TravelMatrix contracted = matrices.find(query);
        int found = 0;
        int cutOff = 0;
        int apart = 0;
        for (int i = 0; i < from.size(); i++) {
            for (int k = 0; k < to.size(); k++) {
                double seconds = matrix.durationS(i, k);
                assertThat(contracted.found(i, k)).isEqualTo(matrix.found(i, k));
                if (matrix.found(i, k)) {
                    assertThat(contracted.durationS(i, k)).isCloseTo(seconds, within(1e-9 * Math.max(1, seconds)));
                }
                RouteAnswer route = town.finder.find(new RouteQuery(
                        from.get(i), to.get(k), vehicle, query.disaster(), query.at(), null, query.until()));
                assertThat(matrix.reason(i, k))
                        .as("%s %s → %s", vehicle, from.get(i), to.get(k))
                        .isEqualTo(reason(route));
                if (route instanceof RouteAnswer.Found way) {
                    found++;
                    assertThat(matrix.durationS(i, k))
                            .isCloseTo(way.durationS(), within(1e-9 * Math.max(1, way.durationS())));
                    assertThat(matrix.distanceM(i, k)).isCloseTo(way.distanceM(), within(0.1001));
                    assertThat(matrix.water()).isEqualTo(way.water());
                } else {
                    cutOff += route instanceof NoWay.CutOff ? 1 : 0;
                    apart += route instanceof NoWay.NoConnection ? 1 : 0;
                }
                assertThat(matrix.from().get(i).snapped())
                        .isEqualTo(route.snapped().from());
                assertThat(matrix.to().get(k).snapped())
                        .isEqualTo(route.snapped().to());
            }
        }
        return new Counts(found, cutOff, apart);
    }

    private static @Nullable NoWayReason reason(RouteAnswer route) {
        if (route instanceof NoWay.CutOff) {
            return NoWayReason.CUT_OFF;
        }
        if (route instanceof NoWay.FarFromRoad) {
            return NoWayReason.FAR_FROM_ROAD;
        }
        return route instanceof NoWay.NoConnection ? NoWayReason.NO_CONNECTION : null;
    }
}
