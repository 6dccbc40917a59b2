package vn.reliefmap;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.reliefmap.ReportWorld.PHONED;
import static vn.reliefmap.ReportWorld.because;
import static vn.reliefmap.ReportWorld.decision;

import java.nio.file.Path;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import vn.reliefmap.ReportWorld.Story;
import vn.reliefmap.kernel.Caller;
import vn.reliefmap.kernel.DisasterId;
import vn.reliefmap.ledger.Ledger;
import vn.reliefmap.report.Kind;
import vn.reliefmap.report.Report;
import vn.reliefmap.report.ReportStep;
import vn.reliefmap.report.Reports;

/** FEATURE UNDER TEST: the chain from a report to a receipt, by named scenarios, over HTTP with the real program. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReportToReceiptTest {
    @TempDir
    static Path home = Path.of("target");

    private final ReportWorld world = new ReportWorld(home);
    private final Ledger ledger = world.promises.program.bean(Ledger.class);
    private final String donor = world.token(Caller.DONOR);

    @AfterAll
    void theChainHoldsAndStop() {
        assertThat(ledger.verify().fault()).isNull();
        world.close();
    }

    @Test
    @DisplayName("report → receipt")
    void reportToReceipt() {
        DisasterId flood = world.promises.disaster();
        world.promises.homes(flood, "XA01", 5, "10");
        Story story = Story.of(flood).people(5, 2);
        Report report = world.sent(story);
        assertThat(world.queue(flood, world.officer, ""))
                .containsExactly(report.id().toString());
        JsonNode seen = world.get("/api/v1/verifications/" + report.id(), world.officer, 200);
        assertThat(seen.path("phone").asString()).isEmpty();
        assertThat(world.get("/api/v1/verifications/" + report.id() + "?phone=true", world.officer, 200)
                        .path("phone")
                        .asString())
                .isEqualTo(story.phone());
        assertThat(seen.path("waiting").path("pressing").asString()).isEqualTo("critical");

        UUID household = world.confirm(report, because("gọi lại, đúng người"));
        // 0.4 kg of rice for a person and day, five people, a week.
        assertThat(world.need(household, "rice", "needed")).isEqualByComparingTo("14");
        assertThat(world.queue(flood, world.officer, "")).isEmpty();
        assertThat(world.promises.program.bean(Reports.class).steps(report.id()))
                .extracting(ReportStep::word)
                .containsExactly("received", "confirmed");

        JsonNode pledge = pledge(flood, "64");
        String need = world.needId(household).toString();
        String team = world.token(Caller.TEAM);
        String claim = claim(flood, need, team);
        String delivery = deliver(claim, need, "14", team).path("id").asString();
        assertThat(world.need(household, "rice", "open_quantity")).isZero();
        assertThat(world.promises.program.bean(Reports.class).steps(report.id()))
                .extracting(ReportStep::word)
                .containsExactly("received", "confirmed", "under_way", "delivered");
        JsonNode code = world.post("/api/v1/deliveries/" + delivery + "/receipt-code", world.officer, 201, "{}");
        JsonNode word = world.post(
                "/api/v1/receipts",
                null,
                201,
                "{\"id\":\"%s\",\"code\":\"%s\",\"says\":\"all\"}"
                        .formatted(UUID.randomUUID(), code.path("code").asString()));
        assertThat(word.path("disputed").asBoolean()).isFalse();
        JsonNode gift = world.get("/api/v1/gifts/" + pledge.path("code").asString(), null, 200);
        assertThat(gift.path("steps").valueStream().map(step -> step.path("kind")
                        .asString()))
                .contains("pledged", "delivered");
        assertThat(ledger.list(0, 10_000))
                .extracting(entry -> entry.kind())
                .contains("reported", "confirmed", "pledged", "claimed", "delivered", "received");
        assertThat(ledger.list(0, 10_000).toString())
                .doesNotContain(
                        "Hoa",
                        story.phone(),
                        story.phone().replace(" ", ""),
                        report.id().toString(),
                        report.code().value(),
                        household.toString());
    }

    @Test
    @DisplayName("false report")
    void falseReport() {
        DisasterId flood = world.promises.disaster();
        world.promises.homes(flood, "XA01", 5, "10");
        Report rumour = world.somebody(flood, 1);
        var before = world.counts();
        world.decide(
                world.officer,
                201,
                decision(rumour, "rejected", 0, "\"evidence\":[\"visited\"]", because("nhà bỏ trống từ năm ngoái")));
        var after = world.counts();
        assertThat(after.get("households")).isEqualTo(before.get("households"));
        assertThat(after.get("needs")).isEqualTo(before.get("needs"));
        assertThat(after.get("entries")).isEqualTo(before.get("entries"));

        // One that is found out late, with a promise and a delivery on it.
        Report late = world.somebody(flood, 2);
        UUID household = world.confirm(late, "\"lines\":[{\"item\":\"rice\",\"quantity\":20}]");
        String need = world.needId(household).toString();
        JsonNode pledge = pledge(flood, "70");
        String team = world.token(Caller.TEAM);
        String claim = claim(flood, need, team);
        var unused = deliver(claim, need, "6", team);
        world.decide(
                world.officer,
                201,
                decision(late, "rejected", 1, "\"evidence\":[\"visited\"]", because("không có hộ này")));
        assertThat(world.need(household, "rice", "delivered")).isEqualByComparingTo("6");
        assertThat(world.need(household, "rice", "needed")).isZero();
        assertThat(world.need(household, "rice", "open_quantity")).isZero();
        assertThat(world.need(household, "rice", "pledged")).isZero();
        assertThat(world.need(household, "rice", "claimed")).isZero();
        assertThat(world.need(household, "rice", "surplus")).isEqualByComparingTo("6");
        JsonNode freed = world.get("/api/v1/claims/" + claim, team, 200);
        assertThat(freed.path("lines").path(0).path("progress").path("released").asDouble())
                .isEqualTo(14);
        assertThat(freed.path("term").path("ended").asString()).isEqualTo("delivered");
        JsonNode gift = world.get("/api/v1/gifts/" + pledge.path("code").asString(), null, 200);
        assertThat(gift.path("progress").path("released").asDouble()).isEqualTo(14);
        assertThat(gift.path("progress").path("outstanding").asDouble()).isEqualTo(50);

        // It was true after all: the need is there again, with what was delivered.
        world.decide(world.officer, 201, decision(late, "undone", 2, because("nhầm nhà")));
        assertThat(world.need(household, "rice", "open_quantity")).isEqualByComparingTo("14");
        assertThat(world.get("/api/v1/verifications/" + late.id(), world.officer, 200)
                        .path("waiting")
                        .path("state")
                        .asString())
                .isEqualTo("confirmed");
    }

    @Test
    @DisplayName("two reports of one house")
    void twoReportsOfOneHouse() {
        DisasterId flood = world.promises.disaster();
        Report first = world.sent(Story.of(flood).asking("rice", 10));
        Report again = world.sent(Story.of(flood)
                .by(
                        "nguyen thi hoa",
                        "+84" + Story.of(flood).phone().substring(1).replace(' ', '.'))
                .at(ReportWorld.east(Story.of(flood), 12))
                .asking("rice", 16));
        UUID household = world.confirm(first);
        JsonNode candidate = world.get("/api/v1/verifications/" + again.id(), world.officer, 200)
                .path("candidates")
                .path(0);
        assertThat(candidate.path("report").asString()).isEqualTo(first.id().toString());
        assertThat(candidate.path("household").asString()).isEqualTo(household.toString());
        assertThat(candidate.path("level").asString()).isEqualTo("likely");
        assertThat(candidate.path("reasons").path(0).path("vi").asString()).isEqualTo("cùng số điện thoại");

        JsonNode refused = world.decide(world.officer, 409, decision(again, "confirmed", 0, PHONED));
        assertThat(refused.path("code").asString()).isEqualTo("LOOKS_ALIKE");
        assertThat(refused.path("details").path("candidates").path(0).path("id").asString())
                .isEqualTo(household.toString());
        assertThat(world.confirm(again, "\"household\":\"" + household + "\"")).isEqualTo(household);
        assertThat(world.need(household, "rice", "needed")).isEqualByComparingTo("16");
        assertThat(world.lines(household)).isEqualTo(1);

        // Merged before anybody confirmed it: nothing is needed twice, and its sender hears what became of the other.
        Report third = world.sent(Story.of(flood).asking("rice", 12));
        world.decide(world.officer, 201, decision(third, "duplicate", 0, "\"duplicate_of\":\"" + again.id() + "\""));
        assertThat(world.need(household, "rice", "needed")).isEqualByComparingTo("16");
        assertThat(world.promises.program.bean(Reports.class).steps(third.id()))
                .extracting(ReportStep::word)
                .contains("duplicate", "confirmed");
        assertThat(world.decide(world.officer, 409, decision(third, "confirmed", 1, PHONED))
                        .path("code")
                        .asString())
                .isEqualTo("REPORT_MERGED");
    }

    @Test
    @DisplayName("a household is known by its own telephone, however far off its list puts it")
    void aHouseholdIsKnownByItsOwnTelephone() {
        DisasterId flood = world.promises.disaster();
        Story story = Story.of(flood);
        UUID household = world.confirm(world.sent(story));
        assertThat(basis(household)).isEqualTo("consent");
        DisasterId later = world.promises.disaster();
        Story again = Story.of(later).by(story.name(), story.phone()).at(ReportWorld.east(story, 8_000));
        JsonNode candidate = world.get(
                        "/api/v1/verifications/" + world.sent(again).id(), world.officer, 200)
                .path("candidates")
                .path(0);
        assertThat(candidate.path("household").asString()).isEqualTo(household.toString());
        assertThat(candidate.path("level").asString()).isEqualTo("likely");
        assertThat(candidate.path("reasons").toString()).contains("same_phone", "far_place");

        // Who reports for others is no household by the own number.
        Story neighbour = new Story(
                later,
                Kind.NEED,
                "Trần Văn Tư",
                story.phone(),
                true,
                ReportWorld.east(story, 16_000),
                "XA01",
                "",
                3,
                0,
                again.asked(),
                "");
        Report forOthers = world.sent(neighbour);
        assertThat(world.get("/api/v1/verifications/" + forOthers.id(), world.officer, 200)
                        .path("candidates")
                        .toString())
                .doesNotContain(household.toString());
        UUID other = world.confirm(forOthers);
        assertThat(basis(other)).isEqualTo("protect_life");
        String door = "/api/v1/households/" + other + "/own-data";
        assertThat(world.promises
                        .program
                        .send("PATCH", door, "{\"legal_basis\":\"consent\"}", world.officer)
                        .body())
                .contains("\"legal_basis\":\"consent\"");
        assertThat(world.promises
                        .program
                        .send("PATCH", door, "{\"legal_basis\":\"curiosity\"}", world.officer)
                        .body())
                .contains("LEGAL_BASIS");
    }

    private String basis(UUID household) {
        return world.promises
                .jdbc
                .sql("select legal_basis from household where id = ?")
                .param(household)
                .query(String.class)
                .single();
    }

    @Test
    @DisplayName("merge undone")
    void mergeUndone() {
        DisasterId flood = world.promises.disaster();
        world.promises.homes(flood, "XA01", 5, "10");
        Report one = world.sent(Story.of(flood).asking("rice", 20));
        Report two = world.sent(Story.of(flood).asking("rice", 12).by("Lê Văn Tám", "0905 111 222"));
        UUID first = world.confirm(one);
        UUID second = world.confirm(two, "\"another_home\":true");
        assertThat(second).isNotEqualTo(first);
        String team = world.token(Caller.TEAM);
        String claim = claim(flood, world.needId(second).toString(), team);
        var part = deliver(claim, world.needId(second).toString(), "5", team);

        world.decide(world.officer, 201, decision(two, "duplicate", 1, "\"duplicate_of\":\"" + one.id() + "\""));
        // The house needs 20 and has got 5; what was still claimed goes to the line that stays.
        assertThat(open(first, second)).isEqualTo(15);
        assertThat(world.need(first, "rice", "claimed")).isEqualByComparingTo("7");
        assertThat(world.need(second, "rice", "claimed")).isZero();
        assertThat(world.need(first, "rice", "to_carry")).isEqualByComparingTo("8");
        assertThat(world.need(second, "rice", "to_carry")).isZero();
        var rest = deliver(claim, world.needId(first).toString(), "7", team);
        assertThat(open(first, second)).isEqualTo(8);

        world.decide(world.officer, 201, decision(two, "undone", 2, because("hai nhà một sân")));
        assertThat(world.need(first, "rice", "needed")).isEqualByComparingTo("20");
        assertThat(world.need(first, "rice", "open_quantity")).isEqualByComparingTo("13");
        assertThat(world.need(second, "rice", "needed")).isEqualByComparingTo("12");
        assertThat(world.need(second, "rice", "open_quantity")).isEqualByComparingTo("7");
        assertThat(part.path("code").asString()).isNotEqualTo(rest.path("code").asString());
        assertThat(world.promises
                        .jdbc
                        .sql(
                                "select count(*) from commitment_line where promised <> outstanding + delivered + released")
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(world.promises.jdbc.sql("""
                                select count(*) from need n where claimed <> coalesce((
                                    select sum(l.outstanding) from commitment_line l join commitment c on c.id = l.commitment_id
                                    where c.kind = 'claim' and l.need_id = n.id), 0)""").query(Long.class).single()).isZero();
    }

    private double open(UUID first, UUID second) {
        return world.need(first, "rice", "open_quantity")
                .add(world.need(second, "rice", "open_quantity"))
                .doubleValue();
    }

    private JsonNode pledge(DisasterId flood, String quantity) {
        return world.post("/api/v1/pledges", donor, 201, """
                {"id":"%s","disaster":"%s","commune":"XA01","item":"rice","quantity":%s}""".formatted(UUID.randomUUID(), flood, quantity));
    }

    private String claim(DisasterId flood, String need, String team) {
        return world.post("/api/v1/claims", team, 201, """
                        {"id":"%s","disaster":"%s","needs":["%s"]}""".formatted(UUID.randomUUID(), flood, need))
                .path("id")
                .asString();
    }

    private JsonNode deliver(String claim, String need, String quantity, String team) {
        return world.post("/api/v1/deliveries", team, 201, """
                {"id":"%s","claim":"%s","handed_over_at":"%s","handed":[{"need":"%s","item":"rice","quantity":%s}]}""".formatted(
                        UUID.randomUUID(), claim, Instant.now(), need, quantity));
    }
}
