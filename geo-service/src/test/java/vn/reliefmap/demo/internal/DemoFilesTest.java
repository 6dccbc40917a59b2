package vn.reliefmap.demo.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.reliefmap.geo.GeoFeature;
import vn.reliefmap.geo.GeoJsonReader;

/** FEATURE UNDER TEST: what stands in the committed files of the bundled demo. */
class DemoFilesTest {
    @Test
    void floodPolygonsAreValidAndDoNotOverlap() {
        for (int step = 1; step <= 6; step++) {
            List<Geometry> water = water(step);
            assertThat(water).as("step " + step).hasSizeGreaterThan(20).allMatch(Geometry::isValid);
            double sum = water.stream().mapToDouble(Geometry::getArea).sum();
            assertThat(all(water).getArea()).as("step " + step).isCloseTo(sum, within(sum * 1e-4));
        }
    }

    @Test
    void risingWaterHoldsTheStepBeforeAndTheLastStepFalls() {
        Geometry before = all(water(1));
        for (int step = 2; step <= 5; step++) {
            Geometry now = all(water(step));
            Geometry left = OverlayNGRobust.overlay(before, now, OverlayNG.DIFFERENCE);
            // Coordinates are rounded to 0.1 m, so shared shores may differ by slivers.
            assertThat(left.getArea()).as("step " + step).isLessThan(before.getArea() * 1e-4);
            assertThat(now.getArea()).isGreaterThan(before.getArea());
            before = now;
        }
        assertThat(all(water(6)).getArea()).isLessThan(before.getArea());
    }

    @Test
    void someWaterHasNoDepthAndAllOthersHaveThatOfTheirClass() throws IOException {
        for (int step = 3; step <= 6; step++) {
            Set<String> depths = new HashSet<>();
            for (JsonNode feature : features("flood-" + step + ".geojson")) {
                JsonNode properties = feature.get("properties");
                if (!properties.has("kind")) {
                    depths.add(properties.get("depth_m").asString());
                }
            }
            assertThat(depths).as("step " + step).contains("0.2", "0.4", "1.0", "1.8", "");
        }
    }

    @Test
    void everyHouseholdStandsInItsCommuneAndEveryNeedIsPositive() throws IOException {
        List<String> codes = new ArrayList<>();
        List<IndexedPointInAreaLocator> areas = new ArrayList<>();
        List<Integer> people = new ArrayList<>();
        for (JsonNode feature : features("communes.geojson")) {
            codes.add(feature.get("properties").get("code").asString());
            people.add(feature.get("properties").get("population").asInt());
            assertThat(feature.get("properties").get("name").asString()).endsWith("(mô phỏng)");
        }
        GeoJsonReader.read(DemoRooms.FOLDER.resolve("communes.geojson"), feature -> {
            Geometry area = geometry(feature);
            assertThat(area.isValid()).isTrue();
            areas.add(new IndexedPointInAreaLocator(area));
        });
        assertThat(people).allMatch(count -> count >= 2000 && count <= 8000);
        Set<String> refs = new HashSet<>();
        int withNeeds = 0;
        for (String line : lines("households.csv.gz")) {
            String[] cells = line.split(",", -1);
            assertThat(cells[0]).startsWith("MP-");
            assertThat(refs.add(cells[0])).isTrue();
            assertThat(Integer.parseInt(cells[1])).isBetween(1, 9);
            Coordinate at = new Coordinate(Double.parseDouble(cells[5]), Double.parseDouble(cells[6]));
            assertThat(areas.get(codes.indexOf(cells[4])).locate(at)).isNotEqualTo(Location.EXTERIOR);
            for (String need : cells[8].isEmpty() ? new String[0] : cells[8].split(";")) {
                assertThat(Long.parseLong(need.substring(need.indexOf('=') + 1)))
                        .isPositive();
            }
            withNeeds += cells[8].isEmpty() ? 0 : 1;
        }
        assertThat(refs).hasSizeGreaterThanOrEqualTo(20_000);
        assertThat(withNeeds).isBetween(refs.size() / 5, refs.size() * 4 / 5);
    }

    private static List<Geometry> water(int step) {
        List<Geometry> water = new ArrayList<>();
        GeoJsonReader.read(DemoRooms.FOLDER.resolve("flood-" + step + ".geojson"), feature -> {
            if (!feature.properties().containsKey("kind")) {
                water.add(geometry(feature));
            }
        });
        return water;
    }

    private static Geometry geometry(GeoFeature feature) {
        Geometry geometry = feature.geometry();
        if (geometry == null) {
            throw new AssertionError("a feature without a usable geometry");
        }
        return geometry;
    }

    private static Geometry all(List<Geometry> water) {
        return OverlayNGRobust.union(water);
    }

    private static JsonNode features(String file) throws IOException {
        return JsonMapper.shared()
                .readTree(Files.readString(DemoRooms.FOLDER.resolve(file)))
                .get("features");
    }

    private static List<String> lines(String file) throws IOException {
        Path path = DemoRooms.FOLDER.resolve(file);
        try (BufferedReader reader = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(path)), StandardCharsets.UTF_8))) {
            return reader.lines().skip(1).toList();
        }
    }
}
