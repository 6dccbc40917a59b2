package vn.reliefmap.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import vn.reliefmap.store.Database;
import vn.reliefmap.store.StoreException;
import vn.reliefmap.store.TestPostgis;

/** A04: what an operator reads when a start cannot be: one clear line, and an exit status that is not 0. */
class StartTest {
    @TempDir
    private Path folder;

    private final Map<String, String> environment = new HashMap<>();

    @Test
    void aPortThatIsTaken() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String said = failing("run", "--port", Integer.toString(taken.getLocalPort()));
            assertThat(said).contains("Cổng " + taken.getLocalPort()).contains("--port 8081");
        }
    }

    @Test
    void aPortThatCannotBe() {
        assertThat(failing("run", "--port", "99999")).contains("99999");
    }

    @Test
    void aDataFolderThatAnotherServerHas() {
        environment.put("RELIEF_HOME", folder.toString());
        try (Home first = new Home(environment)) {
            first.takeForServer();
            assertThat(failing("run", "--port", "0")).contains("đang được").contains(folder.toString());
        }
    }

    @Test
    void aDataFolderThatCannotBeMade() {
        environment.put("RELIEF_HOME", "/proc/nowhere");
        assertThat(failing("run")).contains("RELIEF_HOME");
    }

    @Test
    void aDatabaseThatDoesNotAnswer() {
        environment.put("RELIEF_DB_URL", "jdbc:postgresql://127.0.0.1:1/relief");
        assertThat(failing("run", "--port", "0")).contains("Không kết nối được").doesNotContain("at org.");
    }

    @Test
    void emptyOnADatabaseThatHoldsData() {
        Database database = TestPostgis.freshDatabase();
        TestPostgis.jdbc(database)
                .sql("insert into disaster values (gen_random_uuid(), 'Lũ', 'lu', false, now(), null)")
                .update();
        environment.put("RELIEF_DB_URL", database.url());
        environment.put("RELIEF_DB_USER", database.ownerUser());
        environment.put("RELIEF_DB_PASSWORD", database.ownerPassword());
        assertThat(failing("run", "--port", "0", "--empty")).contains("--empty");
    }

    @Test
    void oldVersionsAreNamed() {
        assertThatThrownBy(() -> DatabaseCheck.requireVersions(120_004, "3.3.2"))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("PostgreSQL quá cũ (12)");
        assertThatThrownBy(() -> DatabaseCheck.requireVersions(150_000, "2.5.9"))
                .hasMessageContaining("PostGIS quá cũ (2.5.9)");
        assertThatThrownBy(() -> DatabaseCheck.requireVersions(150_000, "")).hasMessageContaining("postgresql-postgis");
    }

    @Test
    void aCommandThatIsNotOne() {
        assertThat(failing("sing")).contains("sing");
        assertThat(failing()).contains("Thiếu lệnh");
    }

    private String failing(String... arguments) {
        environment.putIfAbsent("RELIEF_HOME", folder.toString());
        StringWriter said = new StringWriter();
        CommandLine line = ReliefCommand.commandLine(environment)
                .setOut(new PrintWriter(said, true))
                .setErr(new PrintWriter(said, true));
        assertThat(line.execute(arguments)).isPositive();
        return said.toString();
    }
}
