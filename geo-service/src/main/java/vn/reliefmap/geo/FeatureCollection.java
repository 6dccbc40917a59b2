package vn.reliefmap.geo;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A GeoJSON answer.
 *
 * @param type always {@code FeatureCollection}
 * @param next hand it back as {@code after} for the features that follow; null when there are none
 */
public record FeatureCollection<P>(
        String type, List<Feature<P>> features, @Nullable String next) {
    public static <P> FeatureCollection<P> of(List<Feature<P>> features, @Nullable String next) {
        return new FeatureCollection<>("FeatureCollection", features, next);
    }
}
