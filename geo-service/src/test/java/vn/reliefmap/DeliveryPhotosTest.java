package vn.reliefmap;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.reliefmap.household.DisasterPurged;
import vn.reliefmap.household.HouseholdErased;
import vn.reliefmap.kernel.Caller;
import vn.reliefmap.kernel.DisasterId;
import vn.reliefmap.kernel.HouseholdId;
import vn.reliefmap.kernel.PublicCode;
import vn.reliefmap.photo.Photos;
import vn.reliefmap.report.ReportId;
import vn.reliefmap.report.Reports;

/** FEATURE UNDER TEST: a delivery carries photos, for those who see the delivery. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DeliveryPhotosTest {
    @TempDir
    static Path home = Path.of("target");

    private final PromiseWorld world = new PromiseWorld(home);
    private final String team = token(Caller.TEAM);
    private final String otherTeam = token(Caller.TEAM);
    private final String officer = token(Caller.OFFICER, "XA01");
    private final String strangeOfficer = token(Caller.OFFICER, "XA02");
    private final String photos = "/api/v1/deliveries/" + delivery() + "/photos";

    @AfterAll
    void stop() {
        world.close();
    }

    @Test
    void aPhotoIsShownToThoseWhoSeeTheDelivery() throws IOException {
        UUID id = UUID.randomUUID();
        byte[] png = picture(2000, 1000);
        JsonNode added = json(send("POST", photos + "?photo=" + id, png, team, 201));
        assertThat(added.path("width_px").asInt()).isEqualTo(1600);
        assertThat(json(send("POST", photos + "?photo=" + id, png, team, 201))).isEqualTo(added);
        assertThat(code(send("POST", photos + "?photo=" + id, picture(20, 10), team, 409)))
                .isEqualTo("REQUEST_ID_TAKEN");
        String address = added.path("address").asString();
        HttpResponse<byte[]> shown = send("GET", address, null, officer, 200);
        assertThat(shown.headers().firstValue("Content-Type")).contains("image/jpeg");
        assertThat(shown.headers().allValues("X-Content-Type-Options")).containsExactly("nosniff");
        assertThat(shown.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(ImageIO.read(new ByteArrayInputStream(shown.body())).getHeight())
                .isEqualTo(800);
        send("GET", address, null, team, 200);
        send("GET", address, null, otherTeam, 404);
        send("GET", address, null, strangeOfficer, 404);
        send("GET", address, null, "", 401);
        send("POST", photos + "?photo=" + UUID.randomUUID(), png, otherTeam, 404);
        send("GET", photos, null, strangeOfficer, 404);
        String elsewhere = "/api/v1/deliveries/" + delivery() + "/photos/" + id;
        assertThat(code(send("GET", elsewhere, null, team, 404))).isEqualTo("PHOTO_NOT_FOUND");
        assertThat(json(send("GET", photos, null, officer, 200)).path("items")).hasSize(1);
        assertThat(world.jdbc
                        .sql("select count(*) from photo_file")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void whatIsNoPhotoOrTooMuchIsRefused() throws IOException {
        String other = "/api/v1/deliveries/" + delivery() + "/photos";
        byte[] svg = "<svg xmlns='http://www.w3.org/2000/svg'/>".getBytes(StandardCharsets.UTF_8);
        assertThat(code(send("POST", other + "?photo=" + UUID.randomUUID(), svg, team, 400)))
                .isEqualTo("PHOTO_FORM");
        send("POST", other, picture(2, 2), team, 400);
        send("POST", other + "?photo=" + UUID.randomUUID(), new byte[0], team, 400);
        assertThat(code(send(
                        "POST", other + "?photo=" + UUID.randomUUID(), new byte[Photos.MOST_BYTES + 1], team, 413)))
                .isEqualTo("PHOTO_TOO_LARGE");
        for (int i = 0; i < Photos.Of.DELIVERY.most(); i++) {
            send("POST", other + "?photo=" + UUID.randomUUID(), picture(20 + i, 10), team, 201);
        }
        assertThat(code(send("POST", other + "?photo=" + UUID.randomUUID(), picture(9, 9), team, 409)))
                .isEqualTo("PHOTO_MANY");
    }

    @Test
    void photosGoWithThosePersonsWhoMayBeInThem() throws IOException {
        String first = delivery();
        String second = delivery();
        for (String one : new String[] {first, second}) {
            send(
                    "POST",
                    "/api/v1/deliveries/" + one + "/photos?photo=" + UUID.randomUUID(),
                    picture(33, 44),
                    team,
                    201);
        }
        UUID household = world.jdbc
                .sql(
                        "select household_id from need n join delivery_line l on l.need_id = n.id where l.delivery_id = ?::uuid")
                .param(first)
                .query(UUID.class)
                .single();
        world.program.events().publishEvent(new HouseholdErased(new HouseholdId(household)));
        assertThat(json(send("GET", "/api/v1/deliveries/" + first + "/photos", null, team, 200))
                        .path("items"))
                .isEmpty();
        assertThat(files(33)).as("the other delivery has the same picture").isEqualTo(1);
        UUID disaster = world.jdbc
                .sql("select disaster_id from delivery where id = ?::uuid")
                .param(second)
                .query(UUID.class)
                .single();
        world.program.events().publishEvent(new DisasterPurged(new DisasterId(disaster)));
        assertThat(json(send("GET", "/api/v1/deliveries/" + second + "/photos", null, team, 200))
                        .path("items"))
                .isEmpty();
        assertThat(world.jdbc
                        .sql(
                                "select count(*) from photo_file f where not exists (select from photo p where p.sha256 = f.sha256)")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void aSignatureOnPaperIsEnteredLaterWithItsSheet() throws IOException {
        String one = delivery();
        String address = "/api/v1/deliveries/" + one;
        UUID sheet = UUID.randomUUID();
        Instant signed = Instant.now().minusSeconds(3600).truncatedTo(ChronoUnit.MILLIS);
        assertThat(problem(paper(one, null, sheet, officer))).isEqualTo("FIELD_MISSING");
        assertThat(problem(paper(one, signed, null, officer))).isEqualTo("FIELD_MISSING");
        assertThat(problem(paper(one, signed, sheet, officer))).isEqualTo("SHEET_PHOTO");
        send("POST", address + "/photos?photo=" + sheet, picture(50, 70), officer, 201);
        assertThat(problem(paper(one, Instant.now().plusSeconds(3600), sheet, officer)))
                .isEqualTo("SIGNED_AT");
        assertThat(problem(paper(one, Instant.parse("2020-10-18T07:00:00Z"), sheet, officer)))
                .isEqualTo("SIGNED_AT");
        assertThat(problem(paper(delivery(), signed, sheet, officer)))
                .as("another delivery's photo")
                .isEqualTo("SHEET_PHOTO");
        assertThat(problem(paper(one, signed, sheet, team))).isEqualTo("DELIVERY_NOT_FOUND");
        assertThat(paper(one, signed, sheet, strangeOfficer).statusCode()).isEqualTo(404);
        assertThat(paper(one, signed, sheet, officer).statusCode()).isEqualTo(201);

        JsonNode receipt =
                json(send("GET", address, null, officer, 200)).path("receipts").path(0);
        assertThat(receipt.path("source").asString()).isEqualTo("paper");
        assertThat(receipt.path("signed_at").asString()).isEqualTo(signed.toString());
        assertThat(receipt.path("recorded_by").asString()).startsWith("Thử officer");
        send("GET", receipt.path("sheet").asString(), null, officer, 200);

        world.program.bean(Photos.class).erase(Photos.Of.DELIVERY, UUID.fromString(one));
        JsonNode later =
                json(send("GET", address, null, officer, 200)).path("receipts").path(0);
        assertThat(later.path("sheet").isNull()).isTrue();
        assertThat(later.path("signed_at").asString()).isEqualTo(signed.toString());
    }

    private HttpResponse<String> paper(String delivery, @Nullable Instant signed, @Nullable UUID sheet, String token) {
        String body = "{\"id\":\"" + UUID.randomUUID() + "\",\"delivery\":\"" + delivery
                + "\",\"source\":\"paper\",\"says\":\"all\""
                + (signed == null ? "" : ",\"signed_at\":\"" + signed + "\"")
                + (sheet == null ? "" : ",\"sheet\":\"" + sheet + "\"") + "}";
        return world.program.send("POST", "/api/v1/receipts", body, token);
    }

    private static String problem(HttpResponse<String> answer) {
        return JsonMapper.shared().readTree(answer.body()).path("code").asString();
    }

    private int files(int widthPx) {
        return world.jdbc
                .sql("select count(distinct sha256) from photo where width_px = ?")
                .param(widthPx)
                .query(Integer.class)
                .single();
    }

    @Test
    void aReportTakesThreePhotosFromWhoeverHasItsCode() throws IOException {
        UUID id = UUID.randomUUID();
        String code = PublicCode.random().value();
        world.jdbc
                .sql("""
                insert into report (id, code, disaster_id, received_at, happened_at, channel, kind, on_behalf, geom,
                                    admin_code, hamlet, approximate, people, vulnerable_people, suspected, body_fingerprint,
                                    simulated)
                values (:id, :code, :disaster, now(), now(), 'web', 'need', false,
                        st_setsrid(st_makepoint(107.1, 16.75), 4326), 'XA01', '', false, 4, 0, false, '', false)""")
                .param("id", id)
                .param("code", code)
                .param("disaster", world.disaster().value())
                .update();
        String address = "/api/v1/reports/" + code + "/photos";
        UUID photo = UUID.randomUUID();
        JsonNode added = json(send("POST", address + "?photo=" + photo, picture(30, 20), "", 201));
        assertThat(json(send("POST", address + "?photo=" + photo, picture(30, 20), "", 201)))
                .isEqualTo(added);
        send("POST", address + "?photo=" + UUID.randomUUID(), picture(31, 20), "", 201);
        send("POST", address + "?photo=" + UUID.randomUUID(), picture(32, 20), "", 201);
        assertThat(code(send("POST", address + "?photo=" + UUID.randomUUID(), picture(33, 20), "", 409)))
                .isEqualTo("PHOTO_MANY");
        String wrong = "/api/v1/reports/AAAA-AAAA/photos";
        assertThat(code(send("POST", wrong + "?photo=" + photo, picture(30, 20), "", 404)))
                .isEqualTo("REPORT_NOT_FOUND");
        send("GET", address, null, "", 401);
        assertThat(json(send("GET", address, null, officer, 200)).path("items")).hasSize(3);
        assertThat(code(send("GET", address, null, strangeOfficer, 404))).isEqualTo("REPORT_NOT_FOUND");
        send("GET", address + "/" + photo, null, strangeOfficer, 404);
        assertThat(send("GET", address + "/" + photo, null, officer, 200)
                        .headers()
                        .firstValue("Content-Type"))
                .contains("image/jpeg");
        assertThat(world.jdbc
                        .sql("select count(*) from look where household_id = ?")
                        .param(id)
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
        assertThat(world.program.bean(Reports.class).forget(new ReportId(id))).isTrue();
        assertThat(json(send("GET", address, null, officer, 200)).path("items")).isEmpty();
    }

    /** Made by the team, which has few living claims and so hands all over. */
    private String delivery() {
        DisasterId flood = world.disaster();
        world.homes(flood, "XA01", 5, "20");
        String claim = """
                {"id":"%s","disaster":"%s","commune":"XA01","item":"rice","quantity":1}""".formatted(UUID.randomUUID(), flood);
        String id = JsonMapper.shared()
                .readTree(world.program
                        .send("POST", "/api/v1/claims", claim, team)
                        .body())
                .path("id")
                .asString();
        String handed = """
                {"id":"%s","claim":"%s","handed_over_at":"2026-11-22T01:00:00Z","handed":[{"item":"rice","quantity":1}]}""".formatted(UUID.randomUUID(), id);
        return JsonMapper.shared()
                .readTree(world.program
                        .send("POST", "/api/v1/deliveries", handed, team)
                        .body())
                .path("id")
                .asString();
    }

    private static byte[] picture(int width, int height) throws IOException {
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), "png", png);
        return png.toByteArray();
    }

    private String token(Caller role, String... units) {
        return world.token(world.account(role, units));
    }

    private HttpResponse<byte[]> send(String method, String path, byte @Nullable [] body, String token, int status) {
        HttpResponse<byte[]> answer = world.program.exchange(method, path, body, token);
        assertThat(answer.statusCode())
                .as(new String(answer.body(), StandardCharsets.ISO_8859_1))
                .isEqualTo(status);
        return answer;
    }

    private static JsonNode json(HttpResponse<byte[]> answer) {
        return JsonMapper.shared().readTree(answer.body());
    }

    private static String code(HttpResponse<byte[]> answer) {
        return json(answer).path("code").asString();
    }
}
