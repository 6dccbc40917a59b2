package vn.reliefmap.routing.internal;

import java.time.Duration;
import java.util.OptionalLong;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.web.context.WebApplicationContext;
import vn.reliefmap.kernel.Problem;
import vn.reliefmap.routing.RoadNetwork;
import vn.reliefmap.store.DataChanged;
import vn.reliefmap.store.Topic;

/**
 * Holds the graph of the current road import, reads it in the background, and swaps it when a newer one is announced. A
 * search keeps the graph it began with.
 */
@Component
class CurrentRoadNetwork implements RoadNetwork, RoadsInUse, DisposableBean {
    private static final Logger LOG = LoggerFactory.getLogger(CurrentRoadNetwork.class);

    private final RoadImportTable table;
    private final GraphFolders folders;
    private final double snapLimitM;
    private final Duration patience;
    private final ExecutorService reader = Executors.newSingleThreadExecutor(run -> {
        Thread thread = new Thread(run, "road-graph");
        thread.setDaemon(true);
        return thread;
    });

    private @Nullable RoadGraph graph;
    private State state = State.IDLE;
    private String trouble = "";
    private int waiting;

    CurrentRoadNetwork(
            RoadImportTable table,
            GraphFolders folders,
            @Value("${relief.routing.snap-limit-m:500}") double snapLimitM,
            @Value("${relief.routing.wait-for-roads:15s}") Duration patience) {
        this.table = table;
        this.folders = folders;
        this.snapLimitM = snapLimitM;
        this.patience = patience;
    }

    /** A server reads the graph at once; a command only when it asks for a route. */
    @EventListener
    void started(ApplicationReadyEvent event) {
        if (event.getApplicationContext() instanceof WebApplicationContext) {
            reload();
        }
    }

    @EventListener
    void changed(DataChanged change) {
        if (change.topic() == Topic.ROADS) {
            reload();
        }
    }

    /** Reads the graph of the current import in the background, unless it is here already. */
    synchronized void reload() {
        if (state != State.READY) {
            state = State.LOADING;
        }
        waiting++;
        reader.execute(this::read);
    }

    private void read() {
        RoadGraph loaded = null;
        String problem = "";
        try {
            OptionalLong id = table.findCurrentId();
            if (id.isPresent()) {
                RoadGraph before = graphOrNull();
                loaded = before != null && before.importId() == id.getAsLong()
                        ? before
                        : RoadGraph.read(id.getAsLong(), folders.of(id.getAsLong()), snapLimitM);
            }
        } catch (RuntimeException e) {
            LOG.error("The road graph cannot be read; import the roads again: {}", e.toString());
            problem = String.valueOf(e.getMessage());
        }
        settle(loaded, problem);
    }

    /** An older graph goes on serving when the newer one cannot be read; the health check says so. */
    private synchronized void settle(@Nullable RoadGraph loaded, String problem) {
        waiting--;
        trouble = problem;
        if (loaded != null) {
            graph = loaded;
            state = State.READY;
        } else if (!problem.isEmpty()) {
            state = graph == null ? State.BROKEN : State.READY;
        } else {
            graph = null;
            state = State.EMPTY;
        }
        notifyAll();
    }

    private synchronized @Nullable RoadGraph graphOrNull() {
        return graph;
    }

    /** The graph in use; waits a little while it is being read, then throws a {@code ROADS_NOT_READY} problem (503). */
    @Override
    public synchronized RoadGraph require() {
        if (state == State.IDLE) {
            reload();
        }
        long until = System.nanoTime() + patience.toNanos();
        while (graph == null && waiting > 0 && System.nanoTime() < until) {
            try {
                wait(Math.max(1, (until - System.nanoTime()) / 1_000_000));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                break;
            }
        }
        if (graph == null) {
            throw notReady().asException();
        }
        return graph;
    }

    private Problem notReady() {
        return switch (state) {
            case EMPTY ->
                Problem.unavailable(
                        "ROADS_NOT_READY",
                        "Chưa có dữ liệu đường. Hãy chạy: ./relief import roads TỆP",
                        "No roads were imported yet. Run: ./relief import roads FILE");
            case BROKEN ->
                Problem.unavailable(
                        "ROADS_NOT_READY",
                        "Không đọc được mạng lưới đường. Hãy nhập lại tệp đường.",
                        "The road network cannot be read. Import the road file again.");
            default ->
                Problem.unavailable(
                        "ROADS_NOT_READY",
                        "Mạng lưới đường đang được nạp. Hãy thử lại sau vài giây.",
                        "The road network is being read. Try again in a few seconds.");
        };
    }

    @Override
    public synchronized State state() {
        return state;
    }

    /** Why the newest graph could not be read; empty when all is well. */
    synchronized String trouble() {
        return trouble;
    }

    @Override
    public synchronized OptionalLong importId() {
        return graph == null ? OptionalLong.empty() : OptionalLong.of(graph.importId());
    }

    @Override
    public void destroy() {
        reader.shutdownNow();
    }
}
