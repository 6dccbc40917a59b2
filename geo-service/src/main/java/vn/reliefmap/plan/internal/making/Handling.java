package vn.reliefmap.plan.internal.making;

/** How long loading and handing over take, in seconds. */
public final class Handling {
    /** Loading a vehicle (weak value). */
    public static final int DEPOT_LOADING_S = 30 * 60;
    /** Loading a boat (weak value). */
    public static final int LANDING_LOADING_S = 15 * 60;
    /** Getting ready, and then each household's turn (weak values). */
    private static final int HAND_OVER_S = 10 * 60;

    private static final int PER_HOUSEHOLD_S = 30;
    private static final int LONGEST_HAND_OVER_S = 2 * 3600;

    private Handling() {}

    /** For so many households at one stop. */
    public static int handOverS(int households) {
        return Math.min(LONGEST_HAND_OVER_S, HAND_OVER_S + PER_HOUSEHOLD_S * households);
    }
}
