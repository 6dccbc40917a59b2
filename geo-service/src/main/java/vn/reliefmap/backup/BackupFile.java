package vn.reliefmap.backup;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.HashSet;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import vn.reliefmap.backup.BackupManifest.Part;
import vn.reliefmap.backup.internal.Digests;
import vn.reliefmap.backup.internal.HomeFiles;
import vn.reliefmap.backup.internal.ManifestText;
import vn.reliefmap.store.DatabaseDump;

/** A backup that was written before. Not thread-safe. */
public final class BackupFile implements AutoCloseable {
    private static final int LONGEST_MANIFEST = 64 << 20;

    private final Path file;
    private final ZipFile zip;
    private final byte[] manifestText;
    private final BackupManifest manifest;

    private BackupFile(Path file, ZipFile zip, byte[] manifestText, BackupManifest manifest) {
        this.file = file;
        this.zip = zip;
        this.manifestText = manifestText;
        this.manifest = manifest;
    }

    /**
     * Reads the manifest.
     *
     * @throws vn.reliefmap.kernel.ProblemException {@code BACKUP_MISSING}, {@code BACKUP_CUT}, {@code BACKUP_FORM} or
     *     {@code BACKUP_NEWER}
     */
    public static BackupFile open(Path file) {
        if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
            throw BackupProblems.missing(file);
        }
        try {
            ZipFile zip = new ZipFile(file.toFile(), StandardCharsets.UTF_8);
            try {
                byte[] text = bytes(zip, Backup.MANIFEST);
                int format = ManifestText.format(text).orElseThrow(() -> BackupProblems.noBackup(file));
                if (format > BackupManifest.FORMAT) {
                    throw BackupProblems.newer("format", "" + format, "" + BackupManifest.FORMAT);
                }
                BackupManifest manifest = ManifestText.read(text).orElseThrow(() -> BackupProblems.noBackup(file));
                return new BackupFile(file, zip, text, manifest);
            } catch (IOException | RuntimeException e) {
                zip.close();
                throw e;
            }
        } catch (ZipException e) {
            throw BackupProblems.cut(file);
        } catch (IOException e) {
            throw BackupProblems.missing(file);
        }
    }

    public BackupManifest manifest() {
        return manifest;
    }

    /** Reads all of it; a {@code BACKUP_CHANGED} problem when a part is missing, added or not what the manifest says. */
    public void requireWhole() {
        Set<String> named = new HashSet<>(Set.of(Backup.MANIFEST, Backup.SIGNATURE));
        for (Part part : manifest.parts()) {
            boolean known = part.name().equals(Backup.DATABASE) || belongsInHome(part.name());
            if (!known || !named.add(part.name()) || !sha256(part.name()).equals(part.sha256())) {
                throw BackupProblems.changed(file, part.name());
            }
        }
        zip.stream()
                .map(ZipEntry::getName)
                .filter(name -> !named.contains(name))
                .forEach(name -> {
                    throw BackupProblems.changed(file, name);
                });
        if (!named.contains(Backup.DATABASE)) {
            throw BackupProblems.changed(file, Backup.DATABASE);
        }
    }

    /** A name that stays below the home and away from its keys, whatever a file from elsewhere says. */
    private static boolean belongsInHome(String name) {
        return name.startsWith(Backup.HOME) && HomeFiles.mayHold(name.substring(Backup.HOME.length()));
    }

    /** The keys open this backup, and whoever wrote its manifest had them; otherwise a problem. */
    public void requireKeys(Keys keys, Path keyFile) {
        if (!keys.fit(manifest.keys())) {
            throw BackupProblems.wrongKey(keyFile);
        }
        String signature = keys.sign(manifestText);
        try {
            if (signature != null
                    && !signature.equals(new String(bytes(zip, Backup.SIGNATURE), StandardCharsets.US_ASCII))) {
                throw BackupProblems.changed(file, Backup.MANIFEST);
            }
        } catch (IOException e) {
            throw BackupProblems.changed(file, Backup.SIGNATURE);
        }
    }

    DatabaseDump.Archive database() {
        return () -> stream(zip, Backup.DATABASE);
    }

    /** Puts the files of the home into a folder. */
    void unpack(Path folder) throws IOException {
        for (Part part : manifest.parts()) {
            if (part.name().startsWith(Backup.HOME)) {
                Path to = folder.resolve(part.name().substring(Backup.HOME.length()));
                Files.createDirectories(HomeFiles.parent(to));
                try (InputStream in = stream(zip, part.name())) {
                    Files.copy(in, to);
                }
            }
        }
    }

    private String sha256(String name) {
        MessageDigest digest = Digests.sha256();
        try (InputStream in = new DigestInputStream(stream(zip, name), digest)) {
            in.transferTo(OutputStream.nullOutputStream());
        } catch (IOException e) {
            throw BackupProblems.changed(file, name);
        }
        return Digests.hex(digest);
    }

    private static byte[] bytes(ZipFile zip, String name) throws IOException {
        try (InputStream in = stream(zip, name)) {
            return in.readNBytes(LONGEST_MANIFEST);
        }
    }

    private static InputStream stream(ZipFile zip, String name) throws IOException {
        ZipEntry entry = zip.getEntry(name);
        if (entry == null) {
            throw new ZipException("no " + name);
        }
        return zip.getInputStream(entry);
    }

    @Override
    public void close() {
        try {
            zip.close();
        } catch (IOException e) {
            throw BackupProblems.missing(file);
        }
    }
}
