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
    private static final Pattern FILE = Pattern.compile("(\\w*text)\\.(\\w+)\\.js");
    private static final Pattern WORD = Pattern.compile("^ {2}'?([\\w-]+)'?: (['\"`])(.*)\\2,$", Pattern.MULTILINE);
    private static final Pattern FILLED = Pattern.compile("\\{\\w+}");
    /** A key that is put together: {@code t('urgency_' + one)}. */
    private static final Pattern BEGINNING = Pattern.compile("['`](\\w+_)['`$]");

    @Test
    void everyLanguageSaysTheSame() throws IOException {
        Map<String, Map<String, Map<String, String>>> files = files();
        assertThat(files).containsKeys("text", "roomtext");
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
        String pages = pages();
        Set<String> beginnings =
                BEGINNING.matcher(pages).results().map(found -> found.group(1)).collect(Collectors.toSet());
        keys.removeIf(key -> beginnings.stream().anyMatch(key::startsWith) || said(key, pages));
        assertThat(keys).isEmpty();
    }

    /** By its key, as {@code 'key'} or {@code words.key}, or by the id of the field that it is the label of. */
    private static boolean said(String key, String pages) {
        return Pattern.compile("['\"`](" + key + "|" + key.replace('_', '-') + ")['\"`]|\\bwords\\." + key + "\\b")
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
        return files;
    }

    private static Map<String, String> words(Path script) {
        Map<String, String> words = new LinkedHashMap<>();
        List<String> twice = new ArrayList<>();
        for (MatchResult word : WORD.matcher(read(script)).results().toList()) {
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
