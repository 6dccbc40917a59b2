package vn.reliefmap.routing.internal;

import com.carrotsearch.hppc.DoubleArrayList;
import com.carrotsearch.hppc.IntArrayList;
import com.graphhopper.routing.querygraph.QueryGraph;
import com.graphhopper.routing.weighting.Weighting;
import com.graphhopper.util.EdgeIterator;
import vn.reliefmap.routing.internal.contraction.Ends;

/**
 * How a place in a query graph is joined to the junctions of the roads.
 *
 * @param ends the junctions, and what the pieces of road to them cost
 * @param pieces numbers of these pieces in the query graph; empty when the place is a junction itself
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record PlaceEnds(Ends ends, int[] pieces) {
    private static final double[] NO_COST = {0};

    /** Of the place that the node stands for, as a start or as an end. */
    static PlaceEnds of(RoadGraph graph, QueryGraph places, Weighting weighting, int node, boolean start) {
        int junctions = graph.base().getNodes();
        if (node < junctions) {
            return new PlaceEnds(new Ends(new int[] {node}, NO_COST, NO_COST), new int[0]);
        }
        IntArrayList nodes = new IntArrayList(2);
        IntArrayList pieces = new IntArrayList(2);
        DoubleArrayList seconds = new DoubleArrayList(2);
        DoubleArrayList mm = new DoubleArrayList(2);
        EdgeIterator piece = places.createEdgeExplorer().setBaseNode(node);
        while (piece.next()) {
            // A neighbour that is no junction is the other place: ways there are direct, ways beyond lead past it.
            if (piece.getAdjNode() < junctions) {
                nodes.add(piece.getAdjNode());
                pieces.add(piece.getEdge());
                seconds.add(weighting.calcEdgeWeight(piece, !start));
                mm.add(piece.getDistance() * 1000);
            }
        }
        return new PlaceEnds(new Ends(nodes.toArray(), seconds.toArray(), mm.toArray()), pieces.toArray());
    }

    /** The piece of road that joins two places of one edge directly, the edge that begins it; below 0 without one. */
    static int direct(QueryGraph places, int from, int to) {
        EdgeIterator piece = places.createEdgeExplorer().setBaseNode(from);
        while (piece.next()) {
            if (piece.getAdjNode() == to) {
                return piece.getEdge();
            }
        }
        return -1;
    }
}
