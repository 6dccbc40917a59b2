package vn.reliefmap.routing.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Polygon;
import vn.reliefmap.flood.WaterDraft;
import vn.reliefmap.flood.WaterPicture;
import vn.reliefmap.flood.WaterStep;
import vn.reliefmap.flood.Waters;
import vn.reliefmap.geo.Geometries;
import vn.reliefmap.geo.LonLat;
import vn.reliefmap.kernel.DisasterId;
import vn.reliefmap.kernel.ProblemException;
import vn.reliefmap.passability.VehicleClass;
import vn.reliefmap.routing.NoWay;
import vn.reliefmap.routing.RouteAnswer;
import vn.reliefmap.routing.RouteQuery;
import vn.reliefmap.routing.RouteWater;

/**
 * FEATURE UNDER TEST: routes and matrices under the worst water over a span of time, on the hand-drawn village (village.osm
 * holds the picture). A truck drives from A over the highway and its bridge to the market beyond D in about 4 minutes;
 * over the dike and the ford it needs about 10.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class VillageSpanTest {
    private static final LonLat A = new LonLat(107.1005, 16.7501);
    private static final LonLat MARKET = new LonLat(107.1301, 16.747);
    private static final Instant SIX = DrawnWater.SEEN;
    private static final Instant NINE = SIX.plus(Duration.ofHours(3));
    private static final Instant NOON = SIX.plus(Duration.ofHours(6));
    private static final DrawnWater DRY = DrawnWater.nothing();
    private static final DrawnWater HIGHWAY_CLOSED = DRY.box(107.117, 16.749, 107.119, 16.751, 0.7);
    private static final DrawnWater FORD_CLOSED = DRY.box(107.1145, 16.739, 107.1155, 16.741, 0.5);

    private final RoadTown town;

    VillageSpanTest(@TempDir Path home) {
        town = new RoadTown(home);
        town.load(RoadTown.VILLAGE);
    }

    @AfterAll
    void close() {
        town.close();
    }

    @Test
    void e01_aWayMustHoldUntilTheEndHoweverSoonItIsDriven() {
        double overTheFord = seconds(town.route(VehicleClass.TRUCK, A, MARKET, HIGHWAY_CLOSED));
        town.waters.draw(DRY, HIGHWAY_CLOSED.seenAt(NINE), DRY.seenAt(NOON));
        assertThat(seconds(ask(SIX, null))).isLessThan(300);
        RouteAnswer.Found way = (RouteAnswer.Found) ask(SIX, NOON);
        assertThat(way.durationS()).isCloseTo(overTheFord, within(1e-9));
        assertThat(way.stretches()).extracting("roadName").contains("Ngầm Hà").doesNotContain("Cầu Hà");
        RouteWater water = Objects.requireNonNull(way.water());
        assertThat(water.at()).isEqualTo(SIX);
        assertThat(water.until()).isEqualTo(NOON);
        assertThat(water.steps()).containsExactly(new WaterStep(SIX, false), new WaterStep(NINE, false));
        assertThat(Objects.requireNonNull(way.times()).steps())
                .as("in force while it is driven")
                .containsExactly(new WaterStep(SIX, false));
    }

    @Test
    void e02_aSpanOfOneStepIsThatStep() {
        town.waters.draw(DRY.box(107.1001, 16.749, 107.1099, 16.751, 0.3), HIGHWAY_CLOSED.seenAt(NINE));
        RouteAnswer.Found moment = (RouteAnswer.Found) ask(SIX, null);
        // A step that begins when the span ends is not in it.
        RouteAnswer.Found span = (RouteAnswer.Found) ask(SIX, NINE);
        assertThat(span.durationS()).isEqualTo(moment.durationS());
        assertThat(span.stretches()).isEqualTo(moment.stretches());
        assertThat(span.steps()).isEqualTo(moment.steps());
        assertThat(span.times()).isEqualTo(moment.times());
        assertThat(Objects.requireNonNull(span.water()).snapshot())
                .isEqualTo(Objects.requireNonNull(moment.water()).snapshot());
        RoadGraph graph = town.graph();
        WaterPicture picture = town.waters.picture(DrawnWater.FLOOD, SIX);
        assertThat(town.snapshots.of(graph, List.of(picture))).isSameAs(town.snapshots.of(graph, picture));
    }

    @Test
    void e03_whatIsClosedAtDifferentHoursIsClosedTogether() {
        town.waters.draw(HIGHWAY_CLOSED, FORD_CLOSED.seenAt(NINE));
        assertThat(ask(SIX, NINE)).isInstanceOf(RouteAnswer.Found.class);
        assertThat(ask(NINE, NOON)).isInstanceOf(RouteAnswer.Found.class);
        assertThat(ask(SIX, NOON)).isInstanceOfSatisfying(NoWay.CutOff.class, no -> {
            assertThat(no.depthM()).isEqualTo(0.7);
            assertThat(no.roadName()).isEqualTo("Quốc lộ 9");
            assertThat(no.later()).isNull();
        });
    }

    @Test
    void e04_unknownDepthIsTheWorst() {
        town.waters.draw(
                HIGHWAY_CLOSED.box(107.1145, 16.739, 107.1155, 16.741, 0.5),
                DRY.box(107.117, 16.749, 107.119, 16.751, Double.NaN).seenAt(NINE));
        assertThat(ask(SIX, NOON)).isInstanceOfSatisfying(NoWay.CutOff.class, no -> {
            assertThat(no.unknownDepth()).isTrue();
            assertThat(no.depthM()).isNull();
        });
    }

    /** 0.4 m that flow at 2.5 m/s feel like 0.72 m, which closes the road for trucks; 0.55 m of still water do not. */
    @Test
    void e05_aCurrentCountsInItsOwnStep() {
        Polygon pool = (Polygon) Geometries.FACTORY.toGeometry(new Envelope(107.117, 107.119, 16.749, 16.751));
        WaterDraft still = WaterDraft.empty()
                .observed(
                        SIX,
                        Geometries.FACTORY.createMultiPolygon(new Polygon[] {pool}),
                        List.of(new WaterDraft.Area(pool, 0.55, Double.NaN)));
        WaterDraft flowing = still.observed(
                NINE,
                Geometries.FACTORY.createMultiPolygon(new Polygon[] {pool}),
                List.of(new WaterDraft.Area(pool, 0.4, 2.5)));
        RoadGraph graph = town.graph();
        WaterSnapshot deep = town.snapshots.of(graph, still.picture(SIX));
        WaterSnapshot fast = town.snapshots.of(graph, flowing.picture(NINE));
        WaterSpan both = new WaterSpan(List.of(deep, fast));
        int closed = 0;
        for (int edge = 0; edge < graph.base().getEdges(); edge++) {
            if (fast.depthM(edge) > 0) {
                assertThat(deep.verdict(VehicleClass.TRUCK, edge).passable()).isTrue();
                assertThat(both.verdict(VehicleClass.TRUCK, edge).passable()).isFalse();
                assertThat(both.worst(VehicleClass.TRUCK, edge)).isSameAs(fast);
                assertThat(both.deepest(edge)).isSameAs(deep);
                closed++;
            }
        }
        assertThat(closed).isPositive();
        assertThat(both.id()).contains(SIX + "--" + NINE);
    }

    @Test
    void e06_otherWaysHoldAsLong() {
        town.waters.draw(DRY, HIGHWAY_CLOSED.seenAt(NINE));
        RouteQuery query = new RouteQuery(A, MARKET, VehicleClass.TRUCK, DrawnWater.FLOOD, SIX, null, NOON);
        assertThat(town.advisor.advise(query, 3).others())
                .allSatisfy(other -> assertThat(other.way().stretches())
                        .extracting("roadName")
                        .doesNotContain("Cầu Hà"));
    }

    @Test
    void e07_badSpansAreRefused() {
        town.waters.draw(DRY);
        assertCode("SPAN_ORDER", SIX);
        assertCode("SPAN_ORDER", SIX.minusSeconds(1));
        town.waters.draw(IntStream.range(0, 49)
                .mapToObj(step -> DRY.seenAt(SIX.plusSeconds(step)))
                .toArray(WaterPicture[]::new));
        assertCode("SPAN_TOO_LONG", NOON);
        assertThat(ask(SIX, SIX.plusSeconds(48))).isInstanceOf(RouteAnswer.Found.class);
    }

    @Test
    void aSpanThatIsTooLongIsRefusedBeforeAnyOfItsWaterIsMade() {
        Waters hourly = new Waters() {
            @Override
            public List<WaterStep> steps(DisasterId disaster) {
                return IntStream.range(0, 10_000)
                        .mapToObj(hour -> new WaterStep(SIX.plus(Duration.ofHours(hour)), true))
                        .toList();
            }

            @Override
            public WaterPicture picture(DisasterId disaster, Instant at) {
                throw new AssertionError("a picture of " + at + " was made");
            }
        };
        assertThatThrownBy(() -> hourly.pictures(DrawnWater.FLOOD, SIX, SIX.plus(Duration.ofDays(365))))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem().code()).isEqualTo("SPAN_TOO_LONG"));
    }

    private void assertCode(String code, Instant until) {
        assertThatThrownBy(() -> ask(SIX, until)).isInstanceOfSatisfying(ProblemException.class, e -> {
            assertThat(e.problem().code()).isEqualTo(code);
            assertThat(e.problem().field()).isEqualTo("until");
        });
    }

    @ParameterizedTest
    @EnumSource(names = {"MOTORBIKE", "CAR", "PICKUP", "TRUCK"})
    void e08_matricesSayWhatRoutesSay(VehicleClass vehicle) {
        Random random = new Random(243 + vehicle.word().length());
        MatrixAgreement both = new MatrixAgreement(town);
        int cutOff = 0;
        for (int i = 0; i < 5; i++) {
            town.waters.draw(
                    pools(random), pools(random).seenAt(NINE), pools(random).seenAt(NOON));
            List<LonLat> places = new ArrayList<>();
            for (int k = 0; k < 8; k++) {
                places.add(new LonLat(107.1 + random.nextDouble() * 0.06, 16.735 + random.nextDouble() * 0.025));
            }
            cutOff += both.check(vehicle, places, places, SIX, NOON.plusSeconds(1))
                    .cutOff();
        }
        assertThat(cutOff).isPositive();
    }

    private static DrawnWater pools(Random random) {
        DrawnWater water = DRY;
        for (int k = 0; k < 2; k++) {
            double lon = 107.1 + random.nextDouble() * 0.03;
            double lat = 16.735 + random.nextDouble() * 0.025;
            water = water.box(
                    lon, lat, lon + 0.003, lat + 0.003, random.nextInt(6) == 0 ? Double.NaN : random.nextDouble());
        }
        return water;
    }

    private RouteAnswer ask(Instant departAt, @Nullable Instant until) {
        return town.finder.find(new RouteQuery(A, MARKET, VehicleClass.TRUCK, DrawnWater.FLOOD, departAt, null, until));
    }

    private static double seconds(RouteAnswer answer) {
        return ((RouteAnswer.Found) answer).durationS();
    }
}
