package vn.reliefmap.report;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import vn.reliefmap.kernel.HouseholdId;
import vn.reliefmap.kernel.PublicCode;

/**
 * A report in the queue of those who decide, without anything personal.
 *
 * @param unit whose officers decide: code of a hamlet or commune, the province's after a hand-over; null when nobody knows
 * @param silent true when it was the first word from its commune for a day: silence is not safety
 * @param number of the newest decision; 0 for none
 * @param items codes of what is asked for
 * @param household whose it is; null without one
 * @param approximate true when its place tells a neighbourhood and no house
 * @param suspected the form's trap was filled in: look closely
 */
public record WaitingReport(
        ReportId report,
        PublicCode code,
        Kind kind,
        Channel channel,
        ReportState state,
        int number,
        @Nullable String unit,
        Pressing pressing,
        boolean silent,
        int people,
        int vulnerablePeople,
        List<String> items,
        Instant receivedAt,
        @Nullable HouseholdId household,
        boolean approximate,
        boolean suspected,
        boolean simulated) {

    /** How soon somebody should look, worked out from the report alone; the most pressing first. */
    public enum Pressing {
        /** Life is in danger. */
        SOS(0),
        /** Medicine is asked for, or somebody vulnerable lacks water or food. */
        CRITICAL(1),
        /** Somebody is vulnerable. */
        HIGH(2),
        NORMAL(3);

        private final int place;

        Pressing(int place) {
            this.place = place;
        }

        /** By its place in the queue, 0 for the first. */
        public static Pressing at(int place) {
            return Arrays.stream(values())
                    .filter(pressing -> pressing.place == place)
                    .findFirst()
                    .orElseThrow();
        }

        /** As it stands in JSON. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
