package vn.reliefmap.routing.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.reliefmap.geo.LonLat;
import vn.reliefmap.kernel.DisasterId;
import vn.reliefmap.passability.VehicleClass;
import vn.reliefmap.routing.MatrixQuery;
import vn.reliefmap.routing.NoWayReason;
import vn.reliefmap.routing.RouteAnswer;
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
        DisasterId disaster = water == null ? null : DrawnWater.FLOOD;
        if (water != null) {
            town.waters.draw(water);
        }
        return matrices.find(new MatrixQuery(from, to, vehicle, disaster, null));
    }

    Counts check(VehicleClass vehicle, List<LonLat> from, List<LonLat> to, @Nullable DrawnWater water) {
        TravelMatrix matrix = matrix(vehicle, from, to, water);
        RoadGraph graph = town.graph();
        graph.contractions()
                .make(
                        water == null
                                ? graph.dry(vehicle)
                                : town.snapshots.of(graph, water).weighting(vehicle));
        TravelMatrix contracted = matrix(vehicle, from, to, water);
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
                RouteAnswer route = town.route(vehicle, from.get(i), to.get(k), water);
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
                    cutOff += route instanceof RouteAnswer.CutOff ? 1 : 0;
                    apart += route instanceof RouteAnswer.NoConnection ? 1 : 0;
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
        if (route instanceof RouteAnswer.CutOff) {
            return NoWayReason.CUT_OFF;
        }
        if (route instanceof RouteAnswer.FarFromRoad) {
            return NoWayReason.FAR_FROM_ROAD;
        }
        return route instanceof RouteAnswer.NoConnection ? NoWayReason.NO_CONNECTION : null;
    }
}
