package vn.reliefmap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.json.JsonMapper;
import vn.reliefmap.access.Account;
import vn.reliefmap.access.Callers;
import vn.reliefmap.access.PersonalData;
import vn.reliefmap.access.SignedIn;
import vn.reliefmap.cluster.NeedClusters;
import vn.reliefmap.cluster.Publications;
import vn.reliefmap.commitment.ClaimOrder;
import vn.reliefmap.commitment.ClaimPlace;
import vn.reliefmap.commitment.Claims;
import vn.reliefmap.commitment.PledgeOrder;
import vn.reliefmap.commitment.Pledges;
import vn.reliefmap.delivery.Deliveries;
import vn.reliefmap.delivery.DeliveryOrder;
import vn.reliefmap.delivery.DeliveryOrder.Handed;
import vn.reliefmap.disaster.Disaster;
import vn.reliefmap.disaster.Disasters;
import vn.reliefmap.geo.LonLat;
import vn.reliefmap.household.Erasures;
import vn.reliefmap.household.HouseholdImport;
import vn.reliefmap.kernel.Caller;
import vn.reliefmap.kernel.DisasterId;
import vn.reliefmap.kernel.HouseholdId;
import vn.reliefmap.kernel.NeedId;
import vn.reliefmap.ledger.Ledger;
import vn.reliefmap.report.Asked;
import vn.reliefmap.report.Channel;
import vn.reliefmap.report.Decision;
import vn.reliefmap.report.DecisionOrder;
import vn.reliefmap.report.Evidence;
import vn.reliefmap.report.Kind;
import vn.reliefmap.report.NewReport;
import vn.reliefmap.report.ReportId;
import vn.reliefmap.report.ReportPlace;
import vn.reliefmap.report.Reports;
import vn.reliefmap.report.Sender;
import vn.reliefmap.report.Verification;
import vn.reliefmap.report.Verifications;
import vn.reliefmap.store.Topic;

