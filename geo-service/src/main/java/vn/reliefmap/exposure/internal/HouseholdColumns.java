package vn.reliefmap.exposure.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.reliefmap.exposure.Count;
import vn.reliefmap.routing.PlaceColumns;

/** All households of one kind as columns, to be counted quickly: 28 bytes each. Filled by one thread, then only read. */
final class HouseholdColumns implements PlaceColumns {
    private double[] lon = new double[1024];
    private double[] lat = new double[1024];
    private int[] people = new int[1024];
    private int[] vulnerablePeople = new int[1024];
    private int[] commune = new int[1024];
    private int size;
    private final List<String> codes = new ArrayList<>();
    private final Map<String, Integer> places = new HashMap<>();

    /** @param code of the commune; null without one */
    void add(double lonDeg, double latDeg, int people, int vulnerablePeople, @Nullable String code) {
        if (size == lon.length) {
            int longer = size + (size >> 1);
            lon = Arrays.copyOf(lon, longer);
            lat = Arrays.copyOf(lat, longer);
            this.people = Arrays.copyOf(this.people, longer);
            this.vulnerablePeople = Arrays.copyOf(this.vulnerablePeople, longer);
            commune = Arrays.copyOf(commune, longer);
        }
        lon[size] = lonDeg;
        lat[size] = latDeg;
        this.people[size] = people;
        this.vulnerablePeople[size] = vulnerablePeople;
        commune[size] = code == null ? -1 : place(code);
        size++;
    }

    private int place(String code) {
        return places.computeIfAbsent(code, c -> {
            codes.add(c);
            return codes.size() - 1;
        });
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public double lon(int i) {
        return lon[i];
    }

    @Override
    public double lat(int i) {
        return lat[i];
    }

    @Override
    public int people(int i) {
        return people[i];
    }

    int vulnerablePeople(int i) {
        return vulnerablePeople[i];
    }

    /** Place of the household's commune in {@link #codes}; −1 without one. */
    int commune(int i) {
        return commune[i];
    }

    /** The households of the set together. */
    Count count(BitSet some) {
        long inThem = 0;
        long vulnerable = 0;
        for (int i = some.nextSetBit(0); i >= 0; i = some.nextSetBit(i + 1)) {
            inThem += people[i];
            vulnerable += vulnerablePeople[i];
        }
        return new Count(some.cardinality(), inThem, vulnerable);
    }

    /** All households by the place of their commune, those without one last. */
    List<Count> byCommune() {
        Tally[] tallies = new Tally[codes.size() + 1];
        for (int i = 0; i < tallies.length; i++) {
            tallies[i] = new Tally();
        }
        for (int i = 0; i < size; i++) {
            tallies[commune[i] < 0 ? codes.size() : commune[i]].add(this, i);
        }
        return Arrays.stream(tallies).map(Tally::count).toList();
    }

    List<String> codes() {
        return codes;
    }
}
