package vn.reliefmap.backup;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a backup says of itself.
 *
 * @param format of the file; 1
 * @param taken the moment to which the backup goes: all that was committed before, nothing of after
 * @param schema newest migration of the database, for example {@code 214}
 * @param postgres major version of the server that it comes from
 * @param postgis version there, for example {@code 3.3.2}
 * @param databaseBytes what the database took up on disk, indexes included
 * @param ledger where the public ledger ended
 * @param tables every table with its sum
 * @param parts every file in the backup
 * @param keys which keys its names and phones were sealed with; empty when nothing was ever sealed
 */
public record BackupManifest(
        int format,
        Instant taken,
        String schema,
        int postgres,
        String postgis,
        long databaseBytes,
        LedgerEnd ledger,
        List<TableSum> tables,
        List<Part> parts,
        List<KeyMark> keys) {
    /** The format that this program writes and reads. */
    public static final int FORMAT = 1;

    /** @param hash of the last entry, 64 hexadecimal digits; zeros when there is none */
    public record LedgerEnd(long entries, String hash) {}

    /** @param sum of the rows' fingerprints, in any order: the same rows give the same sum */
    public record TableSum(String name, long rows, String sum) {}

    /**
     * @param name {@code database.dump} or {@code home/…}
     * @param sha256 64 hexadecimal digits
     */
    public record Part(String name, long bytes, String sha256) {}

    /**
     * @param file below {@code keys/}
     * @param mark tells whether a key is the one, and nothing about it
     */
    public record KeyMark(String file, String mark) {}

    /** False when roads must be imported again after a restore. */
    public boolean hasRoads() {
        return parts.stream().anyMatch(part -> part.name().startsWith("home/graph/"));
    }

    /** Rows of all tables. */
    public long rows() {
        return tables.stream().mapToLong(TableSum::rows).sum();
    }

    /** Rows of one table; empty when there is no such table. */
    public Optional<Long> rows(String table) {
        return tables.stream()
                .filter(sum -> sum.name().equals(table))
                .map(TableSum::rows)
                .findFirst();
    }
}
