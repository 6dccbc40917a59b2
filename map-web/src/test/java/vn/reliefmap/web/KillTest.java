package vn.reliefmap.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.reliefmap.PromiseWorld;
import vn.reliefmap.kernel.Caller;
import vn.reliefmap.kernel.DisasterId;
import vn.reliefmap.ledger.Ledger;
import vn.reliefmap.store.PrivateCluster;
import vn.reliefmap.store.TestPostgis;

/**
 * FEATURE UNDER TEST: what was acknowledged happened exactly once, whatever was lost, sent twice or killed. Here PostgreSQL
 * is killed under a program; {@code ./relief bench kill} kills the program as well, twenty times.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class KillTest {
    private static final Duration LONG = Duration.ofMinutes(3);

    private final Path folder = folder();
    private final PrivateCluster cluster = PrivateCluster.in(folder.resolve("postgis"));
    private final PromiseWorld world = world();
    private final DisasterId flood = world.disaster();
    private final ActSender sender = new ActSender(world.program.address());
    private final KillWriters.Scene scene = new KillWriters.Scene(flood.value(), "XA01", "rice", world.depot());
    private final String token = token();
    private final List<KillWriters.Acknowledged> acknowledged = new ArrayList<>();

    private PromiseWorld world() {
        TestPostgis.migrate(cluster.start());
        return new PromiseWorld(folder, cluster.start());
    }

    @BeforeAll
    void needs() {
        cluster.keepRunning();
        world.homes(flood, "XA01", 20, "100");
    }

    @AfterAll
    void stop() {
        world.close();
        cluster.stop();
    }

    /** One of each kind; a delivery needs a claim that is there. */
    private Stream<Act> oneOfEach() {
        KillWriters writers = new KillWriters(sender, scene);
        Act claim = writers.claim("0.5");
        acknowledged.add(new KillWriters.Acknowledged(
                claim, token, 201, sender.send(claim, token).body()));
        return Stream.of(
                writers.pledge("0.25"),
                writers.claim("0.125"),
                writers.delivery(claim.id(), "0.1"),
                writers.move("in", "3"),
                writers.report(4));
    }

    @Test
    @Order(1)
    void anAnswerThatIsLostAfterTheCommitIsGivenAgain() {
        oneOfEach().forEach(act -> {
            loseTheAnswer(act);
            await().atMost(LONG)
                    .untilAsserted(() -> assertThat(kept(act)).as(act.kind()).isEqualTo(1));
            HttpResponse<String> answer = sender.send(act, token);
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
            assertThat(json(answer.body()).path("id").asString())
                    .isEqualTo(act.id().toString());
            acknowledged.add(new KillWriters.Acknowledged(act, token, 201, answer.body()));
            release(act);
        });
    }

    @Test
    @Order(2)
    void twentyIdenticalSendsAtOnceAreOneRowAndOneAnswer() {
        oneOfEach().forEach(act -> {
            List<Object> answers = atOnce(act);
            assertThat(answers).as(act.kind()).hasSize(20).allMatch(answers.get(0)::equals);
            assertThat(kept(act)).isEqualTo(1);
            acknowledged.add(new KillWriters.Acknowledged(act, token, 201, String.valueOf(answers.get(0))));
            release(act);
        });
    }

    @Test
    @Order(3)
    void postgresIsKilledWhileEverybodyWrites() throws InterruptedException {
        KillWriters writers = new KillWriters(sender, scene);
        writers.start(List.of(token(), token(), token()), 7);
        for (int kill = 0; kill < 2; kill++) {
            awaitWrites(writers, 10);
            if (kill % 2 == 0) {
                cluster.process().orElseThrow().destroyForcibly();
            } else {
                world.jdbc
                        .sql(
                                "select pid from pg_stat_activity where backend_type = 'client backend' and pid <> pg_backend_pid()"
                                        + " limit 1")
                        .query(Long.class)
                        .optional()
                        .flatMap(ProcessHandle::of)
                        .ifPresent(ProcessHandle::destroyForcibly);
            }
        }
        awaitWrites(writers, 10);
        writers.stop();
        acknowledged.addAll(writers.acknowledged());
        KillCheck check = new KillCheck(world.jdbc);
        check.rows(acknowledged);
        check.answers(acknowledged, sender, 40);
        check.rows(acknowledged);
        assertThat(check.wrong()).isEmpty();
        assertThat(writers.failed()).isZero();
        assertThat(sender.unexpected()).as("whoever waits is told why").isZero();
        assertThat(sender.again()).as("sent again, since somebody was killed").isPositive();
        assertThat(world.program.bean(Ledger.class).verify().fault()).isNull();
    }

    private static void awaitWrites(KillWriters writers, int more) {
        int wanted = writers.done() + more;
        await().atMost(LONG).until(() -> writers.done() >= wanted);
    }

    /** Few claims may live at a time. */
    private void release(Act act) {
        if (act.kind().equals("claim")) {
            sender.delete("/api/v1/claims/" + act.id(), token);
        }
    }

    private int kept(Act act) {
        String table = act.kind().equals("pledge") || act.kind().equals("claim") ? "commitment" : act.kind();
        return world.jdbc
                .sql("select count(*) from " + table + " where id = ?")
                .param(act.id())
                .query(Integer.class)
                .single();
    }

    private List<Object> atOnce(Act act) {
        try {
            return PromiseWorld.atOnce(IntStream.range(0, 20)
                    .<Callable<String>>mapToObj(
                            i -> () -> sender.send(act, token).body())
                    .toList());
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** Asks, and is gone before the answer comes. */
    private void loseTheAnswer(Act act) {
        byte[] body = act.body().getBytes(StandardCharsets.UTF_8);
        String head = "POST " + act.path()
                + " HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\nAuthorization: Bearer " + token
                + "\r\nContent-Length: " + body.length + "\r\n\r\n";
        URI base = URI.create(world.program.address());
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), base.getPort());
                OutputStream out = socket.getOutputStream()) {
            out.write(head.getBytes(StandardCharsets.US_ASCII));
            out.write(body);
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String token() {
        return world.token(world.account(Caller.COORDINATOR));
    }

    private static JsonNode json(String text) {
        return JsonMapper.shared().readTree(text);
    }

    /** PostgreSQL may run as another user, who must be able to reach it. */
    private static Path folder() {
        try {
            return Files.createDirectories(Path.of(
                            "target", "homes", "kill-" + ProcessHandle.current().pid()))
                    .toAbsolutePath();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
