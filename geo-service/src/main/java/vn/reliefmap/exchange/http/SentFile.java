package vn.reliefmap.exchange.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import vn.reliefmap.kernel.Problem;

/** The file of a request, kept where only the program can read it, until the request is answered. */
final class SentFile implements AutoCloseable {
    /** A list of a commune has a few hundred kilobytes, one of a province with 480,000 households about 30 MB. */
    private static final int MAX_BYTES = 40 << 20;

    private static final String NAMELESS = "list";

    private final Path folder;
    private final Path path;

    private SentFile(Path folder, Path path) {
        this.folder = folder;
        this.path = path;
    }

    /**
     * Takes the bytes down; a {@code FILE_TOO_LARGE} problem (413) when they are more than 40 MB.
     *
     * @param name as the sender calls the file, for messages; of a path only its end
     */
    static SentFile of(InputStream bytes, String name) {
        String bare = name.replaceAll(".*[/\\\\]", "").replaceAll("[^\\p{L}\\p{N}._ -]", "_");
        try {
            Path folder = Files.createTempDirectory("relief-list");
            SentFile file = new SentFile(folder, place(folder, bare));
            try (OutputStream out = Files.newOutputStream(file.path)) {
                byte[] buffer = new byte[1 << 16];
                long size = 0;
                for (int n = bytes.read(buffer); n >= 0; n = bytes.read(buffer)) {
                    size += n;
                    if (size > MAX_BYTES) {
                        throw tooLarge().asException();
                    }
                    out.write(buffer, 0, n);
                }
            } catch (IOException | RuntimeException e) {
                file.close();
                throw e;
            }
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path place(Path folder, String bare) {
        try {
            return folder.resolve(
                    bare.isBlank() || bare.startsWith(".") ? NAMELESS : bare.substring(0, Math.min(bare.length(), 80)));
        } catch (InvalidPathException e) {
            return folder.resolve(NAMELESS); // letters that this system has no names of files with
        }
    }

    Path path() {
        return path;
    }

    @Override
    public void close() {
        try {
            Files.deleteIfExists(path);
            Files.deleteIfExists(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Problem tooLarge() {
        return new Problem(
                "FILE_TOO_LARGE",
                413,
                "Tệp lớn hơn 40 MB. Hãy chia danh sách theo xã.",
                "The file is larger than 40 MB. Split the list by commune.",
                "file",
                "at most 40 MB");
    }
}
