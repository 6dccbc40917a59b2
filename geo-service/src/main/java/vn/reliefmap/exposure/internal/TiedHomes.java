package vn.reliefmap.exposure.internal;

import java.util.BitSet;
import java.util.List;
import vn.reliefmap.exposure.Count;
import vn.reliefmap.routing.ClassRoads;
import vn.reliefmap.routing.TiedPlaces;

/**
 * All households of one kind, tied to the roads of one class. Immutable.
 *
 * @param byCommune see {@link HouseholdColumns#byCommune}
 */
record TiedHomes(
        HouseholdColumns households, ClassRoads roads, TiedPlaces places, Count farFromRoad, List<Count> byCommune) {
    static TiedHomes of(HouseholdColumns households, ClassRoads roads) {
        TiedPlaces places = roads.tie(households);
        BitSet far = new BitSet(places.size());
        for (int home = 0; home < places.size(); home++) {
            far.set(home, places.farFromRoad(home));
        }
        return new TiedHomes(households, roads, places, households.count(far), households.byCommune());
    }
}
