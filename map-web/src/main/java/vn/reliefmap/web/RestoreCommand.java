package vn.reliefmap.web;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vn.reliefmap.backup.BackupFile;
import vn.reliefmap.backup.BackupManifest;
import vn.reliefmap.backup.BackupProblems;
import vn.reliefmap.backup.Keys;
import vn.reliefmap.backup.Restore;
import vn.reliefmap.household.Erasures;
import vn.reliefmap.kernel.VietnamTime;
import vn.reliefmap.ledger.ChainCheck;
import vn.reliefmap.ledger.Ledger;
import vn.reliefmap.store.Database;
import vn.reliefmap.store.PrivateCluster;

/**
 * Puts a backup back. All is checked beside the data that is there; only then does it take their place, so that a restore
 * that fails changes nothing.
 */
@Command(
        name = "restore",
        description = "Phục hồi từ bản sao lưu; máy chủ phải dừng. / Restores a backup; the server must be stopped.",
        mixinStandardHelpOptions = true)
final class RestoreCommand implements Runnable {
    @Parameters(paramLabel = "FILE", description = "Tệp sao lưu / the backup file")
    private Path file = Path.of("");

    @Option(names = "--keys", paramLabel = "FILE", description = "Tệp khoá / the key file")
    private @Nullable Path keyFile;

    @Option(
            names = "--without-keys",
            description = "Khoá đã mất: tên và số điện thoại không bao giờ đọc được nữa. / The key is lost: names and"
                    + " phones can never be read again.")
    private boolean withoutKeys;

    @Option(names = "--replace", description = "Bỏ dữ liệu đang có. / Gives up the data that is there.")
    private boolean replace;

    @CommandLine.ParentCommand
    private ReliefCommand relief;

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    @Override
    public void run() {
        try (BackupFile backup = BackupFile.open(file.toAbsolutePath().normalize())) {
            say("→ Kiểm tra tệp / checking the file");
            backup.requireWhole();
            Keys keys = keys(backup);
            try (Home home = relief.home()) {
                home.takeForServer();
                restore(backup, keys, home);
            }
        }
    }

    private Keys keys(BackupFile backup) {
        if (keyFile == null) {
            if (!withoutKeys && !backup.manifest().keys().isEmpty()) {
                throw BackupProblems.keysNeeded();
            }
            return Keys.noKeys();
        }
        Keys keys = Keys.read(keyFile);
        backup.requireKeys(keys, keyFile);
        return keys;
    }

    private void restore(BackupFile backup, Keys keys, Home home) {
        Database there = home.database();
        Optional<PrivateCluster> own = home.ownCluster();
        requirePlace(there, own.isPresent(), home.folder());
        Restore restore = new Restore(backup, home.folder());
        restore.requireVersions(there);
        restore.requireSpace(own.isPresent());
        boolean done = false;
        try {
            say("→ Phục hồi / restoring " + backup.manifest().rows() + " dòng / rows");
            Database into = own.map(PrivateCluster::beside).orElse(there);
            restore.unpack();
            restore.fill(into);
            say("→ Kiểm tra sổ công khai / checking the public ledger");
            int erased = check(home, into, backup.manifest());
            own.ifPresent(PrivateCluster::takeBeside);
            restore.takeFiles(keys);
            done = true;
            tell(backup.manifest(), keys, erased);
        } finally {
            if (!done) {
                own.ifPresent(PrivateCluster::dropBeside);
                restore.forgetUnpacked();
            }
        }
    }

    private void requirePlace(Database there, boolean own, Path home) {
        try (DatabaseCheck check = new DatabaseCheck(there)) {
            check.requireVersions();
            if (!own && !check.hasNoTables()) {
                throw BackupProblems.needsEmptyDatabase();
            }
            if (!replace && !check.holdsNothing()) {
                throw BackupProblems.holdsData(home);
            }
        }
    }

    /**
     * The program is put together on the restored data, which brings older ones up to its own form as well; the ledger is
     * worked out, and who was erased since is erased again.
     *
     * @return how many were
     */
    private static int check(Home home, Database database, BackupManifest manifest) {
        try (Program program = Program.forCommand(home, database)) {
            ChainCheck check = program.part(Ledger.class).verify();
            ChainCheck.Fault fault = check.fault();
            if (fault != null) {
                throw BackupProblems.ledgerBroken(fault.seq() + ": " + fault.vi(), fault.seq() + ": " + fault.en());
            }
            if (!check.headHash().equals(manifest.ledger().hash())) {
                throw BackupProblems.ledgerBroken("sổ kết thúc ở chỗ khác", "it ends elsewhere");
            }
            program.part(Erasures.class).apply();
            return program.part(JdbcClient.class)
                    .sql("select count(*) from household where erased_at > ?")
                    .param(Timestamp.from(manifest.taken()))
                    .query(Integer.class)
                    .single();
        }
    }

    private void tell(BackupManifest manifest, Keys keys, int erased) {
        say("✓ Đã phục hồi tới / restored to " + VietnamTime.secondAndDate(manifest.taken()));
        say("  " + manifest.tables().size() + " bảng / tables, " + manifest.rows()
                + " dòng, đối chiếu từng dòng / rows, every one compared");
        for (String table : new String[] {"disaster", "household", "need", "report", "commitment", "delivery"}) {
            manifest.rows(table).ifPresent(rows -> say("  " + table + ": " + rows));
        }
        say("  Sổ công khai / ledger: " + manifest.ledger().entries() + ", "
                + manifest.ledger().hash());
        say(
                keys.none()
                        ? "! Không có khoá: tên và số điện thoại niêm phong trước đây không đọc được. / No keys: names and phones"
                                + " sealed before stay closed."
                        : "✓ Có khoá / with keys");
        if (erased > 0) {
            say("✓ " + erased
                    + " hộ đã xin xoá sau bản sao lưu: đã xoá lại / erased since the backup, and erased again");
        }
        if (!manifest.hasRoads()) {
            say("! Bản sao lưu không có mạng đường / the backup holds no road graph: ./relief import roads FILE");
        }
        say("→ ./relief run");
    }

    private void say(String line) {
        PrintWriter out = spec.commandLine().getOut();
        out.println(line);
        out.flush();
    }
}
