package vn.reliefmap.ledger.internal;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;
import vn.reliefmap.kernel.CanonicalJson;
import vn.reliefmap.ledger.Facts;
import vn.reliefmap.ledger.LedgerEntry;

/** An entry as the text that is stored and hashed. */
final class EntryText {
    /** Stands before the first entry. */
    static final byte[] BEGINNING = new byte[32];

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {};

    private EntryText() {}

    static String of(long seq, UUID id, Instant at, String kind, Facts facts) {
        return CanonicalJson.of(JSON.writeValueAsString(
                Map.of("seq", seq, "id", id.toString(), "at", at.toString(), "kind", kind, "facts", facts.values())));
    }

    static byte[] hash(byte[] previous, String entry) {
        return CanonicalJson.sha256(previous, entry.getBytes(StandardCharsets.UTF_8));
    }

    /** Throws a {@link RuntimeException} when the text is not one that {@link #of} made. */
    @SuppressWarnings("unchecked")
    static LedgerEntry read(String entry, String previous, String hash) {
        Map<String, Object> parts = JSON.readValue(entry, OBJECT);
        return new LedgerEntry(
                ((Number) part(parts, "seq")).longValue(),
                UUID.fromString((String) part(parts, "id")),
                Instant.parse((String) part(parts, "at")),
                (String) part(parts, "kind"),
                (Map<String, Object>) part(parts, "facts"),
                previous,
                hash);
    }

    private static Object part(Map<String, Object> parts, String name) {
        return Objects.requireNonNull(parts.get(name), name);
    }
}
