package vn.reliefmap.routing;

import java.util.List;
import vn.reliefmap.flood.WaterPicture;

/** The dry roads of one import for one vehicle class as flat arrays. Immutable and thread-safe. */
public interface ClassRoads {
    /** False once a newer road import is in use: then ask {@link RoadReach} again and tie anew. */
    boolean current();

    /** Ties each place to its road on the dry network, once: about 10 microseconds and 16 bytes for each. */
    TiedPlaces tie(PlaceColumns places);

    /**
     * Which places wheels reach from at least one start under the water. Both must be tied to these roads. A place is
     * reached when there is a way there; one-way streets may make the way home another one, or none.
     */
    default Reach reach(WaterPicture water, TiedPlaces starts, TiedPlaces places) {
        return reach(List.of(water), starts, places);
    }

    /**
     * The same under the worst of several pictures: over roads that are passable in each of them.
     *
     * @param waters at least one, oldest first
     */
    Reach reach(List<WaterPicture> waters, TiedPlaces starts, TiedPlaces places);
}
