package vn.reliefmap;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import vn.reliefmap.access.Accounts;
import vn.reliefmap.cluster.Publications;
import vn.reliefmap.disaster.Disasters;
import vn.reliefmap.geo.Geometries;
import vn.reliefmap.geo.LonLat;
import vn.reliefmap.household.Displacement;
import vn.reliefmap.household.Erasures;
import vn.reliefmap.household.Shelters;
import vn.reliefmap.household.Shelters.Shelter;
import vn.reliefmap.kernel.Caller;
import vn.reliefmap.kernel.DisasterId;
import vn.reliefmap.kernel.HouseholdId;
import vn.reliefmap.store.DataChanged;
import vn.reliefmap.store.Database;
import vn.reliefmap.store.TestPostgis;
import vn.reliefmap.store.Topic;

/** FEATURE UNDER TEST: registered donors see a household 300 to 800 m from its place, and never learn more of it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DisplacementTest {
    /** Two communes side by side, the border at 107.2. */
    private static final LonLat MIDDLE = new LonLat(107.15, 16.75);

    private static final LonLat AT_THE_BORDER = new LonLat(107.199, 16.75);

    @TempDir
    static Path home = Path.of("target");

    @TempDir
    static Path otherHome = Path.of("target");

    private final Database database = TestPostgis.freshDatabase();
    private final TestProgram program = TestProgram.withPromises(database, home);
    private final Displacement displacement = program.bean(Displacement.class);
    private final JdbcClient jdbc = program.bean(JdbcClient.class);
    private final RandomGenerator random = RandomGenerator.of("L64X128MixRandom");

    @BeforeAll
    void communes() {
        commune("19363", 107.1, 107.2);
        commune("19364", 107.2, 107.3);
        program.events().publishEvent(new DataChanged(Topic.ADMIN, 1));
    }

    private void commune(String code, double west, double east) {
        jdbc.sql("""
                insert into admin_unit (code, valid_from, name, full_name, kind, folded_name, folded_full_name, boundary)
                values (?, date '2025-07-01', ?, ?, 'xa', ?, ?, st_multi(st_makeenvelope(?, 16.7, ?, 16.8, 4326)))""").params(code, code, code, code, code, west, east).update();
    }

    @AfterAll
    void stop() {
        program.close();
    }

    private LonLat shown(UUID household, LonLat at, String commune) {
        return displacement.of(new HouseholdId(household), at, commune).orElseThrow();
    }

    @Test
    void everyDistanceIsInRangeAndEveryPointInTheSameCommune() {
        for (int i = 0; i < 400; i++) {
            LonLat at = new LonLat(107.101 + random.nextDouble() * 0.098, 16.701 + random.nextDouble() * 0.098);
            LonLat shown = shown(UUID.randomUUID(), at, "19363");
            assertThat(Geometries.distanceMeters(at.coordinate(), shown.coordinate()))
                    .isBetween(Displacement.NEAREST_M, Displacement.FARTHEST_M);
            // Never in the neighbour; outside every outline up to 200 m, where outlines have gaps.
            assertThat(shown.lon()).isBetween(107.098, 107.2);
            assertThat(shown.lat()).isBetween(16.698, 16.802);
        }
    }

    @Test
    void directionsAndAreasAreEven() {
        int[] quarters = new int[4];
        int inner = 0;
        int homes = 2000;
        for (int i = 0; i < homes; i++) {
            LonLat shown = shown(UUID.randomUUID(), MIDDLE, "19363");
            quarters[(shown.lon() > MIDDLE.lon() ? 1 : 0) + (shown.lat() > MIDDLE.lat() ? 2 : 0)]++;
            // Half of the ring's area lies within 604 m.
            inner += Geometries.distanceMeters(MIDDLE.coordinate(), shown.coordinate()) < 604 ? 1 : 0;
        }
        // Five standard deviations of a fair draw are 97 and 112.
        for (int quarter : quarters) {
            assertThat(quarter).isBetween(homes / 4 - 100, homes / 4 + 100);
        }
        assertThat(inner).isBetween(homes / 2 - 120, homes / 2 + 120);
    }

    @Test
    void aPlaceWithoutRoomOrCommuneHasNoPoint() {
        HouseholdId id = new HouseholdId(UUID.randomUUID());
        assertThat(displacement.of(id, MIDDLE, null)).isEmpty();
        assertThat(displacement.of(id, new LonLat(107.5, 16.75), "19363")).isEmpty();
        assertThat(shown(UUID.randomUUID(), AT_THE_BORDER, "19363").lon()).isLessThan(107.2);
    }

    @Test
    void anotherKeyMovesThePoint() {
        UUID household = UUID.randomUUID();
        LonLat here = shown(household, MIDDLE, "19363");
        assertThat(shown(household, MIDDLE, "19363")).isEqualTo(here);
        try (TestProgram other = TestProgram.start(database, otherHome)) {
            Displacement elsewhere = other.bean(Displacement.class);
            HouseholdId id = new HouseholdId(household);
            assertThat(elsewhere.of(id, MIDDLE, "19363")).isPresent().isNotEqualTo(Optional.of(here));
            assertThat(elsewhere.nameOf(id)).isNotEqualTo(displacement.nameOf(id));
        }
    }

    /** Else the point at a shelter or at the commune's middle would tell by how much the one at the home was moved. */
    @Test
    void anotherPlaceIsMovedOtherwise() {
        int same = 0;
        LonLat known = new LonLat(107.16, 16.76);
        for (int i = 0; i < 100; i++) {
            UUID household = UUID.randomUUID();
            LonLat before = shown(household, MIDDLE, "19363");
            LonLat after = shown(household, known, "19363");
            LonLat guessed =
                    new LonLat(before.lon() - after.lon() + known.lon(), before.lat() - after.lat() + known.lat());
            same += Geometries.distanceMeters(guessed.coordinate(), MIDDLE.coordinate()) < 50 ? 1 : 0;
        }
        // By chance one in 300 or so.
        assertThat(same).isLessThan(10);
    }

    /** Points drawn anew at each correction would stand around the home, and their middle would be it. */
    @Test
    void aPlaceThatIsCorrectedByMetresMovesWithIt() {
        for (int i = 0; i < 50; i++) {
            UUID household = UUID.randomUUID();
            // In the middle of a square of displacement; whoever stands at its edge may be moved in two ways.
            LonLat before = new LonLat(107.115 + random.nextInt(7) * 0.01, 16.715 + random.nextInt(7) * 0.01);
            LonLat first = shown(household, before, "19363");
            for (int correction = 0; correction < 10; correction++) {
                double east = random.nextDouble() * 4e-4 - 2e-4;
                double north = random.nextDouble() * 4e-4 - 2e-4;
                LonLat told = shown(household, new LonLat(before.lon() + east, before.lat() + north), "19363");
                assertThat(Math.abs(told.lon() - first.lon() - east)).isLessThan(1.1e-4);
                assertThat(Math.abs(told.lat() - first.lat() - north)).isLessThan(1.1e-4);
            }
        }
    }

    /** Thousands of boxes, each item, before and after corrections: what is collected of one home is one point. */
    @Test
    void slidingBoxesItemsAndCorrectionsFindNoBetterPlaceThanOneLook() {
        DisasterId disaster = program.bean(Disasters.class)
                .open("Lũ trượt", false, Instant.parse("2026-10-18T00:00:00Z"))
                .id();
        List<UUID> homes = IntStream.range(0, 12)
                .mapToObj(i -> household(disaster, 107.1305 + i * 0.0026, "19363"))
                .toList();
        UUID approximate = household(disaster, 107.151, "19363");
        jdbc.sql("update household set place_precision = 'approximate' where id = ?")
                .param(approximate)
                .update();
        // Away from the edges of squares.
        jdbc.sql("update household set place = st_translate(place, 0, 0.005) where id = any(?)")
                .param(homes.toArray(UUID[]::new))
                .update();
        program.bean(Publications.class).publish(disaster);
        String donor = token(Caller.DONOR);
        Map<String, Set<LonLat>> collected = new HashMap<>();
        for (int look = 0; look < 3; look++) {
            for (int box = 0; box < 200; box++) {
                double west = 107.12 + random.nextDouble() * 0.05;
                double south = 16.73 + random.nextDouble() * 0.03;
                double size = 0.001 + random.nextDouble() * 0.03;
                String item = random.nextBoolean() ? "" : "&item=rice";
                String asked =
                        String.format(Locale.ROOT, "&bbox=%f,%f,%f,%f%s", west, south, west + size, south + size, item);
                collect(program.json("/api/v1/displaced-homes?disaster=" + disaster + asked, donor), collected);
            }
            for (UUID home : homes) {
                jdbc.sql("""
                        update household set place = st_translate(place, (random() - 0.5) * 4e-5, (random() - 0.5) * 4e-5)
                        where id = ?""").param(home).update();
            }
        }
        assertThat(collected).hasSizeGreaterThan(8);
        assertThat(collected).doesNotContainKey(displacement.nameOf(new HouseholdId(approximate)));
        for (UUID home : homes) {
            Set<LonLat> points = collected.getOrDefault(displacement.nameOf(new HouseholdId(home)), Set.of());
            LonLat at = placeOf(home);
            double lon = points.stream().mapToDouble(LonLat::lon).average().orElse(0);
            double lat = points.stream().mapToDouble(LonLat::lat).average().orElse(0);
            assertThat(Geometries.distanceMeters(at.coordinate(), new LonLat(lon, lat).coordinate()))
                    .as("the middle of all that was ever told of a home")
                    .isGreaterThan(Displacement.NEAREST_M - 20);
        }
    }

    private static void collect(JsonNode answer, Map<String, Set<LonLat>> collected) {
        for (JsonNode home : answer.path("features")) {
            JsonNode at = home.path("geometry").path("coordinates");
            collected
                    .computeIfAbsent(home.path("properties").path("name").asString(), name -> new HashSet<>())
                    .add(new LonLat(at.get(0).asDouble(), at.get(1).asDouble()));
        }
    }

    private LonLat placeOf(UUID home) {
        return jdbc.sql("select st_x(place) as lon, st_y(place) as lat from household where id = ?")
                .param(home)
                .query((rs, n) -> new LonLat(rs.getDouble("lon"), rs.getDouble("lat")))
                .single();
    }

    @Test
    void whoIsInAShelterOrErasedIsNotShown() {
        DisasterId disaster = program.bean(Disasters.class)
                .open("Lũ dời", false, Instant.parse("2026-10-18T00:00:00Z"))
                .id();
        List<UUID> homes = IntStream.range(0, 7)
                .mapToObj(i -> household(disaster, 107.15 + i * 0.0005, "19363"))
                .toList();
        program.bean(Publications.class).publish(disaster);
        String donor = token(Caller.DONOR);
        String box = "/api/v1/displaced-homes?disaster=" + disaster + "&bbox=107.11,16.71,107.2,16.79";
        assertThat(program.json(box, donor).path("features")).hasSize(7);
        UUID officer = program.bean(Accounts.class)
                .add("Cán bộ", Caller.OFFICER, Set.of("19363"))
                .id();
        Shelters shelters = program.bean(Shelters.class);
        UUID school = UUID.randomUUID();
        shelters.open(officer, new Shelter(school, "Trường", false, "19363", new LonLat(107.151, 16.75), 50, officer));
        shelters.moveIn(UUID.randomUUID(), new HouseholdId(homes.get(0)), school, officer);
        program.bean(Erasures.class).erase(new HouseholdId(homes.get(1)), Erasures.Why.ASKED);
        String now = program.json(box, donor).path("features").toString();
        for (UUID home : homes) {
            boolean gone = homes.indexOf(home) < 2;
            assertThat(now.contains(displacement.nameOf(new HouseholdId(home)))).isEqualTo(!gone);
        }
    }

    @Test
    void donorsSeeAHouseholdAtOnePointWhateverTheyAskFor() {
        DisasterId disaster = program.bean(Disasters.class)
                .open("Lũ thật", false, Instant.parse("2026-10-18T00:00:00Z"))
                .id();
        for (int i = 0; i < 6; i++) {
            household(disaster, 107.15 + i * 0.0005, "19363");
        }
        household(disaster, 107.11, "19363");
        UUID alone = household(disaster, 107.25, "19364");
        for (int i = 0; i < 4; i++) {
            household(disaster, 107.29, "19364");
        }
        program.bean(Publications.class).publish(disaster);
        String donor = token(Caller.DONOR);
        String box = "/api/v1/displaced-homes?disaster=" + disaster + "&bbox=107.11,16.71,107.2,16.79";
        JsonNode all = program.json(box, donor).path("features");
        assertThat(all).hasSize(6); // the one at 107.11 stands by itself
        Set<String> points = new HashSet<>();
        for (String item :
                new String[] {"rice", "salt", "ready_meal", "cooking_oil", "dry_biscuits", "instant_noodles"}) {
            program.json(box + "&item=" + item, donor)
                    .path("features")
                    .forEach(home -> points.add(home.path("geometry").toString()));
        }
        assertThat(points).hasSizeLessThanOrEqualTo(6);
        assertThat(points).hasSizeGreaterThan(1);
        all.forEach(home -> assertThat(points).contains(home.path("geometry").toString()));
        assertThat(all.toString()).doesNotContain("household", "people", "quantity", "ref");
        // Slid in small steps, a box finds the displaced point and nothing of the place.
        JsonNode one = all.get(0).path("geometry").path("coordinates");
        double lon = one.get(0).asDouble();
        double lat = one.get(1).asDouble();
        String narrow = String.format(Locale.ROOT, "&bbox=%f,%f,%f,%f", lon - 1e-6, lat - 1e-6, lon + 1e-6, lat + 1e-6);
        assertThat(program.json("/api/v1/displaced-homes?disaster=" + disaster + narrow, donor)
                        .path("features"))
                .isNotEmpty();
        String east = program.get(
                        "/api/v1/displaced-homes?disaster=" + disaster + "&bbox=107.21,16.71,107.299,16.79", donor)
                .body();
        assertThat(east).doesNotContain(displacement.nameOf(new HouseholdId(alone)));
        assertThat(program.json("/api/v1/displaced-homes?disaster=" + disaster + "&bbox=107,16,108,17", donor)
                        .path("code")
                        .asString())
                .isEqualTo("BBOX_TOO_LARGE");
        assertThat(program.get(box, null).statusCode()).isEqualTo(401);
        assertThat(program.get(box, token(Caller.RESIDENT)).statusCode()).isEqualTo(403);
    }

    private String token(Caller role) {
        Accounts accounts = program.bean(Accounts.class);
        return accounts.newToken(accounts.add("Thử " + role.word() + " " + UUID.randomUUID(), role, Set.of())
                .id());
    }

    /** Needs six items. */
    private UUID household(DisasterId disaster, double lon, String commune) {
        UUID id = UUID.randomUUID();
        jdbc.sql("""
                        insert into household (id, ref, simulated, people, admin_code, admin_valid_from, place, place_precision)
                        values (?, ?, false, 4, ?, date '2025-07-01', st_setsrid(st_makepoint(?, 16.75), 4326), 'exact')""").params(id, id.toString(), commune, lon).update();
        jdbc.sql("""
                        insert into need (id, household_id, disaster_id, item_code, needed, urgency, confirmed_at, listed)
                        select gen_random_uuid(), ?, ?, code, ?, 'high', now(), ? from item order by position limit 6""")
                .params(id, disaster.value(), BigDecimal.TEN, BigDecimal.TEN)
                .update();
        return id;
    }
}
