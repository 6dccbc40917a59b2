package vn.reliefmap.demo.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.junit.jupiter.api.Test;

/**
 * FEATURE UNDER TEST: the bundled roads are what the sketch and the seed say. After a change of the sketch,
 * {@code mvn -pl geo-service test -Dtest=SketchRoadsTest -Drelief.demo.write=true} writes the file anew.
 */
class SketchRoadsTest {
    private static final Path FOLDER =
            Path.of(System.getProperty("relief.root")).resolve("data/demo");
    private static final Path SKETCH = FOLDER.resolve("sketch.json");
    private static final Path ROADS = FOLDER.resolve("roads.osm.gz");

    @Test
    void theCommittedFileIsWhatTheSketchGivesByteForByte() throws IOException {
        if (Boolean.getBoolean("relief.demo.write")) {
            SketchRoads.draw(SKETCH, SketchRoads.SEED, ROADS);
        }
        try (InputStream committed = new GZIPInputStream(Files.newInputStream(ROADS))) {
            assertThat(committed.readAllBytes()).isEqualTo(drawn(SketchRoads.SEED));
        }
        assertThat(Files.size(ROADS)).isLessThan(3_000_000);
    }

    @Test
    void anotherSeedDrawsOtherLanesAroundTheSameTowns() throws IOException {
        String one = new String(drawn(1), StandardCharsets.UTF_8);
        String two = new String(drawn(2), StandardCharsets.UTF_8);

        assertThat(one).isNotEqualTo(two).contains("Đông Hà", "Trà Lộc", "QL1", "Sông Thạch Hãn");
        assertThat(two).contains("Đông Hà", "Trà Lộc", "QL1", "Sông Thạch Hãn");
    }

    @Test
    void theProvinceIsLargeEnoughAndFewBridgesCrossItsRivers() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        SketchRoads.Drawn drawn = SketchRoads.draw(SKETCH, SketchRoads.SEED, out);

        assertThat(drawn.roadLengthM()).isBetween(900_000.0, 2_000_000.0);
        assertThat(drawn.houses()).isBetween(20_000, 30_000);
        assertThat(drawn.settlements()).isGreaterThanOrEqualTo(60);
        String xml = out.toString(StandardCharsets.UTF_8);
        assertThat(xml.split("k=\"bridge\"", -1).length - 1).isBetween(30, 150);
        assertThat(xml.split("k=\"ford\"", -1).length - 1).isGreaterThan(5);
    }

    @Test
    void nodesAreSortedAndNearlyAllRoadsHangTogether() throws IOException, XMLStreamException {
        Map<Long, Long> parents = new HashMap<>();
        List<Long> way = new ArrayList<>();
        long lastNode = 0;
        XMLStreamReader xml = XMLInputFactory.newInstance()
                .createXMLStreamReader(new ByteArrayInputStream(drawn(SketchRoads.SEED)), "UTF-8");
        while (xml.hasNext()) {
            if (xml.next() != XMLStreamConstants.START_ELEMENT) {
                continue;
            }
            if (xml.getLocalName().equals("node")) {
                long id = Long.parseLong(xml.getAttributeValue(null, "id"));
                assertThat(id).isGreaterThan(lastNode);
                assertThat(Double.parseDouble(xml.getAttributeValue(null, "lon")))
                        .isBetween(106.9, 107.6);
                assertThat(Double.parseDouble(xml.getAttributeValue(null, "lat")))
                        .isBetween(16.5, 17.1);
                lastNode = id;
            } else if (xml.getLocalName().equals("way")) {
                way.clear();
            } else if (xml.getLocalName().equals("nd")) {
                way.add(Long.valueOf(xml.getAttributeValue(null, "ref")));
                assertThat(way.get(way.size() - 1)).isLessThanOrEqualTo(lastNode);
            } else if ("highway".equals(xml.getAttributeValue(null, "k"))) {
                way.forEach(id -> parents.put(root(parents, id), root(parents, way.get(0))));
            }
        }
        Map<Long, Integer> sizes = new HashMap<>();
        for (long id : List.copyOf(parents.keySet())) {
            sizes.merge(root(parents, id), 1, Integer::sum);
        }
        int all = sizes.values().stream().mapToInt(Integer::intValue).sum();
        int main = sizes.values().stream().mapToInt(Integer::intValue).max().orElse(0);
        assertThat((double) main / all).isGreaterThan(0.97);
    }

    private static long root(Map<Long, Long> parents, long id) {
        long at = id;
        long parent = parents.getOrDefault(at, at);
        while (parent != at) {
            at = parent;
            parent = parents.getOrDefault(at, at);
        }
        return at;
    }

    private static byte[] drawn(long seed) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        SketchRoads.draw(SKETCH, seed, out);
        return out.toByteArray();
    }
}
