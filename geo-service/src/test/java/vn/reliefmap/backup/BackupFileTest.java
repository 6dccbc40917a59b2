package vn.reliefmap.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.reliefmap.kernel.CanonicalJson;
import vn.reliefmap.kernel.ProblemException;
import vn.reliefmap.store.Database;
import vn.reliefmap.store.TestPostgis;

/** FEATURE UNDER TEST: a backup that is cut, changed, foreign or too new is told from a good one, and so are keys. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BackupFileTest {
    @TempDir
    static Path folder = Path.of("target");

    private final Database database = TestPostgis.freshDatabase();
    private Path home = folder;
    private Path good = folder;
    private Path keyFile = folder;

    @BeforeAll
    void write() throws IOException {
        home = Files.createDirectory(folder.resolve("home"));
        key(home, "c2VjcmV0");
        Files.createDirectories(home.resolve("graph/7"));
        Files.writeString(home.resolve("graph/7/edges"), "edges");
        Files.createDirectories(home.resolve("graph/6"));
        Files.writeString(home.resolve("graph/6/edges"), "edges of before");
        Files.writeString(home.resolve("run.lock"), "");
        Files.createDirectories(home.resolve("photos"));
        Files.writeString(home.resolve("photos/ảnh 1.jpg"), "photo");
        JdbcClient.create(TestPostgis.dataSource(database)).sql("""
                        insert into road_import (id, source_name, source_sha256, is_current, way_count, road_length_m, graph_nodes,
                            graph_edges, graph_length_m) overriding system value values (7, 'x', '\\x00', true, 1, 1, 1, 1, 1)""").update();
        good = folder.resolve("good");
        new Backup(database, home).write(good);
        keyFile = folder.resolve("keys");
        Keys.of(home).writeTo(keyFile);
    }

    private static void key(Path home, String key) throws IOException {
        Files.createDirectories(home.resolve("keys"));
        Files.writeString(home.resolve("keys/personal.key"), key);
    }

    @Test
    void whatCannotBeMadeAgainIsInItAndNothingElse() throws IOException {
        try (ZipFile zip = new ZipFile(good.toFile())) {
            assertThat(zip.stream().map(ZipEntry::getName))
                    .containsExactly(
                            "database.dump",
                            "home/graph/7/edges",
                            "home/photos/ảnh 1.jpg",
                            "manifest.json",
                            "manifest.mac");
        }
        try (BackupFile file = BackupFile.open(good)) {
            assertThat(file.manifest().hasRoads()).isTrue();
            assertThat(file.manifest().rows("road_import")).contains(1L);
        }
    }

    /** The law: whatever byte changes, either it is told, or every part is still what it was. */
    @Test
    void aChangedByteIsNeverTakenForGood() throws IOException {
        byte[] whole = Files.readAllBytes(good);
        Random random = new Random(5);
        Path changed = folder.resolve("changed");
        int told = 0;
        for (int i = 0; i < 150; i++) {
            byte[] bytes = whole.clone();
            // Half of them near the end, where manifest and directory stand.
            int at = bytes.length - 1 - random.nextInt(i % 2 == 0 ? bytes.length : 12_000);
            bytes[at] ^= (byte) (1 << random.nextInt(8));
            Files.write(changed, bytes);
            try {
                requireGood(changed);
                assertThat(sums(changed)).as("byte " + at).isEqualTo(sums(good));
            } catch (ProblemException refused) {
                assertThat(refused.problem().code()).startsWith("BACKUP_");
                told++;
            }
        }
        assertThat(told).isGreaterThan(100);
    }

    @Test
    void aCutFileIsTold() throws IOException {
        byte[] whole = Files.readAllBytes(good);
        Path cut = folder.resolve("cut");
        for (int length : new int[] {0, 1, 100, whole.length / 2, whole.length - 1}) {
            Files.write(cut, Arrays.copyOf(whole, length));
            refused("BACKUP_CUT", () -> BackupFile.open(cut));
        }
    }

    @Test
    void aManifestOfSomebodyElseIsToldByTheKey() throws IOException {
        Path forged = rewritten("manifest.json", text -> text.replace("\"rows\" : 1", "\"rows\" : 2"));
        refused("BACKUP_CHANGED", () -> requireGood(forged));
        Path newer = rewritten("manifest.json", text -> text.replace("\"format\" : 1", "\"format\" : 2"));
        refused("BACKUP_NEWER", () -> BackupFile.open(newer));
        Path other = rewritten("manifest.json", text -> "{\"name\": \"something\"}");
        refused("BACKUP_FORM", () -> BackupFile.open(other));
        Path half = rewritten("manifest.json", text -> "{\"format\": 1}");
        refused("BACKUP_FORM", () -> BackupFile.open(half));
    }

    @Test
    void aBackupOfANewerProgramOrServerIsRefused() throws IOException {
        newer("\"schema\" : \"[0-9.]+\"", "\"schema\" : \"99999\"");
        newer("\"postgres\" : [0-9]+", "\"postgres\" : 99");
        newer("\"postgis\" : \"[0-9.]+\"", "\"postgis\" : \"9.0.1\"");
        try (BackupFile file = BackupFile.open(good)) {
            new Restore(file, home).requireVersions(database);
        }
    }

    private void newer(String form, String with) throws IOException {
        try (BackupFile file = BackupFile.open(rewritten("manifest.json", text -> text.replaceFirst(form, with)))) {
            refused("BACKUP_NEWER", () -> new Restore(file, home).requireVersions(database));
        }
    }

    @Test
    void whatWouldLieOutsideOfTheHomeIsRefused() throws IOException {
        for (String name :
                new String[] {"home/../x", "home/keys/personal.key", "home//x", "home//", "home/postgis/x", "x"}) {
            Path slip = rewritten("manifest.json", text -> text.replace("home/graph/7/edges", name));
            refused("BACKUP_CHANGED", () -> requireGood(slip));
        }
    }

    @Test
    void aDiskThatIsTooSmallIsToldBefore() throws IOException {
        Path huge = rewritten(
                "manifest.json",
                text -> text.replaceFirst("\"database_bytes\" : [0-9]+", "\"database_bytes\" : 1" + "0".repeat(17)));
        try (BackupFile file = BackupFile.open(huge)) {
            refused("RESTORE_NO_SPACE", () -> new Restore(file, home).requireSpace(true));
            new Restore(file, home).requireSpace(false);
        }
    }

    @Test
    void aDiskThatFillsUpLeavesNothingHalf() {
        Path full = Path.of("/dev/full");
        assumeTrue(Files.exists(full), "a device that is always full");
        assertThatThrownBy(() -> {
                    try (OutputStream out = Files.newOutputStream(full)) {
                        new Backup(database, home).write(out);
                    }
                })
                .isInstanceOfSatisfying(IOException.class, e -> assertThat(
                                BackupProblems.notWritten(good, e).problem().code())
                        .isEqualTo("BACKUP_DISK_FULL"));
    }

    @Test
    void keysTravelWholeOrNotAtAll() throws IOException {
        Keys keys = Keys.read(keyFile);
        Path elsewhere = folder.resolve("elsewhere");
        keys.putInto(elsewhere);
        assertThat(elsewhere.resolve("keys/personal.key")).hasContent("c2VjcmV0");
        refused("BACKUP_FILE_EXISTS", () -> keys.writeTo(keyFile));
        refused("BACKUP_NO_KEYS", () -> Keys.noKeys().writeTo(folder.resolve("none")));
        byte[] whole = Files.readAllBytes(keyFile);
        Path bad = folder.resolve("bad.keys");
        for (int i = 0; i < whole.length; i += 7) {
            byte[] bytes = whole.clone();
            bytes[i] ^= 1;
            Files.write(bad, bytes);
            refused("BACKUP_KEY_FILE", () -> Keys.read(bad));
        }
        Path stranger = folder.resolve("stranger");
        key(stranger, "YW5vdGhlcg==");
        try (BackupFile file = BackupFile.open(good)) {
            file.requireKeys(keys, keyFile);
            refused("BACKUP_WRONG_KEY", () -> file.requireKeys(Keys.of(stranger), keyFile));
        }
    }

    private void requireGood(Path file) {
        try (BackupFile backup = BackupFile.open(file)) {
            backup.requireWhole();
            backup.requireKeys(Keys.read(keyFile), keyFile);
        }
    }

    private Path rewritten(String name, UnaryOperator<String> change) throws IOException {
        Path file = folder.resolve("rewritten");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            for (Map.Entry<String, byte[]> part : parts(good).entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(
                        part.getKey().equals(name)
                                ? change.apply(new String(part.getValue(), StandardCharsets.UTF_8))
                                        .getBytes(StandardCharsets.UTF_8)
                                : part.getValue());
            }
        }
        return file;
    }

    private static Map<String, byte[]> parts(Path file) throws IOException {
        Map<String, byte[]> parts = new LinkedHashMap<>();
        try (ZipFile zip = new ZipFile(file.toFile())) {
            for (ZipEntry entry : zip.stream().toList()) {
                try (InputStream in = zip.getInputStream(entry)) {
                    parts.put(entry.getName(), in.readAllBytes());
                }
            }
        }
        return parts;
    }

    private static Map<String, String> sums(Path file) throws IOException {
        Map<String, String> sums = new LinkedHashMap<>();
        parts(file).forEach((name, bytes) -> sums.put(name, HexFormat.of().formatHex(CanonicalJson.sha256(bytes))));
        return sums;
    }

    private static void refused(String code, ThrowingCallable act) {
        assertThatThrownBy(act).isInstanceOfSatisfying(ProblemException.class, refused -> assertThat(
                        refused.problem().code())
                .isEqualTo(code));
    }
}
