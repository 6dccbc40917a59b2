package vn.reliefmap.flood.internal;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import vn.reliefmap.kernel.DisasterId;
import vn.reliefmap.store.DataChanged;
import vn.reliefmap.store.Topic;

/**
 * Merges and draws the newest picture in the background when the water has changed, for every disaster that somebody
 * asked for, so that the first reader does not wait. One thread; changes that come faster than it works are joined.
 */
@Component
final class NewestWaterReady implements DisposableBean {
    private static final Logger LOG = LoggerFactory.getLogger(NewestWaterReady.class);
    /** The zoom of a whole disaster; merging is the dear part, and is the same for all zooms. */
    private static final int ZOOM = 10;

    private final ObservedWaters waters;
    private final CachedDrawing drawing;
    private final ThreadPoolExecutor worker = new ThreadPoolExecutor(
            0,
            1,
            10,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(1),
            task -> {
                Thread thread = new Thread(task, "newest-water");
                thread.setDaemon(true);
                return thread;
            },
            new ThreadPoolExecutor.DiscardOldestPolicy());
    private volatile CompletableFuture<Void> last = CompletableFuture.completedFuture(null);

    NewestWaterReady(ObservedWaters waters, CachedDrawing drawing) {
        this.waters = waters;
        this.drawing = drawing;
    }

    /** After {@link ObservedWaters} forgot what it knew. */
    @EventListener
    @Order(1)
    void onChange(DataChanged change) {
        if (change.topic() == Topic.WATER && !worker.isShutdown()) {
            CompletableFuture<Void> done = new CompletableFuture<>();
            last = done;
            worker.execute(() -> {
                waters.asked().forEach(this::prepare);
                done.complete(null);
            });
        }
    }

    private void prepare(DisasterId disaster) {
        try {
            drawing.draw(waters.merged(disaster, waters.moment(disaster, null)), null, ZOOM);
        } catch (RuntimeException e) {
            // Whoever asks next makes it, and gets the error if it is still there.
            LOG.warn("The newest water of {} could not be prepared: {}", disaster, e.toString());
        }
    }

    /** Done when the work of the newest change is. */
    CompletableFuture<Void> last() {
        return last;
    }

    @Override
    public void destroy() {
        worker.shutdownNow();
    }
}
