package vn.reliefmap.household;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import vn.reliefmap.geo.LonLat;
import vn.reliefmap.kernel.HouseholdId;

/**
 * Places where families stay while they cannot be at home. Who is in a shelter stands there for everything: what it needs is
 * brought there, and it is counted there once. Thread-safe.
 */
public interface Shelters {
    /** Opens one; the same id and the same words again change nothing. */
    Shelter open(UUID by, Shelter shelter);

    Optional<Shelter> find(UUID id);

    /** By name. */
    List<Taken> list(boolean simulated);

    /**
     * Moves a household in, from home or from another shelter. A {@code SHELTER_FULL} problem (409) when it has no room for so
     * many, {@code SHELTER_OTHER_KIND} (409) when one of both is simulated and the other is not.
     *
     * @param id of this move, made by the sender; the same again changes nothing
     */
    void moveIn(UUID id, HouseholdId household, UUID shelter, UUID by);

    /** Moves it home; nothing for one that is at home. */
    void moveHome(UUID id, HouseholdId household, UUID by);

    /**
     * A shelter.
     *
     * @param commune code
     * @param capacity people
     * @param inCharge account of a team or an officer
     */
    record Shelter(
            UUID id, String name, boolean simulated, String commune, LonLat place, int capacity, UUID inCharge) {}

    /** A shelter with those in it. */
    record Taken(Shelter shelter, int households, int people) {
        /** People who still find room. */
        public int free() {
            return Math.max(0, shelter.capacity() - people);
        }
    }
}
