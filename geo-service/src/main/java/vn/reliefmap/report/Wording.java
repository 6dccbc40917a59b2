package vn.reliefmap.report;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import vn.reliefmap.kernel.NameFolding;

/** Compares what people wrote freely, with and without diacritics. */
final class Wording {
    /** Fewer words than these ("cần giúp đỡ") are everybody's. */
    private static final int FEWEST_PAIRS = 4;
    /** Below this two texts speak of the same flood, not of the same home. */
    private static final double CHANCE = 0.3;

    private Wording() {}

    /** Share of neighbouring pairs of words in common, 0 to 1; the same whichever comes first. */
    static double likeness(String a, String b) {
        Set<String> pairsA = pairs(a);
        Set<String> pairsB = pairs(b);
        if (Math.min(pairsA.size(), pairsB.size()) < FEWEST_PAIRS) {
            return 0;
        }
        long common = pairsA.stream().filter(pairsB::contains).count();
        double alike = 2.0 * common / (pairsA.size() + pairsB.size());
        return alike < CHANCE ? 0 : alike;
    }

    private static Set<String> pairs(String text) {
        List<String> words = List.of(NameFolding.fold(text).split(" "));
        Set<String> pairs = new HashSet<>();
        for (int i = 1; i < words.size(); i++) {
            pairs.add(words.get(i - 1) + " " + words.get(i));
        }
        return pairs;
    }
}
