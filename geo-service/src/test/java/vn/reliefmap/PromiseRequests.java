package vn.reliefmap;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.reliefmap.access.Account;
import vn.reliefmap.kernel.Caller;
import vn.reliefmap.kernel.DisasterId;

/** A flood with needs in two communes, accounts of every role that promises, and the requests that they send. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class PromiseRequests {
    static final JsonMapper JSON = JsonMapper.shared();

    @TempDir
    static Path home = Path.of("target");

    final PromiseWorld world = new PromiseWorld(home);
    final DisasterId flood = world.disaster();
    final String donor = token(Caller.DONOR);
    final String otherDonor = token(Caller.DONOR);
    final String team = token(Caller.TEAM);
    final String otherTeam = token(Caller.TEAM);
    final String officer = token(Caller.OFFICER, "XA01");
    final String strangeOfficer = token(Caller.OFFICER, "XA02");
    final String coordinator = token(Caller.COORDINATOR);

    @BeforeAll
    void needs() {
        world.homes(flood, "XA01", 6, "20");
        world.homes(flood, "XA02", 6, "20");
    }

    @AfterAll
    void stop() {
        world.close();
    }

    String pledge(UUID id, String quantity) {
        return """
                {"id":"%s","disaster":"%s","commune":"XA01","item":"rice","quantity":%s}""".formatted(id, flood, quantity);
    }

    String token(Caller role, String... units) {
        Account account = world.account(role, units);
        return world.token(account);
    }

    HttpResponse<String> send(String method, String path, @Nullable String body, @Nullable String token, int status) {
        HttpResponse<String> answer = world.program.send(method, path, body, token);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        return answer;
    }

    static JsonNode json(HttpResponse<String> answer) {
        return JSON.readTree(answer.body());
    }
}
