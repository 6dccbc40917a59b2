package vn.reliefmap.plan.internal;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import vn.reliefmap.plan.SearchLimits;
import vn.reliefmap.plan.SearchRecord;
import vn.reliefmap.plan.SearchWatch;
import vn.reliefmap.plan.SearchWatch.Progress;

/** Counts iterations and time of one search over all its phases, tells whoever watches, and says when to end. */
final class SearchBudget {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    /** Share of the time for which it is worth to begin once more. */
    private static final double ANOTHER = 0.4;

    /** Most iterations for each stop of a search by time. */
    private static final int PER_STOP = 20_000;

    private static final long LOOK_EVERY = 64;
    private static final long TELL_EVERY_NS = Duration.ofMillis(200).toNanos();

    private final SearchLimits limits;
    private final SearchWatch watch;
    private final long began;
    private final long ends;
    private final long runBegan;
    private long toldAt;
    private long done;
    private boolean stopped;
    private @Nullable Progress last;
    /** What the run before had reached: it is not lost while this one begins anew. */
    private final @Nullable Progress bestBefore;

    private long iterations;
    private final long most;

    /** @param stops of the problem: a search by time ends early where more iterations would change nothing */
    SearchBudget(SearchLimits limits, SearchWatch watch, int stops) {
        this.limits = limits;
        this.watch = watch;
        began = now();
        runBegan = began;
        ends = began + limits.time().toNanos();
        toldAt = began;
        iterations = limits.iterations();
        bestBefore = null;
        most = (long) PER_STOP * Math.max(1, stops);
    }

    private SearchBudget(SearchBudget before, long iterations) {
        limits = before.limits;
        watch = before.watch;
        began = before.began;
        runBegan = now();
        ends = before.ends;
        toldAt = before.toldAt;
        this.iterations = iterations;
        bestBefore = before.last;
        most = before.most;
    }

    /** True when the search was laid out so short, its pace being measured too early, that much time is left. */
    boolean hasTimeForAnother() {
        return limits.iterations() == 0
                && !stopped
                && done > 0
                && leftNs() > ANOTHER * limits.time().toNanos();
    }

    /** For one more search from the beginning, as long as the time that is left allows by the pace of this one. */
    SearchBudget another() {
        double share = leftNs() / (double) Math.max(1, now() - runBegan);
        return new SearchBudget(this, Math.min(most, Math.max(iterations, (long) (iterations * share))));
    }

    private long now() {
        return limits.clock() == SearchLimits.Clock.PROCESSOR ? THREADS.getCurrentThreadCpuTime() : System.nanoTime();
    }

    long elapsedNs() {
        return now() - began;
    }

    long leftNs() {
        return ends - now();
    }

    long seed() {
        return limits.seed();
    }

    /** Length of the search; 0 while it is not known yet. */
    long iterations() {
        return iterations;
    }

    void iterations(long chosen) {
        iterations = Math.min(most, chosen);
    }

    boolean stopped() {
        return stopped;
    }

    /** Counts one iteration. False when the search must end now. */
    boolean next(Progressing search, double share) {
        if (stopped) {
            return false;
        }
        if (limits.stopAfter() > 0 && done >= limits.stopAfter()) {
            stopped = true;
            return false;
        }
        if (done % LOOK_EVERY == 0 && !look(search, share)) {
            return false;
        }
        done++;
        return true;
    }

    private boolean look(Progressing search, double share) {
        long now = now();
        if (now >= ends) {
            stopped = true;
            return false;
        }
        if (done == 0 || now - toldAt >= TELL_EVERY_NS) {
            toldAt = now;
            double byTime = (now - began) / (double) limits.time().toNanos();
            Progress progress = search.progress(limits.iterations() == 0 ? byTime : share, done);
            last = bestBefore == null ? progress : progress.orBetter(bestBefore);
            stopped = !watch.goOn(last);
        }
        return !stopped;
    }

    SearchRecord record() {
        return new SearchRecord(limits.seed(), iterations, done, stopped, elapsedNs() / 1e9);
    }

    /** Says how good its best is so far. */
    interface Progressing {
        Progress progress(double share, long done);
    }
}
