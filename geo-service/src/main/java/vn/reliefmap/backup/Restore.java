package vn.reliefmap.backup;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationVersion;
import vn.reliefmap.backup.BackupManifest.TableSum;
import vn.reliefmap.backup.internal.HomeFiles;
import vn.reliefmap.backup.internal.Sums;
import vn.reliefmap.store.Database;
import vn.reliefmap.store.DatabaseDump;

/** Puts a backup back, into a database that is empty and a home. Not thread-safe. */
public final class Restore {
    /** The database with its indexes, the transaction that fills it, and the files. */
    private static final double SPACE = 2;

    private final BackupFile backup;
    private final Path home;

    public Restore(BackupFile backup, Path home) {
        this.backup = backup;
        this.home = home;
    }

    /** Throws unless the disk of the home takes database and files; a database elsewhere is its keeper's. */
    public void requireSpace(boolean databaseToo) {
        long files = backup.manifest().parts().stream()
                .mapToLong(BackupManifest.Part::bytes)
                .sum();
        long needed = files + (databaseToo ? (long) (SPACE * backup.manifest().databaseBytes()) : 0);
        long free = home.toFile().getUsableSpace();
        if (free < needed) {
            throw BackupProblems.noSpace(home, needed, free);
        }
    }

    /**
     * Throws when the backup comes from a newer program or server.
     *
     * @param server any database of the server that it goes to
     */
    public void requireVersions(Database server) {
        BackupManifest manifest = backup.manifest();
        MigrationVersion ours = newestMigration(server);
        if (MigrationVersion.fromVersion(manifest.schema()).compareTo(ours) > 0) {
            throw BackupProblems.newer("lược đồ / schema", manifest.schema(), ours.getVersion());
        }
        try (Sums here = new Sums(server)) {
            if (manifest.postgres() > here.postgres()) {
                throw BackupProblems.newer("PostgreSQL", "" + manifest.postgres(), "" + here.postgres());
            }
            if (major(manifest.postgis()) > major(here.postgis())) {
                throw BackupProblems.newer("PostGIS", manifest.postgis(), here.postgis());
            }
        }
    }

    private static MigrationVersion newestMigration(Database server) {
        Flyway flyway = Flyway.configure()
                .dataSource(server.url(), server.ownerUser(), server.ownerPassword())
                .placeholders(Map.of("app_role", server.appUser()))
                .load();
        MigrationVersion newest = MigrationVersion.EMPTY;
        for (MigrationInfo migration : flyway.info().all()) {
            MigrationVersion version = migration.getVersion();
            if (version != null
                    && version.compareTo(newest) > 0
                    && !migration.getScript().isEmpty()
                    && !migration.getState().name().startsWith("FUTURE")) {
                newest = version;
            }
        }
        return newest;
    }

    /**
     * Fills the database and compares every table with the manifest.
     *
     * @throws vn.reliefmap.kernel.ProblemException {@code RESTORE_TABLES_DIFFER}
     */
    public void fill(Database database) {
        try {
            new DatabaseDump(database).read(backup.database());
        } catch (IOException e) {
            throw BackupProblems.notWritten(home, e);
        }
        try (Sums sums = new Sums(database)) {
            List<TableSum> here = sums.tables();
            String different = backup.manifest().tables().stream()
                    .filter(table -> !here.contains(table))
                    .map(TableSum::name)
                    .collect(Collectors.joining(", "));
            if (!different.isEmpty()
                    || here.size() != backup.manifest().tables().size()) {
                throw BackupProblems.tablesDiffer(different);
            }
            sums.forgetGrants();
        }
    }

    /** Unpacks the files of the home beside what is there; whoever the home knows to be erased stays named in it. */
    public void unpack() {
        Path beside = home.resolve(HomeFiles.RESTORING);
        try {
            HomeFiles.remove(beside);
            backup.unpack(beside);
            HomeFiles.mergeErased(home);
        } catch (IOException e) {
            throw BackupProblems.notWritten(beside, e);
        }
    }

    /** After a restore that failed. */
    public void forgetUnpacked() {
        try {
            HomeFiles.remove(home.resolve(HomeFiles.RESTORING));
        } catch (IOException e) {
            throw BackupProblems.notWritten(home, e);
        }
    }

    /** Puts the unpacked files and the keys in their place; keys of before are kept beside them. */
    public void takeFiles(Keys keys) {
        try {
            Keys.setAside(home, keys);
            keys.putInto(home);
            HomeFiles.takeRestored(home);
        } catch (IOException e) {
            throw BackupProblems.notWritten(home, e);
        }
    }

    private static int major(String version) {
        return Integer.parseInt(version.replaceFirst("[^0-9].*", ""));
    }
}
