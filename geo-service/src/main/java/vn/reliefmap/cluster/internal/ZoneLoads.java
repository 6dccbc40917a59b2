package vn.reliefmap.cluster.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vn.reliefmap.cluster.Demand;
import vn.reliefmap.cluster.ZoneCapacity;

/**
 * A demand as loads of one vehicle: mass and volume of every place, with needs that exceed the vehicle cut into full loads
 * and a rest. Not thread-safe while it is made, then only read.
 */
final class ZoneLoads {
    /** A need that would take more loads is a slip of the pen; nor does anybody read more parts in all. */
    private static final int MOST_LOADS = 10_000;

    private static final long UNIT = 1000;

    private final Demand demand;
    private final double[] unitKg;
    private final double[] unitM3;
    private final ZoneCapacity capacity;
    private final double[] kg;
    private final double[] m3;
    /** For places that are cut into parts: what is left for the last load, by line. */
    private final Map<Integer, long[]> rest = new HashMap<>();

    private final List<Part> parts = new ArrayList<>();
    /** Places whose need would take more loads than anybody drives. */
    private final BitSet beyond = new BitSet();

    /** One full load of one place; amounts by line. */
    record Part(int place, List<Long> milli) {}

    /**
     * @param unitKg mass of one unit of each of the demand's items
     * @param unitM3 volume of one unit
     */
    ZoneLoads(Demand demand, double[] unitKg, double[] unitM3, ZoneCapacity capacity) {
        this.demand = demand;
        this.unitKg = unitKg;
        this.unitM3 = unitM3;
        this.capacity = capacity;
        kg = new double[demand.size()];
        m3 = new double[demand.size()];
        for (int place = 0; place < demand.size(); place++) {
            weigh(place);
            if (!capacity.fits(kg[place], m3[place])) {
                cut(place);
                weigh(place);
            }
        }
    }

    private void weigh(int place) {
        double mass = 0;
        double volume = 0;
        for (int line = 0; line < demand.lines(place); line++) {
            double units = (double) milli(place, line) / UNIT;
            mass += units * unitKg[demand.item(place, line)];
            volume += units * unitM3[demand.item(place, line)];
        }
        kg[place] = mass;
        m3[place] = volume;
    }

    private void cut(int place) {
        if (capacity.share(kg[place], m3[place]) > MOST_LOADS || parts.size() > MOST_LOADS) {
            beyond.set(place);
            return;
        }
        long[] left = new long[demand.lines(place)];
        Arrays.setAll(left, line -> milli(place, line));
        long[] load = new long[left.length];
        double loadKg = 0;
        double loadM3 = 0;
        for (int line = 0; line < left.length; line++) {
            double oneKg = unitKg[demand.item(place, line)];
            double oneM3 = unitM3[demand.item(place, line)];
            while (left[line] > 0) {
                long more = Math.min(left[line], fitting(loadKg, loadM3, oneKg, oneM3));
                load[line] += more;
                left[line] -= more;
                loadKg += (double) more / UNIT * oneKg;
                loadM3 += (double) more / UNIT * oneM3;
                if (left[line] > 0) {
                    parts.add(new Part(place, Arrays.stream(load).boxed().toList()));
                    Arrays.fill(load, 0);
                    loadKg = 0;
                    loadM3 = 0;
                }
            }
        }
        rest.put(place, load);
    }

    /** Whole units that still fit; one unit always fits into an empty vehicle, since what is larger is left out. */
    private long fitting(double loadKg, double loadM3, double oneKg, double oneM3) {
        double byMass = oneKg > 0 ? (capacity.kg() * (1 + 1e-9) - loadKg) / oneKg : Long.MAX_VALUE;
        double byVolume = oneM3 > 0 ? (capacity.m3() * (1 + 1e-9) - loadM3) / oneM3 : Long.MAX_VALUE;
        double units = Math.floor(Math.max(0, Math.min(byMass, byVolume)));
        return units > Long.MAX_VALUE / 2000.0 ? Long.MAX_VALUE / 2 : UNIT * (long) units;
    }

    /** True when a single unit is more than the vehicle takes. */
    private boolean tooLarge(int item) {
        return !capacity.fits(unitKg[item], unitM3[item]);
    }

    /** What the place's zone brings on this line: without full loads of its own, and without what is too large. */
    long milli(int place, int line) {
        long[] left = rest.get(place);
        if (left != null) {
            return left[line];
        }
        return leftOutMilli(place, line) > 0 ? 0 : demand.carryMilli(place, line);
    }

    /** What no such vehicle takes. */
    long leftOutMilli(int place, int line) {
        boolean out = beyond.get(place) || tooLarge(demand.item(place, line));
        return out ? demand.carryMilli(place, line) : 0;
    }

    /** Something is brought to the place, be it without mass, like cash. */
    boolean any(int place) {
        for (int line = 0; line < demand.lines(place); line++) {
            if (milli(place, line) > 0) {
                return true;
            }
        }
        return false;
    }

    double kg(int place) {
        return kg[place];
    }

    double m3(int place) {
        return m3[place];
    }

    double unitKg(int item) {
        return unitKg[item];
    }

    double unitM3(int item) {
        return unitM3[item];
    }

    /** Full loads of single places. */
    List<Part> parts() {
        return parts;
    }

    ZoneCapacity capacity() {
        return capacity;
    }

    Demand demand() {
        return demand;
    }
}
