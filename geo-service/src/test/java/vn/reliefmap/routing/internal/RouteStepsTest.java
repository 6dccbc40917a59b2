package vn.reliefmap.routing.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import vn.reliefmap.geo.LonLat;
import vn.reliefmap.passability.VehicleClass;
import vn.reliefmap.routing.RouteAnswer;
import vn.reliefmap.routing.RouteStep;
import vn.reliefmap.routing.RouteStep.Turn;

/** FEATURE UNDER TEST: turn lists on hand-drawn roads (turns.osm holds the picture), in both languages. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RouteStepsTest {
    private static final LonLat A = new LonLat(107.101, 16.75);
    private static final LonLat G = new LonLat(107.13, 16.741);
    private static final LonLat S = new LonLat(107.101, 16.74);

    private final RoadTown town;

    RouteStepsTest(@TempDir Path home) {
        town = new RoadTown(home);
        town.load(RoadTown.resource("turns.osm"));
    }

    @AfterAll
    void close() {
        town.close();
    }

    @Test
    void s01_departureRoundaboutAndArrivalInBothLanguages() {
        List<RouteStep> steps = way(A, G, null).steps();
        assertThat(steps).extracting(RouteStep::turn).containsExactly(Turn.DEPART, Turn.ROUNDABOUT, Turn.ARRIVE);
        assertThat(steps)
                .extracting(RouteStep::vi)
                .containsExactly(
                        "Xuất phát về hướng đông, theo Quốc lộ 1, đi 2,0 km.",
                        "Vào vòng xuyến, ra lối thứ 2 vào Quốc lộ 1, đi 2,2 km.",
                        "Tới nơi.");
        assertThat(steps)
                .extracting(RouteStep::en)
                .containsExactly(
                        "Head east on Quốc lộ 1, go 2.0 km.",
                        "Enter the roundabout, leave by exit 2 onto Quốc lộ 1, go 2.2 km.",
                        "Arrive.");
        assertThat(steps.get(1).exit()).isEqualTo(2);
        assertThat(steps.get(1).at().lon()).isCloseTo(107.1195, within(1e-6));
    }

    @Test
    void s02_turnsNameTheRoadTheyLeadOntoOrNone() {
        assertThat(way(A, S, null).steps())
                .extracting(RouteStep::turn, RouteStep::roadName)
                .containsExactly(
                        tuple(Turn.DEPART, "Quốc lộ 1"),
                        tuple(Turn.RIGHT, "Đường Chợ"),
                        tuple(Turn.RIGHT, null),
                        tuple(Turn.ARRIVE, null));
        assertThat(way(S, A, null).steps()).extracting(RouteStep::turn).contains(Turn.LEFT);
        assertThat(way(G, A, null).steps().get(0).vi()).isEqualTo("Xuất phát về hướng bắc, theo QL9, đi 2,0 km.");
    }

    @Test
    void s03_aStepTellsItsDeepestWater() {
        List<RouteStep> steps = way(A, S, DrawnWater.nothing().box(107.109, 16.744, 107.111, 16.745, 0.3))
                .steps();
        assertThat(steps).extracting(RouteStep::depthM).containsExactly(0.0, 0.3, 0.0, 0.0);
        assertThat(steps.get(1).vi()).isEqualTo("Rẽ phải vào Đường Chợ, đi 1,1 km, qua nước sâu 0,3 m.");
        assertThat(steps.get(1).en()).isEqualTo("Turn right onto Đường Chợ, go 1.1 km, through water 0.3 m deep.");
    }

    @Test
    void s04_stepsAddUpToTheWay() {
        DrawnWater water = DrawnWater.nothing().box(107.109, 16.74, 107.111, 16.745, 0.23);
        for (LonLat to : List.of(G, S, new LonLat(107.12, 16.759), new LonLat(107.1149, 16.74))) {
            RouteAnswer.Found way = way(A, to, water);
            assertThat(way.steps().stream().mapToDouble(RouteStep::distanceM).sum())
                    .isCloseTo(way.distanceM(), within(0.5));
            assertThat(way.steps().stream().mapToDouble(RouteStep::durationS).sum())
                    .isCloseTo(way.durationS(), within(0.5));
            assertThat(way.steps().stream().mapToDouble(RouteStep::depthM).max().orElse(0))
                    .isEqualTo(way.deepestM());
        }
    }

    @Test
    void s05_aWayOfNoLengthIsAnArrival() {
        assertThat(way(A, A, null).steps()).extracting(RouteStep::turn).containsExactly(Turn.ARRIVE);
    }

    private RouteAnswer.Found way(LonLat from, LonLat to, @Nullable DrawnWater water) {
        return (RouteAnswer.Found) town.route(VehicleClass.TRUCK, from, to, water);
    }
}
