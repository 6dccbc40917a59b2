package vn.reliefmap.web;

import java.io.PrintWriter;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vn.reliefmap.backup.Backup;
import vn.reliefmap.backup.BackupManifest;
import vn.reliefmap.backup.BackupProblems;
import vn.reliefmap.backup.Keys;
import vn.reliefmap.kernel.VietnamTime;
import vn.reliefmap.store.Database;

/** Writes a backup, with the server running or stopped. */
@Command(
        name = "backup",
        description = "Sao lưu vào một tệp; khoá ghi riêng. / Backs up into one file; keys apart.",
        mixinStandardHelpOptions = true)
final class BackupCommand implements Runnable {
    @Parameters(paramLabel = "FILE", description = "Tệp sao lưu mới / the new backup file")
    private Path file = Path.of("");

    @Option(
            names = "--keys",
            paramLabel = "FILE",
            description = "Ghi khoá mở tên và số điện thoại vào tệp này; cất ở nơi khác. / Writes the keys of names and"
                    + " phones there; keep that file elsewhere.")
    private @Nullable Path keyFile;

    @CommandLine.ParentCommand
    private ReliefCommand relief;

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    @Override
    public void run() {
        Path target = file.toAbsolutePath().normalize();
        Path keysTo = keyFile == null ? null : keyFile.toAbsolutePath().normalize();
        if (target.equals(keysTo)) {
            throw BackupProblems.sameFile(target);
        }
        try (Home home = relief.home()) {
            requireOutside(target, home);
            if (keysTo != null) {
                requireOutside(keysTo, home);
            }
            Database database = home.database();
            try (DatabaseCheck check = new DatabaseCheck(database)) {
                check.requireVersions().requireTables();
            }
            if (keysTo != null) {
                Keys.of(home.folder()).writeTo(keysTo);
            }
            tell(target, new Backup(database, home.folder()).write(target), keysTo);
        }
    }

    /** A backup in the home would be put into itself without end, a key file there into the next backup. */
    private static void requireOutside(Path file, Home home) {
        if (file.startsWith(home.folder())) {
            throw BackupProblems.insideHome(file, home.folder());
        }
    }

    private void tell(Path target, BackupManifest manifest, @Nullable Path keysTo) {
        PrintWriter out = spec.commandLine().getOut();
        out.println("✓ Đã sao lưu tới / backed up to " + VietnamTime.secondAndDate(manifest.taken()) + ": " + target
                + " (" + target.toFile().length() / 1_000_000 + " MB)");
        out.println("  " + manifest.tables().size() + " bảng / tables, " + manifest.rows()
                + " dòng / rows; sổ công khai" + " / ledger "
                + manifest.ledger().entries() + ", " + manifest.ledger().hash());
        if (keysTo != null) {
            out.println("✓ Khoá / keys: " + keysTo
                    + ". Cất ở nơi khác với bản sao lưu. / Keep them apart from the backup.");
        } else if (!manifest.keys().isEmpty()) {
            out.println(
                    "! Không kèm khoá: thiếu tệp khoá thì không đọc được tên và số điện thoại. Ghi một lần: --keys TỆP");
            out.println(
                    "  Without keys: nobody can read names and phones without the key file. Write it once: --keys FILE");
        }
        out.flush();
    }
}
