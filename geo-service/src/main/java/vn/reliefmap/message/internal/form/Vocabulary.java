package vn.reliefmap.message.internal.form;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.reliefmap.item.Item;
import vn.reliefmap.kernel.NameFolding;

/**
 * The phrases of the short form, the catalogue's names among them. A phrase is found with and without diacritics, with and
 * without spaces; one that means something else without diacritics stands here with a leading "!" and is found only with
 * them. Immutable.
 */
final class Vocabulary {
    /** Most words in a phrase. */
    static final int LONGEST = 6;

    /** A phrase with one letter wrong is still that phrase, if it has at least so many. */
    private static final int LENGTH_FOR_FAULTS = 5;

    /** A phrase written without spaces is only found if it has so many letters: "đoàn" is not "đồ ăn". */
    private static final int LENGTH_FOR_GLUE = 6;

    private final Map<String, Sense> loose = new HashMap<>();
    private final Map<String, Sense> exact = new HashMap<>();
    private final Map<Character, List<String>> gluedPhrases;
    private final Map<String, Item> items;

    Vocabulary(List<Item> catalogue) {
        items = catalogue.stream().collect(Collectors.toMap(Item::code, item -> item, (a, b) -> a));
        Phrases.ALL.forEach((kind, phrases) -> phrases.forEach(phrase -> add(phrase, Sense.of(kind))));
        Phrases.UNITS.forEach((unit, phrases) -> phrases.forEach(phrase -> add(phrase, Sense.unit(unit))));
        for (Item item : catalogue) {
            name(item.nameVi(), item.code());
            name(item.nameEn(), item.code());
        }
        // Common words come last: they are chosen with care, and win over a word of the catalogue.
        Phrases.GOODS.forEach((code, phrases) -> {
            if (items.containsKey(code)) {
                phrases.forEach(phrase -> add(phrase, Sense.item(code)));
            }
        });
        gluedPhrases = loose.keySet().stream()
                .filter(phrase -> phrase.length() >= LENGTH_FOR_FAULTS && !phrase.contains(" "))
                .collect(Collectors.groupingBy(phrase -> phrase.charAt(0)));
    }

    /** A name of the catalogue counts with and without what stands in brackets. */
    private void name(String name, String code) {
        Stream.of(name, name.replaceAll("\\(.*?\\)", ""))
                .filter(each -> NameFolding.fold(each).length() >= 4)
                .forEach(each -> add("!" + each, Sense.item(code)));
        if (NameFolding.fold(name).contains(" ")) {
            add(name, Sense.item(code));
        }
    }

    private void add(String phrase, Sense sense) {
        boolean strict = phrase.startsWith("!");
        String spelling = NameFolding.spelling(strict ? phrase.substring(1) : phrase);
        exact.put(spelling, sense);
        if (!strict) {
            String folded = NameFolding.fold(phrase);
            loose.put(folded, sense);
            if (glued(folded).length() >= LENGTH_FOR_GLUE) {
                loose.put(glued(folded), sense);
            }
        }
    }

    /** The item, for its unit. */
    @Nullable
    Item item(String code) {
        return items.get(code);
    }

    /** What the words from {@code from} until {@code to} mean together; null when they are no phrase. */
    @Nullable
    Sense find(List<Token> tokens, int from, int to) {
        List<Token> words = tokens.subList(from, to);
        if (words.stream().anyMatch(Token::accented)) {
            String spelling =
                    NameFolding.spelling(words.stream().map(Token::raw).collect(Collectors.joining(" ")));
            if (Phrases.OTHER_WORDS.contains(spelling)) {
                return null;
            }
            Sense sense = exact.get(spelling);
            if (sense != null) {
                return sense;
            }
        }
        Sense sense = loose(words.stream().map(Token::folded).collect(Collectors.joining(" ")));
        return sense == null ? loose(words.stream().map(Token::telex).collect(Collectors.joining(" "))) : sense;
    }

    private @Nullable Sense loose(String phrase) {
        Sense sense = loose.get(phrase);
        return sense == null ? loose.get(glued(phrase)) : sense;
    }

    /** The same for phrases with one letter too many, too few, wrong or exchanged with its neighbour. */
    @Nullable
    Sense almost(List<Token> tokens, int from, int to) {
        String glued = tokens.subList(from, to).stream().map(Token::folded).collect(Collectors.joining());
        if (glued.length() < LENGTH_FOR_FAULTS || Phrases.NEVER_FAULTS.contains(glued)) {
            return null;
        }
        Set<Sense> senses = gluedPhrases.getOrDefault(glued.charAt(0), List.of()).stream()
                .filter(phrase -> Math.abs(phrase.length() - glued.length()) <= 1)
                .filter(phrase -> OneFault.between(glued, phrase))
                .map(loose::get)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        return senses.size() == 1 ? senses.iterator().next() : null;
    }

    private static String glued(String text) {
        return text.replace(" ", "");
    }
}
