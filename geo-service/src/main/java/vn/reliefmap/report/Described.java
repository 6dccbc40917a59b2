package vn.reliefmap.report;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vn.reliefmap.geo.LonLat;

/**
 * What is known of somebody who asked for help, from a report or from a list, as far as it can tell two of them apart. Held
 * in memory only, while two are compared: name and words are unsealed here and nowhere else.
 *
 * @param phone keyed fingerprint of the telephone number; null when none is known
 * @param phoneIsOwn false when somebody sent it for others: number and name are then the sender's, not the home's
 * @param at null when no position is known
 * @param accuracyM how far the home may stand from {@code at}, in metres, 0 or more; of no meaning without {@code at}
 * @param commune code; null when unknown
 * @param hamlet as it was written; may be empty
 * @param name as it was written; may be empty
 * @param words what was written freely; may be empty
 * @param when null when no time belongs to it
 */
public record Described(
        @Nullable String phone,
        boolean phoneIsOwn,
        @Nullable LonLat at,
        double accuracyM,
        @Nullable String commune,
        String hamlet,
        String name,
        String words,
        @Nullable Instant when) {}
