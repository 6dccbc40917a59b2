package vn.reliefmap.backup;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.Base64;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.reliefmap.backup.BackupManifest.KeyMark;
import vn.reliefmap.backup.internal.Digests;
import vn.reliefmap.kernel.CanonicalJson;

/**
 * The keys of a home, which open its names and phones: files below {@code keys/}. They travel in a file of their own, a
 * line {@code name=base64} for each and a last line {@code sha256=…} over those before, readable by its owner alone.
 */
public final class Keys {
    private static final String FOLDER = "keys";
    /** The one that names and phones are sealed with (see {@code access.PersonalData}). */
    private static final String PERSONAL = "personal.key";

    private static final String SUM = "sha256=";
    private static final String HEAD =
            "# Relief Map: keys of names and phones. Keep apart from backups. / Khoá mở tên và số"
                    + " điện thoại. Cất riêng với bản sao lưu.\n";
    private static final int LONGEST = 1 << 20;

    private final Map<String, byte[]> files;

    private Keys(Map<String, byte[]> files) {
        this.files = files;
    }

    /** For data that was never sealed, or whose keys are lost. */
    public static Keys noKeys() {
        return new Keys(Map.of());
    }

    /** Those of a home; none when nothing was sealed there yet. */
    public static Keys of(Path home) {
        Map<String, byte[]> files = new TreeMap<>();
        Path folder = home.resolve(FOLDER);
        if (!Files.isDirectory(folder)) {
            return new Keys(files);
        }
        try (Stream<Path> entries = Files.list(folder)) {
            for (Path file : entries.filter(Files::isRegularFile).toList()) {
                String name = String.valueOf(file.getFileName());
                if (name.endsWith(".key")) {
                    files.put(name, Files.readAllBytes(file));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Keys(files);
    }

    /** Reads what {@link #writeTo} wrote; a {@code BACKUP_KEY_FILE} problem when it is damaged or something else. */
    public static Keys read(Path file) {
        String text;
        try {
            if (Files.size(file) > LONGEST) {
                throw BackupProblems.keyFile(file);
            }
            text = Files.readString(file);
        } catch (IOException e) {
            throw BackupProblems.missing(file);
        }
        int sum = text.lastIndexOf(SUM);
        if (sum < 0 || !text.substring(sum + SUM.length()).strip().equals(hash(text.substring(0, sum)))) {
            throw BackupProblems.keyFile(file);
        }
        Map<String, byte[]> files = new TreeMap<>();
        for (String line : text.substring(0, sum).split("\n")) {
            int equals = line.indexOf('=');
            if (line.startsWith("#") || equals < 0) {
                continue;
            }
            String name = line.substring(0, equals);
            if (!name.matches("[a-z0-9][a-z0-9._-]*\\.key")) {
                throw BackupProblems.keyFile(file);
            }
            files.put(name, decoded(line.substring(equals + 1), file));
        }
        return new Keys(files);
    }

    private static byte[] decoded(String base64, Path file) {
        try {
            return Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException e) {
            throw BackupProblems.keyFile(file);
        }
    }

    public boolean none() {
        return files.isEmpty();
    }

    /** Writes them into a new file that its owner alone may read. */
    public void writeTo(Path file) {
        if (none()) {
            throw BackupProblems.noKeys();
        }
        StringBuilder text = new StringBuilder(HEAD);
        files.forEach((name, bytes) -> text.append(name)
                .append('=')
                .append(Base64.getEncoder().encodeToString(bytes))
                .append('\n'));
        String sum = hash(text.toString());
        text.append(SUM).append(sum).append('\n');
        try {
            writeSecret(file, text.toString().getBytes(StandardCharsets.UTF_8));
        } catch (FileAlreadyExistsException e) {
            throw BackupProblems.exists(file);
        } catch (IOException e) {
            throw BackupProblems.notWritten(file, e);
        }
    }

    /** Puts them into a home; another key that lies there is kept beside as {@code NAME.before-N}. */
    public void putInto(Path home) {
        Path folder = home.resolve(FOLDER);
        try {
            Files.createDirectories(folder);
            for (Map.Entry<String, byte[]> key : files.entrySet()) {
                Path place = folder.resolve(key.getKey());
                if (Files.exists(place)) {
                    if (Arrays.equals(Files.readAllBytes(place), key.getValue())) {
                        continue;
                    }
                    setAside(place);
                }
                writeSecret(place, key.getValue());
            }
        } catch (IOException e) {
            throw BackupProblems.notWritten(folder, e);
        }
    }

    /** Moves the keys of a home aside, whose names and phones are about to go. */
    static void setAside(Path home, Keys unlessAmong) {
        Keys.of(home).files.forEach((name, bytes) -> {
            if (!Arrays.equals(bytes, unlessAmong.files.get(name))) {
                try {
                    setAside(home.resolve(FOLDER).resolve(name));
                } catch (IOException e) {
                    throw BackupProblems.notWritten(home.resolve(FOLDER), e);
                }
            }
        });
    }

    private static void setAside(Path key) throws IOException {
        int n = 1;
        while (Files.exists(key.resolveSibling(key.getFileName() + ".before-" + n))) {
            n++;
        }
        Files.move(key, key.resolveSibling(key.getFileName() + ".before-" + n));
    }

    List<KeyMark> marks() {
        return files.entrySet().stream()
                .map(key -> new KeyMark(key.getKey(), mark(key.getValue())))
                .toList();
    }

    /** True when all that the marks ask for are here. */
    boolean fit(List<KeyMark> marks) {
        return marks.stream().allMatch(wanted -> {
            byte[] key = files.get(wanted.file());
            return key != null && mark(key).equals(wanted.mark());
        });
    }

    /** What only a holder of the key could have written under the text; null without a key. */
    @Nullable
    String sign(byte[] text) {
        byte[] key = files.get(PERSONAL);
        return key == null ? null : Digests.keyed(key, text);
    }

    private static String mark(byte[] key) {
        return Digests.keyed(key, "relief-map: which key".getBytes(StandardCharsets.UTF_8))
                .substring(0, 32);
    }

    private static String hash(String text) {
        return HexFormat.of().formatHex(CanonicalJson.sha256(text.getBytes(StandardCharsets.UTF_8)));
    }

    /** Into a new file, whole or not at all: half a key would be taken for another one. */
    private static void writeSecret(Path file, byte[] bytes) throws IOException {
        try (FileChannel channel = FileChannel.open(
                file,
                EnumSet.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))) {
            try {
                ByteBuffer left = ByteBuffer.wrap(bytes);
                while (left.hasRemaining()) {
                    channel.write(left);
                }
                channel.force(true);
            } catch (IOException e) {
                Files.deleteIfExists(file);
                throw e;
            }
        }
    }
}
