package vn.reliefmap.routing.internal;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.linearref.LengthIndexedLine;
import org.springframework.stereotype.Component;
import vn.reliefmap.basemap.BasemapFeatures;
import vn.reliefmap.basemap.LineKind;
import vn.reliefmap.basemap.MapLine;
import vn.reliefmap.geo.Bbox;
import vn.reliefmap.geo.Geometries;
import vn.reliefmap.geo.LonLat;
import vn.reliefmap.kernel.NameFolding;

/**
 * Finds the bridge or ford that a message names, such as "cầu Đuồi nước ngang gối". Only such names tell a place; a street's
 * name tells a line of kilometres.
 */
@Component
class NamedCrossings {
    /** About 20 km: people name a bridge of their own commune. */
    private static final double AROUND_DEG = 0.2;

    private static final Pattern CROSSING = Pattern.compile("(cau|ngam|tran|dap|cong) .*");

    private final BasemapFeatures basemap;

    NamedCrossings(BasemapFeatures basemap) {
        this.basemap = basemap;
    }

    /** The middle of the one with the longest name in the text, the nearest of that name; empty when none is named. */
    Optional<LonLat> find(String text, LonLat near) {
        String words = " " + NameFolding.fold(text) + " ";
        Search search = new Search(words, near.coordinate());
        basemap.eachLine(
                Set.of(LineKind.ROAD),
                new Bbox(
                        Math.max(-180, near.lon() - AROUND_DEG),
                        Math.max(-90, near.lat() - AROUND_DEG),
                        Math.min(180, near.lon() + AROUND_DEG),
                        Math.min(90, near.lat() + AROUND_DEG)),
                search::look);
        return Optional.ofNullable(search.found).map(LonLat::of);
    }

    /** Goes through the roads one by one. */
    private static final class Search {
        private final String words;
        private final Coordinate near;
        private String name = "";
        private double distanceM = Double.POSITIVE_INFINITY;
        private @Nullable Coordinate found;

        Search(String words, Coordinate near) {
            this.words = words;
            this.near = near;
        }

        void look(MapLine road) {
            String folded = road.name() == null ? "" : NameFolding.fold(road.name());
            if (folded.length() < name.length()
                    || !CROSSING.matcher(folded).matches()
                    || !words.contains(" " + folded + " ")) {
                return;
            }
            Coordinate middle =
                    new LengthIndexedLine(road.line()).extractPoint(road.line().getLength() / 2);
            double farM = Geometries.distanceMeters(near, middle);
            if (folded.length() > name.length() || farM < distanceM) {
                name = folded;
                distanceM = farM;
                found = middle;
            }
        }
    }
}
