package vn.reliefmap.backup.internal;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import vn.reliefmap.backup.BackupManifest;

/** A manifest as JSON that a person can read too. */
public final class ManifestText {
    private static final JsonMapper JSON = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .build();

    private ManifestText() {}

    public static byte[] of(BackupManifest manifest) {
        return (JSON.writeValueAsString(manifest) + "\n").getBytes(StandardCharsets.UTF_8);
    }

    /** The number of the format alone, which later formats will have too; empty when there is none. */
    public static Optional<Integer> format(byte[] text) {
        try {
            JsonNode format = JSON.readTree(text).path("format");
            return format.isInt() ? Optional.of(format.asInt()) : Optional.empty();
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }

    /** Empty when it is not a whole manifest. */
    public static Optional<BackupManifest> read(byte[] text) {
        try {
            BackupManifest manifest = JSON.readValue(text, BackupManifest.class);
            boolean whole = manifest.taken() != null
                    && manifest.schema() != null
                    && manifest.postgis() != null
                    && manifest.ledger() != null
                    && manifest.tables() != null
                    && manifest.parts() != null
                    && manifest.keys() != null;
            return whole ? Optional.of(manifest) : Optional.empty();
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }
}
