package vn.reliefmap.household;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.reliefmap.geo.LonLat;
import vn.reliefmap.kernel.HouseholdId;
import vn.reliefmap.kernel.PublicCode;

/**
 * What a person sees and corrects of the own data (Law 91/2025/QH15; domain facts, section 5), by a code that an officer of
 * the place hands out and the telephone number that is known of the household. Thread-safe.
 */
public interface OwnData {
    /** A new code for the household, in place of any before; good for 30 days. */
    PublicCode code(UUID account, HouseholdId household);

    /**
     * The household that code and number belong to. Empty for whatever is wrong, without saying what; after ten wrong
     * numbers the code is of no use any more. Where no number is known, only an officer helps.
     */
    Optional<HouseholdId> owner(PublicCode code, String phone);

    /** Empty when there is no such household. */
    Optional<Person> see(HouseholdId household);

    /**
     * Corrects what is not null; empty texts take it away. Problems (400): {@code TEXT_TOO_LONG}, {@code PEOPLE_RANGE},
     * {@code VULNERABLE_RANGE}; {@code DATA_ERASED} (409).
     */
    void correct(HouseholdId household, Correction correction);

    /** Says on what ground the data are kept; {@code DATA_ERASED} (409). A matter of officers, not of the person. */
    void stateBasis(HouseholdId household, LegalBasis basis);

    /**
     * @param commune where it lives, also while it is in a shelter, as {@code place}; code, null in none
     * @param unit hamlet or commune in which it is now
     * @param legalBasis {@code public_task}, {@code protect_life} or {@code consent}
     * @param keepUntil null while the disaster is open
     * @param erasedAt null while the data are here
     */
    record Person(
            HouseholdId household,
            boolean simulated,
            String name,
            String phone,
            int people,
            int vulnerablePeople,
            String address,
            @Nullable String commune,
            @Nullable String unit,
            LonLat place,
            boolean approximate,
            String legalBasis,
            @Nullable Instant keepUntil,
            @Nullable Instant erasedAt) {
        /** Without anything of the person. */
        @Override
        public String toString() {
            return "the data of a household";
        }
    }

    /** What is null stays. */
    record Correction(
            @Nullable String name,
            @Nullable String phone,
            @Nullable String address,
            @Nullable Integer people,
            @Nullable Integer vulnerablePeople) {
        /** Without anything of the person. */
        @Override
        public String toString() {
            return "a correction";
        }
    }
}
