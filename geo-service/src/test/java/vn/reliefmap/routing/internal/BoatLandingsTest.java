package vn.reliefmap.routing.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Objects;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import vn.reliefmap.geo.Geometries;
import vn.reliefmap.geo.LonLat;
import vn.reliefmap.routing.BoatLanding;
import vn.reliefmap.routing.BoatLanding.Served;
import vn.reliefmap.routing.BoatLandings;

/** FEATURE UNDER TEST: the landing that serves the most people who are cut off, on the hand-drawn river (river.osm). */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BoatLandingsTest {
    private static final LonLat DEPOT = new LonLat(107.1, 16.7379);
    private static final LonLat LAGOON_SHORE = new LonLat(107.1299, 16.756);
    private static final LonLat LAGOON_SOUTH = new LonLat(107.1299, 16.742);
    private static final LonLat IN_THE_POOL = new LonLat(107.1075, 16.7301);

    private final RoadTown town;
    private final LandingAgreement both;

    BoatLandingsTest(@TempDir Path home) {
        town = new RoadTown(home);
        town.load(RoadTown.resource("river.osm"));
        both = new LandingAgreement(town);
    }

    @AfterAll
    void close() {
        town.close();
    }

    /** Cuts the highway to the lagoon; it lies beside the road to the depot, and is joined to no other water. */
    private static DrawnWater pool(double depthM) {
        return DrawnWater.nothing().box(107.10015, 16.728, 107.11, 16.732, depthM);
    }

    @Test
    void h01_theWaterWithMostPeopleWinsAndTheLandingOnItThatIsSoonest() {
        Homes homes = Homes.of(LAGOON_SHORE, LAGOON_SHORE, LAGOON_SOUTH, IN_THE_POOL);
        BoatLandings landings = both.landings(pool(0.8), Homes.of(DEPOT), homes);
        BoatLanding best = Objects.requireNonNull(landings.best());
        // From the dyke up the river, along the canal, across the lagoon: the only road still reached beside that
        // water.
        assertThat(best.roadName()).isEqualTo("Đường Đê");
        assertThat(best.at().lon()).isCloseTo(107.1148, within(1e-3));
        assertThat(best.certain()).isEqualTo(new Served(3, 2 + 3 + 4));
        assertThat(best.unconfirmed()).isEqualTo(Served.NOBODY);
        assertThat(best.start()).isZero();
        assertThat(best.boatS()).isBetween(600.0, 1500.0);
        assertThat(both.check(pool(0.8), Homes.of(DEPOT), homes)).isEqualTo(3);
    }

    @Test
    void h02_aDepotFartherOffIsNotNamedAndADrownedOneIsNone() {
        LonLat farther = new LonLat(107.1, 16.7255);
        LonLat drowned = new LonLat(107.108, 16.7301);
        BoatLanding best = Objects.requireNonNull(
                both.landings(pool(0.8), Homes.of(farther, drowned, DEPOT), Homes.of(LAGOON_SHORE))
                        .best());
        assertThat(best.start()).isEqualTo(2);
        assertThat(both.landings(pool(0.8), Homes.of(drowned), Homes.of(LAGOON_SHORE))
                        .best())
                .isNull();
    }

    @Test
    void h03_waterOfUnknownDepthBringsNobodyForCertain() {
        BoatLanding best =
                Objects.requireNonNull(both.landings(pool(Double.NaN), Homes.of(DEPOT), Homes.of(IN_THE_POOL))
                        .best());
        assertThat(best.certain()).isEqualTo(Served.NOBODY);
        assertThat(best.unconfirmed()).isEqualTo(new Served(1, 2));
        // A strip of unknown depth joins pool and river: the landing of the lagoon then would serve the pool too.
        DrawnWater strip = pool(0.8).box(107.1095, 16.7305, 107.116, 16.7315, Double.NaN);
        BoatLanding both3 = Objects.requireNonNull(
                both.landings(strip, Homes.of(DEPOT), Homes.of(IN_THE_POOL, LAGOON_SHORE, LAGOON_SOUTH))
                        .best());
        assertThat(both3.certain()).isEqualTo(new Served(2, 3 + 4));
        assertThat(both3.unconfirmed()).isEqualTo(new Served(1, 2));
    }

    @Test
    void h04_shallowWaterAndWhoeverIsReachedByTruckBringNothing() {
        assertThat(both.landings(DrawnWater.nothing(), Homes.of(DEPOT), Homes.of(LAGOON_SHORE))
                        .best())
                .isNull();
        DrawnWater shallow = DrawnWater.nothing().box(107.105, 16.728, 107.11, 16.732, 0.8);
        LonLat dryAndCutOff = new LonLat(107.12, 16.7301);
        assertThat(both.landings(shallow, Homes.of(DEPOT), Homes.of(dryAndCutOff))
                        .best())
                .isNull();
    }

    @Test
    void h05_landingsAndRouterAgreeUnderRandomWater() {
        Random random = new Random(11);
        int served = 0;
        int alone = 0;
        for (int round = 0; round < 12; round++) {
            DrawnWater water = DrawnWater.nothing();
            for (int i = 0; i < 14; i++) {
                LonLat corner = place(random);
                double depthM = random.nextInt(6) == 0 ? Double.NaN : 0.3 + random.nextDouble();
                water = water.box(corner.lon(), corner.lat(), corner.lon() + 0.003, corner.lat() + 0.005, depthM);
            }
            Homes depots = Homes.random(random, 2, BoatLandingsTest::besideRoad);
            Homes homes = Homes.random(random, 25, BoatLandingsTest::besideRoad);
            served += both.check(water, depots, homes);
            for (LonLat home : homes.all().subList(0, 5)) {
                alone += both.checkAlone(water, depots, home) ? 1 : 0;
            }
            both.check(water.deeper(Double.NaN), depots, homes);
        }
        assertThat(served).isGreaterThan(20);
        assertThat(alone).isGreaterThan(3);
    }

    /** The dyke leads to the river only, whichever way it is drawn; the way back is under water. */
    @ParameterizedTest
    @CsvSource({"'<nd ref=\"1\"/><nd ref=\"2\"/>', yes", "'<nd ref=\"2\"/><nd ref=\"1\"/>', -1"})
    void aOneWayRoadLandsAtItsVeryEnd(String nodes, String oneWay, @TempDir Path folder) throws IOException {
        Path file = folder.resolve("one-way.osm");
        Files.writeString(
                file,
                Files.readString(RoadTown.resource("river.osm"))
                        .replace("<nd ref=\"1\"/><nd ref=\"2\"/>", nodes + "<tag k=\"oneway\" v=\"" + oneWay + "\"/>")
                        .replace("<node id=\"10\"", "<node id=\"7\" lat=\"16.745\" lon=\"107.107\"/><node id=\"10\"")
                        .replace(
                                "<way id=\"201\">",
                                "<way id=\"104\"><nd ref=\"2\"/><nd ref=\"7\"/><nd ref=\"1\"/>"
                                        + "<tag k=\"highway\" v=\"tertiary\"/><tag k=\"oneway\" v=\"yes\"/></way>"
                                        + "<way id=\"201\">"));
        try (RoadTown drawn = new RoadTown(folder.resolve("home"))) {
            drawn.load(file);
            DrawnWater water = pool(0.8).box(107.106, 16.744, 107.108, 16.746, 0.8);
            BoatLanding best = Objects.requireNonNull(new LandingAgreement(drawn)
                    .landings(water, Homes.of(DEPOT), Homes.of(LAGOON_SHORE))
                    .best());
            assertThat(best.roadName()).isEqualTo("Đường Đê");
            assertThat(best.at().lon()).isCloseTo(107.1148, within(1e-5));
        }
    }

    @Test
    void h06_theNearestCellIsTheOneThatLookingAtAllOfThemFinds() {
        Random random = new Random(6);
        BoatGrid grid = BoatGrid.over(new Envelope(107, 107.02, 16.7, 16.72), 25);
        for (int i = 0; i < 2000; i++) {
            int oneIn = 1 + random.nextInt(60);
            int salt = random.nextInt();
            Coordinate place =
                    new Coordinate(106.998 + random.nextDouble() * 0.024, 16.698 + random.nextDouble() * 0.024);
            int found = grid.nearest(place, 150, cell -> wet(cell, salt, oneIn)).orElse(-1);
            int expected = IntStream.range(0, grid.cells())
                    .filter(cell -> wet(cell, salt, oneIn))
                    .filter(cell -> Math.abs(cell / grid.columns() - grid.row(place.y)) < 9)
                    .boxed()
                    .filter(cell -> Geometries.distanceMeters(place, grid.centre(cell)) <= 150)
                    .min(Comparator.comparingDouble(cell -> Geometries.distanceMeters(place, grid.centre(cell))))
                    .orElse(-1);
            assertThat(found).isEqualTo(expected);
        }
    }

    private static boolean wet(int cell, int salt, int oneIn) {
        return Math.floorMod((cell ^ salt) * 0x9E3779B9, oneIn) == 0;
    }

    private static LonLat place(Random random) {
        return new LonLat(107.097 + random.nextDouble() * 0.045, 16.724 + random.nextDouble() * 0.04);
    }

    /** Within some 150 m of the highway or the dyke. */
    private static LonLat besideRoad(Random random) {
        double along = random.nextDouble();
        double away = (random.nextDouble() - 0.5) * 0.003;
        return switch (random.nextInt(3)) {
            case 0 -> new LonLat(107.1 + along * 0.0148, 16.738 + away);
            case 1 -> new LonLat(107.1 + along * 0.0298, 16.73 + away);
            default -> new LonLat(107.1298 + away, 16.73 + along * 0.03);
        };
    }
}
