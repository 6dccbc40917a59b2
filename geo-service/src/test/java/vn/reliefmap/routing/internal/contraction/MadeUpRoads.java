package vn.reliefmap.routing.internal.contraction;

import java.util.Random;

/** Roads and costs drawn at random, with all that makes a network awkward. */
record MadeUpRoads(RoadShape shape, EdgeCosts costs) {
    /** A scattered network: near nodes joined; loops, parallel edges, one-way streets, roads without length, closed roads. */
    static MadeUpRoads awkward(Random random) {
        int nodes = 1 + random.nextInt(120);
        int edges = random.nextInt(3 * nodes + 1);
        float[] lon = new float[nodes];
        float[] lat = new float[nodes];
        float[] rank = new float[nodes];
        for (int i = 0; i < nodes; i++) {
            lon[i] = random.nextInt(20);
            lat[i] = random.nextInt(20);
            rank[i] = random.nextInt(3);
        }
        int[] from = new int[edges];
        int[] to = new int[edges];
        for (int e = 0; e < edges; e++) {
            from[e] = random.nextInt(nodes);
            to[e] = Math.floorMod(from[e] + random.nextInt(9) - 4, nodes);
            if (e > 0 && random.nextInt(10) == 0) {
                from[e] = to[e - 1];
                to[e] = from[e - 1];
            }
        }
        RoadShape shape = new RoadShape(from, to, lon, lat, rank);
        return new MadeUpRoads(shape, costs(shape, random));
    }

    static EdgeCosts costs(RoadShape shape, Random random) {
        int edges = shape.edges();
        double[] forward = new double[edges];
        double[] backward = new double[edges];
        int[] mm = new int[edges];
        for (int e = 0; e < edges; e++) {
            mm[e] = random.nextInt(20) == 0 ? 0 : random.nextInt(1_000_000);
            double seconds = mm[e] * 0.0036 / (5 + random.nextInt(60));
            forward[e] = random.nextInt(8) == 0 ? Double.POSITIVE_INFINITY : seconds;
            backward[e] = random.nextInt(4) == 0 ? Double.POSITIVE_INFINITY : seconds * (1 + random.nextInt(2));
        }
        return new EdgeCosts(forward, backward, mm);
    }

    /** A place on a junction, or along an edge. */
    Ends place(Random random, boolean start) {
        if (shape.edges() == 0 || random.nextInt(3) == 0) {
            return new Ends(new int[] {random.nextInt(shape.nodes())}, new double[1], new double[1]);
        }
        int e = random.nextInt(shape.edges());
        double share = random.nextDouble();
        double toFirst = (start ? costs.backward() : costs.forward())[e] * share;
        double toSecond = (start ? costs.forward() : costs.backward())[e] * (1 - share);
        return new Ends(new int[] {shape.from()[e], shape.to()[e]}, new double[] {toFirst, toSecond}, new double[] {
            costs.lengthMm()[e] * share, costs.lengthMm()[e] * (1 - share)
        });
    }
}
