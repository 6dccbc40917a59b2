package vn.reliefmap.routing.internal;

import com.graphhopper.routing.weighting.Weighting;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.reliefmap.routing.internal.contraction.Contraction;
import vn.reliefmap.routing.internal.contraction.DijkstraRows;
import vn.reliefmap.routing.internal.contraction.Ends;
import vn.reliefmap.routing.internal.contraction.Rows;
import vn.reliefmap.routing.internal.contraction.Table;

/** Rows of a matrix by plain searches until the weighting's contraction is ready, and over it from then on. */
final class SoonestRows implements Rows {
    private final RoadGraph graph;
    private final Weighting weighting;
    private final List<Ends> ends;
    private @Nullable Rows table;
    private @Nullable Rows plain;

    SoonestRows(RoadGraph graph, Weighting weighting, List<Ends> ends) {
        this.graph = graph;
        this.weighting = weighting;
        this.ends = ends;
    }

    @Override
    public void row(Ends start, double[] rowSeconds, double[] rowMm) {
        if (table == null) {
            Contraction ready = graph.contractions().find(weighting);
            table = ready == null ? null : new Table(ready, ends);
        }
        if (table == null && plain == null) {
            plain = new DijkstraRows(RoadArrays.shape(graph), RoadArrays.costs(graph, weighting), ends);
        }
        Rows rows = table == null ? plain : table;
        if (rows != null) {
            rows.row(start, rowSeconds, rowMm);
        }
    }

    @Override
    public void close() {
        if (table != null) {
            table.close();
        }
    }
}
