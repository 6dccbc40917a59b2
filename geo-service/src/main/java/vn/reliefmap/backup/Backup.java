package vn.reliefmap.backup;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.reliefmap.backup.BackupManifest.Part;
import vn.reliefmap.backup.internal.Digests;
import vn.reliefmap.backup.internal.HomeFiles;
import vn.reliefmap.backup.internal.ManifestText;
import vn.reliefmap.backup.internal.Sums;
import vn.reliefmap.store.Database;
import vn.reliefmap.store.DatabaseDump;

/**
 * Writes a backup while the program runs: one snapshot of the database, and the files of the home that cannot be made
 * again from it. A ZIP file with {@code database.dump}, {@code home/…} and last {@code manifest.json}, which holds the
 * SHA-256 of each, and {@code manifest.mac}, which nobody without the key could have written. Never holds a key.
 */
public final class Backup {
    private static final Logger LOG = LoggerFactory.getLogger(Backup.class);

    static final String DATABASE = "database.dump";
    static final String HOME = "home/";
    static final String MANIFEST = "manifest.json";
    static final String SIGNATURE = "manifest.mac";

    private final Database database;
    private final Path home;

    public Backup(Database database, Path home) {
        this.database = database;
        this.home = home;
    }

    /**
     * Writes the file, readable by its owner alone, and reads it through again; it appears under its name when it is
     * whole.
     */
    public BackupManifest write(Path file) {
        if (Files.exists(file)) {
            throw BackupProblems.exists(file);
        }
        Path unfinished = file.resolveSibling(file.getFileName() + ".part");
        try {
            Files.deleteIfExists(unfinished);
            Files.createFile(
                    unfinished, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            BackupManifest manifest;
            try (OutputStream out = Files.newOutputStream(unfinished)) {
                manifest = write(out);
            }
            try (FileChannel channel = FileChannel.open(unfinished, StandardOpenOption.WRITE)) {
                channel.force(true); // its name must not outlive its bytes when the power fails
            }
            try (BackupFile written = BackupFile.open(unfinished)) {
                written.requireWhole();
            }
            Files.move(unfinished, file); // overwrites nothing that appeared meanwhile
            return manifest;
        } catch (FileAlreadyExistsException e) {
            throw BackupProblems.exists(file);
        } catch (IOException e) {
            throw BackupProblems.notWritten(file, e);
        } finally {
            removeQuietly(unfinished);
        }
    }

    /** A broken disk may refuse even this; why the backup failed is to be told all the same. */
    private static void removeQuietly(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            LOG.warn("{} is left behind: {}", file, e.toString());
        }
    }

    BackupManifest write(OutputStream out) throws IOException {
        try (Sums sums = new Sums(database);
                ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
            Keys keys = Keys.of(home);
            BackupManifest manifest = write(sums, zip, keys);
            byte[] text = ManifestText.of(manifest);
            put(zip, MANIFEST, text);
            String signature = keys.sign(text);
            if (signature != null) {
                put(zip, SIGNATURE, signature.getBytes(StandardCharsets.US_ASCII));
            }
            return manifest;
        }
    }

    private BackupManifest write(Sums sums, ZipOutputStream zip, Keys keys) throws IOException {
        String snapshot = sums.share();
        List<Part> parts = new ArrayList<>();
        parts.add(part(zip, DATABASE, Deflater.NO_COMPRESSION, to -> new DatabaseDump(database).write(snapshot, to)));
        parts.addAll(homeFiles(zip, sums.currentRoads()));
        return new BackupManifest(
                BackupManifest.FORMAT,
                sums.now(),
                sums.schema(),
                sums.postgres(),
                sums.postgis(),
                sums.databaseBytes(),
                sums.ledger(),
                sums.tables(),
                parts,
                keys.marks());
    }

    private List<Part> homeFiles(ZipOutputStream zip, Optional<String> roads) throws IOException {
        List<Part> parts = new ArrayList<>();
        try {
            for (Path file : HomeFiles.list(home, roads.orElse(null))) {
                parts.add(part(zip, HOME + file, Deflater.BEST_SPEED, to -> Files.copy(home.resolve(file), to)));
            }
        } catch (NoSuchFileException e) {
            throw BackupProblems.roadsChanged();
        }
        return parts;
    }

    private static Part part(ZipOutputStream zip, String name, int level, Content content) throws IOException {
        MessageDigest digest = Digests.sha256();
        zip.setLevel(level);
        zip.putNextEntry(new ZipEntry(name));
        Counted counted = new Counted(new DigestOutputStream(zip, digest));
        content.writeTo(counted);
        zip.closeEntry();
        return new Part(name, counted.bytes, Digests.hex(digest));
    }

    private static void put(ZipOutputStream zip, String name, byte[] bytes) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(bytes);
        zip.closeEntry();
    }

    private interface Content {
        void writeTo(OutputStream to) throws IOException;
    }

    private static final class Counted extends OutputStream {
        private final OutputStream to;
        private long bytes;

        Counted(OutputStream to) {
            this.to = to;
        }

        @Override
        public void write(int b) throws IOException {
            to.write(b);
            bytes++;
        }

        @Override
        public void write(byte[] some, int from, int length) throws IOException {
            to.write(some, from, length);
            bytes += length;
        }
    }
}
