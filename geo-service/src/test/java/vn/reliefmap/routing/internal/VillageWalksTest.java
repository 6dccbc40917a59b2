package vn.reliefmap.routing.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import vn.reliefmap.geo.Geometries;
import vn.reliefmap.geo.LonLat;
import vn.reliefmap.passability.VehicleClass;
import vn.reliefmap.routing.NoWay;
import vn.reliefmap.routing.RouteAdvice;
import vn.reliefmap.routing.RouteAnswer;
import vn.reliefmap.routing.RouteQuery;
import vn.reliefmap.routing.WalkSuggestion;

/** FEATURE UNDER TEST: the offer to walk on where no wheels get through, on the hand-drawn village. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class VillageWalksTest {
    private static final LonLat A = new LonLat(107.1005, 16.7501);
    /** On the alley Kiệt 5, 390 m north of Quốc lộ 9. */
    private static final LonLat H = new LonLat(107.1101, 16.7535);

    private final RoadTown town;

    VillageWalksTest(@TempDir Path home) {
        town = new RoadTown(home);
        town.load(RoadTown.VILLAGE);
    }

    @AfterAll
    void close() {
        town.close();
    }

    @Test
    void w01_whereTheRestCanBeWadedItIsOfferedAndNotTaken() {
        RouteAdvice advice = ask(A, H, flooded(0.35));
        assertThat(advice.answer()).isInstanceOf(NoWay.CutOff.class);
        WalkSuggestion walk = walk(advice);
        assertThat(walk.point().lat()).isCloseTo(16.75, within(1e-4));
        assertThat(walk.distanceM()).isBetween(380.0, 460.0);
        assertThat(walk.walkDepthM()).isEqualTo(0.35);
        assertThat(walk.wadeM()).isBetween(250.0, walk.distanceM());
        assertThat(walk.line().getCoordinateN(walk.line().getNumPoints() - 1)).isEqualTo(H.coordinate());
        assertThat(walk.vi()).startsWith("Ô tô tới được một chỗ; từ đó đi bộ ").contains("nước sâu tới 0,35 m");
        assertThat(ask(A, walk.point(), flooded(0.35)).answer()).isInstanceOf(RouteAnswer.Found.class);
    }

    @Test
    void w02_nobodyIsSentThroughDeepWaterOrWaterOfUnknownDepth() {
        assertThat(ask(A, H, flooded(0.5)).walk()).isNull();
        assertThat(ask(A, H, flooded(Double.NaN)).walk()).isNull();
    }

    @Test
    void w03_aDikeBreachWithAMoatLeavesNoWalk() {
        // The house is dry, all roads there are closed, and deep water lies around it.
        Geometry moat = Geometries.FACTORY
                .createPoint(H.coordinate())
                .buffer(0.003)
                .difference(Geometries.FACTORY.createPoint(H.coordinate()).buffer(0.0006));
        RouteAdvice around = ask(A, H, DrawnWater.nothing().pool(moat, 1.2));
        assertThat(around.answer()).isInstanceOf(NoWay.CutOff.class);
        assertThat(around.walk()).isNull();
        // The same with a causeway that can be waded: the walk takes it.
        Geometry causeway = Geometries.FACTORY
                .createLineString(new Coordinate[] {H.coordinate(), new Coordinate(107.114, 16.7535)})
                .buffer(0.0005);
        DrawnWater open =
                DrawnWater.nothing().pool(moat.difference(causeway), 1.2).pool(moat.intersection(causeway), 0.4);
        WalkSuggestion walk = walk(ask(A, H, open));
        assertThat(walk.walkDepthM()).isEqualTo(0.4);
        for (DrawnWater.Pool pool : open.pools()) {
            assertThat(pool.depthM() > 0.5 && pool.area().intersects(walk.line()))
                    .isFalse();
        }
    }

    @Test
    void w04_theStartMayBeTheOneThatIsCutOff() {
        RouteAdvice advice = ask(H, A, flooded(0.35));
        assertThat(((NoWay) advice.answer()).end().word()).isEqualTo("from");
        assertThat(walk(advice).point().lat()).isCloseTo(16.75, within(1e-4));
    }

    @Test
    void w05_farFromEveryRoadTheWalkBeginsAtTheNearestOne() {
        LonLat field = new LonLat(107.1201, 16.7451);
        RouteAdvice advice = ask(A, field, null);
        assertThat(advice.answer()).isInstanceOf(NoWay.FarFromRoad.class);
        assertThat(walk(advice).distanceM()).isBetween(530.0, 620.0);
        assertThat(walk(advice).vi()).contains("không phải lội nước");
        assertThat(ask(A, new LonLat(107.5, 17.2), null).walk()).isNull();
        assertThat(walk(ask(A, field, DrawnWater.nothing().unseen())).vi()).contains("chưa ai quan sát");
    }

    @Test
    void w06_noRiverIsEverCrossedOnFoot(@TempDir Path home) {
        try (RoadTown river = new RoadTown(home)) {
            river.load(RoadTown.resource("river.osm"));
            LonLat from = new LonLat(107.1, 16.7379);
            // North of the canal: Đường Đê is nearer, but the canal lies between; the highway is on this side.
            LonLat north = new LonLat(107.12, 16.7425);
            WalkSuggestion walk =
                    walk(river.advisor.advise(new RouteQuery(from, north, VehicleClass.TRUCK, null, null), 0));
            assertThat(walk.point().lon()).isCloseTo(107.1298, within(1e-4));
            assertThat(walk.line().getEnvelopeInternal().getMinY()).isGreaterThan(16.740);
            // In the lagoon there is no walk at all.
            assertThat(river.advisor
                            .advise(new RouteQuery(from, new LonLat(107.138, 16.76), VehicleClass.TRUCK, null, null), 0)
                            .walk())
                    .isNull();
        }
    }

    private RouteAdvice ask(LonLat from, LonLat to, @Nullable DrawnWater water) {
        if (water != null) {
            town.waters.draw(water);
        }
        return town.advisor.advise(
                new RouteQuery(from, to, VehicleClass.CAR, water == null ? null : DrawnWater.FLOOD, null), 0);
    }

    /** The alley from just north of the highway on. */
    private static DrawnWater flooded(double depthM) {
        return DrawnWater.nothing().box(107.105, 16.7505, 107.115, 16.76, depthM);
    }

    private static WalkSuggestion walk(RouteAdvice advice) {
        assertThat(advice.walk()).isNotNull();
        return Objects.requireNonNull(advice.walk());
    }
}
