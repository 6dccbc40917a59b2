package vn.reliefmap.plan.internal.making;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.reliefmap.cluster.Demand;
import vn.reliefmap.geo.LonLat;
import vn.reliefmap.kernel.HouseholdId;
import vn.reliefmap.need.Urgency;

/** Hamlets to measure with: each needs so much of every item as its people do. */
record MadeUpDemand(List<LonLat> places, List<Integer> peopleOf, List<String> items, List<Long> milliPerPerson)
        implements Demand {
    @Override
    public int size() {
        return places.size();
    }

    @Override
    public double lon(int place) {
        return places.get(place).lon();
    }

    @Override
    public double lat(int place) {
        return places.get(place).lat();
    }

    @Override
    public int people(int place) {
        return peopleOf.get(place);
    }

    @Override
    public HouseholdId household(int place) {
        return new HouseholdId(new UUID(0, place));
    }

    @Override
    public int vulnerablePeople(int place) {
        return peopleOf.get(place) / 5;
    }

    @Override
    public @Nullable String commune(int place) {
        return null;
    }

    @Override
    public int lines(int place) {
        return items.size();
    }

    @Override
    public int item(int place, int line) {
        return line;
    }

    @Override
    public Urgency urgency(int place, int line) {
        return Urgency.NORMAL;
    }

    @Override
    public long neededMilli(int place, int line) {
        return peopleOf.get(place) * milliPerPerson.get(line);
    }

    @Override
    public long carryMilli(int place, int line) {
        return neededMilli(place, line);
    }
}
