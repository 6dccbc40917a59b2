package vn.reliefmap.plan;

/**
 * From when until when, in seconds after the start of the plan; both ends belong to it. A window may lie in the past or
 * be empty: then nothing fits into it.
 */
public record TimeWindow(int fromS, int toS) {
    /** Past every plan: about eight years. */
    public static final int END_OF_TIME = 1 << 28;

    /** From the start of the plan, without end. */
    public static final TimeWindow ALWAYS = new TimeWindow(0, END_OF_TIME);

    public TimeWindow {
        fromS = Math.max(-END_OF_TIME, Math.min(END_OF_TIME, fromS));
        toS = Math.max(-END_OF_TIME, Math.min(END_OF_TIME, toS));
    }
}
