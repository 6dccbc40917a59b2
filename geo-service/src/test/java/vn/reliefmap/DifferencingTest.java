package vn.reliefmap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.reliefmap.kernel.Caller;
import vn.reliefmap.store.Topic;

/**
 * FEATURE UNDER TEST: whoever asks everything that is public of a real disaster, before and after acts of few households,
 * and subtracts and solves, learns of no fewer than five households.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class DifferencingTest {
    private static final int FEWEST = 5;

    @TempDir
    static Path home = Path.of("target");

    private final PromiseWorld world = new PromiseWorld(home);
    private final ThinProvince province = new ThinProvince(world, "Lũ thật", ThinProvince.FOOD);

    @BeforeAll
    void roadsAndWater() throws URISyntaxException, IOException {
        world.roads();
        world.jdbc
                .sql(
                        "insert into depot (id, ref, name, simulated, place) select gen_random_uuid(), 'T', 'Kho', false, place from depot limit 1")
                .update();
        world.tell(Topic.SUPPLY);
        province.water(home);
        province.publish();
    }

    @AfterAll
    void stop() {
        world.close();
    }

    private JsonNode ask(String path, @Nullable String token) {
        HttpResponse<String> answer = world.program.get(path, token);
        assertThat(answer.statusCode()).as(path + " " + answer.body()).isEqualTo(200);
        assertThat(answer.headers().map()).doesNotContainKeys("etag", "last-modified");
        return JsonMapper.shared().readTree(answer.body());
    }

    /** Every cell, total and commune at all zooms, in boxes slid in small steps, and by item. */
    private void readSums(Differences attacker, @Nullable String token) {
        String clusters = "/api/v1/need-clusters?disaster=" + province.disaster + "&zoom=";
        for (int zoom : new int[] {0, 8, 10, 11, 12, 13, 14, 15, 17, 20}) {
            read(attacker, ask(clusters + zoom, token));
            for (int step = 0; step < 5; step++) {
                double west = 107.07 + step * 0.0131;
                String box = String.format(
                        Locale.ROOT, "&limit=1&bbox=%f,%f,%f,16.77", west, 16.73 + step * 0.004, west + 0.03);
                read(attacker, ask(clusters + zoom + box, token));
            }
        }
        assertFiltersMakeNoSmallerCell(clusters, token);
        String summary = "/api/v1/need-summary?disaster=" + province.disaster;
        JsonNode byCommune = ask(summary, token);
        byCommune.path("communes").forEach(commune -> read(attacker, commune.path("lacks")));
        add(attacker, byCommune.path("totals"));
    }

    /** An item's row is the same with the filter and without it, in the same cell of the same households. */
    private void assertFiltersMakeNoSmallerCell(String clusters, @Nullable String token) {
        JsonNode all = ask(clusters + "14", token);
        for (String item : List.of("rice", "group:rice", "salt")) {
            JsonNode filtered = ask(clusters + "14&item=" + item, token);
            for (JsonNode row : filtered.path("totals")) {
                assertThat(all.path("totals")).contains(row);
            }
            for (JsonNode cell : filtered.path("items")) {
                assertThat(all.path("items")).anySatisfy(whole -> {
                    assertThat(whole.path("id")).isEqualTo(cell.path("id"));
                    assertThat(whole.path("households")).isEqualTo(cell.path("households"));
                    assertThat(whole.path("people")).isEqualTo(cell.path("people"));
                    assertThat(whole.path("lacks")).containsAll(cell.path("lacks"));
                });
            }
        }
    }

    private void read(Differences attacker, JsonNode answer) {
        answer.path("items").forEach(cell -> add(attacker, cell.path("lacks")));
        add(attacker, answer.isArray() ? answer : answer.path("totals"));
    }

    private void add(Differences attacker, JsonNode lacks) {
        BitSet members = province.members(lacks, "needed");
        attacker.add(members, province.members(lacks, "delivered"));
    }

    /** Acts of one, two, four and more households, each followed by a publication. */
    private void actsAndReadings(Differences attacker, @Nullable String token) {
        List<Runnable> acts = List.of(
                () -> {},
                () -> province.serve(10, 11),
                () -> province.serve(50, 54),
                () -> province.add("XA04"),
                () -> province.add("XA02"),
                () -> province.leave(60),
                () -> province.serve(41, 75),
                () -> {
                    province.add("XA04");
                    province.add("XA02");
                    province.add("XA02");
                },
                () -> {
                    province.add("XA02");
                    province.add("XA02");
                    province.serve(11, 25);
                    province.leave(12);
                },
                () -> province.serve(75, 76));
        for (Runnable act : acts) {
            act.run();
            province.publish();
            readSums(attacker, token);
        }
    }

    @Test
    @Order(1)
    void noDifferenceOfPublishedSumsSpeaksOfFewerThanFive() {
        Differences attacker = new Differences(ThinProvince.MOST_HOUSEHOLDS);
        actsAndReadings(attacker, null);
        assertThat(attacker.size()).as("different sums").isGreaterThan(60);
        assertThat(attacker.fewest()).isGreaterThanOrEqualTo(FEWEST);
    }

    /** The test of the test: sums of now, which officers see, have what the attacker looks for. */
    @Test
    @Order(2)
    void theSameAttackerFindsAPlantedHole() {
        String officer = world.token(world.account(Caller.OFFICER, "XA01"));
        Differences attacker = new Differences(ThinProvince.MOST_HOUSEHOLDS);
        readSums(attacker, officer);
        province.serve(30, 31);
        province.tell();
        readSums(attacker, officer);
        assertThat(attacker.fewest()).isEqualTo(1);

        // No two of these differ by fewer than five; only all of them solved together tell of household 0.
        Differences solver = new Differences(20);
        solver.add(bits(0, 1, 2, 3, 4, 5), bits());
        solver.add(bits(1, 2, 3, 4, 5, 6, 7, 8, 9, 10), bits());
        solver.add(bits(6, 7, 8, 9, 10, 11, 12, 13, 14, 15), bits());
        solver.add(bits(11, 12, 13, 14, 15), bits());
        assertThat(solver.fewest()).isEqualTo(1);
        province.publish();
    }

    private static BitSet bits(int... members) {
        BitSet bits = new BitSet();
        for (int member : members) {
            bits.set(member);
        }
        return bits;
    }

    private List<String> waterAndRoadQuestions() {
        List<String> paths = new ArrayList<>();
        for (var step : ThinProvince.STEPS) {
            for (int second : new int[] {0, 1, 59}) {
                paths.add("/api/v1/exposure?disaster=" + province.disaster + "&at=" + step.plusSeconds(second));
            }
            for (String vehicle : List.of("motorbike", "car", "truck")) {
                paths.add("/api/v1/cut-off?disaster=" + province.disaster + "&vehicle=" + vehicle + "&at=" + step);
                paths.add(
                        "/api/v1/delivery-zones?disaster=" + province.disaster + "&vehicle=" + vehicle + "&at=" + step);
            }
        }
        return paths;
    }

    /** Where the same homes are counted at each step and for each vehicle, every count is a multiple of five. */
    @Test
    @Order(3)
    void countsByWaterAndRoadDifferByNothingOrByFive() {
        Set<Long> households = new TreeSet<>();
        Set<Long> people = new TreeSet<>();
        for (String path : waterAndRoadQuestions()) {
            collect(ask(path, null), households, people);
        }
        assertThat(households).hasSizeGreaterThan(3).allMatch(count -> count % 5 == 0);
        assertThat(people).allMatch(count -> count % 10 == 0);
    }

    private static void collect(JsonNode node, Set<Long> households, Set<Long> people) {
        for (var field : node.properties()) {
            JsonNode value = field.getValue();
            if (value.isNumber() && field.getKey().contains("households")) {
                households.add(value.asLong());
            } else if (value.isNumber() && field.getKey().contains("people")) {
                people.add(value.asLong());
            }
            assertThat(field.getKey().equals("deepest_m") && !value.isNull()).isFalse();
        }
        for (JsonNode part : node) {
            collect(part, households, people);
        }
    }

    @Test
    @Order(4)
    void anActShowsNowhereUntilItIsPublished() {
        List<String> paths = waterAndRoadQuestions();
        paths.add("/api/v1/need-clusters?disaster=" + province.disaster + "&zoom=20");
        paths.add("/api/v1/need-summary?disaster=" + province.disaster);
        paths.add("/list");
        List<String> before = paths.stream().map(this::textWithoutAges).toList();
        province.serve(80, 100);
        province.add("XA02");
        province.leave(100);
        province.tell();
        assertThat(paths.stream().map(this::textWithoutAges).toList()).isEqualTo(before);
        province.publish();
        assertThat(paths.stream().map(this::textWithoutAges).toList()).isNotEqualTo(before);
    }

    private String textWithoutAges(String path) {
        return world.program.get(path, null).body().replaceAll("\"age_s\":\\d+", "");
    }

    @Test
    @Order(5)
    void singleHomesAreClosedAndBadBoxesTellNothing() {
        String real = "?disaster=" + province.disaster;
        assertThat(world.program.get("/api/v1/households" + real, null).body()).contains("EXACT_PLACES_CLOSED");
        assertThat(world.program.get("/api/v1/needs" + real, null).body()).contains("EXACT_PLACES_CLOSED");
        assertThat(ask("/api/v1/households?limit=1000", null).path("features")).isEmpty();
        assertThat(ask("/api/v1/needs?limit=1000", null).path("features")).isEmpty();
        String point = "&zoom=20&bbox=107.1,16.75,107.1,16.75";
        assertThat(world.program
                        .get("/api/v1/need-clusters" + real + point, null)
                        .body())
                .contains("BBOX_ORDER");
        for (String unit : List.of("plan", "claims", "deliveries", "pledges", "looks", "displaced-homes")) {
            assertThat(world.program
                            .get("/api/v1/" + unit + real + "&bbox=107,16.7,107.1,16.8", null)
                            .statusCode())
                    .isIn(401, 404);
        }
    }

    /** Whoever listens hears of needs when they are published, and cannot count acts by the numbers. */
    @Test
    @Order(6)
    @Timeout(120)
    void eventsTellOfPublicationsAndNotOfActs() {
        String officer = world.token(world.account(Caller.OFFICER, "XA01"));
        try (Stream<String> open = world.program.lines("/api/v1/live", null);
                Stream<String> atWork = world.program.lines("/api/v1/live", officer)) {
            Iterator<String> everyone =
                    open.filter(line -> line.startsWith("data:{")).iterator();
            Iterator<String> working =
                    atWork.filter(line -> line.startsWith("data:{")).iterator();
            province.tell();
            province.tell();
            world.tell(Topic.REPORTS);
            world.tell(Topic.WATER);
            assertThat(until("water", everyone)).hasSize(1);
            assertThat(String.join(" ", until("water", working))).contains("needs", "households");
            world.tell(Topic.PUBLISHED);
            assertThat(until("needs", everyone)).isNotEmpty();
        }
    }

    private static List<String> until(String topic, Iterator<String> events) {
        List<String> heard = new ArrayList<>();
        do {
            heard.add(events.next());
        } while (!heard.get(heard.size() - 1).contains("\"" + topic + "\""));
        return heard;
    }
}
