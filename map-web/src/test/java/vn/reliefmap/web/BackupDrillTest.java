package vn.reliefmap.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.jdbc.core.simple.JdbcClient;
import picocli.CommandLine;
import vn.reliefmap.PromiseWorld;
import vn.reliefmap.access.PersonalData;
import vn.reliefmap.commitment.PledgeOrder;
import vn.reliefmap.commitment.Pledges;
import vn.reliefmap.kernel.Caller;
import vn.reliefmap.kernel.DisasterId;
import vn.reliefmap.kernel.ProblemException;
import vn.reliefmap.ledger.Ledger;
import vn.reliefmap.store.Database;
import vn.reliefmap.store.TestPostgis;

/**
 * FEATURE UNDER TEST: the drill of backup and restore. A home with roads, homes and promises is backed up while donors go
 * on promising; it is restored into an empty home, and both are held against each other.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class BackupDrillTest {
    private static final String PHONE = "0912345678";
    /** What donors change while the backup runs. */
    private static final Set<String> WRITTEN = Set.of(
            "commitment", "commitment_line", "data_change", "ledger_entry", "ledger_head", "need", "sent_request");

    private final Path folder = folder();
    private final Path backup = folder.resolve("backup.relief");
    private final Path keys = folder.resolve("backup.keys");
    private final PromiseWorld world = new PromiseWorld(folder.resolve("home"));
    private final DisasterId flood = world.disaster();
    private final UUID donor = world.account(Caller.DONOR).id();
    private final Map<String, String> there =
            Map.of("RELIEF_HOME", folder.resolve("restored").toString(), "RELIEF_DATA", data());
    private UUID home = new UUID(0, 0);
    private Set<String> acknowledgedBefore = Set.of();

    @BeforeAll
    void aHomeWithRoadsPromisesAndNames() {
        world.roads();
        world.homes(flood, "XA01", 20, "100");
        PersonalData personal = world.program.bean(PersonalData.class);
        home = world.jdbc
                .sql("select min(id::text)::uuid from household")
                .query(UUID.class)
                .single();
        world.jdbc
                .sql("update household set phone_sealed = ? where id = ?")
                .params(personal.seal(home + "/phone", PHONE), home)
                .update();
        // With a fingerprint, or the restored program would make it before the rows are compared.
        world.jdbc
                .sql("update household set phone_hash = '' where id = ?")
                .param(home)
                .update();
    }

    @AfterAll
    void stop() {
        world.close();
    }

    @Test
    @Order(1)
    void aBackupIsWrittenWhileDonorsGoOn() throws Exception {
        ConcurrentLinkedQueue<String> acknowledged = new ConcurrentLinkedQueue<>();
        AtomicBoolean enough = new AtomicBoolean();
        List<Thread> donors = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            Thread one = new Thread(() -> {
                while (!enough.get()) {
                    acknowledged.add(promise());
                }
            });
            one.start();
            donors.add(one);
        }
        await().atMost(Duration.ofMinutes(2)).until(() -> acknowledged.size() >= 10);
        acknowledgedBefore = new TreeSet<>(acknowledged);
        String said = ok(here(), "backup", backup.toString(), "--keys", keys.toString());
        int during = acknowledged.size() - acknowledgedBefore.size();
        enough.set(true);
        for (Thread one : donors) {
            one.join();
        }
        assertThat(said).contains("✓").contains("Cất ở nơi khác");
        assertThat(during).as("promises that were made during the backup").isPositive();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(keys)))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(backup)))
                .isEqualTo("rw-------");
    }

    @Test
    @Order(2)
    void noKeyIsInIt() throws IOException {
        String key = Files.readString(folder.resolve("home/keys/personal.key")).strip();
        assertThat(Files.readString(keys))
                .contains(java.util.Base64.getEncoder().encodeToString(key.getBytes(StandardCharsets.US_ASCII)));
        String all = Files.readString(backup, StandardCharsets.ISO_8859_1);
        assertThat(all)
                .contains("manifest.json")
                .contains("database.dump")
                .doesNotContain(key)
                .doesNotContain(PHONE);
        try (var zip = new java.util.zip.ZipFile(backup.toFile())) {
            assertThat(zip.stream().map(java.util.zip.ZipEntry::getName)).noneMatch(name -> name.endsWith(".key"));
        }
    }

    @Test
    @Order(3)
    void whatIsNotRightIsRefused() throws IOException {
        assertThat(fails(here(), "backup", backup.toString())).contains("BACKUP_FILE_EXISTS");
        String other = folder.resolve("b").toString();
        assertThat(fails(here(), "backup", other, "--keys", other)).contains("BACKUP_KEYS_APART");
        assertThat(fails(here(), "backup", other, "--keys", keys.toString())).contains("BACKUP_FILE_EXISTS");
        String inside = folder.resolve("home/b").toString();
        assertThat(fails(here(), "backup", inside)).contains("BACKUP_INSIDE_HOME");
        assertThat(fails(here(), "backup", other, "--keys", inside)).contains("BACKUP_INSIDE_HOME");
        assertThat(fails(there, "restore", other)).contains("BACKUP_MISSING");
        assertThat(fails(there, "restore", backup.toString()))
                .contains("BACKUP_KEYS_NEEDED")
                .contains("--without-keys");
        byte[] whole = Files.readAllBytes(backup);
        Path bad = folder.resolve("bad.relief");
        Files.write(bad, java.util.Arrays.copyOf(whole, whole.length - 100));
        assertThat(fails(there, "restore", bad.toString(), "--keys", keys.toString()))
                .contains("BACKUP_CUT")
                .contains("bị cụt");
        whole[whole.length / 3] ^= 1;
        Files.write(bad, whole);
        assertThat(fails(there, "restore", bad.toString(), "--keys", keys.toString()))
                .contains("BACKUP_CHANGED");
        Path wrong = folder.resolve("wrong.keys");
        Files.writeString(wrong, Files.readString(keys).replaceFirst("personal.key=.", "personal.key=A"));
        assertThat(fails(there, "restore", backup.toString(), "--keys", wrong.toString()))
                .contains("BACKUP_KEY_FILE");
        assertThat(fails(here(), "restore", backup.toString(), "--keys", keys.toString()))
                .as("a database of somebody else's is never emptied")
                .contains("RESTORE_NEEDS_EMPTY_DATABASE");
    }

    @Test
    @Order(4)
    void restoredIntoAnEmptyHomeEverythingIsThere() throws IOException {
        String said = ok(there, "restore", backup.toString(), "--keys", keys.toString());
        assertThat(said).contains("✓ Đã phục hồi tới").contains("household: 20").contains("✓ Có khoá");
        try (Home restored = new Home(there);
                Program program = Program.forCommand(restored, restored.database())) {
            Database database = restored.database();
            JdbcClient copy = TestPostgis.jdbc(database);
            assertThat(program.part(Ledger.class).verify().fault()).isNull();
            assertThat(program.part(PersonalData.class).open(home + "/phone", sealed(copy)))
                    .isEqualTo(PHONE);
            everyTableIsThere(copy);
            everyAcknowledgedPledgeIsThereOnce(copy);
            assertThat(copy.sql("select has_table_privilege('ledger_entry', 'update')")
                            .query(Boolean.class)
                            .single())
                    .as("the rights of the application's role are those of this server")
                    .isFalse();
            assertThat(restored.folder()
                            .resolve("graph")
                            .resolve(copy.sql("select id::text from road_import where is_current")
                                    .query(String.class)
                                    .single()))
                    .isDirectory();
        }
        assertThat(fails(there, "restore", backup.toString(), "--keys", keys.toString()))
                .contains("RESTORE_OVER_DATA");
    }

    @Test
    @Order(5)
    void withoutTheKeyNoPhoneIsReadAndWhoWasErasedSinceIsErasedAgain() throws IOException {
        UUID erased = world.jdbc
                .sql("select max(id::text)::uuid from household")
                .query(UUID.class)
                .single();
        Files.writeString(folder.resolve("restored/erased.txt"), "\n" + erased + " " + Instant.now() + " ASKED\n");
        String said = ok(there, "restore", backup.toString(), "--without-keys", "--replace");
        assertThat(said).contains("! Không có khoá").contains("✓ 1 hộ đã xin xoá");
        assertThat(folder.resolve("restored/keys/personal.key.before-1")).exists();
        try (Home restored = new Home(there);
                Program program = Program.forCommand(restored, restored.database())) {
            JdbcClient copy = TestPostgis.jdbc(restored.database());
            assertThat(copy.sql("select id from household where erased_at is not null")
                            .query(UUID.class)
                            .list())
                    .containsExactly(erased);
            byte[] sealed = sealed(copy);
            assertThatThrownBy(() -> program.part(PersonalData.class).open(home + "/phone", sealed))
                    .isInstanceOf(ProblemException.class);
        }
    }

    private byte[] sealed(JdbcClient database) {
        return database.sql("select phone_sealed from household where id = ?")
                .param(home)
                .query(byte[].class)
                .single();
    }

    private void everyTableIsThere(JdbcClient copy) {
        List<String> tables = world.jdbc
                .sql(
                        "select tablename from pg_tables where schemaname = 'public' and tablename not in ('spatial_ref_sys',"
                                + " 'flyway_schema_history')")
                .query(String.class)
                .list();
        assertThat(tables)
                .contains("household", "account", "road_import", "basemap_line")
                .containsAll(WRITTEN);
        for (String table : tables) {
            if (!WRITTEN.contains(table)) {
                assertThat(rows(copy, table)).as(table).isEqualTo(rows(world.jdbc, table));
            }
        }
        List<String> entries = rows(copy, "ledger_entry");
        assertThat(rows(world.jdbc, "ledger_entry"))
                .as("the chain went on from there")
                .containsAll(entries);
        assertThat(copy.sql("""
                        select count(*) from need n where pledged <> (select coalesce(sum(outstanding), 0)
                            from commitment_line l where l.need_id = n.id)""").query(Long.class).single()).isZero();
    }

    private void everyAcknowledgedPledgeIsThereOnce(JdbcClient copy) {
        List<String> pledges =
                copy.sql("select id::text from commitment").query(String.class).list();
        assertThat(pledges).doesNotHaveDuplicates().containsAll(acknowledgedBefore);
        assertThat(copy.sql("select count(*) from ledger_entry where entry::jsonb ->> 'kind' = 'pledged'")
                        .query(Integer.class)
                        .single())
                .isEqualTo(pledges.size());
    }

    private static List<String> rows(JdbcClient database, String table) {
        return database.sql("select t::text from " + table + " t order by 1")
                .query(String.class)
                .list();
    }

    private String promise() {
        UUID id = UUID.randomUUID();
        world.program
                .bean(Pledges.class)
                .promise(donor, new PledgeOrder(id, flood, "XA01", "rice", new BigDecimal("0.1"), null));
        return id.toString();
    }

    private Map<String, String> here() {
        Map<String, String> environment = new HashMap<>();
        environment.put("RELIEF_HOME", folder.resolve("home").toString());
        environment.put("RELIEF_DATA", data());
        environment.put("RELIEF_DB_URL", world.database.url());
        environment.put("RELIEF_DB_USER", world.database.appUser());
        environment.put("RELIEF_DB_PASSWORD", world.database.appPassword());
        environment.put("RELIEF_DB_OWNER", world.database.ownerUser());
        environment.put("RELIEF_DB_OWNER_PASSWORD", world.database.ownerPassword());
        return environment;
    }

    private static String ok(Map<String, String> environment, String... arguments) {
        StringWriter said = new StringWriter();
        int status = line(environment, said).execute(arguments);
        assertThat(status).as(said.toString()).isZero();
        return said.toString();
    }

    private static String fails(Map<String, String> environment, String... arguments) {
        StringWriter said = new StringWriter();
        int status = line(environment, said).execute(arguments);
        assertThat(status).as(said.toString()).isPositive();
        return said.toString();
    }

    private static CommandLine line(Map<String, String> environment, StringWriter said) {
        return ReliefCommand.commandLine(environment)
                .setOut(new PrintWriter(said, true))
                .setErr(new PrintWriter(said, true));
    }

    private static String data() {
        return EmptyProgram.root().resolve("data").toString();
    }

    /** PostgreSQL may run as another user, who must be able to reach it. */
    private static Path folder() {
        try {
            return Files.createDirectories(Path.of(
                            "target",
                            "homes",
                            "drill-" + ProcessHandle.current().pid()))
                    .toAbsolutePath();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
