package vn.reliefmap.routing.internal;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.reliefmap.flood.WaterPicture;
import vn.reliefmap.kernel.Problem;

/** The grid for boats beside the road graph in use, read when the first boat asks, and its last few waters. Thread-safe. */
@Component
class CurrentBoats {
    private static final int WATERS_KEPT = 3;

    private final GraphFolders folders;
    private final BoatSettings settings;
    private final Cache<Key, BoatWater> waters =
            Caffeine.newBuilder().maximumSize(WATERS_KEPT).build();
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
