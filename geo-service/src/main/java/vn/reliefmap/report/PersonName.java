package vn.reliefmap.report;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import vn.reliefmap.kernel.NameFolding;

/** Compares Vietnamese names: the given name stands last and decides, since a third of a village may share the first two. */
final class PersonName {
    /** Without those that are family names too, such as Chu (chú) and Hồ (hộ). */
    private static final Set<String> TITLES = Set.of("ong", "ba", "anh", "chi", "bac", "em", "cu", "me");

    private static final double WITHOUT_DIACRITICS = 0.9;
    private static final double OTHER_DIACRITICS = 0.4;
    private static final double GIVEN_NAME_ALONE = 0.4;

    private PersonName() {}

    /** 0 (another name) to 1 (the same, diacritics included); the same whichever comes first. */
    static double likeness(String a, String b) {
        List<String> wordsA = words(a);
        List<String> wordsB = words(b);
        if (wordsA.isEmpty() || wordsB.isEmpty()) {
            return 0;
        }
        if (!last(wordsA).equals(last(wordsB))) {
            return 0;
        }
        double spelling = spelling(a, b);
        if (wordsA.size() == 1 || wordsB.size() == 1) {
            return (wordsA.size() == wordsB.size() ? 2 : 1) * GIVEN_NAME_ALONE * spelling;
        }
        // The family name and the middle names, in any order and number: Nguyễn Thị Thu Hà may write Nguyễn Thu Hà.
        List<String> rest = new ArrayList<>(wordsB.subList(0, wordsB.size() - 1));
        long common = 1
                + wordsA.subList(0, wordsA.size() - 1).stream()
                        .filter(rest::remove)
                        .count();
        double shared = 2.0 * common / (wordsA.size() + wordsB.size());
        return shared * shared * spelling;
    }

    private static double spelling(String a, String b) {
        String exactA = last(List.of(NameFolding.spelling(a).split(" ")));
        String exactB = last(List.of(NameFolding.spelling(b).split(" ")));
        if (bare(a) || bare(b)) {
            return exactA.equals(exactB) && bare(a) && bare(b) ? 1 : WITHOUT_DIACRITICS;
        }
        return exactA.equals(exactB) ? 1 : OTHER_DIACRITICS;
    }

    /** True for a name written without any diacritics, which says nothing of what they are. */
    private static boolean bare(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFD).codePoints().allMatch(c -> c < 0x80);
    }

    private static List<String> words(String name) {
        List<String> words = new ArrayList<>(List.of(NameFolding.fold(name).split(" ")));
        words.removeIf(String::isEmpty);
        while (words.size() > 1 && TITLES.contains(words.get(0))) {
            words.remove(0);
        }
        return words;
    }

    private static String last(List<String> words) {
        return words.get(words.size() - 1);
    }
}
