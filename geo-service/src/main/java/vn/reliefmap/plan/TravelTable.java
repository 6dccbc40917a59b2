package vn.reliefmap.plan;

import java.util.function.IntBinaryOperator;
import vn.reliefmap.kernel.Problem;

/**
 * Times and distances from each place to each other for one vehicle class, row by row: the way from {@code a} to {@code
 * b} stands at {@code a * places + b}. The arrays are not copied and must not change.
 */
public final class TravelTable {
    /** Stands in both arrays where there is no way. */
    public static final int NO_WAY = -1;

    private final int places;
    private final int[] durationsS;
    private final int[] distancesM;

    public TravelTable(int places, int[] durationsS, int[] distancesM) {
        if (durationsS.length != places * places || distancesM.length != places * places) {
            throw Problem.badField(
                            "TABLE_SIZE",
                            "tables",
                            "places × places",
                            "Ma trận đi lại không khớp với số địa điểm.",
                            "A travel table does not fit the number of places.")
                    .asException();
        }
        this.places = places;
        this.durationsS = durationsS;
        this.distancesM = distancesM;
    }

    public int places() {
        return places;
    }

    /** Fills a table whose distances are numerically equal to its times; for drills and tests. */
    public static TravelTable of(int places, IntBinaryOperator duration) {
        int[] both = new int[places * places];
        for (int a = 0; a < places; a++) {
            for (int b = 0; b < places; b++) {
                both[a * places + b] = duration.applyAsInt(a, b);
            }
        }
        return new TravelTable(places, both, both);
    }

    /** Seconds, or {@link #NO_WAY}. */
    public int durationS(int from, int to) {
        return durationsS[from * places + to];
    }

    /** Metres, or {@link #NO_WAY}. */
    public int distanceM(int from, int to) {
        return distancesM[from * places + to];
    }

    public boolean joins(int from, int to) {
        return durationS(from, to) >= 0;
    }
}
