package vn.reliefmap.routing.internal;

import com.graphhopper.routing.weighting.Weighting;
import java.util.Locale;
import vn.reliefmap.routing.internal.contraction.Contraction;
import vn.reliefmap.routing.internal.contraction.Shortcuts;

/** What contractions cost: processor time of this thread, and memory. */
final class ContractionCost {
    private final RoadGraph graph;
    private final CpuClock shapeClock = new CpuClock();
    private final CpuClock clock = new CpuClock();
    private final Shortcuts shape;
    private long bytes;
    private int arcs;

    ContractionCost(RoadGraph graph) {
        this.graph = graph;
        this.shape = shapeClock.time(() -> graph.contractions().shape());
    }

    /** For the shape common to all, unless it was there before. */
    double shapeS() {
        return shapeClock.totalMs() / 1000;
    }

    String shapeTold() {
        return String.format(
                Locale.ROOT,
                "once per network: order and shortcuts; %,d arcs, %,d nodes above one at most, %.0f MB",
                shape.arcs(),
                shape.depth(),
                shape.bytes() / 1e6);
    }

    Contraction make(Weighting weighting) {
        Contraction made = clock.time(() -> graph.contractions().make(weighting));
        bytes = made.bytes();
        arcs = made.arcs();
        return made;
    }

    /** For the weighting, the shape apart. */
    double madeS() {
        return clock.totalMs() / 1000;
    }

    String madeTold() {
        return String.format(
                Locale.ROOT,
                "weights of one class, ways checked; %,d arcs kept, %.0f MB, and %.0f MB while it is made",
                arcs,
                bytes / 1e6,
                34.0 * shape.arcs() / 1e6);
    }
}
