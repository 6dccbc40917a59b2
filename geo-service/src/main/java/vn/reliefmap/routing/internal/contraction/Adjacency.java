package vn.reliefmap.routing.internal.contraction;

/** The edges at each node; loops are left out. */
final class Adjacency {
    final int[] first;
    final int[] edge;
    final int[] neighbour;

    Adjacency(RoadShape shape) {
        int nodes = shape.nodes();
        first = new int[nodes + 1];
        for (int e = 0; e < shape.edges(); e++) {
            if (shape.from()[e] != shape.to()[e]) {
                first[shape.from()[e] + 1]++;
                first[shape.to()[e] + 1]++;
            }
        }
        for (int node = 0; node < nodes; node++) {
            first[node + 1] += first[node];
        }
        edge = new int[first[nodes]];
        neighbour = new int[first[nodes]];
        int[] next = first.clone();
        for (int e = 0; e < shape.edges(); e++) {
            int a = shape.from()[e];
            int b = shape.to()[e];
            if (a != b) {
                edge[next[a]] = e;
                neighbour[next[a]++] = b;
                edge[next[b]] = e;
                neighbour[next[b]++] = a;
            }
        }
    }
}
