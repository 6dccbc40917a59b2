package vn.reliefmap.geo;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import vn.reliefmap.kernel.ImportIssue;

/**
 * One feature of a GeoJSON file, as {@link GeoJsonReader} found it.
 *
 * @param number its place in the file's {@code features}, from 1
 * @param properties texts (NFC), {@link Number}s and {@link Boolean}s by name; nulls, lists and objects are left out
 * @param geometry EPSG:4326, x = longitude, never empty, perhaps not valid (see {@link Repair}); null when the feature
 *     cannot be used, and then {@code issues} holds the REFUSED one that says why
 * @param issues what was wrong with the geometry, at most one of them REFUSED; whoever reads the file passes them on
 */
public record GeoFeature(
        long number,
        Map<String, Object> properties,
        @Nullable Geometry geometry,
        List<ImportIssue> issues) {

    /** The first of the named properties that holds something, as text; names match in any case. */
    public Optional<String> text(String... names) {
        return value(names).map(Object::toString).map(String::strip).filter(s -> !s.isEmpty());
    }

    /**
     * The first of the named properties that holds something, as a number; a decimal comma is read too. NaN when it is
     * there and is no number.
     */
    public OptionalDouble number(String... names) {
        Optional<Object> value = value(names);
        if (value.isEmpty()) {
            return OptionalDouble.empty();
        }
        if (value.get() instanceof Number number) {
            return OptionalDouble.of(number.doubleValue());
        }
        String text = value.get().toString().strip().replace(',', '.');
        if (text.isEmpty()) {
            return OptionalDouble.empty();
        }
        try {
            return OptionalDouble.of(Double.parseDouble(text));
        } catch (NumberFormatException e) {
            return OptionalDouble.of(Double.NaN);
        }
    }

    private Optional<Object> value(String... names) {
        for (String name : names) {
            Object exact = properties.get(name);
            if (exact != null) {
                return Optional.of(exact);
            }
            for (Map.Entry<String, Object> entry : properties.entrySet()) {
                if (entry.getKey().toLowerCase(Locale.ROOT).equals(name)) {
                    return Optional.of(entry.getValue());
                }
            }
        }
        return Optional.empty();
    }
}
