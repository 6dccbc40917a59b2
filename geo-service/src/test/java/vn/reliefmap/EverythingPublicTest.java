package vn.reliefmap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.reliefmap.commitment.Claim;
import vn.reliefmap.commitment.ClaimOrder;
import vn.reliefmap.commitment.ClaimPlace;
import vn.reliefmap.commitment.Claims;
import vn.reliefmap.commitment.PledgeOrder;
import vn.reliefmap.commitment.Pledges;
import vn.reliefmap.delivery.Deliveries;
import vn.reliefmap.delivery.Delivery;
import vn.reliefmap.delivery.DeliveryOrder;
import vn.reliefmap.delivery.DeliveryOrder.Handed;
import vn.reliefmap.delivery.ReceiptOrder;
import vn.reliefmap.delivery.Receipts;
import vn.reliefmap.kernel.Caller;
import vn.reliefmap.kernel.NeedId;

/**
 * FEATURE UNDER TEST: an adversary without an account asks every door that is open, thousands of boxes, the ledger and the gifts
 * in it, puts all of it together, and finds nobody's home, quantity or illness.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class EverythingPublicTest {
    private static final int FEWEST = 5;
    private static final int BOXES = 3_000;

    @TempDir
    static Path home = Path.of("target");

    private final PromiseWorld world = new PromiseWorld(home);
    private final ThinProvince province = new ThinProvince(world, "Lũ có thật", ThinProvince.FOOD);
    private final RandomGenerator random = RandomGenerator.of("L64X128MixRandom");

    @BeforeAll
    void roadsAndWater() throws IOException {
        world.roads();
        province.water(home);
        province.publish();
    }

    @AfterAll
    void stop() {
        world.close();
    }

    private JsonNode ask(String path) {
        HttpResponse<String> answer = world.program.get(path, null);
        assertThat(answer.statusCode()).as(path + " " + answer.body()).isEqualTo(200);
        return JsonMapper.shared().readTree(answer.body());
    }

    /** Whatever is worked out from any of these sums of one moment speaks of all homes of a cell alike. */
    @Test
    @Order(1)
    void threeThousandBoxesTellNoFewerThanFiveHouseholdsApart() {
        Differences attacker = new Differences(ThinProvince.MOST_HOUSEHOLDS);
        for (int box = 0; box < BOXES; box++) {
            double west = 107.0 + random.nextDouble() * 0.2;
            double south = 16.7 + random.nextDouble() * 0.1;
            double size = Math.pow(10, -1 - 3 * random.nextDouble());
            String item = random.nextInt(4) == 0 ? "&item=rice" : "";
            JsonNode answer = ask(String.format(
                    Locale.ROOT,
                    "/api/v1/need-clusters?disaster=%s&zoom=%d&bbox=%f,%f,%f,%f%s",
                    province.disaster,
                    random.nextInt(23),
                    west,
                    south,
                    west + size,
                    south + size,
                    item));
            if (item.isEmpty()) {
                // A filter only leaves items out (DifferencingTest); with it a sum says less about who is in it.
                answer.path("items").forEach(cell -> add(province, attacker, cell.path("lacks")));
                add(province, attacker, answer.path("totals"));
            }
        }
        ask("/api/v1/need-summary?disaster=" + province.disaster)
                .path("communes")
                .forEach(commune -> add(province, attacker, commune.path("lacks")));
        assertThat(attacker.size()).as("different sums").isGreaterThan(40);
        assertThat(attacker.fewestAlike()).isGreaterThanOrEqualTo(FEWEST);
    }

    private static void add(ThinProvince read, Differences attacker, JsonNode lacks) {
        attacker.add(read.members(lacks, "needed"), read.members(lacks, "delivered"));
    }

    /** Acts for one home, for a few and for many, each by its own team, between two publications. */
    private void acts() {
        take(false, 20);
        take(true, 21);
        take(true, IntStream.range(22, 26).toArray());
        take(true, IntStream.range(3, 12).toArray());
        take(false, IntStream.range(12, 18).toArray());
        // One home of another commune rides along.
        take(true, IntStream.concat(IntStream.range(40, 48), IntStream.of(111)).toArray());
        UUID donor = world.account(Caller.DONOR).id();
        for (Map.Entry<String, String> given :
                Map.of("XA01", "rice", "XA02", "salt").entrySet()) {
            var unused = world.program
                    .bean(Pledges.class)
                    .promise(
                            donor,
                            new PledgeOrder(
                                    UUID.randomUUID(),
                                    province.disaster,
                                    given.getKey(),
                                    given.getValue(),
                                    new BigDecimal("2.5"),
                                    null));
        }
        take(true, 30);
    }

    /** Claims what those homes lack; then brings it home by home, and one of them says that nothing came. */
    private void take(boolean delivered, int... homes) {
        UUID team = world.account(Caller.TEAM).id();
        List<NeedId> needs = IntStream.of(homes).mapToObj(province::need).toList();
        Claim claim = world.program
                .bean(Claims.class)
                .take(team, new ClaimOrder(UUID.randomUUID(), province.disaster, new ClaimPlace.Lines(needs, null)));
        if (!delivered) {
            world.program.bean(Claims.class).release(claim.id());
            return;
        }
        Delivery last = null;
        for (Claim.Line line : claim.lines()) {
            last = world.program
                    .bean(Deliveries.class)
                    .handOver(
                            team,
                            new DeliveryOrder(
                                    UUID.randomUUID(),
                                    claim.id(),
                                    Instant.now(),
                                    List.of(new Handed(
                                            line.need(),
                                            null,
                                            line.item(),
                                            line.progress().promised())),
                                    null));
        }
        if (last != null) {
            var unused = world.program
                    .bean(Receipts.class)
                    .byAccount(
                            world.account(Caller.COORDINATOR).id(),
                            last.id(),
                            Delivery.Source.OFFICER,
                            new ReceiptOrder(UUID.randomUUID(), null));
        }
    }

    /** Exact sums of any homes, placed, could be taken from the sums of cells; so the ledger places what donors placed, and no home. */
    @Test
    @Order(2)
    void ledgerAndGiftsPlaceWhatDonorsPlacedAndNoHome() {
        Differences attacker = new Differences(ThinProvince.MOST_HOUSEHOLDS);
        readMap(province, attacker);
        acts();
        province.publish();
        readMap(province, attacker);
        assertThat(attacker.fewest()).isGreaterThanOrEqualTo(FEWEST);
        int acts = 0;
        for (JsonNode entry : ledger()) {
            boolean donorsWord = entry.path("kind").asString().startsWith("pledge");
            for (JsonNode goods : entry.path("facts").path("goods")) {
                acts++;
                assertThat(goods.has("commune")).as(entry.toString()).isEqualTo(donorsWord);
                if (goods.has("gift")) {
                    giftsFollowTheLedger(goods.path("gift").asString());
                }
            }
        }
        assertThat(acts).as("lines of goods").isGreaterThan(30);
    }

    /** A gift's way places nothing that the donor did not place. */
    private void giftsFollowTheLedger(String gift) {
        for (JsonNode step : ask("/api/v1/gifts/" + gift).path("steps")) {
            boolean donorsWord = step.path("kind").asString().startsWith("pledge");
            assertThat(step.path("commune").isNull()).isEqualTo(!donorsWord);
        }
    }

    /** Had the ledger placed the sums of acts, this is what the attacker would have worked out with them. */
    @Test
    @Order(3)
    void sumsOfActsThatWerePlacedWouldGiveAHomeAway() {
        Differences attacker = new Differences(ThinProvince.MOST_HOUSEHOLDS);
        readMap(province, attacker);
        assertThat(attacker.fewest()).isGreaterThanOrEqualTo(FEWEST);
        BitSet claimed = new BitSet();
        for (JsonNode cell : ask("/api/v1/need-clusters?disaster=" + province.disaster + "&zoom=22")
                .path("items")) {
            BitSet homes = province.members(cell.path("lacks"), "needed");
            boolean unserved = province.members(cell.path("lacks"), "delivered").isEmpty();
            claimed = unserved && homes.cardinality() > FEWEST ? homes : claimed;
        }
        claimed.clear(claimed.nextSetBit(0)); // A team takes on all homes of a cell but one.
        assertThat(claimed.cardinality()).isGreaterThanOrEqualTo(FEWEST);
        attacker.add(claimed, new BitSet());
        attacker.add(claimed, claimed);
        assertThat(attacker.fewest()).isEqualTo(1);
    }

    private void readMap(ThinProvince read, Differences attacker) {
        for (int zoom = 0; zoom < 23; zoom += 2) {
            JsonNode answer = ask("/api/v1/need-clusters?disaster=" + read.disaster + "&zoom=" + zoom);
            answer.path("items").forEach(cell -> add(read, attacker, cell.path("lacks")));
            add(read, attacker, answer.path("totals"));
        }
        ask("/api/v1/need-summary?disaster=" + read.disaster)
                .path("communes")
                .forEach(commune -> add(read, attacker, commune.path("lacks")));
    }

    /** Medicine tells of illness: no sum, and no difference of two, of whatever areas and times, speaks of fewer than ten. */
    @Test
    @Order(4)
    void whatTellsOfHealthSpeaksOfTenHouseholdsOrOfNone() {
        ThinProvince ill = new ThinProvince(world, "Lũ và bệnh", ThinProvince.MEDICINE);
        Differences attacker = new Differences(ThinProvince.MOST_HOUSEHOLDS);
        List<Runnable> acts = List.of(
                () -> {},
                () -> ill.serve(40, 49),
                () -> ill.serve(49, 75),
                () -> IntStream.range(0, 7).forEach(i -> ill.add("XA04")),
                () -> {
                    ill.leave(80);
                    ill.serve(3, 30);
                    ill.add("XA02");
                },
                () -> IntStream.range(0, 6).forEach(i -> ill.add("XA02")));
        for (Runnable act : acts) {
            act.run();
            ill.publish();
            readMap(ill, attacker);
        }
        assertThat(attacker.size()).as("different sums").isGreaterThan(10);
        assertThat(attacker.fewest()).isGreaterThanOrEqualTo(10);
    }

    private List<JsonNode> ledger() {
        List<JsonNode> entries = new ArrayList<>();
        String next = "/api/v1/ledger";
        while (!next.isEmpty()) {
            JsonNode page = ask(next);
            page.path("items").forEach(entry -> {
                assertThat(entry.toString()).doesNotContain("household");
                if (entry.path("facts").path("disaster").asString("").equals(province.disaster.toString())) {
                    entries.add(entry);
                }
            });
            next = page.path("next").asString("");
        }
        return entries;
    }
}
