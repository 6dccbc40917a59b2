package vn.reliefmap.routing.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.MultiPolygon;
import vn.reliefmap.flood.WaterDraft;
import vn.reliefmap.flood.WaterPicture;
import vn.reliefmap.geo.Geometries;
import vn.reliefmap.passability.Passability;
import vn.reliefmap.passability.PassabilityLimits;
import vn.reliefmap.passability.VehicleClass;

/** FEATURE UNDER TEST: a snapshot made from the one before equals one made from nothing. */
class WaterSnapshotTest {
    private static final Instant FIRST = Instant.parse("2020-10-18T00:00:00Z");
    private static final double[] DEPTHS_M = {0, 0.2, 0.4, 1, Double.NaN};
    private static final double[] CURRENTS_MS = {0, 0.5, 1.5, Double.NaN};
    private static final Passability PASSABILITY = new Passability(PassabilityLimits.DEFAULT);

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void carriedFromPictureToPictureNothingIsLost(long seed, @TempDir Path folder) {
        RoadHopper hopper = RoadHopper.toBuild(RoadTown.VILLAGE, folder);
        hopper.importOrLoad();
        hopper.close();
        RoadGraph graph = RoadGraph.read(1, folder, 500);
        var bounds = graph.base().getBounds();
        Envelope village = new Envelope(bounds.minLon, bounds.maxLon, bounds.minLat, bounds.maxLat);
        Random random = new Random(seed);

        WaterDraft draft = WaterDraft.empty();
        List<WaterPicture> pictures = new ArrayList<>(List.of(draft.picture(FIRST)));
        for (int i = 0; i < 12; i++) {
            Instant at = FIRST.plusSeconds(3600L * i);
            draft = draft.observed(at, seen(village, random), areas(village, random));
            pictures.add(draft.picture(at));
        }
        WaterSnapshot carried = WaterSnapshot.build(graph, pictures.get(0), PASSABILITY);
        for (int i = 0; i < 40; i++) {
            carried.weighting(VehicleClass.CAR);
            // Forward and back in time, as people look at the steps of a flood.
            WaterPicture next = pictures.get(random.nextInt(pictures.size()));
            carried = carried.under(next);
            assertSame(graph, carried, WaterSnapshot.build(graph, next, PASSABILITY));
        }
    }

    private static MultiPolygon seen(Envelope village, Random random) {
        if (random.nextInt(3) == 0) {
            return Geometries.FACTORY.createMultiPolygon();
        }
        return BenchFlood.footprint(random.nextInt(3) == 0 ? village : box(village, 0.5, random));
    }

    private static List<WaterDraft.Area> areas(Envelope village, Random random) {
        List<WaterDraft.Area> areas = new ArrayList<>();
        for (int i = random.nextInt(4); i >= 0; i--) {
            areas.addAll(
                    BenchFlood.draw(box(village, 0.3, random), 1, 12, 0.7, new double[] {1, 1}, random).areas().stream()
                            .map(a -> new WaterDraft.Area(
                                    a.polygon(),
                                    DEPTHS_M[random.nextInt(DEPTHS_M.length)],
                                    CURRENTS_MS[random.nextInt(CURRENTS_MS.length)]))
                            .toList());
        }
        return areas;
    }

    private static Envelope box(Envelope village, double share, Random random) {
        double width = village.getWidth() * share;
        double height = village.getHeight() * share;
        double west = village.getMinX() + random.nextDouble() * (village.getWidth() - width);
        double south = village.getMinY() + random.nextDouble() * (village.getHeight() - height);
        return new Envelope(west, west + width, south, south + height);
    }

    private static void assertSame(RoadGraph graph, WaterSnapshot carried, WaterSnapshot built) {
        assertThat(carried.id()).isEqualTo(built.id());
        for (int edge = 0; edge < graph.base().getEdges(); edge++) {
            assertThat(Float.compare(carried.depthM(edge), built.depthM(edge))).isZero(); // NaN = NaN
            assertThat(carried.observedAt(edge)).isEqualTo(built.observedAt(edge));
            assertThat(carried.unobserved(edge)).isEqualTo(built.unobserved(edge));
            assertThat(carried.deckUnconfirmed(edge)).isEqualTo(built.deckUnconfirmed(edge));
            for (VehicleClass vehicle : RoadRules.CLASSES) {
                assertThat(carried.weighting(vehicle).calcEdgeWeight(graph.edge(edge), false))
                        .isEqualTo(built.weighting(vehicle).calcEdgeWeight(graph.edge(edge), false));
            }
        }
    }
}
