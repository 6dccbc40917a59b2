package vn.reliefmap.plan;

/**
 * How much of a short item is shared between communes before the priority decides.
 *
 * @param largestGap no commune's served share ends farther than this below the province's; 0.2 by the domain facts,
 *     section 3
 * @param sharedAtLeast part of the stock that is shared between communes however short it is; a weak value
 */
public record FairnessRule(double largestGap, double sharedAtLeast) {
    public static final FairnessRule DEFAULT = new FairnessRule(0.2, 0.5);

    public FairnessRule {
        if (!(largestGap >= 0 && largestGap <= 1 && sharedAtLeast >= 0 && sharedAtLeast <= 1)) {
            throw new IllegalArgumentException("both are shares, 0 to 1");
        }
    }

    /** Packs out of {@code stock} that communes share; neither they nor the rest shrink when there is more stock. */
    long shared(long stock, long needed) {
        long byGap = stock - (long) Math.floor(largestGap * needed);
        long byShare = (long) Math.floor(sharedAtLeast * stock);
        return Math.max(byGap, byShare);
    }
}
