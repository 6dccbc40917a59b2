package vn.reliefmap.plan;

import org.jspecify.annotations.Nullable;

/**
 * What one receiver, a household or a delivery zone, still lacks of one item. Amounts are in thousandths of the item's
 * unit.
 *
 * @param id of the need; no two needs of one item share it, and it decides between equals
 * @param commune that answers for the receiver; null when it stands in none
 * @param neededMilli all that was asked for, above 0
 * @param toCarryMilli what nobody has delivered or taken on yet, 0 to {@code neededMilli}
 * @param people who share it, 0 or more
 * @param hoursSinceAid since anything last reached them; positive infinity when nothing ever did
 * @param silent nobody confirmed it in time, and it is behind water: silence is not safety
 * @param threatToLife comes before every score (domain facts, section 3)
 */
public record AllocationNeed(
        String id,
        String item,
        @Nullable String commune,
        long neededMilli,
        long toCarryMilli,
        int people,
        boolean vulnerable,
        double hoursSinceAid,
        boolean cutOff,
        boolean silent,
        boolean threatToLife) {
    /** What raises those who are cut off and of whom nothing is heard; weak, as the other factors. */
    public static final double SILENCE = 1.5;

    /** One that was heard of. */
    public AllocationNeed(
            String id,
            String item,
            @Nullable String commune,
            long neededMilli,
            long toCarryMilli,
            int people,
            boolean vulnerable,
            double hoursSinceAid,
            boolean cutOff,
            boolean threatToLife) {
        this(
                id,
                item,
                commune,
                neededMilli,
                toCarryMilli,
                people,
                vulnerable,
                hoursSinceAid,
                cutOff,
                false,
                threatToLife);
    }

    public AllocationNeed {
        if (neededMilli <= 0 || toCarryMilli < 0 || toCarryMilli > neededMilli) {
            throw new IllegalArgumentException(
                    "0 <= toCarry <= needed, needed > 0: " + toCarryMilli + " of " + neededMilli);
        }
        if (people < 0 || !(hoursSinceAid >= 0)) {
            throw new IllegalArgumentException("people and hours are 0 or more");
        }
    }

    /**
     * The priority of the domain facts, section 3, without the share still lacking: people × min(hours since aid, 48)/48
     * × 1.5 if vulnerable × 1.5 if cut off × 1.5 if silent.
     */
    double weight() {
        double waited = Math.min(hoursSinceAid, 48) / 48;
        return people * waited * (vulnerable ? 1.5 : 1) * (cutOff ? 1.5 : 1) * (silent ? SILENCE : 1);
    }

    /** Share of the need that was delivered or is under way, 0 to 1. */
    double servedShare() {
        return 1 - (double) toCarryMilli / neededMilli;
    }
}
