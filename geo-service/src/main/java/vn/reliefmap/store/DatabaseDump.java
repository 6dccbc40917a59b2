package vn.reliefmap.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.postgresql.Driver;

/**
 * A whole database as one stream, in the archive form of PostgreSQL's own {@code pg_dump}. Owners and rights are left
 * out: they belong to the server it is put back on. Thread-safe.
 */
public final class DatabaseDump {
    private final Database database;
    private final PostgresPrograms programs = PostgresPrograms.find();

    public DatabaseDump(Database database) {
        this.database = database;
    }

    /**
     * Writes what one snapshot of the database holds; others may go on writing to it.
     *
     * @param snapshot as {@code pg_export_snapshot()} told in a transaction that is still open
     * @throws IOException when the stream takes no more
     * @throws StoreException when {@code pg_dump} failed
     */
    public void write(String snapshot, OutputStream archive) throws IOException {
        Path complaints = Files.createTempFile("relief-pg", ".err");
        Process dump = programs.ready(
                        environment(), "pg_dump", "-Fc", "--no-owner", "--no-acl", "--snapshot=" + snapshot)
                .redirectError(complaints.toFile())
                .start();
        try (InputStream written = dump.getInputStream()) {
            written.transferTo(archive);
            requireGoodEnd("pg_dump", dump, complaints);
        } finally {
            dump.destroy();
            Files.delete(complaints);
        }
    }

    /**
     * Fills the database, which must be empty, in one transaction: whole or not at all.
     *
     * @param archive opened twice
     * @throws StoreException when {@code pg_restore} failed
     */
    public void read(Archive archive) throws IOException {
        Path list = Files.createTempFile("relief-restore", ".list");
        Path said = Files.createTempFile("relief-restore", ".out");
        try {
            pour(archive, list, "--list");
            withoutCommentsOnExtensions(list);
            pour(
                    archive,
                    said,
                    "--no-owner",
                    "--no-acl",
                    "--exit-on-error",
                    "--single-transaction",
                    "--use-list=" + list,
                    "--dbname=" + Objects.requireNonNull(environment().get("PGDATABASE")));
        } finally {
            Files.delete(list);
            Files.delete(said);
        }
    }

    /** Those belong to whoever installed the extension, on a server that is somebody else's. */
    private static void withoutCommentsOnExtensions(Path list) throws IOException {
        try (Stream<String> lines = Files.lines(list)) {
            Files.writeString(
                    list,
                    lines.filter(line -> !line.contains(" COMMENT - EXTENSION "))
                            .collect(Collectors.joining("\n", "", "\n")));
        }
        // The programs may run as another user than we do; the list holds names of tables only.
        Files.setPosixFilePermissions(list, PosixFilePermissions.fromString("rw-r--r--"));
    }

    private void pour(Archive archive, Path said, String... arguments) throws IOException {
        Path complaints = Files.createTempFile("relief-pg", ".err");
        Process restore = programs.ready(environment(), "pg_restore", arguments)
                .redirectOutput(said.toFile())
                .redirectError(complaints.toFile())
                .start();
        try (InputStream in = archive.open()) {
            feed(in, restore);
            requireGoodEnd("pg_restore", restore, complaints);
        } finally {
            restore.destroy();
            Files.delete(complaints);
        }
    }

    /**
     * The program stops reading when it has what it wants or has failed; how it ended tells which, so only a fault of the
     * archive is thrown.
     */
    private static void feed(InputStream in, Process restore) throws IOException {
        byte[] some = new byte[1 << 16];
        OutputStream to = restore.getOutputStream();
        int length = in.read(some);
        while (goesOn(to, some, length)) {
            length = in.read(some);
        }
    }

    /** What the message says depends on the system's language, and on whether Java saw the program's end first. */
    private static boolean goesOn(OutputStream to, byte[] some, int length) {
        try {
            if (length < 0) {
                to.close();
                return false;
            }
            to.write(some, 0, length);
            to.flush();
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private static void requireGoodEnd(String program, Process process, Path complaints) throws IOException {
        int status;
        try {
            status = process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoreException("Bị ngắt khi chạy " + program, "Interrupted while running " + program, e);
        }
        if (status != 0) {
            String said = Files.readString(complaints).strip();
            String last = said.isEmpty() ? "?" : said.lines().limit(3).collect(Collectors.joining(" · "));
            throw new StoreException(program + " không làm được: " + last, program + " failed");
        }
    }

    private Map<String, String> environment() {
        Properties parts = Objects.requireNonNull(Driver.parseURL(database.url(), new Properties()), database.url());
        return Map.of(
                "PGHOST", parts.getProperty("PGHOST"),
                "PGPORT", parts.getProperty("PGPORT"),
                "PGDATABASE", parts.getProperty("PGDBNAME"),
                "PGUSER", database.ownerUser(),
                "PGPASSWORD", database.ownerPassword());
    }

    /** What {@link #write} wrote. */
    public interface Archive {
        /** From its beginning, at each call. */
        InputStream open() throws IOException;
    }
}
