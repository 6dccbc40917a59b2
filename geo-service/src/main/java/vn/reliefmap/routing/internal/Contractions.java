package vn.reliefmap.routing.internal;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.graphhopper.routing.weighting.Weighting;
import java.lang.ref.WeakReference;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.reliefmap.routing.internal.contraction.Contraction;
import vn.reliefmap.routing.internal.contraction.Customization;
import vn.reliefmap.routing.internal.contraction.Shortcuts;

/**
 * The contractions of one road graph, one per weighting (that is, per water snapshot and vehicle class), made in the
 * background when one is asked for. Nobody waits: whoever finds none goes the longer way. Thread-safe.
 */
final class Contractions {
    private static final Logger LOG = LoggerFactory.getLogger(Contractions.class);
    private static final long MOST_BYTES = 512L << 20;
    /** About what making one takes, by measurement: ten to twelve arcs per edge, 34 bytes per arc. */
    private static final long BYTES_PER_EDGE = 408;

    /** Water passes on: what was asked for long ago is dropped. */
    private static final int MOST_WANTED = 8;

    private static final long IDLE_S = 20;

    private final RoadGraph graph;
    /** By identity of the weighting, and gone with it: a new snapshot never finds an old one's. */
    private final Cache<Weighting, Contraction> made;

    private final Deque<WeakReference<Weighting>> wanted = new ArrayDeque<>();
    private final ThreadPoolExecutor maker;
    private final boolean affordable;
    private @Nullable Shortcuts shape;

    /** @param heapBytes the most that this program may take: none is made where one would take more than a quarter of it */
    Contractions(RoadGraph graph, long heapBytes) {
        this.graph = graph;
        affordable = BYTES_PER_EDGE * graph.base().getEdges() <= heapBytes / 4;
        made = Caffeine.newBuilder()
                .weakKeys()
                .maximumWeight(Math.min(MOST_BYTES, heapBytes / 8) >> 10)
                .weigher((Weighting weighting, Contraction c) -> (int) Math.min(Integer.MAX_VALUE, c.bytes() >> 10))
                .build();
        // One thread that ends when there is nothing to do, and with it the graph may go.
        maker = new ThreadPoolExecutor(1, 1, IDLE_S, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), run -> {
            Thread thread = new Thread(run, "contraction");
            thread.setDaemon(true);
            return thread;
        });
        maker.allowCoreThreadTimeOut(true);
    }

    /** False on a network too large for this program's memory; then routes go the longer way for good. */
    boolean affordable() {
        return affordable;
    }

    /** The weighting's contraction; null while there is none, which then is made in the background. */
    @Nullable
    Contraction find(Weighting weighting) {
        Contraction ready = made.getIfPresent(weighting);
        if (ready == null && affordable() && want(weighting)) {
            maker.execute(this::makeNext);
        }
        return ready;
    }

    private boolean want(Weighting weighting) {
        synchronized (wanted) {
            if (wanted.stream().anyMatch(other -> other.refersTo(weighting))) {
                return false;
            }
            wanted.addFirst(new WeakReference<>(weighting));
            if (wanted.size() > MOST_WANTED) {
                wanted.removeLast();
            }
            return true;
        }
    }

    /** The newest wish first. It stays among the wishes until it is fulfilled, so that nobody repeats it. */
    private void makeNext() {
        WeakReference<Weighting> next;
        synchronized (wanted) {
            next = wanted.peekFirst();
        }
        Weighting weighting = next == null ? null : next.get();
        try {
            if (weighting != null && made.getIfPresent(weighting) == null) {
                make(weighting);
            }
        } catch (RuntimeException | OutOfMemoryError e) {
            LOG.error("No contraction could be made; routes take the longer way: {}", e.toString());
        } finally {
            synchronized (wanted) {
                wanted.remove(next);
            }
        }
    }

    /** Makes it on the calling thread. */
    synchronized Contraction make(Weighting weighting) {
        Contraction contraction = new Customization(shape()).of(RoadArrays.costs(graph, weighting));
        made.put(weighting, contraction);
        return contraction;
    }

    /** The shape common to all; found on the first call. */
    synchronized Shortcuts shape() {
        if (shape == null) {
            shape = Shortcuts.of(RoadArrays.shape(graph));
        }
        return shape;
    }
}
