package vn.reliefmap.need;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.reliefmap.kernel.DisasterId;
import vn.reliefmap.kernel.HouseholdId;
import vn.reliefmap.kernel.NeedId;

/**
 * Takes somebody's word that a need still holds. An older word than the one that is known changes nothing. In the caller's
 * transaction; whoever may say so, the caller asks. Thread-safe.
 */
public interface Confirmations {
    /**
     * One line.
     *
     * @param id of this word, made by the sender
     */
    void confirm(UUID id, NeedId need, Word word);

    /** Every line of the household that is still open in the disaster; how many there are. */
    int confirm(UUID id, HouseholdId household, DisasterId disaster, Word word);

    /**
     * Who said it.
     *
     * @param by account; null for an SMS
     */
    record Word(Instant at, Means means, @Nullable UUID by) {}

    /** How it came. */
    enum Means {
        OFFICER,
        TEAM,
        SMS;

        /** As it stands in JSON and in the database. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
