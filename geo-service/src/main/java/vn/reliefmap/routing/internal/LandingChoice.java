package vn.reliefmap.routing.internal;

import com.carrotsearch.hppc.IntArrayList;
import com.carrotsearch.hppc.IntObjectHashMap;
import com.carrotsearch.hppc.LongObjectHashMap;
import com.carrotsearch.hppc.cursors.IntObjectCursor;
import com.carrotsearch.hppc.cursors.LongObjectCursor;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import vn.reliefmap.routing.BoatLanding.Served;
import vn.reliefmap.routing.internal.DepotLandings.Landing;

/**
 * The best landing of each part, and of all parts together, under one rule for boats. From every landing on one water
 * the same places are reached; so the water with the most people is chosen, and of its landings the one from which a boat
 * comes soonest to the middle of these people: to the cell of theirs that is nearest to where half of them live
 * farther east and half farther north.
 */
final class LandingChoice {
    /**
     * What was chosen.
     *
     * @param cell that the boat starts from
     * @param water number of the water in {@link HomesAfloat}
     * @param boatS by boat to the middle of those who are reached
     */
    record Chosen(Landing landing, int cell, int water, double boatS, Served served) {}

    private final TiedColumns places;
    private final IslandParts parts;
    private final HomesAfloat homes;
    private final IntObjectHashMap<Landing> landings;
    private final double speedMs;
    /** By part; the last one is for all of them. */
    private final @Nullable Chosen[] chosen;

    LandingChoice(TiedColumns places, IslandParts parts, HomesAfloat homes, DepotLandings ashore, double speedMs) {
        this.places = places;
        this.parts = parts;
        this.homes = homes;
        this.speedMs = speedMs;
        BitSet withHomes = new BitSet();
        for (int place = 0; place < places.size(); place++) {
            if (homes.cell(place) != HomesAfloat.NONE) {
                withHomes.set(homes.water(place));
            }
        }
        this.landings = ashore.byCell(homes.rule, cell -> withHomes.get(homes.cells.part(cell)));
        this.chosen = new Chosen[parts.count() + 1];
        choose();
    }

    /** Null when no boat reaches any of the part's places. */
    @Nullable
    Chosen of(int island) {
        return chosen[island];
    }

    /** Null when no boat reaches any place. */
    @Nullable
    Chosen ofAll() {
        return chosen[parts.count()];
    }

    /** The people of one part on one water. */
    private static final class Group {
        private final IntArrayList members = new IntArrayList();
        private long people;
    }

    private void choose() {
        BitSet landed = new BitSet();
        for (IntObjectCursor<Landing> landing : landings) {
            landed.set(homes.cells.part(landing.key));
        }
        LongObjectHashMap<Group> groups = new LongObjectHashMap<>();
        for (int place = 0; place < places.size(); place++) {
            int water = homes.water(place);
            if (water != HomesAfloat.NONE && landed.get(water)) {
                add(groups, key(parts.ofPlace(place), water), place);
                add(groups, key(parts.count(), water), place);
            }
        }
        Group[] best = new Group[chosen.length];
        int[] onWater = new int[chosen.length];
        for (LongObjectCursor<Group> group : groups) {
            int island = (int) (group.key >> Integer.SIZE);
            int water = (int) group.key;
            Group other = best[island];
            // Of two waters with as many people the southern one, so that equal searches choose alike.
            if (other == null
                    || group.value.people > other.people
                    || (group.value.people == other.people && water < onWater[island])) {
                best[island] = group.value;
                onWater[island] = water;
            }
        }
        int[] middle = new int[chosen.length];
        Arrays.fill(middle, HomesAfloat.NONE);
        for (int island = 0; island < best.length; island++) {
            Group group = best[island];
            middle[island] = group == null ? HomesAfloat.NONE : middle(group.members);
        }
        BoatSearch soonest = soonest(middle);
        for (int island = 0; island < best.length; island++) {
            Group group = best[island];
            if (group != null) {
                List<Integer> way = soonest.back(middle[island]);
                Landing landing = landings.get(way.get(0));
                chosen[island] = new Chosen(
                        landing,
                        way.get(0),
                        onWater[island],
                        Math.max(0, soonest.meters(middle[island]) / speedMs - landing.truckS()),
                        new Served(group.members.size(), group.people));
            }
        }
    }

    private static long key(int island, int water) {
        return ((long) island << Integer.SIZE) + water;
    }

    private void add(LongObjectHashMap<Group> groups, long key, int place) {
        Group group = groups.get(key);
        if (group == null) {
            group = new Group();
            groups.put(key, group);
        }
        group.members.add(place);
        group.people += places.people(place);
    }

    /** One search from all landings at once, each as far behind as its truck is late, until every middle is reached. */
    private BoatSearch soonest(int[] middle) {
        BitSet waiting = new BitSet();
        Arrays.stream(middle).filter(cell -> cell != HomesAfloat.NONE).forEach(waiting::set);
        BoatSearch search = new BoatSearch(homes.rule);
        if (waiting.isEmpty()) {
            return search;
        }
        // Of two landings with the same time the southern one, so that equal searches choose alike.
        int[] starts = IntStream.of(landings.keys().toArray())
                .boxed()
                .sorted(Comparator.<Integer>comparingDouble(
                                cell -> landings.get(cell).truckS())
                        .thenComparing(cell -> cell))
                .mapToInt(Integer::intValue)
                .toArray();
        double[] behindM = new double[starts.length];
        Arrays.setAll(behindM, i -> landings.get(starts[i]).truckS() * speedMs);
        int[] left = {waiting.cardinality()};
        search.spread(starts, behindM, (cell, meters) -> !waiting.get(cell) || --left[0] > 0);
        return search;
    }

    /** The members' cell that is nearest to the median of their columns and rows, weighted by people. */
    private int middle(IntArrayList members) {
        BoatGrid grid = homes.grid;
        int column = median(members, cell -> cell % grid.columns());
        int row = median(members, cell -> cell / grid.columns());
        int nearest = HomesAfloat.NONE;
        long nearestAway = Long.MAX_VALUE;
        for (int i = 0; i < members.size(); i++) {
            int cell = homes.cell(members.get(i));
            long across = (long) cell % grid.columns() - column;
            long along = (long) cell / grid.columns() - row;
            long away = across * across + along * along;
            if (away < nearestAway || (away == nearestAway && cell < nearest)) {
                nearest = cell;
                nearestAway = away;
            }
        }
        return nearest;
    }

    private int median(IntArrayList members, IntUnaryOperator coordinate) {
        int least = Integer.MAX_VALUE;
        int most = 0;
        for (int i = 0; i < members.size(); i++) {
            int at = coordinate.applyAsInt(homes.cell(members.get(i)));
            least = Math.min(least, at);
            most = Math.max(most, at);
        }
        long[] people = new long[most - least + 1];
        long all = 0;
        for (int i = 0; i < members.size(); i++) {
            int place = members.get(i);
            people[coordinate.applyAsInt(homes.cell(place)) - least] += places.people(place);
            all += places.people(place);
        }
        int at = 0;
        for (long passed = people[0]; 2 * passed < all; passed += people[at]) {
            at++;
        }
        return least + at;
    }
}
