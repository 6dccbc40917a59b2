package vn.reliefmap.routing.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.reliefmap.geo.LonLat;
import vn.reliefmap.passability.VehicleClass;
import vn.reliefmap.routing.NoWay;
import vn.reliefmap.routing.RouteAnswer;
import vn.reliefmap.routing.RouteQuery;

/** FEATURE UNDER TEST: what water of each depth does to each vehicle class; lowroad.txt holds the known answers. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EveryClassTest {
    private static final LonLat S = new LonLat(107.098, 16.75);
    private static final LonLat T = new LonLat(107.112, 16.75);
    private static final LonLat WEST_ON_LOW_ROAD = new LonLat(107.102, 16.75);
    private static final LonLat EAST_ON_LOW_ROAD = new LonLat(107.108, 16.75);
    /** 0.006 degrees of longitude at 16.75 N. */
    private static final double BETWEEN_THEM_M = 639;

    private final RoadTown town;

    EveryClassTest(@TempDir Path home) {
        town = new RoadTown(home);
        town.load(RoadTown.resource("lowroad.osm"));
    }

    @AfterAll
    void close() {
        town.close();
    }

    /** One line of the fixture. */
    record Known(String depth, String foot, List<String> wheels, List<String> boats) {
        static Known read(String line) {
            List<String> cells =
                    Arrays.stream(line.split("\\s{2,}")).map(String::strip).toList();
            return new Known(cells.get(0), cells.get(1), cells.subList(2, 6), cells.subList(6, 8));
        }
    }

    static Stream<Known> known() throws IOException {
        return Files.readAllLines(RoadTown.resource("lowroad.txt")).stream()
                .filter(line -> !line.startsWith("#"))
                .map(Known::read);
    }

    @ParameterizedTest
    @MethodSource("known")
    void eachClassDoesWhatIsKnown(Known known) {
        for (int i = 0; i < RoadRules.CLASSES.size(); i++) {
            drives(
                    RoadRules.CLASSES.get(i),
                    water(known.depth()),
                    known.wheels().get(i));
        }
        DrawnWater water = water(known.depth());
        assertThat(floats(VehicleClass.PADDLE_BOAT, water))
                .isEqualTo(known.boats().get(0));
        assertThat(floats(VehicleClass.MOTOR_BOAT, water))
                .isEqualTo(known.boats().get(1));
        assertThat(onFoot(water)).isEqualTo(known.foot());
    }

    /** Over the low road so much, over the high one 0.3 m less; the lanes and the junctions stay dry. */
    private static DrawnWater water(String depth) {
        DrawnWater water = DrawnWater.nothing();
        if (depth.equals("unknown")) {
            return water.box(107.1005, 16.7495, 107.1095, 16.7555, Double.NaN);
        }
        double low = Double.parseDouble(depth);
        double high = Math.round(low * 1000 - 300) / 1000.0;
        water = low > 0 ? water.box(107.1005, 16.7495, 107.1095, 16.7505, low) : water;
        return high > 0 ? water.box(107.1005, 16.7545, 107.1095, 16.7555, high) : water;
    }

    private void drives(VehicleClass vehicle, DrawnWater water, String expected) {
        RouteAnswer answer = town.route(vehicle, S, T, water);
        if (expected.equals("cut_off")) {
            assertThat(answer).as(vehicle.word()).isInstanceOf(NoWay.CutOff.class);
            return;
        }
        String[] roadAndSeconds = expected.split(" ");
        assertThat(answer).as(vehicle.word()).isInstanceOfSatisfying(RouteAnswer.Found.class, way -> {
            assertThat(way.stretches())
                    .extracting("roadName")
                    .contains(roadAndSeconds[0].equals("low") ? "Đường Thấp" : "Đường Cao");
            assertThat(way.durationS()).isCloseTo(Integer.parseInt(roadAndSeconds[1]), within(1.0));
        });
    }

    private String onFoot(DrawnWater water) {
        RoadGraph graph = town.graph();
        WaterSnapshot snapshot = WaterSnapshot.build(graph, water, town.passability);
        int lowRoad =
                graph.baseEdge(graph.snap(VehicleClass.TRUCK, WEST_ON_LOW_ROAD).getClosestEdge());
        return switch (snapshot.verdict(VehicleClass.FOOT, lowRoad).passage()) {
            case OPEN -> "walk";
            case SLOW -> "wade";
            case CLOSED, UNKNOWN -> "stop";
        };
    }

    private String floats(VehicleClass boat, DrawnWater water) {
        town.waters.draw(water);
        RouteAnswer answer =
                town.everyWay.find(new RouteQuery(WEST_ON_LOW_ROAD, EAST_ON_LOW_ROAD, boat, DrawnWater.FLOOD, null));
        if (!(answer instanceof RouteAnswer.Afloat way)) {
            assertThat(answer).isInstanceOf(NoWay.FarFromWater.class);
            return "aground";
        }
        assertThat(way.distanceM()).isCloseTo(BETWEEN_THEM_M, within(25.0));
        return way.needsConfirmationM() > 0 ? "ask" : "afloat";
    }
}
