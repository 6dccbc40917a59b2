package vn.reliefmap.cluster.internal;

import com.carrotsearch.hppc.IntArrayList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import vn.reliefmap.cluster.ZoneCapacity;
import vn.reliefmap.routing.QuickestWays;
import vn.reliefmap.routing.TiedPlaces;

/**
 * Cuts the trees of quickest ways into zones, from the farthest points towards the starts. Groups of homes come together
 * where their ways meet, as long as one vehicle takes their load and the farthest home is near enough. So a zone is one
 * connected piece of passable road. Made for one cutting.
 */
final class ZoneCutting {
    private static final int NONE = -1;

    private final QuickestWays ways;
    private final TiedPlaces tied;
    private final ZoneCapacity capacity;
    private final ZoneLimits limits;
    /** A group is named by one of its places; these hold its sums. */
    private final double[] kg;

    private final double[] m3;
    private final double[] farS;
    private final double[] farM;
    private final IntArrayList[] members;
    private final List<Cut> cuts = new ArrayList<>();

    /**
     * The homes of one zone.
     *
     * @param top the road point nearest to the depot, before which the zone was cut off
     * @param places ascending
     */
    record Cut(int top, List<Integer> places) {}

    private ZoneCutting(QuickestWays ways, TiedPlaces tied, ZoneLoads loads, ZoneLimits limits) {
        this.ways = ways;
        this.tied = tied;
        this.capacity = loads.capacity();
        this.limits = limits;
        int places = tied.size();
        kg = new double[places];
        m3 = new double[places];
        farS = new double[places];
        farM = new double[places];
        members = new IntArrayList[places];
    }

    /** Every place that is reached and gets something is in exactly one cut. */
    static List<Cut> of(QuickestWays ways, TiedPlaces tied, ZoneLoads loads, ZoneLimits limits) {
        ZoneCutting cutting = new ZoneCutting(ways, tied, loads, limits);
        cutting.run(loads);
        return cutting.cuts;
    }

    private void run(ZoneLoads loads) {
        IntArrayList[] waiting = new IntArrayList[ways.points()];
        for (int place = 0; place < tied.size(); place++) {
            int point = ways.of(place);
            if (point >= 0 && loads.any(place)) {
                kg[place] = loads.kg(place);
                m3[place] = loads.m3(place);
                farS[place] = ways.seconds(point);
                farM[place] = ways.metres(point) + tied.toRoadM(place);
                members[place] = IntArrayList.from(place);
                wait(waiting, point, place);
            }
        }
        for (int point = ways.points() - 1; point >= 0; point--) {
            if (waiting[point] == null) {
                continue;
            }
            int group = meet(waiting[point], point);
            waiting[point] = null;
            int before = ways.before(point);
            if (before == NONE
                    || farS[group] - ways.seconds(before) > limits.longestS()
                    || farM[group] - ways.metres(before) > limits.longestWalkM()) {
                close(group, point);
            } else {
                wait(waiting, before, group);
            }
        }
    }

    private static void wait(IntArrayList[] waiting, int point, int group) {
        if (waiting[point] == null) {
            waiting[point] = new IntArrayList(2);
        }
        waiting[point].add(group);
    }

    /** Joins the groups that meet at a point; where one vehicle is too small, fills several and lets one go on. */
    private int meet(IntArrayList groups, int point) {
        double sumKg = 0;
        double sumM3 = 0;
        for (int i = 0; i < groups.size(); i++) {
            sumKg += kg[groups.get(i)];
            sumM3 += m3[groups.get(i)];
        }
        List<Integer> largestFirst = new ArrayList<>();
        for (int group : groups.toArray()) {
            largestFirst.add(group);
        }
        if (!capacity.fits(sumKg, sumM3)) {
            largestFirst.sort(
                    Comparator.<Integer>comparingDouble(group -> -share(group)).thenComparing(group -> group));
        }
        List<Integer> vehicles = new ArrayList<>();
        for (int group : largestFirst) {
            int vehicle = firstWithRoom(vehicles, group);
            if (vehicle == NONE) {
                vehicles.add(group);
            } else {
                join(vehicle, group);
            }
        }
        int lightest = vehicles.get(0);
        for (int vehicle : vehicles) {
            lightest = share(vehicle) < share(lightest) ? vehicle : lightest;
        }
        for (int vehicle : vehicles) {
            if (vehicle != lightest) {
                close(vehicle, point);
            }
        }
        return lightest;
    }

    private int firstWithRoom(List<Integer> vehicles, int group) {
        for (int vehicle : vehicles) {
            if (capacity.fits(kg[vehicle] + kg[group], m3[vehicle] + m3[group])) {
                return vehicle;
            }
        }
        return NONE;
    }

    private double share(int group) {
        return capacity.share(kg[group], m3[group]);
    }

    private void join(int group, int other) {
        kg[group] += kg[other];
        m3[group] += m3[other];
        farS[group] = Math.max(farS[group], farS[other]);
        farM[group] = Math.max(farM[group], farM[other]);
        members[group].addAll(members[other]);
        members[other] = new IntArrayList(0);
    }

    private void close(int group, int top) {
        int[] places = members[group].toArray();
        Arrays.sort(places);
        cuts.add(new Cut(top, Arrays.stream(places).boxed().toList()));
    }
}
