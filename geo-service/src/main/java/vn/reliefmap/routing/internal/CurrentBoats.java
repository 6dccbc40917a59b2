package vn.reliefmap.routing.internal;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.reliefmap.flood.WaterPicture;
import vn.reliefmap.kernel.Problem;

/** The grid for boats beside the road graph in use, read when the first boat asks, and its last few waters. Thread-safe. */
@Component
class CurrentBoats {
    private static final int WATERS_KEPT = 3;
    private static final int SPANS_KEPT = 2;

    private final GraphFolders folders;
    private final BoatSettings settings;
    private final Cache<Key, BoatWater> waters =
            Caffeine.newBuilder().maximumSize(WATERS_KEPT).build();
    private final Cache<List<Key>, BoatWater> spans =
            Caffeine.newBuilder().maximumSize(SPANS_KEPT).build();
    private @Nullable BoatGrid grid;
    private long importId;

    CurrentBoats(GraphFolders folders, BoatSettings settings) {
        this.folders = folders;
        this.settings = settings;
    }

    /** Equal for the same two objects only: a new picture or grid is never taken for an old one. */
    private record Key(BoatGrid grid, @Nullable WaterPicture picture) {
        @Override
        public boolean equals(Object other) {
            return other instanceof Key key && key.grid == grid && key.picture == picture;
        }

        @Override
        public int hashCode() {
            return 31 * System.identityHashCode(grid) + System.identityHashCode(picture);
        }
    }

    /** The depths for boats; throws a {@code BOATS_NOT_READY} problem (503) when the roads were imported without them. */
    BoatWater water(RoadGraph graph, @Nullable WaterPicture reported) {
        // What is said of roads does not lift or sink a boat.
        WaterPicture picture = reported == null ? null : reported.withoutReports();
        return waters.get(
                new Key(grid(graph.importId()), picture),
                key -> new BoatWater(key.grid(), picture, settings.permanentDepthM()));
    }

    /** The worst of all pictures, as {@link #water(RoadGraph, WaterPicture)}; no flood where there is none. */
    BoatWater worst(RoadGraph graph, List<WaterPicture> reported) {
        if (reported.size() < 2) {
            return water(graph, reported.isEmpty() ? null : reported.get(0));
        }
        BoatGrid cells = grid(graph.importId());
        return spans.get(
                reported.stream()
                        .map(picture -> new Key(cells, picture.withoutReports()))
                        .distinct()
                        .toList(),
                keys -> BoatWater.worst(
                        reported.stream().map(picture -> water(graph, picture)).toList()));
    }

    private synchronized BoatGrid grid(long wanted) {
        BoatGrid current = grid;
        if (current == null || importId != wanted) {
            try {
                current = BoatGrid.read(folders.of(wanted).resolve(BoatGridImport.FILE));
            } catch (IOException e) {
                throw Problem.unavailable(
                                "BOATS_NOT_READY",
                                "Chưa có mạng lưới đường thuyền. Hãy nhập lại tệp đường.",
                                "There is no network for boats yet. Import the road file again.")
                        .asException();
            }
            grid = current;
            importId = wanted;
        }
        return current;
    }
}
