package vn.reliefmap.passability;

/**
 * Whether a vehicle class gets through, and how fast.
 *
 * @param passage the answer
 * @param limitM depth in metres that decides for the class: closed from here on; for boats the least depth needed
 * @param speedFactor share of the usual speed, 1 when OPEN, between 0 and 1 when SLOW, 0 when CLOSED or UNKNOWN
 * @param leastSpeedKmh speed that is not undercut while passable
 */
public record Verdict(Passage passage, double limitM, double speedFactor, double leastSpeedKmh) {

    /** The four answers. */
    public enum Passage {
        OPEN,
        SLOW,
        CLOSED,
        /** Under water of unknown depth; never to be driven on wheels. */
        UNKNOWN
    }

    public boolean passable() {
        return passage == Passage.OPEN || passage == Passage.SLOW;
    }

    /**
     * Speed in km/h on a road usually driven at {@code usualKmh}: never above it, 0 when not passable.
     *
     * @param usualKmh speed without water, 0 or more
     */
    public double speedKmh(double usualKmh) {
        if (!passable()) {
            return 0;
        }
        return Math.max(Math.min(leastSpeedKmh, usualKmh), usualKmh * speedFactor);
    }
}
