package vn.reliefmap.routing.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.reliefmap.access.Accounts;
import vn.reliefmap.disaster.Disasters;
import vn.reliefmap.flood.FloodImport;
import vn.reliefmap.flood.FloodWorld;
import vn.reliefmap.kernel.DisasterId;
import vn.reliefmap.routing.RoadImport;
import vn.reliefmap.store.DataChanged;
import vn.reliefmap.store.TestPostgis;
import vn.reliefmap.store.Topic;

/** A server on the hand-drawn plain (see village.osm) on which roads are reported, and the questions tests ask of it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class ReportedPlain {
    static final String A = "[107.1005, 16.7501]";
    static final String D = "[107.1301, 16.747]"; // the market
    static final String HIGHWAY_EAST = "[107.125, 16.7502]";
    static final String BRIDGE = "[107.115, 16.7501]";
    static final String DIKE_EAST = "[107.12, 16.7401]";
    static final String FORD = "[107.115, 16.7401]";

    private final HttpClient http = HttpClient.newHttpClient();
    final ConfigurableApplicationContext program;
    final String token;
    final Path folder;
    int count;
    String disaster = "";
    DisasterId id;

    ReportedPlain(Path home) {
        Map<String, Object> properties = new HashMap<>(TestPostgis.properties(TestPostgis.freshDatabase()));
        properties.put("server.port", "0");
        properties.put("server.address", "127.0.0.1");
        properties.put("spring.main.banner-mode", "off");
        properties.put("spring.jackson.property-naming-strategy", "SNAKE_CASE");
        properties.put("spring.flyway.enabled", "false");
        properties.put("relief.home", home.toString());
        properties.put("relief.watch-changes", "false");
        folder = home;
        program =
                new SpringApplicationBuilder(Rooms.class).properties(properties).run();
        load(RoadTown.VILLAGE);
        token = program.getBean(Accounts.class).createFirstAdministrator().orElseThrow();
        id = program.getBean(Disasters.class)
                .open("before the first", true, DrawnWater.SEEN)
                .id();
    }

    final void load(Path roads) {
        program.getBean(RoadImport.class).load(roads, true, new RoadTown.Silence());
        CurrentRoadNetwork network = program.getBean(CurrentRoadNetwork.class);
        long wanted = program.getBean(RoadImportTable.class).findCurrentId().orElseThrow();
        network.reload();
        Instant patience = Instant.now().plusSeconds(20);
        while (network.importId().orElse(-1) != wanted && Instant.now().isBefore(patience)) {
            LockSupport.parkNanos(10_000_000);
        }
        assertThat(network.importId()).hasValue(wanted);
    }

    @BeforeEach
    void anotherDisaster() {
        disaster = "lũ " + ++count;
        id = program.getBean(Disasters.class)
                .open(disaster, true, Instant.parse("2020-10-07T00:00:00Z"))
                .id();
    }

    @AfterAll
    void close() {
        program.close();
    }

    /** Water over a part of the highway, seen at 06:00. */
    final void flood(double depthM, double west, double east) {
        try {
            Files.writeString(
                    folder.resolve("flood.geojson"),
                    "{\"type\":\"FeatureCollection\",\"features\":["
                            + FloodWorld.box("\"depth_m\":" + depthM, west, 16.749, east, 16.751) + "]}");
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        program.getBean(FloodImport.class)
                .load(
                        folder.resolve("flood.geojson"),
                        FloodWorld.options(id, hour(6).toString()),
                        new RoadTown.Silence());
        program.publishEvent(new DataChanged(Topic.WATER, 1));
    }

    final void report(String state, String at, double hour, String more) {
        post(body(state, at, hour, more), 200);
    }

    final String body(String state, String at, double hour, String more) {
        return "{\"disaster\":\"" + disaster + "\",\"state\":\"" + state + "\",\"at\":" + at + ",\"observed_at\":\""
                + hour(hour) + "\"" + more + "}";
    }

    final boolean found(String vehicle, double hour) {
        return route(vehicle, hour).path("found").asBoolean();
    }

    final JsonNode route(String vehicle, double hour) {
        return json(send("/routes", routeBody(vehicle, hour), null));
    }

    final String routeBody(String vehicle, double hour) {
        return "{\"from\":" + A + ",\"to\":" + D + ",\"vehicle\":\"" + vehicle + "\",\"disaster\":\"" + disaster
                + "\",\"depart_at\":\"" + hour(hour) + "\"}";
    }

    final JsonNode reports(double hour, @Nullable String more) {
        return json(get(
                "/road-reports?disaster=" + encoded(disaster) + "&at=" + hour(hour) + (more == null ? "" : more),
                null));
    }

    final HttpResponse<String> post(String body, int status) {
        HttpResponse<String> response = send("/road-reports", body, token);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        return response;
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    static Instant hour(double hour) {
        return Instant.parse("2020-10-18T00:00:00Z")
                .plusMillis(Math.round(hour * 3_600_000))
                .truncatedTo(ChronoUnit.MILLIS);
    }

    static JsonNode json(HttpResponse<String> response) {
        return JsonMapper.shared().readTree(response.body());
    }

    final HttpResponse<String> get(String path, @Nullable String token) {
        return exchange(request(path, token).GET());
    }

    final HttpResponse<String> send(String path, String body, @Nullable String token) {
        return exchange(request(path, token)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private HttpRequest.Builder request(String path, @Nullable String token) {
        String port = program.getEnvironment().getRequiredProperty("local.server.port");
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/v1" + path));
        return token == null ? request : request.header("Authorization", "Bearer " + token);
    }

    final HttpResponse<String> exchange(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** The rooms that reports of roads need, as in the program. */
    @TestConfiguration
    @EnableAutoConfiguration
    @ComponentScan(
            basePackages = {
                "vn.reliefmap.geo",
                "vn.reliefmap.store",
                "vn.reliefmap.admin",
                "vn.reliefmap.access",
                "vn.reliefmap.disaster",
                "vn.reliefmap.basemap",
                "vn.reliefmap.flood",
                "vn.reliefmap.passability",
                "vn.reliefmap.routing"
            },
            // Another test draws its own water.
            excludeFilters = @ComponentScan.Filter(type = FilterType.REGEX, pattern = ".*Test\\$.*"))
    static class Rooms {}
}
