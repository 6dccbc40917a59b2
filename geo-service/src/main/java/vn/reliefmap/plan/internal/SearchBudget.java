package vn.reliefmap.plan.internal;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import vn.reliefmap.plan.SearchLimits;
import vn.reliefmap.plan.SearchRecord;
import vn.reliefmap.plan.SearchWatch;

/** Counts iterations and time of one search over all its phases, tells whoever watches, and says when to end. */
final class SearchBudget {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final long LOOK_EVERY = 64;
    private static final long TELL_EVERY_NS = Duration.ofMillis(200).toNanos();

    private final SearchLimits limits;
    private final SearchWatch watch;
    private final long began;
    private final long ends;
    private long toldAt;
    private long done;
    private boolean stopped;
    private long iterations;

    SearchBudget(SearchLimits limits, SearchWatch watch) {
        this.limits = limits;
        this.watch = watch;
        began = now();
        ends = began + limits.time().toNanos();
        toldAt = began;
        iterations = limits.iterations();
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

    /** Length of the search; 0 while it is not known yet. */
    long iterations() {
        return iterations;
    }

    void iterations(long chosen) {
        iterations = chosen;
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
            stopped = !watch.goOn(search.progress(share, done));
        }
        return !stopped;
    }

    SearchRecord record() {
        return new SearchRecord(limits.seed(), iterations, done, stopped, elapsedNs() / 1e9);
    }

    /** Says how good its best is so far. */
    interface Progressing {
        SearchWatch.Progress progress(double share, long done);
    }
}
