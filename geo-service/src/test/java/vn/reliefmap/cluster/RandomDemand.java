package vn.reliefmap.cluster;

import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vn.reliefmap.geo.LonLat;
import vn.reliefmap.kernel.HouseholdId;
import vn.reliefmap.need.Urgency;

/** What made-up homes need of rice, water, tarpaulins and cash. */
public record RandomDemand(List<LonLat> homes, List<long[]> milli) implements Demand {
    public static final List<String> ITEMS = List.of("rice", "drinking_water", "tarp", "cash");

    /** One home in fifty is a school or a hospital with a need for many. */
    public static RandomDemand of(Random random, int count, Function<Random, LonLat> place) {
        List<LonLat> homes =
                random.ints(count).mapToObj(i -> place.apply(random)).toList();
        List<long[]> milli = homes.stream()
                .map(home -> {
                    long many = random.nextInt(50) == 0 ? 100 : 1;
                    return new long[] {
                        random.nextInt(3) == 0 ? 0 : many * (1000L + random.nextInt(30_000)),
                        random.nextInt(3) == 0 ? 0 : many * (1000L + random.nextInt(60_000)),
                        random.nextInt(3) == 0 ? 0 : many * 1000L * (1 + random.nextInt(2)),
                        random.nextInt(3) == 0 ? 0 : 1000
                    };
                })
                .toList();
        return new RandomDemand(homes, milli);
    }

    @Override
    public List<String> items() {
        return ITEMS;
    }

    @Override
    public int size() {
        return homes.size();
    }

    @Override
    public double lon(int place) {
        return homes.get(place).lon();
    }

    @Override
    public double lat(int place) {
        return homes.get(place).lat();
    }

    @Override
    public int people(int place) {
        return 1 + place % 7;
    }

    @Override
    public HouseholdId household(int place) {
        return new HouseholdId(new UUID(0, place));
    }

    @Override
    public int vulnerablePeople(int place) {
        return 0;
    }

    @Override
    public @Nullable String commune(int place) {
        return null;
    }

    @Override
    public int lines(int place) {
        return ITEMS.size();
    }

    @Override
    public int item(int place, int line) {
        return line;
    }

    @Override
    public Urgency urgency(int place, int line) {
        return Urgency.ofLevel(place % 3);
    }

    @Override
    public long neededMilli(int place, int line) {
        return Math.max(1, carryMilli(place, line));
    }

    @Override
    public long carryMilli(int place, int line) {
        return milli.get(place)[line];
    }
}
