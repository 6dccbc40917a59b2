package vn.reliefmap.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Every words file of the pages has the same keys in each language, with the same places to fill in, and none that no page says. A
 * further language is one more file beside each.
 */
class WordsTest {
    private static final Path STATIC = EmptyProgram.root().resolve("map-web/src/main/resources/static");
    private static final Path RESOURCES = EmptyProgram.root().resolve("map-web/src/main/resources");
    private static final Path SERVER = EmptyProgram.root().resolve("map-web/src/main/java/vn/reliefmap/web");
    private static final Pattern WRITTEN = Pattern.compile("(pages)\\.(\\w+)\\.properties");
    /** What the program says on the command line and in problems is in both languages where it stands. */
    private static final Pattern OF_PAGES =
            Pattern.compile("\\w*(Page|Html|Section|Picture|Commune|Words|Pages|Zone|Choice|Script)\\.java");

    /** The unit of an item, by which money is known. */
    private static final String MONEY = "\"đồng\"";

    private static final Pattern VIETNAMESE = Pattern.compile("\"[^\"\\n]*[À-ỹĐđ][^\"\\n]*\"");
    private static final Pattern FILE = Pattern.compile("(\\w*text)\\.(\\w+)\\.js");
    /** One of the words of a line: {@code key: 'word',}. */
    private static final Pattern WORD = Pattern.compile("'?([\\w-]+)'?: (['\"`])((?:\\\\.|(?!\\2).)*)\\2,");
    /** What stands around the words; of anything else this test would not know what it says. */
    private static final Pattern AROUND = Pattern.compile("(?m)^//.*$|^export default \\{|^};|\\s");

    private static final Pattern FILLED = Pattern.compile("\\{\\w+}");
    /** A key that is put together: {@code t('urgency_' + one)}. */
    private static final Pattern BEGINNING = Pattern.compile("['`\"](\\w+_|[\\w.]+\\.)['`$\"]");

    @Test
    void everyLanguageSaysTheSame() throws IOException {
        Map<String, Map<String, Map<String, String>>> files = files();
        assertThat(files).containsKeys("text", "roomtext", "pages");
        files.forEach((name, languages) -> {
            Map<String, String> vietnamese = languages.getOrDefault("vi", Map.of());
            assertThat(vietnamese).as(name).isNotEmpty();
            assertThat(languages.keySet()).as(name).contains("vi", "en");
            languages.forEach((language, words) -> {
                assertThat(words.keySet()).as(name + "." + language).isEqualTo(vietnamese.keySet());
                words.forEach((key, word) -> assertThat(filled(word))
                        .as(name + "." + language + " " + key)
                        .isEqualTo(filled(vietnamese.getOrDefault(key, ""))));
            });
        });
    }

    @Test
    void noWordIsLeftThatNoPageSays() throws IOException {
        Set<String> keys = files().values().stream()
                .flatMap(languages -> languages.getOrDefault("vi", Map.of()).keySet().stream())
                .collect(Collectors.toCollection(TreeSet::new));
        String pages = pages() + server();
        Set<String> beginnings =
                BEGINNING.matcher(pages).results().map(found -> found.group(1)).collect(Collectors.toSet());
        keys.removeIf(key -> beginnings.stream().anyMatch(key::startsWith) || said(key, pages));
        assertThat(keys).isEmpty();
    }

    /** Names of items, sentences of problems and a name that is the same in all languages come from elsewhere. */
    @Test
    void pagesOfTheServerHoldNoTextThemselves() throws IOException {
        assertThat(VIETNAMESE
                        .matcher(server())
                        .results()
                        .map(MatchResult::group)
                        .filter(text -> !text.equals(MONEY)))
                .as("texts belong into words/pages.vi.properties")
                .isEmpty();
    }

    /** By its key, as {@code 'key'} or {@code words.key}, or by the id of the field that it is the label of. */
    private static boolean said(String key, String pages) {
        return Pattern.compile("['\"`](" + Pattern.quote(key) + "|" + key.replace('_', '-') + ")['\"`]|\\bwords\\."
                        + key + "\\b")
                .matcher(pages)
                .find();
    }

    /** By file and language, its words by key. */
    private static Map<String, Map<String, Map<String, String>>> files() throws IOException {
        Map<String, Map<String, Map<String, String>>> files = new LinkedHashMap<>();
        try (Stream<Path> scripts = Files.list(STATIC.resolve("js"))) {
            scripts.sorted().forEach(script -> {
                var name = FILE.matcher(script.getFileName().toString());
                if (name.matches()) {
                    files.computeIfAbsent(name.group(1), n -> new LinkedHashMap<>())
                            .put(name.group(2), words(script));
                }
            });
        }
        try (Stream<Path> written = Files.list(RESOURCES.resolve("words"))) {
            written.sorted().forEach(file -> {
                var name = WRITTEN.matcher(file.getFileName().toString());
                if (name.matches()) {
                    files.computeIfAbsent(name.group(1), n -> new LinkedHashMap<>())
                            .put(name.group(2), properties(file));
                }
            });
        }
        return files;
    }

    private static Map<String, String> properties(Path file) {
        Map<String, String> words = new LinkedHashMap<>();
        read(file)
                .lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .forEach(line -> {
                    String[] word = line.split(" = ", 2);
                    assertThat(words.put(word[0], word[1]))
                            .as("twice: " + word[0])
                            .isNull();
                });
        return words;
    }

    /** The classes that write pages. */
    private static String server() throws IOException {
        try (Stream<Path> all = Files.list(SERVER)) {
            return all.filter(path ->
                            OF_PAGES.matcher(path.getFileName().toString()).matches())
                    .map(WordsTest::read)
                    .map(WordsTest::withoutComments)
                    .collect(Collectors.joining("\n"));
        }
    }

    private static String withoutComments(String code) {
        return code.replaceAll("(?s)/\\*.*?\\*/", "").replaceAll("(?m)//.*$", "");
    }

    private static Map<String, String> words(Path script) {
        Map<String, String> words = new LinkedHashMap<>();
        List<String> twice = new ArrayList<>();
        String text = read(script);
        assertThat(AROUND.matcher(WORD.matcher(text).replaceAll("")).replaceAll(""))
                .as("not read in " + script.getFileName())
                .isEmpty();
        for (MatchResult word : WORD.matcher(text).results().toList()) {
            if (words.put(word.group(1), word.group(3)) != null) {
                twice.add(word.group(1));
            }
        }
        assertThat(twice).as("twice in " + script.getFileName()).isEmpty();
        return words;
    }

    private static Set<String> filled(String words) {
        return FILLED.matcher(words).results().map(MatchResult::group).collect(Collectors.toCollection(TreeSet::new));
    }

    /** All scripts and pages but the words themselves. */
    private static String pages() throws IOException {
        try (Stream<Path> all = Files.walk(STATIC)) {
            return all.filter(path ->
                            path.toString().endsWith(".js") || path.toString().endsWith(".html"))
                    .filter(path -> !FILE.matcher(path.getFileName().toString()).matches())
                    .map(WordsTest::read)
                    .collect(Collectors.joining("\n"));
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
