package vn.reliefmap.cluster.internal;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.reliefmap.cluster.Demand;
import vn.reliefmap.cluster.ZoneReport;

/** Adds up places with something to be brought; exact, in thousandths. */
final class ZoneSums {
    private final ZoneLoads loads;
    private final Demand demand;
    private final long[] milli;
    private int households;
    private long people;

    /** How much counts, of one line of one place. */
    interface Counted {
        long milli(int place, int line);
    }

    ZoneSums(ZoneLoads loads) {
        this.loads = loads;
        this.demand = loads.demand();
        this.milli = new long[demand.items().size()];
    }

    /** A place of which nothing counts is not a household of the sum. */
    void add(int place, Counted counted) {
        boolean any = false;
        for (int line = 0; line < demand.lines(place); line++) {
            long more = counted.milli(place, line);
            milli[demand.item(place, line)] += more;
            any |= more > 0;
        }
        if (any) {
            households++;
            people += demand.people(place);
        }
    }

    ZoneReport.Sums told() {
        List<ZoneReport.Amount> items = new ArrayList<>();
        double kg = 0;
        double m3 = 0;
        for (int item = 0; item < milli.length; item++) {
            if (milli[item] > 0) {
                items.add(new ZoneReport.Amount(demand.items().get(item), milli[item]));
                kg += milli[item] / 1000.0 * loads.unitKg(item);
                m3 += milli[item] / 1000.0 * loads.unitM3(item);
            }
        }
        return new ZoneReport.Sums(households, people, List.copyOf(items), kg, m3);
    }

    ZoneReport.@Nullable Sums orNull() {
        return households == 0 ? null : told();
    }
}
