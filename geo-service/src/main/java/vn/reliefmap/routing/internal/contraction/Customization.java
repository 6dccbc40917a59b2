package vn.reliefmap.routing.internal.contraction;

import java.util.Arrays;

/**
 * Fills the shortcuts with the costs of one vehicle class under one water, triangle by triangle, and leaves out every arc
 * that no shortest way needs. Holds the large working arrays (34 bytes per arc); for one
 * thread at a time.
 */
public final class Customization {
    private static final int NOTHING = Integer.MIN_VALUE;

    private final Shortcuts shape;
    /** Two slots per arc: seconds from its lower end to its higher one, and back. */
    private final double[] seconds;

    /** Millimetres; read as numbers without a sign, up to 4,294 km. */
    private final int[] lengthMm;
    /** The lower node that a shortcut leads over, or the edge as {@code ~edge}. */
    private final int[] via;

    private final boolean[] needless;
    /** Nodes whose next arc leads to a node, as lists: the first one of each, and who follows whom. */
    private final int[] waiting;

    private final int[] follower;
    private final int[] arcOf;
    private final int[] place;

    public Customization(Shortcuts shape) {
        this.shape = shape;
        seconds = new double[2 * shape.arcs()];
        lengthMm = new int[2 * shape.arcs()];
        via = new int[2 * shape.arcs()];
        needless = new boolean[2 * shape.arcs()];
        waiting = new int[shape.nodes()];
        follower = new int[shape.nodes()];
        arcOf = new int[shape.nodes()];
        place = new int[shape.nodes()];
    }

    /** A hierarchy that answers as the roads with these costs do. */
    public Contraction of(EdgeCosts costs) {
        enter(costs);
        upwards();
        downwards();
        for (int slot = 0; slot < seconds.length; slot++) {
            needless[slot] |= seconds[slot] == Double.POSITIVE_INFINITY;
        }
        keepWhatShortcutsAreMadeOf();
        return new Contraction(shape, half(0), half(1));
    }

    private void enter(EdgeCosts costs) {
        Arrays.fill(seconds, Double.POSITIVE_INFINITY);
        Arrays.fill(needless, false);
        Arrays.fill(via, NOTHING);
        for (int e = 0; e < shape.edges(); e++) {
            if (shape.hasArc(e)) {
                enter(e, shape.slot(e, false), costs.forward()[e], costs.lengthMm()[e]);
                enter(e, shape.slot(e, true), costs.backward()[e], costs.lengthMm()[e]);
            }
        }
    }

    private void enter(int edge, int slot, double cost, int mm) {
        if (cost < seconds[slot]) {
            seconds[slot] = cost;
            lengthMm[slot] = mm;
            via[slot] = ~edge;
        }
    }

    /** Lowest nodes first: each arc becomes the shortest way over nodes below both its ends. */
    private void upwards() {
        Arrays.fill(waiting, Shortcuts.NONE);
        for (int u = 0; u < shape.nodes(); u++) {
            notePlaces(u);
            for (int x = waiting[u], then; x != Shortcuts.NONE; x = then) {
                then = follower[x];
                int a = arcOf[x];
                overLower(x, a);
                await(x, a + 1, shape.first[x + 1]);
            }
            await(u, shape.first[u], shape.first[u + 1]);
        }
    }

    private void notePlaces(int u) {
        for (int a = shape.first[u]; a < shape.first[u + 1]; a++) {
            place[shape.head[a]] = 2 * a;
        }
    }

    /** Puts the node into the list of its arc's higher end, unless its arcs are done. */
    private void await(int x, int arc, int end) {
        if (arc < end) {
            arcOf[x] = arc;
            int u = shape.head[arc];
            follower[x] = waiting[u];
            waiting[u] = x;
        }
    }

