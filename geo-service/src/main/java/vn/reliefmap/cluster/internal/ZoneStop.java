package vn.reliefmap.cluster.internal;

import com.carrotsearch.hppc.IntArrayList;
import com.carrotsearch.hppc.IntIntHashMap;
import java.util.Arrays;
import java.util.List;
import vn.reliefmap.cluster.Demand;
import vn.reliefmap.routing.QuickestWays;
import vn.reliefmap.routing.TiedPlaces;

/**
 * Where one zone's vehicle stops: the road point from which its people walk the least together, as far as nobody is then
 * farther than the limits allow. Found by walking down the zone's tree towards the half of its people. Made for one zone.
 */
final class ZoneStop {
    private static final int NONE = -1;

    private final QuickestWays ways;
    private final TiedPlaces tied;
    private final List<Integer> places;
    /** The zone's road points, the top first; the others are numbered by their place in it. */
    private final int[] points;

    private final IntIntHashMap numbers;
    private final int[] before;
    private final double[] walkM;
    private final boolean[] deep;
    private final int stop;

    ZoneStop(QuickestWays ways, TiedPlaces tied, Demand demand, ZoneLimits limits, int top, List<Integer> places) {
        this.ways = ways;
        this.tied = tied;
        this.places = places;
        numbers = new IntIntHashMap();
        points = collect(top);
        for (int i = 0; i < points.length; i++) {
            numbers.put(points[i], i);
        }
        before = new int[points.length];
        for (int i = 0; i < points.length; i++) {
            before[i] = i == 0 ? NONE : numbers.get(ways.before(points[i]));
        }
        stop = settle(demand, limits);
        walkM = new double[points.length];
        deep = new boolean[points.length];
        walk();
    }

    private int[] collect(int top) {
        IntArrayList found = IntArrayList.from(top);
        numbers.put(top, 0);
        for (int place : places) {
            int point = ways.of(place);
            while (!numbers.containsKey(point)) {
                numbers.put(point, 0);
                found.add(point);
                point = ways.before(point);
            }
        }
        int[] sorted = found.toArray();
        Arrays.sort(sorted);
        return sorted;
    }

    /** How far the farthest homes below each point are, and through which point after it; and where most people are. */
    private int settle(Demand demand, ZoneLimits limits) {
        long[] people = new long[points.length];
        double[] farS = new double[points.length];
        double[] farM = new double[points.length];
        double[] otherS = new double[points.length];
        double[] otherM = new double[points.length];
        int[] heavy = new int[points.length];
        Arrays.fill(farS, Double.NEGATIVE_INFINITY);
        Arrays.fill(farM, Double.NEGATIVE_INFINITY);
        Arrays.fill(otherS, Double.NEGATIVE_INFINITY);
        Arrays.fill(otherM, Double.NEGATIVE_INFINITY);
        Arrays.fill(heavy, NONE);
        for (int place : places) {
            int i = numbers.get(ways.of(place));
            people[i] += demand.people(place);
            // A home at the point itself is on no heavier branch.
            otherS[i] = ways.seconds(points[i]);
            otherM[i] = Math.max(otherM[i], ways.metres(points[i]) + tied.toRoadM(place));
        }
        for (int i = points.length - 1; i >= 0; i--) {
            int h = heavy[i];
            farS[i] = Math.max(otherS[i], h == NONE ? Double.NEGATIVE_INFINITY : farS[h]);
            farM[i] = Math.max(otherM[i], h == NONE ? Double.NEGATIVE_INFINITY : farM[h]);
            int up = before[i];
            if (up == NONE) {
                continue;
            }
            int rival = heavy[up];
            people[up] += people[i];
            boolean heavier = rival == NONE || people[i] > people[rival];
            int light = heavier ? rival : i;
            heavy[up] = heavier ? i : rival;
            if (light != NONE) {
                otherS[up] = Math.max(otherS[up], farS[light]);
                otherM[up] = Math.max(otherM[up], farM[light]);
            }
        }
        int at = 0;
        double outsideS = Double.NEGATIVE_INFINITY;
        double outsideM = Double.NEGATIVE_INFINITY;
        while (heavy[at] != NONE && 2 * people[heavy[at]] > people[0]) {
            int next = heavy[at];
            double pieceS = ways.seconds(points[next]) - ways.seconds(points[at]);
            double pieceM = ways.metres(points[next]) - ways.metres(points[at]);
            outsideS = Math.max(outsideS, otherS[at] - ways.seconds(points[at])) + pieceS;
            outsideM = Math.max(outsideM, otherM[at] - ways.metres(points[at])) + pieceM;
            if (outsideS > limits.longestS() || outsideM > limits.longestWalkM()) {
                break;
            }
            at = next;
        }
        return at;
    }

    private void walk() {
        boolean[] onWay = new boolean[points.length];
        for (int i = stop; i != NONE; i = before[i]) {
            onWay[i] = true;
            walkM[i] = ways.metres(points[stop]) - ways.metres(points[i]);
            if (before[i] != NONE) {
                deep[before[i]] = deep[i] || !ways.wadeable(points[i]);
            }
        }
        for (int i = 0; i < points.length; i++) {
            if (!onWay[i]) {
                walkM[i] = walkM[before[i]] + ways.metres(points[i]) - ways.metres(points[before[i]]);
                deep[i] = deep[before[i]] || !ways.wadeable(points[i]);
            }
        }
    }

    /** The road point. */
    int point() {
        return points[stop];
    }

    /** From the stop along the road and straight to the house, in metres. */
    double walkM(int place) {
        return walkM[numbers.get(ways.of(place))] + tied.toRoadM(place);
    }

    /** Whether an adult on foot gets to the place's point on the road. */
    boolean wadeable(int place) {
        return !deep[numbers.get(ways.of(place))];
    }
}
