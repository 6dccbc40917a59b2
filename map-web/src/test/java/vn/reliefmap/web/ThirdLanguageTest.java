package vn.reliefmap.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.reliefmap.access.Account;
import vn.reliefmap.access.Accounts;
import vn.reliefmap.kernel.Caller;

/**
 * FEATURE UNDER TEST: a further language is a file beside each file of words and a line in the list. With a made up one no page says
 * anything that is not of its words or data, and none runs out of a small screen though its texts are 40 % longer.
 */
class ThirdLanguageTest extends DemoProgram {
    /** Every text that somebody could read or hear on the page, hidden ones too. */
    private static final String TEXTS = """
            () => {
              const found = [document.title];
              const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT, (one) =>
                one.parentElement.closest('script, style, noscript, [lang]:not(html)') ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT);
              while (texts.nextNode()) {
                found.push(texts.currentNode.data);
              }
              for (const one of document.body.querySelectorAll('*')) {
                ['aria-label', 'title', 'placeholder', 'alt'].forEach((name) => found.push(one.getAttribute(name) || ''));
              }
              return found.filter((text) => text.trim());
            }""";

    private static final Pattern ADDRESS = Pattern.compile("http://\\S+");
    private static final Pattern LETTERS = Pattern.compile("\\p{L}[\\p{L}’'.-]*");
    /** Units and signs that are written alike everywhere, and what the drawings of a map say of their makers. */
    private static final Set<String> OF_ALL_LANGUAGES =
            Set.of("km", "m", "m³", "kg", "đ", "QR", "GPX", "GPS", "SOS", "UTM", "OK");

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @BeforeAll
    static void speak() {
        PageWords.speak(MadeUpLanguage::file);
    }

    @AfterAll
    static void forget() {
        PageWords.speak(PageWords::resource);
    }

    @ParameterizedTest
    @CsvSource({
        "/list, h2",
        "/list?have=200+kg+rice, .fits li",
        "/report, form h2",
        "/report/code, form",
        "/sign-in, form",
        "/g, form",
        "/g/ABCDEFGH, h1",
        "/s/COMMUNE, h1",
        "/pledge?commune=COMMUNE&item=rice, h1",
    })
    void onPagesThatTheServerWrites(String path, String there) {
        String sep = path.contains("?") ? "&" : "?";
        String commune = path.contains("COMMUNE") ? commune() : "";
        reads(path.replace("COMMUNE", commune) + sep + "lang=" + MadeUpLanguage.CODE, there, "");
    }

    @ParameterizedTest
    @CsvSource({
        "/, .commune-line, ''",
        "/#map=12/16.78/107.22, .tag-mark, ''",
        "/room, .wall-plate, ''",
        "/tours, #plan-head p, ''",
        "/tours, #order form, administrator",
        "/officer, #queue p, ''",
        "/officer, #queue *, officer",
        "/sos, #calls *, team",
        "/accounts, #all tbody tr, administrator",
        "/ledger, #result:not(:empty), ''",
        "/own-data, #own-ask form, ''",
        "/embed, .figure small, ''",
    })
    void onPagesOfScripts(String path, String there, String role) {
        reads(path, there, role);
    }

    /** A commune where something is lacking. */
    private String commune() {
        return http().get("/api/v1/need-summary?disaster=" + new DemoTrips(http()).disaster())
                .json()
                .at("/communes/0/code")
                .asString();
    }

    private void reads(String path, String there, String role) {
        try (Screen screen = openOnPhone("/sign-in")) {
            MadeUpLanguage.on(screen.page());
            screen.page().evaluate("code => localStorage.setItem('relief-map.language', code)", MadeUpLanguage.CODE);
            if (!role.isEmpty()) {
                screen.signIn(token(role));
            }
            if (path.contains("code") || path.startsWith("/g/")) {
                screen.forgive("404"); // there is no such code
            }
            List<Response> answers = new ArrayList<>();
            screen.page().onResponse(answers::add);
            screen.page().navigate(http().base() + path);
            assertThat(screen.page().locator("html")).hasAttribute("lang", MadeUpLanguage.CODE);
            assertThat(screen.find(there).first()).isAttached();
            screen.calm(700);
            screen.keep("third" + path.replaceAll("\\W", "-") + role);
            assertThat(foreign(screen, answers)).as(path).isEmpty();
            assertThat(screen.fits()).as(path + " fits 360 px").isTrue();
            assertThat(screen.stumbles()).isEmpty();
        }
    }

    private String token(String role) {
        Accounts accounts = part(Accounts.class);
        Caller caller = Caller.valueOf(role.toUpperCase(Locale.ROOT));
        Set<String> units = caller == Caller.OFFICER ? Set.of("44") : Set.of();
        Account account = accounts.add("Người thử " + UUID.randomUUID(), caller, units);
        return accounts.newToken(account.id());
    }

    /** Texts with words that are neither of the language nor data. */
    @SuppressWarnings("unchecked")
    private Set<String> foreign(Screen screen, List<Response> answers) {
        Set<String> data = new TreeSet<>(OF_ALL_LANGUAGES);
        data.add(PageWords.VIETNAMESE.ownName()); // the language that a button leads to
        for (String path : List.of("/items", "/admin-units?limit=500", "/disasters")) {
            strings(http().get("/api/v1" + path).json(), data);
        }
        for (Response answer : List.copyOf(answers)) {
            if (MadeUpLanguage.isData(answer)) {
                try {
                    strings(JSON.readTree(answer.body()), data);
                } catch (PlaywrightException gone) {
                    // an answer that the page did not wait for
                }
            }
        }
        Set<String> words = data.stream()
                .flatMap(text -> LETTERS.matcher(text).results().map(MatchResult::group))
                .map(word -> word.toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
        Set<String> foreign = new TreeSet<>();
        for (String text : (List<String>) screen.page().evaluate(TEXTS)) {
            boolean known = LETTERS.matcher(outside(ADDRESS.matcher(text).replaceAll("")))
                    .results()
                    .allMatch(word -> words.contains(word.group().toLowerCase(Locale.ROOT)));
            if (!known) {
                foreign.add(text.strip());
            }
        }
        return foreign;
    }

    /** What stands outside of all brackets. */
    private static String outside(String text) {
        StringBuilder outside = new StringBuilder();
        int depth = 0;
        for (int i = 0; i < text.length(); i++) {
            char sign = text.charAt(i);
            depth += sign == '⟦' ? 1 : sign == '⟧' ? -1 : 0;
            outside.append(depth == 0 && sign != '⟧' ? sign : ' ');
        }
        return depth == 0 ? outside.toString() : text;
    }

    private static void strings(JsonNode node, Set<String> found) {
        if (node.isString()) {
            found.add(node.asString());
        } else {
            node.forEach(child -> strings(child, found));
        }
    }

    @Test
    void aTextIsLongerAndKeepsItsPlaces() {
        assertThat(MadeUpLanguage.said("{n} households\\'")).isEqualTo("⟦{n} hööûûšééhööldš\\'⟧");
    }
}
