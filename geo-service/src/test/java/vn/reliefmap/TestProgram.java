package vn.reliefmap;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.core.type.classreading.MetadataReader;
import org.springframework.core.type.classreading.MetadataReaderFactory;
import org.springframework.core.type.filter.TypeFilter;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.reliefmap.store.Database;
import vn.reliefmap.store.TestPostgis;

/** The rooms of lists behind a real server on a free port, with security and problem documents as in the program. */
public final class TestProgram implements AutoCloseable {
    /** What the SMS gateway of tests signs with. */
    public static final String SMS_SECRET = "the secret of a gateway in tests";

    private final ServletWebServerApplicationContext context;
    private final HttpClient http = HttpClient.newHttpClient();

    private TestProgram(ServletWebServerApplicationContext context) {
        this.context = context;
    }

    /** Starts on the database; keys and the like go to {@code home}. */
    public static TestProgram start(Database database, Path home) {
        return start(database, home, Rooms.class);
    }

    /** The same with roads, water, zones, promises and deliveries. */
    public static TestProgram withPromises(Database database, Path home) {
        return start(database, home, RoomsWithPromises.class);
    }

    private static TestProgram start(Database database, Path home, Class<?> rooms) {
        Map<String, Object> properties = new HashMap<>(TestPostgis.properties(database));
        properties.put("server.port", "0");
        properties.put("server.address", "127.0.0.1");
        properties.put("spring.main.banner-mode", "off");
        properties.put("logging.level.root", "warn");
        properties.put("spring.jackson.property-naming-strategy", "SNAKE_CASE");
        properties.put("spring.flyway.enabled", "false");
        properties.put("relief.home", home.toString());
        properties.put("relief.sms.secret", SMS_SECRET);
        properties.put(
                "relief.data",
                Path.of(System.getProperty("relief.root"), "data").toString());
        return new TestProgram((ServletWebServerApplicationContext)
                new SpringApplicationBuilder(rooms).properties(properties).run());
    }

    /** Where a change is told to the parts that hold something in memory. */
    public ApplicationEventPublisher events() {
        return context;
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    /** Where it answers, without a slash at the end. */
    public String address() {
        return "http://127.0.0.1:" + context.getEnvironment().getRequiredProperty("local.server.port");
    }

    public HttpResponse<String> get(String path, @Nullable String token) {
        return answer(request(path, token), HttpResponse.BodyHandlers.ofString());
    }

    /** Lines of an answer that goes on and on, as they come. */
    public Stream<String> lines(String path, @Nullable String token) {
        return answer(request(path, token), HttpResponse.BodyHandlers.ofLines()).body();
    }

    /** Sends JSON ({@code method} POST or PUT) or nothing (DELETE); the answer whatever its status. */
    public HttpResponse<String> send(String method, String path, @Nullable String body, @Nullable String token) {
        HttpRequest.Builder request = request(path, token)
                .header("Content-Type", "application/json")
                .method(
                        method,
                        body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body));
        return answer(request, HttpResponse.BodyHandlers.ofString());
    }

    /** Sends a file as the body; the answer whatever its status. */
    public HttpResponse<String> sendFile(String path, Path file, @Nullable String token) {
        try {
            HttpRequest.Builder request = request(path, token)
                    .header("Content-Type", "application/octet-stream")
                    .POST(HttpRequest.BodyPublishers.ofFile(file));
            return answer(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new IllegalStateException(path, e);
        }
    }

    /** Sends bytes with further headers; the answer whatever its status. */
    public HttpResponse<String> post(String path, byte[] body, Map<String, String> headers) {
        HttpRequest.Builder request = request(path, null)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(body));
        headers.forEach(request::header);
        return answer(request, HttpResponse.BodyHandlers.ofString());
    }

    /**
     * Sends bytes, or nothing, as they are.
     *
     * @param token empty for nobody
     */
    public HttpResponse<byte[]> exchange(String method, String path, byte @Nullable [] body, String token) {
        HttpRequest.Builder request = request(path, token.isEmpty() ? null : token)
                .header("Content-Type", "application/octet-stream")
                .method(
                        method,
                        body == null
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofByteArray(body));
        return answer(request, HttpResponse.BodyHandlers.ofByteArray());
    }

    private HttpRequest.Builder request(String path, @Nullable String token) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address() + path));
        return token == null ? request : request.header("Authorization", "Bearer " + token);
    }

    private <T> HttpResponse<T> answer(HttpRequest.Builder builder, HttpResponse.BodyHandler<T> body) {
        HttpRequest request = builder.build();
        try {
            return http.send(request, body);
        } catch (IOException e) {
            throw new IllegalStateException(request.uri().getPath(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(request.uri().getPath(), e);
        }
    }

    /** The answer as JSON, whatever its status. */
    public JsonNode json(String path, @Nullable String token) {
        return JsonMapper.shared().readTree(get(path, token).body());
    }

    public JsonNode json(String path) {
        return json(path, null);
    }

    @Override
    public void close() {
        context.close();
    }

    // A test configuration is not found by the program's own search for parts, which sees these classes in the tests'
    // jar.
    @TestConfiguration
    @EnableAutoConfiguration
    @ComponentScan({
        "vn.reliefmap.geo",
        "vn.reliefmap.store",
        "vn.reliefmap.item",
        "vn.reliefmap.ledger",
        "vn.reliefmap.admin",
        "vn.reliefmap.access",
        "vn.reliefmap.photo",
        "vn.reliefmap.disaster",
        "vn.reliefmap.household",
        "vn.reliefmap.report",
        "vn.reliefmap.need",
        "vn.reliefmap.supply",
        "vn.reliefmap.exchange"
    })
    static class Rooms {}

    @TestConfiguration
    @EnableAutoConfiguration
    @ComponentScan(
            basePackages = "vn.reliefmap",
            useDefaultFilters = false,
            includeFilters = @ComponentScan.Filter(type = FilterType.CUSTOM, classes = ProgramParts.class))
    static class RoomsWithPromises {}

    /** Parts of the program itself; tests that lie in the same packages bring their own. */
    static final class ProgramParts implements TypeFilter {
        @Override
        public boolean match(MetadataReader found, MetadataReaderFactory factory) throws IOException {
            return !found.getResource().getURL().getPath().contains("/test-classes/")
                    && found.getAnnotationMetadata().isAnnotated(Component.class.getName());
        }
    }
}
