package vn.reliefmap.plan;

/**
 * One call at a stop, or at a landing that is filled for boats.
 *
 * @param stop index of the stop; {@link #NONE} when a landing is filled
 * @param landing index of the source that is filled; {@link #NONE} at a stop
 * @param load what is handed over
 * @param arriveS when the vehicle comes, in seconds after the start of the plan
 * @param beginS when handing over begins; later than arriving when the window was not open yet
 * @param departS when it leaves
 */
public record Visit(int stop, int landing, Load load, int arriveS, int beginS, int departS) {
    /** Not a stop, not a landing. */
    public static final int NONE = -1;
}
