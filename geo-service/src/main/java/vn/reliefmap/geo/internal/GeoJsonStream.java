package vn.reliefmap.geo.internal;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.UnexpectedEndOfInputException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonReadFeature;
import vn.reliefmap.geo.Crs;
import vn.reliefmap.geo.GeoFeature;
import vn.reliefmap.geo.GeoJsonSummary;
import vn.reliefmap.kernel.ImportIssue;

/** One reading of one GeoJSON file. Not thread-safe. */
public final class GeoJsonStream {
    /** Characters that something else than geometry may take in one piece; GeoJSON of ours stays far below. */
    private static final long LONGEST_ASIDE = 8L << 20;

    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxStringLength(1 << 20)
                    .maxNameLength(10_000)
                    .maxNestingDepth(100)
                    .maxDocumentLength(-1)
                    .build())
            .build();

    private final Path file;
    private final boolean crsGiven;
    private final Consumer<GeoFeature> each;
    private final FilePlacing placing;
    private boolean crsRead;
    private boolean featuresRead;

    public GeoJsonStream(Path file, @Nullable Crs given, Consumer<GeoFeature> each) {
        this.file = file;
        this.crsGiven = given != null;
        this.each = each;
        this.placing = new FilePlacing(given == null ? new Crs(Crs.LON_LAT) : given);
    }

    /** Reads it all; problems as {@link vn.reliefmap.geo.GeoJsonReader} lists them. */
    public GeoJsonSummary read() {
        try (Reader text = TextFile.open(file)) {
            parse(new CountingReader(text));
            return placing.summary();
        } catch (CharacterCodingException e) {
            throw TextFile.encoding(file);
        } catch (IOException e) {
            throw TextFile.unreadable(file, e);
        }
    }

    private void parse(CountingReader text) {
        try (JsonParser json = JSON.createParser(ObjectReadContext.empty(), text)) {
            document(json);
        } catch (UnexpectedEndOfInputException e) {
            throw TextFile.truncated(file);
        } catch (JacksonException e) {
            if (e.getCause() instanceof IOException cause) {
                throw TextFile.unreadable(file, cause);
            }
            TokenStreamLocation at = e.getLocation();
            if (at == null) {
                throw TextFile.syntax(file, 0, 0);
            }
            // After a comma or a decimal point the parser calls the end of the file a mistake like any other.
            throw text.ended() && at.getCharOffset() >= text.count() - 1
                    ? TextFile.truncated(file)
                    : TextFile.syntax(file, at.getLineNr(), at.getColumnNr());
        }
    }

    /** Knows how much was read, to tell a file that ends too early from one with a mistake inside. */
    private static final class CountingReader extends FilterReader {
        private long count;
        private boolean ended;

        CountingReader(Reader in) {
            super(in);
        }

        @Override
        public int read(char[] buffer, int from, int length) throws IOException {
            int read = super.read(buffer, from, length);
            ended |= read < 0;
            count += Math.max(read, 0);
            return read;
        }

        long count() {
            return count;
        }

        boolean ended() {
            return ended;
        }
    }

    private void document(JsonParser json) {
        JsonToken first = json.nextToken();
        if (first == null) {
            throw TextFile.empty(file);
        }
        if (first != JsonToken.START_OBJECT) {
            throw TextFile.notGeoJson(file);
        }
        for (String name = json.nextName(); name != null; name = json.nextName()) {
            JsonToken value = json.nextToken();
            switch (name) {
                case "type" -> {
                    if (value != JsonToken.VALUE_STRING || !"FeatureCollection".equals(json.getString())) {
                        throw TextFile.notGeoJson(file);
                    }
                }
                case "crs" -> crs(json);
                case "features" -> features(json);
                default -> skip(json);
            }
        }
        if (!featuresRead) {
            throw TextFile.notGeoJson(file);
        }
        if (json.nextToken() != null) {
            throw TextFile.syntax(
                    file,
                    json.currentLocation().getLineNr(),
                    json.currentLocation().getColumnNr());
        }
    }

    /** The member {@code {"type":"name","properties":{"name":"urn:ogc:def:crs:EPSG::32648"}}}, dropped by RFC 7946 but common. */
    private void crs(JsonParser json) {
        String found = "";
        if (json.currentToken() == JsonToken.START_OBJECT) {
            for (int depth = 1; depth > 0; ) {
                JsonToken token = json.nextToken();
                if (token == null) {
                    throw TextFile.truncated(file);
                }
                if (token.isStructStart()) {
                    depth++;
                } else if (token.isStructEnd()) {
                    depth--;
                } else if (depth == 2 && token == JsonToken.VALUE_STRING && "name".equals(json.currentName())) {
                    found = json.getString();
                }
            }
        } else {
            skip(json);
        }
        if (found.isEmpty() || crsGiven || crsRead) {
            return;
        }
        crsRead = true;
        Crs crs = Crs.parse(found);
        if (crs.equals(placing.crs())) {
            return;
        }
        if (featuresRead) {
            throw TextFile.crsTooLate(file, found);
        }
        placing.use(crs);
    }

    private void features(JsonParser json) {
        if (json.currentToken() != JsonToken.START_ARRAY || featuresRead) {
            throw TextFile.notGeoJson(file);
        }
        featuresRead = true;
        long number = 0;
        for (JsonToken t = json.nextToken(); t != JsonToken.END_ARRAY; t = json.nextToken()) {
            if (t == null) {
                throw TextFile.truncated(file);
            }
            each.accept(feature(json, ++number));
        }
    }

    private GeoFeature feature(JsonParser json, long number) {
        GeometryTokens tokens = new GeometryTokens();
        Map<String, Object> properties = new LinkedHashMap<>();
        boolean isFeature = json.currentToken() == JsonToken.START_OBJECT;
        if (isFeature) {
            for (String name = json.nextName(); name != null; name = json.nextName()) {
                json.nextToken();
                switch (name) {
                    case "geometry" -> tokens.read(json);
                    case "properties" -> properties(json, properties);
                    default -> skip(json);
                }
            }
        } else {
            skip(json);
        }
        List<ImportIssue> issues = new ArrayList<>();
        Geometry geometry = null;
        try {
            geometry = placing.place(tokens.geometry());
        } catch (GeometryFault fault) {
            issues.add(fault.issue(number));
        }
        placing.counted();
        if (tokens.closedRings() > 0 && geometry != null) {
            issues.add(ImportIssue.repaired(
                    number,
                    "RING_OPEN",
                    "Vòng ranh giới chưa khép kín, đã được khép lại.",
                    "A ring was not closed; it was closed.",
                    "Lặp lại điểm đầu ở cuối mỗi vòng.",
                    "Repeat the first position at the end of each ring."));
        }
        return new GeoFeature(number, properties, geometry, List.copyOf(issues));
    }

    private void properties(JsonParser json, Map<String, Object> into) {
        if (json.currentToken() != JsonToken.START_OBJECT) {
            skip(json);
            return;
        }
        for (String name = json.nextName(); name != null; name = json.nextName()) {
            JsonToken value = json.nextToken();
            String key = Normalizer.normalize(name, Normalizer.Form.NFC);
            if (into.size() > 10_000) {
                throw TextFile.notGeoJson(file);
            }
            switch (value) {
                case VALUE_STRING -> into.put(key, Normalizer.normalize(json.getString(), Normalizer.Form.NFC));
                case VALUE_TRUE, VALUE_FALSE -> into.put(key, json.getBooleanValue());
                case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> into.put(key, json.getDoubleValue());
                default -> skip(json);
            }
        }
    }

    /** Passes over a value that is not ours; one that does not end soon is no GeoJSON. */
    private void skip(JsonParser json) {
        if (!json.currentToken().isStructStart()) {
            return;
        }
        long start = json.currentLocation().getCharOffset();
        for (int depth = 1; depth > 0; ) {
            JsonToken token = json.nextToken();
            if (token == null) {
                throw TextFile.truncated(file);
            }
            depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
            if (json.currentLocation().getCharOffset() - start > LONGEST_ASIDE) {
                throw TextFile.notGeoJson(file);
            }
        }
    }
}
