package vn.reliefmap.web;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.NumberFormat;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;
import vn.reliefmap.item.AmountWords;
import vn.reliefmap.item.Item;
import vn.reliefmap.kernel.Problem;

/**
 * The words of the pages that the server writes, in one language: those of {@code words/pages.LANGUAGE.properties}. Which languages
 * there are stands in {@code js/languages.js}, which the pages' scripts read too.
 */
final class PageWords {
    static final PageWords VIETNAMESE;

    private static final String LANGUAGES = "static/js/languages.js";
    /** By language, as the list has them; the first is Vietnamese. */
    private static volatile Map<String, PageWords> all = readAll(PageWords::resource);

    static {
        VIETNAMESE = Objects.requireNonNull(all.get("vi"));
    }

    private final String code;
    private final Language language;
    private final Properties texts;

    /** What a language calls itself, and the region whose numbers it writes: {@code vi-VN}. */
    private record Language(String name, String region) {}

    private PageWords(String code, Language language, Properties texts) {
        this.code = code;
        this.language = language;
        this.texts = texts;
    }

    /** @param files gives the text of a file by its path */
    private static Map<String, PageWords> readAll(UnaryOperator<String> files) {
        String list = files.apply(LANGUAGES);
        String json = list.substring(list.indexOf('{'), list.indexOf("};") + 1);
        Map<String, PageWords> read = new LinkedHashMap<>();
        JsonMapper.builder()
                .build()
                .readValue(json, new TypeReference<LinkedHashMap<String, Language>>() {})
                .forEach((code, language) -> read.put(
                        code,
                        new PageWords(code, language, properties(files.apply("words/pages." + code + ".properties")))));
        return read;
    }

    private static Properties properties(String text) {
        Properties texts = new Properties();
        try {
            texts.load(new StringReader(text));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return texts;
    }

    /** Reads the list and the words again, from other files: so a test makes up a language. */
    static void speak(UnaryOperator<String> files) {
        all = readAll(files);
    }

    static String resource(String path) {
        try {
            return new ClassPathResource(path).getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The language that the reader asks for, else Vietnamese. */
    static PageWords of(@Nullable String language) {
        return language == null ? VIETNAMESE : all.getOrDefault(language, VIETNAMESE);
    }

    /** The text of a key in every language, as HTML, for somebody whose language is not known. */
    static String inAll(String key) {
        return all.values().stream()
                .map(words -> "<span lang=\"" + words.code + "\">" + PlainHtml.safe(words.say(key)) + "</span>")
                .collect(Collectors.joining(" / "));
    }

    String language() {
        return code;
    }

    /** The language after this one, for a link that goes round them. */
    PageWords next() {
        return all.values().stream()
                .dropWhile(words -> !words.code.equals(code))
                .skip(1)
                .findFirst()
                .orElse(VIETNAMESE);
    }

    /** The region whose numbers and times the language writes: {@code vi-VN}. */
    String region() {
        return language.region();
    }

    /** What the language calls itself. */
    String ownName() {
        return language.name();
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
        return code.equals(VIETNAMESE.code);
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
        NumberFormat format = NumberFormat.getInstance(Locale.forLanguageTag(language.region()));
        format.setMaximumFractionDigits(value < 100 ? 1 : 0);
        return format.format(value);
    }
}
