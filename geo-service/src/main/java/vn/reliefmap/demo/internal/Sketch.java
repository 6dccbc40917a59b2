package vn.reliefmap.demo.internal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/**
 * The hand-drawn province ({@code data/demo/sketch.json}): what is true of it. All positions are {@code [lon, lat]} in
 * degrees, WGS 84.
 *
 * @param bbox minLon, minLat, maxLon, maxLat
 * @param coastSouthToNorth the shore, the sea on its right hand
 */
record Sketch(
        String name,
        List<Double> bbox,
        List<List<Double>> coastSouthToNorth,
        List<River> rivers,
        List<Pond> ponds,
        List<List<List<Double>>> hills,
        List<Road> roads,
        Road rail,
        List<Place> places) {

    /**
     * @param kind river, canal or stream
     * @param widthM width at its start and at its end, metres
     */
    record River(String name, String kind, List<Double> widthM, List<List<Double>> points) {
        double meanWidthM() {
            return (widthM.get(0) + widthM.get(1)) / 2;
        }
    }

    /**
     * @param kind lake, reservoir or pond
     * @param radiusM half its length and half its breadth, metres
     */
    record Pond(String name, String kind, List<Double> centre, List<Double> radiusM) {}

    /** A highway or the railway; {@code class} in the file is the value of OpenStreetMap's {@code highway} tag. */
    record Road(
            String name,
            @Nullable String ref,

            @com.fasterxml.jackson.annotation.JsonProperty("class") @Nullable
            String highway,

            List<List<Double>> points) {}

    /**
     * @param kind city, town or village
     * @param houses how many houses to draw; null leaves it to chance
     */
    record Place(
            String name,
            String kind,
            List<Double> at,
            @Nullable Integer houses) {}

    static Sketch read(Path file) throws IOException {
        JsonMapper mapper = JsonMapper.builder()
                .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .build();
        try (InputStream in = Files.newInputStream(file)) {
            return mapper.readValue(in, Sketch.class);
        }
    }

    Plane plane() {
        return new Plane((bbox.get(0) + bbox.get(2)) / 2, (bbox.get(1) + bbox.get(3)) / 2);
    }
}
