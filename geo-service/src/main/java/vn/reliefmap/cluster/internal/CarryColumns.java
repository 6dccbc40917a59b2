package vn.reliefmap.cluster.internal;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.reliefmap.cluster.Demand;
import vn.reliefmap.kernel.HouseholdId;
import vn.reliefmap.need.Urgency;

/** The needs still to carry, seen through the columns that the map's sums are made of. */
record CarryColumns(NeedColumns columns, List<String> items) implements Demand {
    @Override
    public int size() {
        return columns.households;
    }

    @Override
    public double lon(int place) {
        return columns.lon[place];
    }

    @Override
    public double lat(int place) {
        return columns.lat[place];
    }

    @Override
    public int people(int place) {
        return columns.people[place];
    }

    @Override
    public HouseholdId household(int place) {
        return new HouseholdId(columns.id(place));
    }

    @Override
    public int vulnerablePeople(int place) {
        return columns.vulnerablePeople[place];
    }

    @Override
    public @Nullable String commune(int place) {
        int commune = columns.commune[place];
        return commune < 0 ? null : columns.communes.get(commune).code();
    }

    @Override
    public int lines(int place) {
        return columns.firstNeed[place + 1] - columns.firstNeed[place];
    }

    private int need(int place, int line) {
        return columns.needsByHousehold[columns.firstNeed[place] + line];
    }

    @Override
    public int item(int place, int line) {
        return columns.item[need(place, line)];
    }

    @Override
    public Urgency urgency(int place, int line) {
        return Urgency.ofLevel(columns.urgency[need(place, line)]);
    }

    @Override
    public long neededMilli(int place, int line) {
        return columns.needed[need(place, line)];
    }

    @Override
    public long carryMilli(int place, int line) {
        int need = need(place, line);
        return Math.max(0, columns.needed[need] - columns.claimed[need] - columns.delivered[need]);
    }

    @Override
    public boolean unconfirmed(int place) {
        for (int line = 0; line < lines(place); line++) {
            if (columns.unconfirmed.get(need(place, line)) && carryMilli(place, line) > 0) {
                return true;
            }
        }
        return false;
    }

    @Override
    public boolean approximate(int place) {
        return columns.approximate.get(place);
    }
}
