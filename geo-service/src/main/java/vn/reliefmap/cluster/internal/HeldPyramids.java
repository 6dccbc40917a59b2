package vn.reliefmap.cluster.internal;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vn.reliefmap.kernel.DisasterId;
import vn.reliefmap.kernel.Problem;
import vn.reliefmap.store.Topic;

/**
 * The pyramids in use, each swapped whole for a newer one. After a change the new one is built in the background; who
 * asks meanwhile waits a moment for it and then gets the old one. Thread-safe.
 */
final class HeldPyramids {
    private static final int MOST_HELD = 8;

    private final Set<Topic> shapedBy;
    private final Function<DisasterId, Pyramid> source;
    private final Consumer<DisasterId> ready;
    private final Executor background;
    private final Duration patience;
    private final Duration firstPatience;
    private final AtomicLong changes = new AtomicLong();
    private final Cache<DisasterId, Held> held =
            Caffeine.newBuilder().maximumSize(MOST_HELD).build();

    /**
     * @param shapedBy what makes a pyramid old
     * @param source builds a pyramid from the database
     * @param ready told of a disaster whose new pyramid is in its place
     * @param background where it is built
     * @param patience how long a reader waits for a newer pyramid while there is an old one
     * @param firstPatience how long a reader waits while there is none
     */
    HeldPyramids(
            Set<Topic> shapedBy,
            Function<DisasterId, Pyramid> source,
            Consumer<DisasterId> ready,
            Executor background,
            Duration patience,
            Duration firstPatience) {
        this.shapedBy = shapedBy;
        this.source = source;
        this.ready = ready;
        this.background = background;
        this.patience = patience;
        this.firstPatience = firstPatience;
    }

    Pyramid get(DisasterId disaster) {
        return held.get(disaster, Held::new).get();
    }

    /** Begins to build again what the change touches. */
    void changed(Topic topic) {
        if (shapedBy.contains(topic)) {
            changes.incrementAndGet();
            held.asMap().values().forEach(Held::buildIfOld);
        }
    }

    /** One disaster's pyramid, and the newer one on its way. */
    private final class Held {
        private final DisasterId disaster;
        private @Nullable Pyramid current;
        private long builtAt = -1;
        private @Nullable CompletableFuture<Pyramid> coming;

        Held(DisasterId disaster) {
            this.disaster = disaster;
        }

        Pyramid get() {
            CompletableFuture<Pyramid> awaited = newer();
            Pyramid old = current();
            if (awaited == null && old != null) {
                return old;
            }
            try {
                Duration wait = old == null ? firstPatience : patience;
                return Objects.requireNonNull(awaited).get(wait.toMillis(), TimeUnit.MILLISECONDS);
            } catch (TimeoutException e) {
                return orNotReady(old);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return orNotReady(old);
            } catch (ExecutionException e) {
                if (old != null) {
                    return old; // the next reader tries again
                }
                throw new CompletionException(e.getCause());
            }
        }

        private synchronized @Nullable Pyramid current() {
            return current;
        }

        void buildIfOld() {
            var unused = newer();
        }

        /** What is being built, begun now if need be; null when the current one is the newest. */
        private synchronized @Nullable CompletableFuture<Pyramid> newer() {
            CompletableFuture<Pyramid> future = coming;
            if (future == null && builtAt < changes.get()) {
                CompletableFuture<Pyramid> begun = new CompletableFuture<>();
                coming = begun;
                background.execute(() -> build(begun));
                return begun;
            }
            return future;
        }

        private void build(CompletableFuture<Pyramid> future) {
            // Counted before reading, so that a change during the reading makes it old at once.
            long changesBefore = changes.get();
            try {
                Pyramid built = source.apply(disaster);
                synchronized (this) {
                    current = built;
                    builtAt = changesBefore;
                    coming = null;
                }
                future.complete(built);
                ready.accept(disaster);
                buildIfOld();
            } catch (RuntimeException | Error e) {
                synchronized (this) {
                    coming = null;
                }
                future.completeExceptionally(e);
            }
        }

        private static Pyramid orNotReady(@Nullable Pyramid old) {
            if (old == null) {
                throw Problem.unavailable(
                                "CLUSTERS_NOT_READY",
                                "Đang cộng nhu cầu lần đầu; hãy thử lại sau vài giây.",
                                "The needs are being summed up for the first time; try again in a few seconds.")
                        .asException();
            }
            return old;
        }
    }
}
