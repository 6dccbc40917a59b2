package vn.reliefmap.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.javascript.jscomp.parsing.Config;
import com.google.javascript.jscomp.parsing.Config.JsDocParsing;
import com.google.javascript.jscomp.parsing.Config.LanguageMode;
import com.google.javascript.jscomp.parsing.Config.RunMode;
import com.google.javascript.jscomp.parsing.Config.StrictMode;
import com.google.javascript.jscomp.parsing.ParserRunner;
import com.google.javascript.rhino.ErrorReporter;
import com.google.javascript.rhino.SimpleSourceFile;
import com.google.javascript.rhino.StaticSourceFile.SourceKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Nothing newer than Chrome 80 reaches the browser: no newer syntax than ES2020, and no newer method. */
class SyntaxTest {
    /** What Chrome 80 does not have and a page would call. */
    private static final Pattern NEWER = Pattern.compile(
            "\\.(at|replaceAll|replaceChildren|findLast"
                    + "|findLastIndex|toSorted|toReversed|toSpliced|hasOwn|groupBy)\\("
                    + "|\\b(structuredClone|WeakRef|AbortSignal\\.timeout|crypto\\.randomUUID|Object\\.hasOwn)\\b|\\bstatic\\s*\\{");

    private static final Pattern COMMENT = Pattern.compile("^\\s*(/?\\*|//).*|\\s//.*");

    private static final Path STATIC = EmptyProgram.root().resolve("map-web/src/main/resources/static/js");
    /** What the build makes of them, and the browser gets. */
    private static final Path BUNDLES = EmptyProgram.root().resolve("map-web/target/classes/bundles");

    @Test
    void everyScriptOfThePagesIsReadByChrome80() throws IOException {
        List<String> wrong = new ArrayList<>();
        for (Path folder : List.of(STATIC, BUNDLES)) {
            try (Stream<Path> files = Files.walk(folder)) {
                List<Path> scripts = files.filter(file -> file.toString().endsWith(".js"))
                        .sorted()
                        .toList();
                assertThat(scripts).as(folder.toString()).isNotEmpty();
                for (Path script : scripts) {
                    wrong.addAll(newer(script.getFileName().toString(), Files.readString(script)));
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a ??= 1;",
                "class A { #x = 1; }",
                "class A { static { f(); } }",
                "const n = 1_000;",
                "list.at(-1);",
                "text.replaceAll('a', 'b');",
                "crypto.randomUUID();"
            })
    void whatIsNewerIsNamedWithFileAndLine(String line) {
        assertThat(newer("page.js", "let a; let list; let text;\n" + line + "\n"))
                .isNotEmpty()
                .allMatch(told -> told.startsWith("page.js:2"));
    }

    @Test
    void whatChrome80KnowsIsLeftAlone() {
        String known = """
                export const f = async (a) => (a?.b ?? (await import('./x.js')).default) ** 2;
                export const g = { ...f, n: 10n };
                """;
        assertThat(newer("page.js", known)).isEmpty();
    }

    /** What is too new in a script, each as file:line and reason. */
    private static List<String> newer(String name, String text) {
        List<String> wrong = new ArrayList<>();
        ErrorReporter told = new ErrorReporter() {
            @Override
            public void warning(String message, String source, int line, int column) {
                if (message.contains("only supported")) { // all other remarks are on documentation comments
                    wrong.add(source + ":" + line + " " + message);
                }
            }

            @Override
            public void error(String message, String source, int line, int column) {
                wrong.add(source + ":" + line + " " + message);
            }
        };
        Config rules = ParserRunner.createConfig(
                LanguageMode.ECMASCRIPT_2020,
                JsDocParsing.TYPES_ONLY,
                RunMode.KEEP_GOING,
                Set.of(),
                false,
                StrictMode.STRICT);
        ParserRunner.parse(new SimpleSourceFile(name, SourceKind.STRONG), text, rules, told);
        String[] lines = text.split("\n");
        for (int i = 0; i < lines.length; i++) {
            if (NEWER.matcher(COMMENT.matcher(lines[i]).replaceFirst("")).find()) {
                wrong.add(name + ":" + (i + 1) + " something that Chrome 80 does not have: " + lines[i].strip());
            }
        }
        return wrong;
    }
}
