package vn.reliefmap.plan;

import java.util.List;

/**
 * From loading at a source to the last visit before the next loading or home.
 *
 * @param source index of the source where it loads
 * @param underWay true for a trip that was given as under way and is unchanged
 * @param loadingFromS when loading begins, in seconds after the start of the plan
 * @param departS when the vehicle leaves the source
 * @param load everything it carries when it leaves: the sum of its visits
 */
public record Trip(int source, boolean underWay, int loadingFromS, int departS, Load load, List<Visit> visits) {
    public Trip {
        visits = List.copyOf(visits);
    }

    /** The same trip as one that must not change any more. */
    public Trip asUnderWay() {
        return new Trip(source, true, loadingFromS, departS, load, visits);
    }
}
