package vn.reliefmap.demo.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a folder of demo files holds ({@code demo.json}).
 *
 * @param disaster name of the simulated flood
 * @param base the moment that the times in the files count from; a load moves them to its own
 * @param communes false where imported admin units cover the land
 */
record DemoManifest(String disaster, long seed, int households, Instant base, boolean communes, List<Step> steps) {
    static final String FILE = "demo.json";
    /** Times in the files of every demo count from here; the flood of October 2020 is what they are modelled on. */
    static final Instant NOMINAL_BASE = Instant.parse("2020-10-18T00:00:00Z");

    /** @param hours from the base */
    record Step(String file, int hours, boolean forecast) {}

    static DemoManifest read(Path folder) throws IOException {
        return mapper().readValue(Files.readString(folder.resolve(FILE)), DemoManifest.class);
    }

    void write(Path folder) throws IOException {
        Files.writeString(folder.resolve(FILE), mapper().writeValueAsString(this) + "\n");
    }

    private static JsonMapper mapper() {
        return JsonMapper.builder()
                .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                .enable(SerializationFeature.INDENT_OUTPUT)
                .build();
    }
}
