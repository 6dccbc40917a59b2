package vn.reliefmap.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import picocli.CommandLine;
import vn.reliefmap.access.Accounts;
import vn.reliefmap.demo.Demo;
import vn.reliefmap.disaster.Disaster;
import vn.reliefmap.disaster.Disasters;
import vn.reliefmap.kernel.Caller;
import vn.reliefmap.kernel.ImportIssue;
import vn.reliefmap.kernel.ImportLog;
import vn.reliefmap.store.Database;
import vn.reliefmap.store.TestPostgis;

/**
 * Base of tests that use the whole program as a person does, with the bundled demo province in its database. One
 * program and one loading serve them all, so no test may change what another reads.
 */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
abstract class DemoProgram {
    private static final Database DATABASE = TestPostgis.freshDatabase();
    private static final String HOME = EmptyProgram.home("demo");
    private static boolean loaded;

    @LocalServerPort
    private int port;

    @Autowired
    private ApplicationContext parts;

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry registry) {
        TestPostgis.properties(DATABASE).forEach((name, value) -> registry.add(name, () -> value));
        registry.add("relief.home", () -> HOME);
        registry.add("relief.data", () -> EmptyProgram.root().resolve("data").toString());
    }

    @BeforeEach
    void loadDemoOnce() {
        if (!loaded) {
            parts.getBean(Demo.class).bundled(Instant.now(), new QuietLog());
            loaded = true;
        }
    }

    /**
     * A call that is left open is sent to the crew of whichever test comes next, and a crew left on duty is sent its calls.
     * Both are ended here, so that only the test that left them fails.
     */
    @AfterEach
    void nobodyIsLeftWaiting() {
        assertThat(part(JdbcClient.class).sql("""
                                with open as (update sos_call set state = 'false_alarm', ended_at = now() where ended_at is null
                                              returning id),
                                     gone as (update crew set ended_at = now() where ended_at is null returning id)
                                select 'open call ' || id from open
                                union all select 'crew on duty ' || id from gone
                                union all select 'cry without a call ' || id from report r where kind = 'sos'
                                          and not exists (select from sos_call_report o where o.report_id = r.id)""").query(String.class).list())
                .as("left for the tests that come next")
                .isEmpty();
        demo();
    }

    /** Ends the call for help that the report becomes. */
    final void endCall(UUID report) {
        Accounts accounts = part(Accounts.class);
        String call = await().until(
                        () -> part(JdbcClient.class)
                                .sql("select call_id::text from sos_call_report where report_id = ?")
                                .param(report)
                                .query(String.class)
                                .optional(),
                        Optional::isPresent)
                .orElseThrow();
        Http.Answer ended = http().post(
                        "/api/v1/sos-calls/" + call + "/steps",
                        "{\"id\":\"" + UUID.randomUUID() + "\",\"step\":\"false_alarm\"}",
                        "Authorization",
                        "Bearer "
                                + accounts.newToken(
                                        accounts.add("Người khép lời kêu " + report, Caller.COORDINATOR, Set.of())
                                                .id()));
        assertThat(ended.status()).as(ended.text()).isEqualTo(200);
    }

    /** The disaster of the bundled province: the newest, and so what a page shows that was told of none. */
    final Disaster demo() {
        Disaster newest = part(Disasters.class).list().get(0);
        assertThat(newest.name()).startsWith("Lũ mô phỏng");
        return newest;
    }

    final <T> T part(Class<T> type) {
        return parts.getBean(type);
    }

    final Http http() {
        return new Http("http://127.0.0.1:" + port);
    }

    /** What {@code ./relief} prints for a command that succeeds, on the same data. */
    final String command(String... arguments) {
        StringWriter said = new StringWriter();
        CommandLine line = ReliefCommand.commandLine(Map.of(
                        "RELIEF_HOME", HOME,
                        "RELIEF_DATA", EmptyProgram.root().resolve("data").toString(),
                        "RELIEF_DB_URL", DATABASE.url(),
                        "RELIEF_DB_USER", DATABASE.appUser(),
                        "RELIEF_DB_PASSWORD", DATABASE.appPassword(),
                        "RELIEF_DB_OWNER", DATABASE.ownerUser(),
                        "RELIEF_DB_OWNER_PASSWORD", DATABASE.ownerPassword()))
                .setOut(new PrintWriter(said, true))
                .setErr(new PrintWriter(said, true));
        assertThat(line.execute(arguments)).as(said.toString()).isZero();
        return said.toString();
    }

    /** Opens a page of the program on a screen of that size. */
    final Screen open(String path, int width, int height) {
        return new Screen(http().base(), path, width, height);
    }

    final Screen openOnDesk(String path) {
        return open(path, 1366, 768);
    }

    final Screen openOnPhone(String path) {
        return open(path, 360, 740);
    }

    /** The demo's files are ours: an issue in them is a mistake of the build. */
    private static final class QuietLog implements ImportLog {
        @Override
        public void issue(ImportIssue issue) {
            throw new AssertionError(issue.toString());
        }

        @Override
        public void progress(long rowsDone) {
            // nobody waits at a screen here
        }
    }
}
