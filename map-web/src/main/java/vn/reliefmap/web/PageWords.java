package vn.reliefmap.web;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.NumberFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import vn.reliefmap.item.AmountWords;
import vn.reliefmap.item.Item;
import vn.reliefmap.kernel.Problem;

/**
 * The words of the pages that the server writes, in one language: those of {@code words/pages.LANGUAGE.properties}. A further
 * language is one more such file.
 */
final class PageWords {
    static final PageWords VIETNAMESE;

    private static final String FILES = "classpath:words/pages.*.properties";
    /** By language: Vietnamese first, then by code. */
    private static final Map<String, PageWords> ALL =
            new TreeMap<>((a, b) -> a.equals(b) ? 0 : a.equals("vi") ? -1 : b.equals("vi") ? 1 : a.compareTo(b));

    static {
        try {
            for (Resource file : new PathMatchingResourcePatternResolver().getResources(FILES)) {
                String language = Objects.requireNonNull(file.getFilename()).split("\\.", 3)[1];
                Properties texts = new Properties();
                try (Reader reader = new InputStreamReader(file.getInputStream(), StandardCharsets.UTF_8)) {
                    texts.load(reader);
                }
                ALL.put(language, new PageWords(language, texts));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        VIETNAMESE = Objects.requireNonNull(ALL.get("vi"));
    }

    private final String language;
    private final Properties texts;

    private PageWords(String language, Properties texts) {
        this.language = language;
        this.texts = texts;
    }

    /** The language that the reader asks for, else Vietnamese. */
    static PageWords of(@Nullable String language) {
        return language == null ? VIETNAMESE : ALL.getOrDefault(language, VIETNAMESE);
    }

    /** The text of a key in every language, as HTML, for somebody whose language is not known. */
    static String inAll(String key) {
        return ALL.values().stream()
                .map(words -> "<span lang=\"" + words.language + "\">" + PlainHtml.safe(words.say(key)) + "</span>")
                .collect(Collectors.joining(" / "));
    }

    String language() {
        return language;
    }

    /** The language after this one, for a link that goes round them. */
    PageWords next() {
        return ALL.values().stream()
                .dropWhile(words -> words != this)
                .skip(1)
                .findFirst()
                .orElse(VIETNAMESE);
    }

    /** What the language calls itself. */
    String ownName() {
        return say("language.name");
    }

    /**
     * The text of a key.
     *
     * @param filled names and values of the places in it: {@code say("gift.left", "amount", "4,2 tấn")}
     */
    String say(String key, String... filled) {
        return find(key, filled).orElseThrow(() -> new IllegalArgumentException("no words for " + key));
    }

    /** The same where there may be none. */
    Optional<String> find(String key, String... filled) {
        String text = texts.getProperty(key);
        for (int i = 0; text != null && i + 1 < filled.length; i += 2) {
            text = text.replace("{" + filled[i] + "}", filled[i + 1]);
        }
        return Optional.ofNullable(text);
    }

    /** Sentences that come from elsewhere are in Vietnamese and English. */
    boolean vietnamese() {
        return this == VIETNAMESE;
    }

    String said(Problem problem) {
        return vietnamese() ? problem.vi() : problem.en();
    }

    /** An item at the beginning of a line. */
    String title(Item item) {
        return vietnamese() ? item.nameVi() : item.nameEn();
    }

    /** An item in the middle of a sentence. */
    String name(Item item) {
        return AmountWords.inSentence(title(item));
    }

    /** The unit where no number stands before it. */
    String unit(Item item) {
        return vietnamese() ? item.unitVi() : item.unitsEn();
    }

    /** Shape and word of an urgency, so that neither colour nor shape is needed to read it. */
    String urgency(String word) {
        return shape(word) + " " + say("urgency." + word);
    }

    private static String shape(String urgency) {
        return switch (urgency) {
            case "critical" -> "■";
            case "high" -> "▲";
            default -> "○";
        };
    }

    String counts(int households, int people) {
        return homes(households) + " · " + say("people", "n", number(people));
    }

    String homes(int households) {
        return say("households", "n", number(households));
    }

    String doNotSend(Item item) {
        return say("do_not_send", "item", title(item));
    }

    /** An item and how much of it at the beginning of a line: "Gạo 4,2 tấn", "267 blankets". */
    String amount(Item item, double quantity) {
        return vietnamese() ? title(item) + " " + quantity(item, quantity) : inSentence(item, quantity);
    }

    /** The same within a line: "gạo 4,2 tấn". */
    String listed(Item item, double quantity) {
        return vietnamese() ? name(item) + " " + quantity(item, quantity) : inSentence(item, quantity);
    }

    /** The same in the middle of a sentence: "4,2 tấn gạo", "267 blankets". */
    String inSentence(Item item, double quantity) {
        String measured = quantity(item, quantity);
        return vietnamese() ? measured + " " + name(item) : AmountWords.en(item, number(quantity), measured);
    }

    /** How much of an item, in its own unit: "4,2 tấn". */
    String quantity(Item item, double quantity) {
        if (item.unitVi().equals("kg") && quantity >= 1000) {
            return say("tonnes", "n", number(quantity / 1000));
        }
        if (item.unitVi().equals("đồng") && quantity >= 1_000_000) {
            return say("million_dong", "n", number(quantity / 1_000_000));
        }
        String number = number(quantity);
        return number + " " + (vietnamese() ? item.unitVi() : AmountWords.unitEn(item, number));
    }

    /** With one decimal below 100. */
    String number(double value) {
        NumberFormat format = NumberFormat.getInstance(
                Locale.forLanguageTag(say("language.region").replace('_', '-')));
        format.setMaximumFractionDigits(value < 100 ? 1 : 0);
        return format.format(value);
    }
}
