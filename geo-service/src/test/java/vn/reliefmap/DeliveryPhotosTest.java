package vn.reliefmap;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.reliefmap.kernel.Caller;
import vn.reliefmap.kernel.DisasterId;
import vn.reliefmap.photo.Photos;

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
        for (int i = 0; i < Photos.MOST_OF_ONE_THING; i++) {
            send("POST", other + "?photo=" + UUID.randomUUID(), picture(20 + i, 10), team, 201);
        }
        assertThat(code(send("POST", other + "?photo=" + UUID.randomUUID(), picture(9, 9), team, 409)))
                .isEqualTo("PHOTO_MANY");
    }

    private String delivery() {
        DisasterId flood = world.disaster();
        world.homes(flood, "XA01", 5, "20");
        String claim = """
                {"id":"%s","disaster":"%s","commune":"XA01","item":"rice","quantity":2}""".formatted(UUID.randomUUID(), flood);
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
