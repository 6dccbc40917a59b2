package vn.reliefmap.plan;

import java.util.Comparator;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/** The Gini index of shares: half the mean difference between two people, divided by the mean share. */
final class Gini {
    private Gini() {}

    /**
     * @param share 0 or more
     * @param people who have the share, 0 or more
     * @return 0 when all have the same, even nothing; towards 1 when few have all
     */
    static double of(double[] share, IntToDoubleFunction people) {
        int[] order = IntStream.range(0, share.length)
                .boxed()
                .sorted(Comparator.<Integer>comparingDouble(i -> share[i]).thenComparing(i -> i))
                .mapToInt(Integer::intValue)
                .toArray();
        double all = 0;
        double sum = 0;
        double differences = 0;
        for (int i : order) {
            double weight = people.applyAsDouble(i);
            // Against everybody who has no more than this one.
            differences += weight * (all * share[i] - sum);
            all += weight;
            sum += weight * share[i];
        }
        return sum == 0 ? 0 : Math.max(0, differences / (all * sum));
    }
}
