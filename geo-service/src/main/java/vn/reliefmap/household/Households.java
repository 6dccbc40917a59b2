package vn.reliefmap.household;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.reliefmap.geo.LonLat;
import vn.reliefmap.kernel.HouseholdId;
import vn.reliefmap.kernel.PhoneNumber;

/** The front door to single households. All changes belong to the caller's transaction. Thread-safe. */
public interface Households {
    Optional<Household> find(HouseholdId id);

    /**
     * Puts a household there, or changes the one that has the reference.
     *
     * @param ref the key of what it comes from; the same one again is the same household
     * @param contact name and telephone number; empty ones leave what is known
     * @param basis on what ground a new one is kept; one that is there keeps its own
     */
    Household put(String ref, Household household, Contact contact, LegalBasis basis);

    /** Says that it stands for itself, or that it turned out to be another one or nobody's home. */
    void stand(HouseholdId id, boolean standing);

    /** Those that stand within a distance of a place, the nearest first. */
    List<Household> near(LonLat place, double metres, boolean simulated, int limit);

    /** Those that the telephone number belongs to, wherever they stand, by id. */
    List<Household> ofPhone(PhoneNumber phone, boolean simulated, int limit);

    /** Name and telephone number, unsealed; for comparing in memory, or to be shown after {@code access.Looks}. */
    Contact contact(HouseholdId id);

    /** Name and telephone number of each, as of {@link #contact}, without those that are not there. */
    Map<HouseholdId, Contact> contacts(Collection<HouseholdId> ids);

    /** Personal data; either may be empty. */
    record Contact(String name, String phone) {
        public static final Contact NONE = new Contact("", "");

        /** Without either. */
        @Override
        public String toString() {
            return "a household's name and telephone number";
        }
    }
}
