package vn.reliefmap.plan;

import java.time.Duration;

/**
 * How long to search. The same problem, seed, iterations and {@code stopAfter} give the same plan. Given a time instead,
 * the search first measures its pace, and says in {@link SearchRecord} how to do it again.
 *
 * @param iterations length of the search; 0 = as many as the time allows
 * @param stopAfter break off after so many iterations in all; 0 = at the end
 * @param time never longer than this
 * @param clock by which {@code time} is measured
 */
public record SearchLimits(long seed, long iterations, long stopAfter, Duration time, Clock clock) {
    /** Which time is measured. */
    public enum Clock {
        /** What a person waits. */
        WALL,
        /** What the searching thread used; for benchmarks on a busy machine. */
        PROCESSOR
    }

    /** So many iterations, however long they take. */
    public static SearchLimits iterations(long seed, long iterations) {
        return new SearchLimits(seed, iterations, 0, Duration.ofDays(1), Clock.WALL);
    }

    /** As many iterations as fit into the time that a person waits. */
    public static SearchLimits within(long seed, Duration time) {
        return new SearchLimits(seed, 0, 0, time, Clock.WALL);
    }

    /** The search that gave this record once more. */
    public static SearchLimits again(SearchRecord record) {
        return new SearchLimits(record.seed(), record.iterations(), record.done(), Duration.ofDays(1), Clock.WALL);
    }
}