/** FEATURE UNDER TEST: a person sees, corrects and erases the own data, and time does the same. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ErasureTest {
    private static final String NAME = "Trần Thị Hoa Mơ";
    private static final String PHONE = "0912 345 678";
    private static final String ADDRESS = "Nhà sau chùa Long An";
    private static final String LAT = "16.7534568";
    private static final String HEADER = "ref,name,phone,address,people,commune,lon,lat,need:rice";

    private final Path home = folder();
    private final PromiseWorld world = new PromiseWorld(home);
    private final Erasures erasures = world.program.bean(Erasures.class);

    private static Path folder() {
        try {
            return Files.createTempDirectory(Path.of("target"), "erasure");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @AfterAll
    void stop() {
        world.close();
    }

    private Disaster flood(String name) {
        return world.program.bean(Disasters.class).open(name, false, Instant.parse("2026-10-18T00:00:00Z"));
    }

    private String line(String ref) {
        return String.join(",", ref, NAME, PHONE, ADDRESS + " " + ref, "4", "XA01", lon(ref), LAT, "20");
    }

    /** A place of its own for each. */
    private static String lon(String ref) {
        return "107.112" + (10_000 + Math.floorMod(ref.hashCode(), 80_000));
    }

    private HouseholdId listed(DisasterId flood, String ref) {
        world.program.bean(HouseholdImport.class).load(ListRows.of(HEADER, line(ref)), flood, false, new ListRows());
        return new HouseholdId(world.jdbc
                .sql("select id from household where ref = ?")
                .param(ref)
                .query(UUID.class)
                .single());
    }

    private NeedId need(HouseholdId household) {
        return new NeedId(world.jdbc
                .sql("select id from need where household_id = ?")
                .param(household.value())
                .query(UUID.class)
                .single());
    }

    /** Every table's rows as text, without the tables of the map. */
    private String everything() {
        StringBuilder all = new StringBuilder();
        for (String table : world.jdbc
                .sql("select table_name from information_schema.tables where table_schema = 'public'"
                        + " and table_type = 'BASE TABLE' and table_name not in ('spatial_ref_sys')")
                .query(String.class)
                .list()) {
            world.jdbc
                    .sql("select t::text from " + table + " t")
                    .query(String.class)
                    .list()
                    .forEach(row -> all.append(row).append('\n'));
        }
        return all.toString();
    }

    /** Which of these the database still holds somewhere. */
    private List<String> found(List<String> texts) {
        String all = everything();
        return texts.stream().filter(all::contains).toList();
    }

    private String point(String lon, String lat) {
        return world.jdbc
                .sql("select st_setsrid(st_makepoint(" + lon + ", " + lat + "), 4326)::text")
                .query(String.class)
                .single();
    }

    @Test
    @DisplayName("an erased person leaves the ledger provable")
    void anErasedPersonLeavesTheLedgerProvable() throws IOException {
        DisasterId flood = flood("Lũ xoá").id();
        for (int i = 0; i < 5; i++) {
            listed(flood, "bên cạnh " + i);
        }
        HouseholdId person = listed(flood, "sổ 17");
        world.tell(Topic.HOUSEHOLDS);
        world.program.bean(Publications.class).publish(flood);
        world.tell(Topic.PUBLISHED);
        UUID donor = world.account(Caller.DONOR).id();
        UUID team = world.account(Caller.TEAM).id();
        world.program
                .bean(Pledges.class)
                .promise(donor, new PledgeOrder(UUID.randomUUID(), flood, "XA01", "rice", new BigDecimal("120"), null));
        UUID claim = UUID.randomUUID();
        world.program
                .bean(Claims.class)
                .take(team, new ClaimOrder(claim, flood, new ClaimPlace.Lines(List.of(need(person)), "chuyến 1")));
        world.program
                .bean(Deliveries.class)
                .handOver(
                        team,
                        new DeliveryOrder(
                                UUID.randomUUID(),
                                claim,
                                Instant.now(),
                                List.of(new Handed(need(person), null, "rice", new BigDecimal("12"))),
                                new LonLat(107.1234, 16.8765)));
        world.program.bean(Publications.class).publish(flood);
        Ledger ledger = world.program.bean(Ledger.class);
        String head = ledger.last().orElseThrow().hash();
        PersonalData data = world.program.bean(PersonalData.class);
        world.jdbc.sql("delete from household where ref like 'bên cạnh%'").update();
        List<String> personal = List.of(
                hex(data.seal(person + "/name", NAME)),
                hex(data.seal(person + "/phone", "0912345678")),
                ADDRESS + " sổ 17",
                "sổ 17",
                point(lon("sổ 17"), LAT),
                point("107.12", "16.88"),
                NAME,
                PHONE);
        assertThat(found(personal)).hasSize(6); // name and number are sealed already

        assertThat(erasures.erase(person, Erasures.Why.ASKED)).isTrue();
        assertThat(erasures.erase(person, Erasures.Why.ASKED)).isFalse();

        assertThat(found(personal)).isEmpty();
        assertThat(world.jdbc
                        .sql("select count(*) from sent_request where answer::text like '%107.12%'")
                        .query(Integer.class)
                        .single())
                .as("where the team was, in answers that may be asked for again")
                .isZero();
        assertThat(ledger.verify().fault()).isNull();
        assertThat(ledger.verify().headHash()).isEqualTo(head);
        assertThat(world.jdbc
                        .sql("select delivered from need where household_id = ?")
                        .param(person.value())
                        .query(BigDecimal.class)
                        .single())
                .as("figures stay")
                .isEqualByComparingTo("12");
        assertThat(world.program
                        .bean(NeedClusters.class)
                        .summaryForEveryone(flood("Lũ xoá"), null)
                        .communes())
                .isNotEmpty();
        assertThat(Files.readString(home.resolve("erased.txt")))
                .contains(person.toString())
                .doesNotContain("sổ 17");
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }

    @Test
    void whatAPersonReportedGoesWithThem() {
        DisasterId flood = flood("Lũ phản ánh").id();
        ReportId report = new ReportId(UUID.randomUUID());
        Reports reports = world.program.bean(Reports.class);
        var unused = reports.take(new NewReport(
                report,
                flood,
                Channel.SMS,
                Kind.NEED,
                new Sender("Lê Văn Mận", "0987654321", false),
                new ReportPlace(
                        Optional.of(new LonLat(107.1777771, 16.7777771)),
                        OptionalDouble.empty(),
                        Optional.of("XA01"),
                        "Thôn Mận Ngọt",
                        "sau cây mận",
                        false),
                4,
                0,
                List.of(new Asked("rice", OptionalDouble.of(20))),
                "nhà ông Mận cần gạo",
                Instant.now(),
                false));
        world.jdbc.sql("""
                        insert into sms_in (id, received_at, sender_hash, sender_sealed, text_sealed, outcome, report_id)
                        values (gen_random_uuid(), now(), 'mận 1', 'ố'::bytea, 'ố'::bytea, 'report', :report);
                        insert into sms_out (id, to_hash, to_sealed, text_sealed, made_at)
                        values (gen_random_uuid(), 'mận 1', 'ố'::bytea, 'ố'::bytea, now())""").param("report", report.value()).update();
        Account officer = world.account(Caller.OFFICER, "XA01");
        SignedIn.as(Caller.OFFICER, "XA01");
        Verification confirmed = world.program
                .bean(Verifications.class)
                .decide(
                        officer,
                        Callers.rights(),
                        new DecisionOrder(
                                UUID.randomUUID(),
                                report,
                                Decision.CONFIRMED,
                                0,
                                List.of(Evidence.KNOWN),
                                "ông Mận nói",
                                null,
                                null,
                                DecisionOrder.Home.AS_REPORTED));
        SignedIn.nobody();
        List<String> personal = List.of("man ngot", "Mận", point("107.1777771", "16.7777771"), "mận 1", "consent");
        assertThat(found(personal)).hasSize(5);
        erasures.erase(Objects.requireNonNull(confirmed.household()), Erasures.Why.ASKED);
        assertThat(found(personal)).containsExactly("consent");
        assertThat(reports.sender(report)).isEmpty();
    }

    @Test
    void aRestoredBackupDoesNotBringAPersonBack() {
        DisasterId flood = flood("Lũ phục hồi").id();
        HouseholdId person = listed(flood, "sổ 18");
        byte[] name = world.program.bean(PersonalData.class).seal(person + "/name", NAME);
        erasures.erase(person, Erasures.Why.ASKED);
        assertThat(erasures.apply()).isZero();
        world.jdbc.sql("""
                        update household set erased_at = null, erased_why = null, name_sealed = ?, address = ?,
                               place_precision = 'exact' where id = ?""").params(name, ADDRESS, person.value()).update();
        assertThat(erasures.apply()).isEqualTo(1);
        assertThat(found(List.of(hex(name)))).isEmpty();
        assertThat(erasures.apply()).isZero();
    }

    @Test
    void anErasedPersonIsNotImportedAgain() {
        DisasterId flood = flood("Lũ nhập lại").id();
        HouseholdId person = listed(flood, "sổ 19");
        erasures.erase(person, Erasures.Why.ASKED);
        ListRows log = new ListRows();
        world.program.bean(HouseholdImport.class).load(ListRows.of(HEADER, line("sổ 19")), flood, false, log);
        assertThat(log.issues()).contains("REFUSED 2 ERASED_BEFORE");
        assertThat(found(List.of("sổ 19"))).isEmpty();
    }

    @Test
    void aPersonSeesCorrectsAndErasesByCodeAndPhone() {
        DisasterId flood = flood("Lũ tự xem").id();
        HouseholdId person = listed(flood, "sổ 20");
        String officer = world.token(world.account(Caller.OFFICER, "XA01"));
        String stranger = world.token(world.account(Caller.OFFICER, "XA02"));
        String door = "/api/v1/households/" + person + "/own-data";
        assertThat(send("GET", door, null, stranger).statusCode()).isEqualTo(404);
        assertThat(send("DELETE", door, null, stranger).statusCode()).isEqualTo(404);
        assertThat(send("GET", door, null, officer).body()).contains(NAME, "public_task");
        assertThat(world.jdbc
                        .sql("select count(*) from look where household_id = ? and what = 'phone'")
                        .param(person.value())
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
        String code = JsonMapper.shared()
                .readTree(send("POST", door + "-code", null, officer).body())
                .path("code")
                .asString();
        assertThat(own("POST", code, "0912345679", "").statusCode()).isEqualTo(404);
        assertThat(own("POST", "7QK4-M2XH", PHONE, "").body())
                .isEqualTo(own("POST", code, "0912345679", "").body());
        assertThat(own("POST", code, "+84 912 345 678", "").body()).contains(NAME, "\"item\":\"rice\"");
        assertThat(own("PATCH", code, PHONE, ",\"people\":6,\"name\":\"Trần Hoa\"")
                        .body())
                .contains("Trần Hoa", "\"people\":6");
        assertThat(own("PATCH", code, PHONE, ",\"people\":0").body()).contains("PEOPLE_RANGE");
        assertThat(own("DELETE", code, PHONE, "").body()).contains("\"erased\":true");
        assertThat(own("POST", code, PHONE, "").statusCode()).isEqualTo(404);
        assertThat(send("PATCH", door, "{\"name\":\"Lại\"}", officer).body()).contains("DATA_ERASED");
    }

    @Test
    void numbersCannotBeTriedOutWithACode() {
        HouseholdId person = listed(flood("Lũ dò số").id(), "sổ 21");
        String officer = world.token(world.account(Caller.OFFICER, "XA01"));
        String code = JsonMapper.shared()
                .readTree(send("POST", "/api/v1/households/" + person + "/own-data-code", null, officer)
                        .body())
                .path("code")
                .asString();
        for (int i = 0; i < 10; i++) {
            own("POST", code, "098765432" + i, "");
        }
        assertThat(own("POST", code, PHONE, "").statusCode()).isEqualTo(404);
    }

    private HttpResponse<String> own(String method, String code, String phone, String more) {
        return send(
                method,
                "/api/v1/own-data",
                "{\"code\":\"" + code + "\",\"phone\":\"" + phone + "\"" + more + "}",
                null);
    }

    private HttpResponse<String> send(String method, String path, @Nullable String body, @Nullable String token) {
        return world.program.send(method, path, body, token);
    }

    @Test
    void personsAreErasedNinetyDaysAfterTheirDisasterClosed() {
        Disasters disasters = world.program.bean(Disasters.class);
        Disaster over = flood("Lũ đã đóng");
        HouseholdId gone = listed(over.id(), "sổ 30");
        HouseholdId both = listed(over.id(), "sổ 31");
        listed(flood("Lũ còn mở").id(), "sổ 31");
        Instant closed = Instant.now();
        disasters.close(over.id(), closed);
        assertThat(erasures.purge(closed.plus(Duration.ofDays(89)))).isZero();
        assertThat(erasures.purge(closed.plus(Duration.ofDays(91)))).isEqualTo(1);
        assertThat(purged(gone)).isEqualTo(1);
        assertThat(purged(both)).as("needed in an open disaster").isZero();
    }

    private int purged(HouseholdId id) {
        return world.jdbc
                .sql("select count(*) from household where id = ? and erased_why = 'purged'")
                .param(id.value())
                .query(Integer.class)
                .single();
    }
}
