package vn.reliefmap.plan;

/** Looks on while a plan is searched, on the searching thread, and may stop it; the best so far is kept. */
public interface SearchWatch {
    /** Sees nothing, stops nothing. */
    SearchWatch NOBODY = progress -> true;

    /**
     * Called often, at least each second while the search runs.
     *
     * @return false to stop the search
     */
    boolean goOn(Progress progress);

    /**
     * How far the search is.
     *
     * @param share of the search that is done, 0–1
     * @param iterations made so far
     * @param cost of the best plan so far, in the units of the weights
     * @param unassignedStops stops that the best plan so far leaves out, wholly or in part
     */
    record Progress(double share, long iterations, double cost, int unassignedStops) {
        /** This one with the figures of another plan where that one is better. */
        public Progress orBetter(Progress other) {
            boolean better = other.unassignedStops < unassignedStops
                    || (other.unassignedStops == unassignedStops && other.cost < cost);
            return better ? new Progress(share, iterations, other.cost, other.unassignedStops) : this;
        }
    }
}