    /** Ways from the higher end u of arc a = (x, u) over x to all of x's higher neighbours above u, and back. */
    private void overLower(int x, int a) {
        double[] cost = seconds;
        int[] head = shape.head;
        double down = cost[2 * a + 1];
        double up = cost[2 * a];
        if (down == Double.POSITIVE_INFINITY && up == Double.POSITIVE_INFINITY) {
            return;
        }
        int end = shape.first[x + 1];
        for (int b = a + 1; b < end; b++) {
            int slot = place[head[b]];
            double there = down + cost[2 * b];
            if (there < cost[slot]) {
                cost[slot] = there;
                lengthMm[slot] = lengthMm[2 * a + 1] + lengthMm[2 * b];
                via[slot] = x;
            }
            double back = cost[2 * b + 1] + up;
            if (back < cost[slot + 1]) {
                cost[slot + 1] = back;
                lengthMm[slot + 1] = lengthMm[2 * b + 1] + lengthMm[2 * a];
                via[slot + 1] = x;
            }
        }
    }

    /**
     * Highest nodes first: an arc becomes as cheap as the shortest way of all, over higher nodes too; one that becomes
     * cheaper by that is not needed, for the search finds the way over the higher node.
     */
    private void downwards() {
        Arrays.fill(waiting, Shortcuts.NONE);
        for (int x = 0; x < shape.nodes(); x++) {
            awaitFromTop(x, shape.first[x + 1] - 1);
        }
        for (int u = shape.nodes() - 1; u >= 0; u--) {
            notePlaces(u);
            for (int x = waiting[u], then; x != Shortcuts.NONE; x = then) {
                then = follower[x];
                int a = arcOf[x];
                overHigher(x, a);
                awaitFromTop(x, a - 1);
            }
        }
    }

    private void awaitFromTop(int x, int arc) {
        if (arc >= shape.first[x]) {
            await(x, arc, arc + 1);
        }
    }

    /** Compares the arcs of each triangle x, u, v, lowest first, with the ways over its third corner; (u, v) is final. */
    private void overHigher(int x, int a) {
        double[] cost = seconds;
        int[] head = shape.head;
        double up = cost[2 * a];
        double down = cost[2 * a + 1];
        double least = up;
        double leastDown = down;
        int end = shape.first[x + 1];
        for (int b = a + 1; b < end; b++) {
            int slot = place[head[b]];
            double across = cost[slot];
            double acrossBack = cost[slot + 1];
            double far = cost[2 * b];
            double farBack = cost[2 * b + 1];
            if (up + across < far) {
                cost[2 * b] = up + across;
                needless[2 * b] = true;
            }
            if (acrossBack + down < farBack) {
                cost[2 * b + 1] = acrossBack + down;
                needless[2 * b + 1] = true;
            }
            least = Math.min(least, far + acrossBack);
            leastDown = Math.min(leastDown, across + farBack);
        }
        if (least < up) {
            cost[2 * a] = least;
            needless[2 * a] = true;
        }
        if (leastDown < down) {
            cost[2 * a + 1] = leastDown;
            needless[2 * a + 1] = true;
        }
    }

    /** Rounding may have called a piece of a kept shortcut needless by the last digit; it is kept too, to tell the way. */
    private void keepWhatShortcutsAreMadeOf() {
        for (int low = shape.nodes() - 1; low >= 0; low--) {
            for (int a = shape.first[low]; a < shape.first[low + 1]; a++) {
                int high = shape.head[a];
                int over = needless[2 * a] ? NOTHING : via[2 * a];
                if (over >= 0) {
                    needless[2 * shape.arc(over, low) + 1] = false;
                    needless[2 * shape.arc(over, high)] = false;
                }
                over = needless[2 * a + 1] ? NOTHING : via[2 * a + 1];
                if (over >= 0) {
                    needless[2 * shape.arc(over, high) + 1] = false;
                    needless[2 * shape.arc(over, low)] = false;
                }
            }
        }
    }

    private Arcs half(int direction) {
        int kept = 0;
        for (int slot = direction; slot < needless.length; slot += 2) {
            kept += needless[slot] ? 0 : 1;
        }
        Arcs arcs = new Arcs(shape.nodes(), kept);
        int count = 0;
        for (int low = 0; low < shape.nodes(); low++) {
            arcs.first[low] = count;
            for (int a = shape.first[low]; a < shape.first[low + 1]; a++) {
                int slot = 2 * a + direction;
                if (!needless[slot]) {
                    arcs.head[count] = shape.head[a];
                    arcs.seconds[count] = seconds[slot];
                    arcs.lengthMm[count] = lengthMm[slot];
                    arcs.via[count++] = via[slot];
                }
            }
        }
        arcs.first[shape.nodes()] = count;
        return arcs;
    }
}
