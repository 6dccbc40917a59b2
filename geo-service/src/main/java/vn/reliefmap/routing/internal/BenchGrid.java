package vn.reliefmap.routing.internal;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Random;

/**
 * Made-up roads to measure on: a square grid of crossings every 200 m, each moved by up to 60 m, a sixth of the streets
 * missing, with main roads at fixed distances. The same seed gives the same file.
 */
final class BenchGrid {
    private static final double WEST = 106.2;
    private static final double SOUTH = 16.0;
    private static final double STEP_DEG = 0.0018;
    private static final double JITTER_DEG = 0.0005;
    private static final double MISSING = 0.1625;

    private final int side;
    private final Random random;

    private BenchGrid(int edges, long seed) {
        this.side = Math.max(3, (int) Math.round(Math.sqrt(edges / (2 * (1 - MISSING)))));
        this.random = new Random(seed);
    }

    /** Writes about {@code edges} streets, each a way of its own, so that each becomes one edge. */
    static void write(Path osmFile, int edges, long seed) {
        try (BufferedWriter out = Files.newBufferedWriter(osmFile)) {
            new BenchGrid(edges, seed).write(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(BufferedWriter out) throws IOException {
        out.write("<?xml version='1.0' encoding='UTF-8'?>\n<osm version='0.6'>\n");
        for (int i = 0; i < side * side; i++) {
            out.write(String.format(
                    Locale.ROOT,
                    "<node id='%d' lat='%.7f' lon='%.7f'/>\n",
                    i + 1,
                    at(SOUTH, i / side),
                    at(WEST, i % side)));
        }
        int id = 1;
        for (int i = 0; i < side * side; i++) {
            int x = i % side;
            int y = i / side;
            id += x + 1 < side ? street(out, id, i, i + 1, y) : 0;
            id += y + 1 < side ? street(out, id, i, i + side, x) : 0;
        }
        out.write("</osm>\n");
    }

    private double at(double origin, int step) {
        return origin + step * STEP_DEG + (2 * random.nextDouble() - 1) * JITTER_DEG;
    }

    /** Number of ways written: main roads have no gaps. */
    private int street(BufferedWriter out, int id, int from, int to, int line) throws IOException {
        String highway = highway(line);
        if (highway.equals("residential") && random.nextDouble() < MISSING * 1.5) {
            return 0;
        }
        out.write("<way id='" + id + "'><nd ref='" + (from + 1) + "'/><nd ref='" + (to + 1) + "'/><tag k='highway' v='"
                + highway + "'/></way>\n");
        return 1;
    }

    private static String highway(int line) {
        if (line % 81 == 40) {
            return "trunk";
        }
        if (line % 27 == 13) {
            return "primary";
        }
        if (line % 9 == 4) {
            return "secondary";
        }
        return line % 3 == 1 ? "tertiary" : "residential";
    }
}
