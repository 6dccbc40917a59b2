package vn.reliefmap.web;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** FEATURE UNDER TEST: what pages are made of is compressed once and kept by browsers for ever; the page itself is asked for each time. */
class ShellTest extends EmptyProgram {
    private static final Pattern PIECE = Pattern.compile("(?:href|src)=\"(/v/[^\"]+)\"");
    private static final Pattern STATIC_IMPORT = Pattern.compile("\\b(?:from|import) ?[\"']\\./([\\w.-]+)[\"']");
    private static final int MOST_BEFORE_MAP = 70_000;

    @Test
    void everythingAPageNamesHasItsVersionAndMayBeKeptForEver() {
        for (String address :
                List.of("/", "/tours", "/sos", "/officer", "/room", "/ledger", "/report", "/list", "/sign-in")) {
            Http.Answer page = http().get(address);
            Matcher piece = PIECE.matcher(page.text());
            assertThat(piece.find()).as(address).isTrue();
            piece.reset();
            while (piece.find()) {
                Http.Answer answer = http().get(piece.group(1), "Accept-Encoding", "gzip");
                assertThat(answer.status()).as(piece.group(1)).isEqualTo(200);
                assertThat(header(answer, "Cache-Control")).contains("immutable");
                boolean tiny = http().get(piece.group(1)).text().length() < 200;
                assertThat(header(answer, "Content-Encoding")).isEqualTo(tiny ? "" : "gzip");
            }
        }
    }

    @Test
    void aPageIsAskedForAgainAndNotSentAgain() {
        Http.Answer first = http().get("/tours");
        assertThat(header(first, "Cache-Control")).isEqualTo("no-cache");
        assertThat(header(first, "Content-Security-Policy"))
                .contains("default-src 'self'", "worker-src 'self'", "manifest-src 'self'");
        Http.Answer again = http().get("/tours", "If-None-Match", header(first, "ETag"));
        assertThat(again.status()).isEqualTo(304);
        assertThat(again.text()).isEmpty();
        assertThat(http().post("/tours", "").status()).isEqualTo(405);
    }

    /** Lines of Leaflet's file end as on Windows, and its comments must not take what follows along. */
    @Test
    void whatIsForReadersGoesAndNothingElse() {
        String style =
                "/* first */\r\n.a { b: c; }\r\n/* of two\n   lines */\n  .d { e: f; } /* stays */\n/* last */\n";
        assertThat(ShellFile.of("/css/x.css", style).withoutComments().text())
                .isEqualTo(".a { b: c; }\r\n.d { e: f; } /* stays */\n");
    }

    @Test
    void aPageOfTheVersionBeforeGetsTodaysFilesAndKeepsNone() {
        Http.Answer old = http().get("/v/0000000000000000/js/text.js");
        assertThat(old.status()).isEqualTo(200);
        assertThat(header(old, "Cache-Control")).isEqualTo("no-cache");
        assertThat(http().get("/v/0000000000000000/js/none.js").status()).isEqualTo(404);
        assertThat(http().get("/v/0/../application.yml").status()).isGreaterThanOrEqualTo(400);
    }

    @Test
    void theVersionFollowsEveryFile() {
        ShellFile page = file("/index.html", "<script type=\"module\" src=\"/js/a.js\">");
        Shell before = new Shell(List.of(page, file("/js/a.js", "import { b } from './b.js';"), file("/js/b.js", "1")));
        Shell after = new Shell(List.of(page, file("/js/a.js", "import { b } from './b.js';"), file("/js/b.js", "2")));
        assertThat(after.version()).isNotEqualTo(before.version());
        assertThat(before.faces().get("/")).isEqualTo(Set.of("/js/a.js", "/js/b.js"));
        String root = "/v/" + before.version() + "/js/";
        assertThat(before.linked(page.text()))
                .isEqualTo("<link rel=\"modulepreload\" href=\"" + root + "b.js\">\n<script type=\"module\" src=\""
                        + root + "a.js\">");
    }

