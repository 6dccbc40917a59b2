package vn.reliefmap.routing.internal;

import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Stream;
import vn.reliefmap.geo.LonLat;
import vn.reliefmap.routing.PlaceColumns;

/** Places of a test, each with two people more than its number. */
record Homes(List<LonLat> all) implements PlaceColumns {
    static Homes of(LonLat... places) {
        return new Homes(List.of(places));
    }

    static Homes random(Random random, int count, Function<Random, LonLat> place) {
        return new Homes(Stream.generate(() -> place.apply(random)).limit(count).toList());
    }

    @Override
    public int size() {
        return all.size();
    }

    @Override
    public double lon(int place) {
        return all.get(place).lon();
    }

    @Override
    public double lat(int place) {
        return all.get(place).lat();
    }

    @Override
    public int people(int place) {
        return place + 2;
    }
}
