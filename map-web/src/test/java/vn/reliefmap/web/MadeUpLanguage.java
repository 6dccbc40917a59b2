package vn.reliefmap.web;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.Route;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A third language, made while a test runs of the English words: every vowel twice, which is about 40 % longer, every letter with a
 * mark, every text in brackets. It comes as any language does: a file beside each file of words, and a line in the list.
 */
final class MadeUpLanguage {
    static final String CODE = "qps";
    static final String NAME = "⟦Þšéûðö⟧";

    private static final String LINE =
            ",\n  \"" + CODE + "\": { \"name\": \"" + NAME + "\", \"region\": \"fr-FR\" }\n};";
    private static final Path SCRIPTS = EmptyProgram.root().resolve("map-web/src/main/resources/static/js");
    private static final Pattern BUNDLED = Pattern.compile("/v/\\w+/b/\\w+/([\\w.]+\\.js)(?:\\?.*)?$");
    private static final Pattern WORD = Pattern.compile("('?\\b[\\w-]+'?: )(['\"`])((?:\\\\.|(?!\\2).)*)\\2,");
    /** What is no letter of a text: a place to fill in, and how a script or a file of words writes a sign. */
    private static final Pattern KEPT = Pattern.compile("\\{\\w+}|\\\\u[0-9a-fA-F]{4}|\\\\.|&\\w+;");

    private static final String LETTERS = "aceinorsuyzACEINORSUYZ";
    private static final String MARKED = "åçéîñöřšûýžÅÇÉÎÑÖŘŠÛÝŽ";
    private static final String VOWELS = "aeiouAEIOU";

    private MadeUpLanguage() {}

    /** A file of the server's, as it is where the language is one of those there are. */
    static String file(String path) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        if (name.equals("languages.js")) {
            return withLine(PageWords.resource(path));
        }
        if (!path.contains("." + CODE + ".")) {
            return PageWords.resource(path);
        }
        StringBuilder words = new StringBuilder();
        PageWords.resource(path.replace("." + CODE + ".", ".en.")).lines().forEach(line -> {
            String[] word = line.split(" = ", 2);
            words.append(word.length < 2 ? line : word[0] + " = " + said(word[1]))
                    .append('\n');
        });
        return words.toString();
    }

    /** Lets a page run its scripts as they are written, among them those of the language. */
    static void on(Page page) {
        page.route(BUNDLED, MadeUpLanguage::answer);
    }

    private static void answer(Route route) {
        Matcher name = BUNDLED.matcher(route.request().url());
        String script = name.find() ? script(name.group(1)) : "";
        if (script.isEmpty()) {
            route.resume();
        } else {
            route.fulfill(new Route.FulfillOptions()
                    .setContentType("text/javascript;charset=UTF-8")
                    .setBody(script));
        }
    }

    /** Empty for what is none of our sources. */
    private static String script(String name) {
        if (name.equals("languages.js")) {
            return withLine(read(name));
        }
        if (name.endsWith("." + CODE + ".js")) {
            return WORD.matcher(read(name.replace("." + CODE + ".", ".en.")))
                    .replaceAll(word -> Matcher.quoteReplacement(
                            word.group(1) + word.group(2) + forms(word) + word.group(2) + ","));
        }
        return Files.exists(SCRIPTS.resolve(name)) ? read(name) : "";
    }

    private static String forms(MatchResult word) {
        String[] forms = word.group(3).split("\\|", -1);
        return forms.length == 2 ? said(forms[0]) + "|" + said(forms[1]) : said(word.group(3));
    }

    private static String withLine(String list) {
        return list.replace("\n};", LINE);
    }

    private static String read(String script) {
        try {
            return Files.readString(SCRIPTS.resolve(script));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** An English text in the language. */
    static String said(String text) {
        StringBuilder said = new StringBuilder("⟦");
        Matcher kept = KEPT.matcher(text);
        int from = 0;
        while (kept.find()) {
            marked(text.substring(from, kept.start()), said);
            said.append(kept.group());
            from = kept.end();
        }
        marked(text.substring(from), said);
        return said.append('⟧').toString();
    }

    private static void marked(String text, StringBuilder said) {
        text.chars().forEach(sign -> {
            int at = LETTERS.indexOf(sign);
            char letter = at < 0 ? (char) sign : MARKED.charAt(at);
            said.append(letter).append(VOWELS.indexOf(sign) < 0 ? "" : Character.toLowerCase(letter));
        });
    }

    /** Whether an answer holds data, of which a page may show every text as it is. */
    static boolean isData(Response answer) {
        return answer.headers().getOrDefault("content-type", "").contains("json");
    }
}
