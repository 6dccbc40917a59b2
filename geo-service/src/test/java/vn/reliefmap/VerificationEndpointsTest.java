package vn.reliefmap;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.reliefmap.ReportWorld.PHONED;
import static vn.reliefmap.ReportWorld.because;
import static vn.reliefmap.ReportWorld.decision;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import vn.reliefmap.ReportWorld.Story;
import vn.reliefmap.access.Account;
import vn.reliefmap.kernel.Caller;
import vn.reliefmap.kernel.DisasterId;
import vn.reliefmap.report.Kind;
import vn.reliefmap.report.Report;
import vn.reliefmap.report.Reports;
import vn.reliefmap.store.Topic;

/** FEATURE UNDER TEST: who decides on which report, in which order they wait, and what a bad decision is told. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class VerificationEndpointsTest {
    @TempDir
    static Path home = Path.of("target");

    private final ReportWorld world = new ReportWorld(home);

    @AfterAll
    void stop() {
        world.close();
    }

    @Test
    void theMostPressingComesFirstThenTheSilentThenTheOldest() {
        DisasterId flood = world.promises.disaster();
        List<Report> right = new ArrayList<>();
        Report plain = world.somebody(flood, 1);
        Report later = world.somebody(flood, 2);
        Report grandmother = world.sent(Story.of(flood).people(3, 1).asking("blanket", 0));
        Report baby = world.sent(Story.of(flood).people(3, 1).asking("drinking_water", 0));
        Report silent = world.sent(
                Story.of(flood).people(3, 1).asking("drinking_water", 0).in("XA03", ""));
        Report safe = world.sent(Story.of(flood).kind(Kind.SAFE));
        Report sos = world.sent(Story.of(flood).kind(Kind.SOS));
        Collections.addAll(right, sos, silent, baby, grandmother, plain, later, safe);
        List<String> ids = right.stream().map(report -> report.id().toString()).toList();
        assertThat(world.queue(flood, world.province, "")).isEqualTo(ids);
        List<String> pages = new ArrayList<>();
        String after = "";
        do {
            JsonNode page =
                    world.get("/api/v1/verifications?disaster=" + flood + "&limit=2" + after, world.province, 200);
            page.path("items").forEach(item -> pages.add(item.path("report").asString()));
            after = page.path("next").isNull()
                    ? ""
                    : "&after=" + page.path("next").asString();
        } while (!after.isEmpty());
        assertThat(pages).isEqualTo(ids);
        assertThat(world.get("/api/v1/verifications?disaster=" + flood, world.province, 200)
                        .toString())
                .doesNotContain("Hoa", Story.of(flood).phone());
    }

    @Test
    void anOfficerSeesAndDecidesOnTheOwnUnitsOnly() {
        DisasterId flood = world.promises.disaster();
        Report own = world.somebody(flood, 1);
        String path = "/api/v1/verifications/" + own.id();
        assertThat(world.queue(flood, world.neighbour, "")).isEmpty();
        var hidden = world.get(path, world.neighbour, 404);
        assertThat(world.decide(world.neighbour, 404, decision(own, "confirmed", 0, PHONED))
                        .path("code")
                        .asString())
                .isEqualTo("REPORT_NOT_FOUND");
        assertThat(hidden.path("vi").asString()).isNotEmpty();
        for (Caller role : List.of(Caller.RESIDENT, Caller.DONOR, Caller.TEAM, Caller.COORDINATOR, Caller.DISPLAY)) {
            var refused = world.decide(world.token(role), 403, decision(own, "confirmed", 0, PHONED));
            assertThat(refused.path("status").asInt()).isEqualTo(403);
        }
        assertThat(world.queue(flood, world.officer, "&unit=XA01")).hasSize(1);
        assertThat(world.queue(flood, world.officer, "&unit=XA02")).isEmpty();
    }

    @Test
    void aHamletsOfficerHasItsReportsAndHandsOverToTheLevelAbove() {
        DisasterId flood = world.promises.disaster();
        Report ofHamlet = world.sent(Story.of(flood).in("XA01", "Thôn Thượng"));
        assertThat(world.queue(flood, world.officer, "")).hasSize(1);
        String code = world.post("/api/v1/hamlets", world.officer, 201, "{\"commune\":\"XA01\",\"name\":\"thượng\"}")
                .path("code")
                .asString();
        String ofTheHamlet = world.token(Caller.OFFICER, code);
        assertThat(world.queue(flood, ofTheHamlet, ""))
                .containsExactly(ofHamlet.id().toString());
        assertThat(world.queue(flood, world.officer, "")).hasSize(1);
        assertThat(listed(flood, ofTheHamlet)).isEqualTo(1);
        assertThat(listed(flood, world.officer)).isEqualTo(1);
        world.decide(ofTheHamlet, 201, decision(ofHamlet, "handed_over", 0, "\"hand_to\":\"44\""));
        assertThat(world.queue(flood, ofTheHamlet, "")).isEmpty();
        assertThat(world.queue(flood, world.officer, "")).isEmpty();
        assertThat(world.queue(flood, world.province, "")).hasSize(1);
        assertThat(listed(flood, world.officer)).isZero();
        world.decide(world.province, 201, decision(ofHamlet, "handed_over", 1, "\"hand_to\":\"XA02\""));
        assertThat(world.queue(flood, world.neighbour, "")).hasSize(1);
        for (String nowhere : List.of("XA99", "xx", "XA01.99", "")) {
            assertThat(world.decide(
                                    world.neighbour,
                                    400,
                                    decision(ofHamlet, "handed_over", 2, "\"hand_to\":\"" + nowhere + "\""))
                            .path("code")
                            .asString())
                    .isEqualTo("UNKNOWN_UNIT");
        }
        assertThat(world.decide(world.neighbour, 409, decision(ofHamlet, "handed_over", 2, "\"hand_to\":\"XA02\""))
                        .path("code")
                        .asString())
                .isEqualTo("DECISION_OUT_OF_ORDER");
    }

    private int listed(DisasterId flood, String officer) {
        return world.get("/api/v1/reports?disaster=" + flood, officer, 200)
                .path("items")
                .size();
    }

    @Test
    void anOfficerMergesNoHomeOfAnotherUnit() {
        DisasterId flood = world.promises.disaster();
        Report elsewhere = world.sent(Story.of(flood).in("XA02", ""));
        String home = world.decide(world.neighbour, 201, decision(elsewhere, "confirmed", 0, PHONED))
                .path("household")
                .asString();
        Report own = world.somebody(flood, 1);
        Report told = world.somebody(flood, 2);
        world.confirm(own);
        world.decide(world.province, 201, decision(told, "confirmed", 0, PHONED, "\"household\":\"" + home + "\""));
        String merged = decision(told, "duplicate", 1, "\"duplicate_of\":\"" + own.id() + "\"");
        refused(403, "OTHER_UNIT", merged);
        world.decide(world.province, 201, merged);
    }

    @Test
    void anOfficerPutsNoHomeIntoAnotherUnit() {
        world.promises.jdbc.sql("""
                        update admin_unit set boundary = st_multi(st_makeenvelope(cast(right(code, 1) as int) + 105, 15.5,
                                                                                  cast(right(code, 1) as int) + 106, 15.6, 4326))
                        where code in ('XA01', 'XA02')""").update();
        world.promises.tell(Topic.ADMIN);
        DisasterId flood = world.promises.disaster();
        Report report = world.somebody(flood, 1);
        refused(403, "OTHER_UNIT", decision(report, "confirmed", 0, PHONED, "\"place\":[107.5,15.55]"));
        world.confirm(report, "\"place\":[106.5,15.55]");
    }

    @Test
    void ofTwoOfficersAtOnceTheSecondIsToldWhatTheFirstDecided() throws Exception {
        DisasterId flood = world.promises.disaster();
        Report report = world.somebody(flood, 1);
        Account other = world.promises.account(Caller.OFFICER, "XA01");
        String colleague = world.promises.token(other);
        List<Object> answers = PromiseWorld.atOnce(List.<Callable<String>>of(
                () -> world.promises
                        .program
                        .send("POST", "/api/v1/verifications", decision(report, "confirmed", 0, PHONED), world.officer)
                        .body(),
                () -> world.promises
                        .program
                        .send(
                                "POST",
                                "/api/v1/verifications",
                                decision(report, "rejected", 0, PHONED, because("không có ai")),
                                colleague)
                        .body()));
        assertThat(answers.stream().filter(answer -> answer.toString().contains("DECIDED_ALREADY")))
                .hasSize(1)
                .allSatisfy(answer -> assertThat(answer.toString()).contains("đã quyết định lúc", "decided at"));
        // A page that was left open since before.
        JsonNode stale = world.decide(world.officer, 409, decision(report, "need_more", 0, because("?")));
        assertThat(stale.path("details").path("number").asInt()).isEqualTo(1);
        assertThat(world.decide(world.officer, 409, decision(report, "need_more", 7, because("?")))
                        .path("code")
                        .asString())
                .isEqualTo("DECIDED_ALREADY");
        assertThat(world.get("/api/v1/verifications/" + report.id(), world.officer, 200)
                        .path("decisions"))
                .hasSize(1);
    }

    @Test
    void oneDecisionSentTwentyTimesIsTakenOnce() throws Exception {
        DisasterId flood = world.promises.disaster();
        Report report = world.somebody(flood, 1);
        String body = decision(report, "confirmed", 0, PHONED);
        List<Object> answers = PromiseWorld.atOnce(IntStream.range(0, 20)
                .<Callable<String>>mapToObj(
                        i -> () -> world.decide(world.officer, 201, body).toString())
                .toList());
        assertThat(answers).hasSize(20).allMatch(answers.get(0)::equals);
        assertThat(world.decide(world.officer, 409, body.replace("phoned", "visited"))
                        .path("code")
                        .asString())
                .isEqualTo("REQUEST_ID_TAKEN");
        assertThat(world.decide(world.province, 409, body).path("code").asString())
                .isIn("DECIDED_ALREADY", "REQUEST_ID_TAKEN");
    }

    @Test
    void aListIsDecidedOneByOneAndSentAgainIsAnsweredAlike() {
        DisasterId flood = world.promises.disaster();
        List<Report> reports =
                IntStream.range(0, 6).mapToObj(i -> world.somebody(flood, i)).toList();
        List<String> decisions = new ArrayList<>();
        reports.forEach(report -> decisions.add(decision(report, "confirmed", 0, PHONED)));
        decisions.set(2, decision(reports.get(2), "confirmed", 0));
        decisions.set(4, decision(reports.get(4), "rejected", 3, PHONED, because("x")));
        String list = "{\"decisions\":[" + String.join(",", decisions) + ",null]}";
        JsonNode answer = world.decide(world.officer, 200, list);
        assertThat(answer.path("items").valueStream().map(item -> item.path("decided")
                        .asBoolean()))
                .containsExactly(true, true, false, true, false, true, false);
        assertThat(answer.path("items").path(2).path("problem").path("code").asString())
                .isEqualTo("EVIDENCE_MISSING");
        JsonNode again = world.decide(world.officer, 200, list);
        assertThat(again).isEqualTo(answer);
        assertThat(world.queue(flood, world.officer, "")).hasSize(2);
        String many = IntStream.range(0, 10_000)
                .mapToObj(i -> decisions.get(0))
                .collect(Collectors.joining(",", "{\"decisions\":[", "]}"));
        assertThat(world.decide(world.officer, 400, many).path("code").asString())
                .isEqualTo("TOO_MANY_DECISIONS");
        assertThat(world.decide(world.officer, 400, "{\"decisions\":[]}")
                        .path("code")
                        .asString())
                .isEqualTo("TOO_MANY_DECISIONS");
    }

    @Test
    void aBadDecisionIsToldWhatIsWrongWithIt() {
        DisasterId flood = world.promises.disaster();
        Report report = world.sent(Story.of(flood).at(null).people(0, 0));
        Report other = world.somebody(flood, 1);
        refused(400, "EVIDENCE_UNKNOWN", decision(report, "confirmed", 0, "\"evidence\":[\"dreamt\"]"));
        refused(400, "EVIDENCE_MISSING", decision(report, "confirmed", 0));
        refused(400, "REASON_MISSING", decision(report, "rejected", 0, PHONED, because("  ")));
        refused(400, "REASON_LENGTH", decision(report, "rejected", 0, PHONED, because("a".repeat(1001))));
        refused(400, "DECISION_UNKNOWN", decision(report, "maybe", 0));
        refused(400, "PEOPLE_UNKNOWN", decision(report, "confirmed", 0, PHONED));
        refused(400, "PEOPLE_UNKNOWN", decision(report, "confirmed", 0, PHONED, "\"people\":-3"));
        refused(400, "COORDINATE_SWAPPED", decision(report, "confirmed", 0, PHONED, "\"place\":[16.7,107.1]"));
        refused(400, "PLACE_FORM", decision(report, "confirmed", 0, PHONED, "\"place\":[107.1]"));
        refused(400, "URGENCY_UNKNOWN", decision(report, "confirmed", 0, PHONED, "\"urgency\":\"now\""));
        refused(
                400,
                "DEADLINE_PASSED",
                decision(report, "confirmed", 0, PHONED, "\"deadline\":\"2020-10-18T00:00:00Z\""));
        refused(
                400,
                "QUANTITY_MISSING",
                decision(report, "confirmed", 0, PHONED, "\"people\":2,\"lines\":[{\"item\":\"water_tank\"}]"));
        refused(
                400,
                "QUANTITY_FORM",
                decision(
                        report,
                        "confirmed",
                        0,
                        PHONED,
                        "\"people\":2,\"lines\":[{\"item\":\"rice\",\"quantity\":-1}]"));
        refused(
                400,
                "UNKNOWN_ITEM",
                decision(report, "confirmed", 0, PHONED, "\"people\":2,\"lines\":[{\"item\":\"gold\"}]"));
        refused(
                400,
                "ITEM_TWICE",
                decision(
                        report,
                        "confirmed",
                        0,
                        PHONED,
                        "\"people\":2,\"lines\":[{\"item\":\"rice\"},{\"item\":\"rice\"}]"));
        refused(
                404,
                "HOUSEHOLD_NOT_FOUND",
                decision(report, "confirmed", 0, PHONED, "\"household\":\"" + UUID.randomUUID() + "\""));
        refused(400, "FIELD_MISSING", decision(report, "duplicate", 0));
        refused(
                404,
                "REPORT_NOT_FOUND",
                decision(report, "duplicate", 0, "\"duplicate_of\":\"" + UUID.randomUUID() + "\""));
        refused(409, "MERGE_ITSELF", decision(report, "duplicate", 0, "\"duplicate_of\":\"" + report.id() + "\""));
        refused(400, "FIELD_MISSING", decision(report, "handed_over", 0));
        refused(409, "NOTHING_TO_UNDO", decision(report, "undone", 0, because("x")));
        refused(400, "FIELD_MISSING", "{}");
        assertThat(world.get("/api/v1/verifications/" + report.id(), world.officer, 200)
                        .path("decisions"))
                .isEmpty();

        UUID household = world.confirm(report, "\"people\":2,\"urgency\":\"critical\"");
        assertThat(world.promises
                        .jdbc
                        .sql("select place_precision from household where id = ?")
                        .param(household)
                        .query(String.class)
                        .single())
                .as("only the commune is known")
                .isEqualTo("approximate");
        refused(409, "DECISION_OUT_OF_ORDER", decision(report, "confirmed", 1, PHONED));
        refused(409, "MERGE_OTHER_WAY", decision(report, "duplicate", 1, "\"duplicate_of\":\"" + other.id() + "\""));
        world.decide(world.officer, 201, decision(other, "duplicate", 0, "\"duplicate_of\":\"" + report.id() + "\""));
        refused(409, "MERGE_CIRCLE", decision(report, "duplicate", 1, "\"duplicate_of\":\"" + other.id() + "\""));
        refused(409, "REPORT_MERGED", decision(other, "rejected", 1, PHONED, because("x")));
    }

    private void refused(int status, String code, String body) {
        JsonNode answer = world.decide(world.officer, status, body);
        assertThat(answer.path("code").asString()).as(answer.toString()).isEqualTo(code);
        assertThat(answer.path("vi").asString()).isNotEmpty();
        assertThat(answer.path("en").asString()).isNotEmpty();
    }

    @Test
    void aCryForHelpBecomesNoNeedAndDecisionsAreNeverChanged() {
        DisasterId flood = world.promises.disaster();
        Report sos = world.sent(Story.of(flood).kind(Kind.SOS));
        UUID household = world.confirm(sos);
        assertThat(world.lines(household)).isZero();
        for (String change : List.of(
                "update verification set decision = 'rejected'",
                "update verification set reason_sealed = null, state = 'open'",
                "delete from verification",
                "truncate verification")) {
            assertThat(org.assertj.core.api.Assertions.catchThrowable(
                            () -> world.promises.jdbc.sql(change).update()))
                    .as(change)
                    .isNotNull();
        }
        Report told = world.somebody(flood, 1);
        world.decide(world.officer, 201, decision(told, "need_more", 0, because("gọi bà Hoa số 0912000111 mới rõ")));
        assertThat(world.get("/api/v1/verifications/" + told.id(), world.officer, 200)
                        .path("decisions")
                        .path(0)
                        .path("reason")
                        .asString())
                .startsWith("gọi bà Hoa");
        assertThat(world.promises.program.bean(Reports.class).forget(told.id())).isTrue();
        assertThat(world.get("/api/v1/verifications/" + told.id(), world.officer, 200)
                        .path("decisions")
                        .path(0)
                        .path("reason")
                        .asString())
                .isEmpty();
    }
}
