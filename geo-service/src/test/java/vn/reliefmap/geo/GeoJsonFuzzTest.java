package vn.reliefmap.geo;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import vn.reliefmap.kernel.ProblemException;

/** LAW: a file of any bytes ends in features or in one problem; a feature has finite coordinates or a reason. */
class GeoJsonFuzzTest {
    @FuzzTest(maxDuration = "5m")
    void features(byte[] bytes) throws IOException {
        Path file = Files.createTempFile("fuzz", ".geojson");
        try {
            Files.write(file, bytes);
            GeoJsonReader.read(file, GeoJsonFuzzTest::requireFiniteOrReason);
        } catch (ProblemException refused) {
            assertThat(refused.problem().status()).isBetween(400, 499);
        } finally {
            Files.delete(file);
        }
    }

    private static void requireFiniteOrReason(GeoFeature feature) {
        Geometry geometry = feature.geometry();
        if (geometry == null) {
            assertThat(feature.issues()).isNotEmpty();
            return;
        }
        for (Coordinate at : geometry.getCoordinates()) {
            assertThat(Double.isFinite(at.x) && Double.isFinite(at.y)).isTrue();
        }
    }
}