    @Test
    void aPageNamesTheBundleOfItsScriptAndAllItsStylesAsOne() {
        ShellFile page = file(
                "/index.html",
                "<link rel=\"stylesheet\" href=\"/css/a.css\">\n<link rel=\"stylesheet\" href=\"/css/b.css\">\n"
                        + "<script src=\"/js/a.js\" type=\"module\"></script>");
        Shell shell = new Shell(List.of(
                page,
                file("/css/a.css", "a{}"),
                file("/css/b.css", "b{}"),
                file("/js/a.js", "import { b } from './b.js';"),
                file("/js/b.js", "1"),
                file("/b/a/a.js", "import{b}from\"./chunk-1.js\";import(\"./later-2.js\");"),
                file("/b/a/chunk-1.js", "1"),
                file("/b/a/later-2.js", "2")));
        assertThat(requireNonNull(shell.pages().get("/")).text().replace("/v/" + shell.version(), ""))
                .isEqualTo(
                        "<link rel=\"stylesheet\" href=\"/b/a-b.css\">\n<link rel=\"modulepreload\" href=\"/b/a/chunk-1.js\">\n"
                                + "<script src=\"/b/a/a.js\" type=\"module\"></script>");
        assertThat(shell.find("/b/a-b.css").orElseThrow().text()).isEqualTo("a{}\nb{}");
        assertThat(shell.faces().get("/"))
                .containsExactlyInAnyOrder("/b/a-b.css", "/b/a/a.js", "/b/a/chunk-1.js", "/b/a/later-2.js");
    }

    /** Leaflet is two thirds of it. */
    @Test
    void everythingBeforeTheFirstMapIsAtMostSeventyKilobytes() {
        Set<String> named = new TreeSet<>();
        Matcher piece = PIECE.matcher(http().get("/").text());
        while (piece.find()) {
            named.add(piece.group(1));
        }
        named.removeIf(path -> path.endsWith(".svg"));
        Set<String> modules = new TreeSet<>();
        named.stream().filter(path -> path.endsWith("/main.js")).forEach(path -> imported(path, modules));
        assertThat(named).as("the page names every module of the first map").containsAll(modules);
        named.add("/");
        long gzip = named.stream().mapToLong(path -> sent(path, "gzip")).sum();
        long brotli = named.stream().mapToLong(path -> sent(path, "gzip, br")).sum();
        System.out.println(
                "Before the first map: " + gzip + " bytes of at most " + MOST_BEFORE_MAP + ", by Brotli " + brotli);
        assertThat(gzip).isLessThanOrEqualTo(MOST_BEFORE_MAP);
        assertThat(brotli).isLessThan(gzip * 9 / 10);
    }

    private void imported(String module, Set<String> found) {
        if (found.add(module)) {
            Matcher name = STATIC_IMPORT.matcher(http().get(module).text());
            while (name.find()) {
                imported(module.substring(0, module.lastIndexOf('/') + 1) + name.group(1), found);
            }
        }
    }

    private long sent(String path, String accepted) {
        return length(http().get(path, "Accept-Encoding", accepted));
    }

    private static long length(Http.Answer answer) {
        return Long.parseLong(header(answer, "Content-Length"));
    }

    @Test
    void theServiceWorkerIsOneScriptThatKnowsEveryFace() {
        Http.Answer worker = http().get("/sw.js");
        assertThat(worker.contentType()).startsWith("text/javascript");
        assertThat(header(worker, "Cache-Control")).isEqualTo("no-cache");
        assertThat(worker.text())
                .contains("\"/officer\":[", "/b/officer/officertext.en-", "modules['outbox.js']")
                .doesNotContainPattern("(?m)^(import|export) ");
    }

    @Test
    void thePageCanBeInstalled() throws IOException {
        Http.Answer answer = http().get("/manifest.webmanifest");
        assertThat(answer.contentType()).startsWith("application/manifest+json");
        JsonNode manifest = answer.json();
        assertThat(manifest.get("display").asString()).isEqualTo("standalone");
        for (int size : new int[] {192, 512}) {
            byte[] icon = EmptyProgram.root()
                    .resolve("map-web/src/main/resources/static/icon-" + size + ".png")
                    .toUri()
                    .toURL()
                    .openStream()
                    .readAllBytes();
            assertThat(ImageIO.read(new ByteArrayInputStream(icon)).getWidth()).isEqualTo(size);
            assertThat(http().get("/icon-" + size + ".png").status()).isEqualTo(200);
            assertThat(answer.text()).contains("/icon-" + size + ".png");
        }
    }

    @Test
    void cookiesAreSecureBehindAProxyWithHttps() {
        String token = "{\"name\": \"nobody\", \"password\": \"wrong password\"}";
        Http.Answer answer = http().post("/api/v1/session", token, "X-Forwarded-Proto", "https");
        assertThat(answer.response().headers().allValues("Set-Cookie"))
                .allMatch(cookie -> cookie.contains("Secure") && cookie.contains("HttpOnly"));
        assertThat(header(answer, "Strict-Transport-Security")).isNotEmpty();
    }

    private static ShellFile file(String path, String text) {
        return new ShellFile(path, text.getBytes(StandardCharsets.UTF_8));
    }

    private static String header(Http.Answer answer, String name) {
        return answer.response().headers().firstValue(name).orElse("");
    }
}
