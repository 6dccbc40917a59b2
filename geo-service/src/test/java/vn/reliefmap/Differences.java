package vn.reliefmap;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What an attacker works out from sums that were published: every two and three of them are subtracted and added, and all
 * of them are solved as one linear system. Each sum is written down as the households in it, in one of two states each
 * (before and after its delivery), which the test reads from the sums themselves.
 */
final class Differences {
    private static final long PRIME = 2_147_483_647L;

    private final int households;
    private final Set<Sum> sums = new LinkedHashSet<>();

    Differences(int households) {
        this.households = households;
    }

    /** @param before households in it whose delivery it does not hold yet */
    private record Sum(BitSet before, BitSet after) {
        /** How many households a − b speaks of. */
        static int support(Sum a, Sum b) {
            BitSet left = (BitSet) a.before.clone();
            left.xor(b.before);
            BitSet right = (BitSet) a.after.clone();
            right.xor(b.after);
            left.or(right);
            return left.cardinality();
        }
    }

    /** A published sum; one of nobody is no sum. */
    void add(BitSet members, BitSet delivered) {
        if (members.isEmpty()) {
            return;
        }
        BitSet before = (BitSet) members.clone();
        before.andNot(delivered);
        BitSet after = (BitSet) members.clone();
        after.and(delivered);
        sums.add(new Sum(before, after));
    }

    int size() {
        return sums.size();
    }

    /** The fewest households, more than none, that any sum, difference or solution speaks of. */
    int fewest() {
        List<Sum> all = new ArrayList<>(sums);
        int fewest = households;
        for (Sum sum : all) {
            fewest = fewer(fewest, sum.before.cardinality() + sum.after.cardinality());
        }
        for (int i = 0; i < all.size(); i++) {
            for (int j = 0; j < i; j++) {
                fewest = fewer(fewest, Sum.support(all.get(i), all.get(j)));
            }
        }
        return Math.min(Math.min(fewest, triples(all)), solved(all));
    }

    /**
     * The fewest households that no sum tells apart: whatever is worked out from sums of one moment, in whatever way, speaks of
     * all of them alike, so it speaks of no fewer. A quick bound for thousands of sums.
     */
    int fewestAlike() {
        Map<List<BitSet>, Integer> alike = new HashMap<>();
        List<Sum> all = new ArrayList<>(sums);
        for (int h = 0; h < households; h++) {
            BitSet before = new BitSet();
            BitSet after = new BitSet();
            for (int s = 0; s < all.size(); s++) {
                before.set(s, all.get(s).before.get(h));
                after.set(s, all.get(s).after.get(h));
            }
            if (!before.isEmpty() || !after.isEmpty()) {
                alike.merge(List.of(before, after), 1, Integer::sum);
            }
        }
        return alike.values().stream().mapToInt(Integer::intValue).min().orElse(households);
    }

    private static int fewer(int fewest, int support) {
        return support == 0 ? fewest : Math.min(fewest, support);
    }

    /** a − b − c for all b and c without a household in common that lie in a: what is left of a whole without two parts. */
    private int triples(List<Sum> all) {
        int fewest = households;
        for (Sum whole : all) {
            List<Sum> parts = all.stream()
                    .filter(part ->
                            !part.equals(whole) && inside(part.before, whole.before) && inside(part.after, whole.after))
                    .toList();
            for (int i = 0; i < parts.size(); i++) {
                BitSet restBefore = (BitSet) whole.before.clone();
                BitSet restAfter = (BitSet) whole.after.clone();
                restBefore.andNot(parts.get(i).before);
                restAfter.andNot(parts.get(i).after);
                for (int j = 0; j < i; j++) {
                    Sum other = parts.get(j);
                    if (inside(other.before, restBefore) && inside(other.after, restAfter)) {
                        BitSet rest = (BitSet) restBefore.clone();
                        rest.andNot(other.before);
                        BitSet after = (BitSet) restAfter.clone();
                        after.andNot(other.after);
                        rest.or(after);
                        fewest = fewer(fewest, rest.cardinality());
                    }
                }
            }
        }
        return fewest;
    }

    private static boolean inside(BitSet part, BitSet whole) {
        BitSet out = (BitSet) part.clone();
        out.andNot(whole);
        return out.isEmpty();
    }

    /** Gauss and Jordan over a prime field; each row that is left is something the attacker knows for certain. */
    private int solved(Collection<Sum> all) {
        int columns = 2 * households;
        List<long[]> rows = new ArrayList<>();
        for (Sum sum : all) {
            long[] row = new long[columns];
            sum.before.stream().forEach(h -> row[h] = 1);
            sum.after.stream().forEach(h -> row[households + h] = 1);
            rows.add(row);
        }
        int rank = 0;
        for (int column = 0; column < columns && rank < rows.size(); column++) {
            int pivot = rank;
            while (pivot < rows.size() && rows.get(pivot)[column] == 0) {
                pivot++;
            }
            if (pivot == rows.size()) {
                continue;
            }
            long[] row = rows.get(pivot);
            rows.set(pivot, rows.get(rank));
            rows.set(rank, row);
            long inverse = power(row[column], PRIME - 2);
            for (int k = column; k < columns; k++) {
                row[k] = row[k] * inverse % PRIME;
            }
            for (int r = 0; r < rows.size(); r++) {
                long factor = rows.get(r)[column];
                if (r != rank && factor != 0) {
                    long[] other = rows.get(r);
                    for (int k = column; k < columns; k++) {
                        other[k] = (other[k] + (PRIME - factor) * row[k]) % PRIME;
                    }
                }
            }
            rank++;
        }
        int fewest = households;
        for (int r = 0; r < rank; r++) {
            BitSet support = new BitSet();
            for (int k = 0; k < columns; k++) {
                if (rows.get(r)[k] != 0) {
                    support.set(k % households);
                }
            }
            fewest = fewer(fewest, support.cardinality());
        }
        return fewest;
    }

    private static long power(long base, long exponent) {
        long result = 1;
        long square = base % PRIME;
        for (long e = exponent; e > 0; e >>= 1) {
            result = (e & 1) == 1 ? result * square % PRIME : result;
            square = square * square % PRIME;
        }
        return result;
    }
}
