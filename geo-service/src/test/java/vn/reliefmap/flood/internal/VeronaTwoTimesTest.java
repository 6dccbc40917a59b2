package vn.reliefmap.flood.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.TestReporter;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import vn.reliefmap.flood.FloodWorld;
import vn.reliefmap.flood.FloodWorld.Told;
import vn.reliefmap.geo.Crs;
import vn.reliefmap.geo.Geometries;
import vn.reliefmap.kernel.DisasterId;
import vn.reliefmap.kernel.ImportIssue.Severity;

/** FEATURE UNDER TEST: a real delineation at two times (Veneto 2018): what changed, polygons repaired, none lost. */
class VeronaTwoTimesTest {
    private static final Path FOLDER = Path.of(System.getProperty("relief.root", "."), "../shared/data/flood")
            .normalize();
    private static final String FIRST_MAP = "2018-10-30T00:00:00Z";
    private static final String MONITORING = "2018-10-31T00:00:00Z";

    @Test
    void whatChangedBetweenTheFirstMapAndTheMonitoring(TestReporter report, TestInfo info) {
        Path first = FOLDER.resolve("01VERONA_DEL_v1.geojson");
        Path second = FOLDER.resolve("01VERONA_DEL_MONIT01_v1.geojson");
        assumeTrue(Files.exists(first) && Files.exists(second), "needs ../shared/data/flood/01VERONA_DEL*.geojson");
        try (FloodWorld world = new FloodWorld()) {
            DisasterId disaster = world.disaster("Veneto 2018", false);
            Told before = world.load(first, FloodWorld.options(disaster, FIRST_MAP));
            Told after = world.load(second, FloodWorld.options(disaster, MONITORING));
            assertThat(before.summary().added()).isEqualTo(784);
            assertThat(after.summary().added()).isEqualTo(903);
            assertThat(repaired(before)).isEqualTo(1);
            assertThat(repaired(after)).isEqualTo(1);

            MergedFaces then = faces(world, disaster, FIRST_MAP);
            MergedFaces now = faces(world, disaster, MONITORING);
            Geometry wetThen = wet(then);
            Geometry wetNow = wet(now);
            double newlyWet = km2(overlay(wetNow, wetThen, OverlayNG.DIFFERENCE));
            double fallenDry = km2(overlay(wetThen, wetNow, OverlayNG.DIFFERENCE));
            double stillWet = km2(overlay(wetThen, wetNow, OverlayNG.INTERSECTION));
            report.publishEntry(
                    "%s, km²: wet at first %.2f, still wet %.2f, newly wet %.2f, fallen dry %.2f, wet at last %.2f"
                            .formatted(
                                    info.getDisplayName(), km2(wetThen), stillWet, newlyWet, fallenDry, km2(wetNow)));

            // What is not lost: every polygon's area is in the picture of its time, and the parts add up.
            assertThat(km2(wetThen)).isCloseTo(stillWet + fallenDry, within(1e-3));
            assertThat(km2(wetNow)).isCloseTo(stillWet + newlyWet, within(1e-3));
            assertThat(((Number) Objects.requireNonNull(before.figures().get("water_m2"))).doubleValue() / 1e6)
                    .isCloseTo(km2(wetThen), within(0.01));
            assertThat(newlyWet).isPositive();
            assertThat(fallenDry).isPositive();
            assertThat(stillWet).isPositive();
            // Dry again means looked at again: outside the second footprint the first map still stands.
            Geometry dried = overlay(wetThen, wetNow, OverlayNG.DIFFERENCE);
            Geometry secondFootprint = world.bean(ObservedWaters.class)
                    .merged(disaster, Instant.parse(MONITORING))
                    .newestFirst()
                    .get(0)
                    .footprint();
            assertThat(km2(overlay(dried, secondFootprint, OverlayNG.DIFFERENCE)))
                    .isCloseTo(0, within(1e-3));
        }
    }

    private static long repaired(Told told) {
        return told.issues().stream()
                .filter(i -> i.severity() == Severity.REPAIRED)
                .count();
    }

    private static MergedFaces faces(FloodWorld world, DisasterId disaster, String at) {
        return MergedFaces.of(world.bean(ObservedWaters.class).merged(disaster, Instant.parse(at)));
    }

    private static Geometry wet(MergedFaces faces) {
        List<Geometry> all = new ArrayList<>(faces.water().values());
        return OverlayNGRobust.union(Geometries.FACTORY.createGeometryCollection(all.toArray(Geometry[]::new)));
    }

    private static Geometry overlay(Geometry a, Geometry b, int operation) {
        return OverlayNGRobust.overlay(a, b, operation);
    }

    private static double km2(Geometry area) {
        return Crs.areaSquareMeters(area) / 1e6;
    }
}
