package vn.reliefmap.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import vn.reliefmap.access.Account;
import vn.reliefmap.access.Accounts;
import vn.reliefmap.kernel.Caller;
import vn.reliefmap.kernel.OpenTo;
import vn.reliefmap.store.Database;
import vn.reliefmap.store.TestPostgis;

/**
 * Every role calls every endpoint, and asks for single objects of its own unit, of another one and of none; what is
 * answered must be what {@code roles.txt} says. An endpoint without a line there fails.
 */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class RolesTest {
    private static final Database DATABASE = TestPostgis.freshDatabase();
    private static final RoleTable TABLE = RoleTable.read();

    private final HttpClient http = HttpClient.newHttpClient();

    @LocalServerPort
    private int port;

    @Autowired
    private ApplicationContext program;

    @Autowired
    private List<RequestMappingHandlerMapping> mappings;

    /** What is sent as, by method and address. */
    private final Map<String, Endpoint> endpoints = new TreeMap<>();

    private record Endpoint(OpenTo rule, String contentType) {}

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry registry) {
        TestPostgis.properties(DATABASE).forEach((name, value) -> registry.add(name, () -> value));
        registry.add("relief.home", () -> EmptyProgram.home("roles"));
        registry.add("relief.data", () -> EmptyProgram.root().resolve("data").toString());
    }

    @BeforeEach
    void listEndpoints() {
        mappings.forEach(mapping -> mapping.getHandlerMethods().forEach(this::list));
    }

    private void list(RequestMappingInfo info, HandlerMethod method) {
        if (!method.getBeanType().getName().startsWith("vn.reliefmap.")) {
            return;
        }
        OpenTo rule =
                Objects.requireNonNull(method.getMethodAnnotation(OpenTo.class), () -> method + " says no @OpenTo");
        String type = info.getConsumesCondition().getConsumableMediaTypes().stream()
                .map(Object::toString)
                .findFirst()
                .orElse("application/json");
        List<String> verbs = info.getMethodsCondition().getMethods().isEmpty()
                ? List.of("GET")
                : info.getMethodsCondition().getMethods().stream()
                        .map(Enum::name)
                        .toList();
        verbs.forEach(verb -> info.getPatternValues()
                .forEach(address -> endpoints.put(verb + " " + address, new Endpoint(rule, type))));
    }

    @Test
    void everyEndpointHasALine() {
        List<String> missing = endpoints.entrySet().stream()
                .filter(entry -> !TABLE.has(entry.getKey()))
                .map(entry ->
                        RoleTable.proposal(entry.getKey(), entry.getValue().rule()))
                .toList();
        assertThat(missing)
                .as("lines to add to map-web/src/test/resources/roles.txt, once somebody read them and agrees")
                .isEmpty();
        Set<String> gone = new HashSet<>();
        TABLE.rows().forEach(row -> gone.add(row.endpoint()));
        gone.removeAll(endpoints.keySet());
        assertThat(gone).as("lines of roles.txt without an endpoint").isEmpty();
    }

    @Test
    void everyRoleIsAnsweredAsTheTableSays() throws IOException, InterruptedException {
        RoleObjects objects = new RoleObjects(program);
        Map<Caller, Account> callers = callers();
        Map<Caller, String> tokens = new EnumMap<>(Caller.class);
        callers.forEach((role, account) ->
                tokens.put(role, program.getBean(Accounts.class).newToken(account.id())));
        List<String> wrong = new ArrayList<>();
        for (RoleTable.Row row : TABLE.rows()) {
            Endpoint endpoint = endpoints.get(row.endpoint());
            for (Caller role : Caller.values()) {
                RoleObjects.Asked asked = row.object().equals(RoleTable.ANY)
                        ? new RoleObjects.Asked(UUID.randomUUID().toString(), "", "{}", "")
                        : objects.of(row.object(), owner(callers, role));
                if (endpoint != null) {
                    Set<String> answered = ask(row.endpoint(), endpoint, asked, tokens.get(role));
                    if (!answered.contains(row.expected().get(role))) {
                        wrong.add(row.endpoint() + " | " + row.object() + " | " + role.word() + ": "
                                + row.expected().get(role) + " in roles.txt, but answered " + answered);
                    }
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    /** Somebody's own objects, for whoever is not signed in. */
    private static Account owner(Map<Caller, Account> callers, Caller role) {
        return Objects.requireNonNull(callers.get(role == Caller.EVERYONE ? Caller.DONOR : role));
    }

    private Map<Caller, Account> callers() {
        Accounts accounts = program.getBean(Accounts.class);
        Map<Caller, Account> callers = new EnumMap<>(Caller.class);
        for (Caller role : Caller.values()) {
            if (role != Caller.EVERYONE) {
                Set<String> units = role == Caller.OFFICER ? Set.of(RoleObjects.OWN) : Set.of();
                callers.put(role, accounts.add("Thử " + role.word(), role, units));
            }
        }
        return callers;
    }

    /** All words for the answer: its status, and {@code ok}, {@code see} or {@code hidden} when the rules let it pass. */
    private Set<String> ask(String name, Endpoint endpoint, RoleObjects.Asked asked, @Nullable String token)
            throws IOException, InterruptedException {
        String verb = name.substring(0, name.indexOf(' '));
        String address = name.substring(name.indexOf(' ') + 1)
                .replaceAll("\\{[zxy]}", "5")
                .replaceAll("\\{[^}]*}", asked.id());
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(
                        "http://127.0.0.1:" + port + address + (asked.query().isEmpty() ? "" : "?" + asked.query())))
                .header("Accept", "*/*");
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        if (verb.equals("GET") || verb.equals("DELETE")) {
            request.method(verb, HttpRequest.BodyPublishers.noBody());
        } else {
            request.header("Content-Type", endpoint.contentType())
                    .method(verb, HttpRequest.BodyPublishers.ofString(asked.body()));
        }
        HttpResponse<InputStream> answer = http.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
        try (InputStream body = answer.body()) {
            boolean endless = answer.headers()
                    .firstValue("Content-Type")
                    .filter(type -> type.startsWith("text/event-stream"))
                    .isPresent();
            String text = endless ? "" : new String(body.readAllBytes(), StandardCharsets.UTF_8);
            return words(answer.statusCode(), text, asked.mark());
        }
    }

    private static Set<String> words(int status, String text, String mark) {
        boolean nobody = status == 401 && text.contains("\"SIGN_IN_NEEDED\"");
        Set<String> words = new HashSet<>();
        if (status != 401 || nobody) {
            words.add(Integer.toString(status));
        }
        boolean passed = !nobody && status != 403 && (status < 500 || status == 503);
        if (passed) {
            words.add("ok");
        }
        if (status < 300 && !mark.isEmpty()) {
            words.add(text.contains(mark) ? "see" : "hidden");
            words.remove("ok");
        }
        return words;
    }
}
