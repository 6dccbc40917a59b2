package vn.reliefmap.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/** A file that the browser runs or shows: its address without version, its bytes, and the same compressed once for all. */
final class ShellFile {
    private static final Map<String, String> TYPES = Map.of(
            "js", "text/javascript;charset=UTF-8",
            "css", "text/css;charset=UTF-8",
            "html", "text/html;charset=UTF-8",
            "svg", "image/svg+xml",
            "png", "image/png",
            "webmanifest", "application/manifest+json;charset=UTF-8");
    private static final int HASH_BYTES = 8;
    /** Comments, and what lines begin with; no text in our scripts goes over several lines or holds " // " after a comma. */
    private static final Pattern FOR_READERS =
            Pattern.compile("(?m)^[ \\t]*(?://.*|/\\*(?s:.*?)\\*/[ \\t]*)\\n|^[ \\t]+|(?<=[,;{}]) +// .*$");

    private final String path;
    private final String type;
    private final String hash;
    private final byte[] bytes;
    private final byte[] gzip;

    /** @param path e.g. {@code /js/map.js} */
    ShellFile(String path, byte[] bytes) {
        this.path = path;
        this.type = TYPES.getOrDefault(path.substring(path.lastIndexOf('.') + 1), "application/octet-stream");
        this.hash = hash(bytes);
        this.bytes = bytes;
        this.gzip = gzip(bytes);
    }

    /** The same without comments and indentation: they are for readers of the source, not for weak links. */
    ShellFile withoutComments() {
        boolean ours = !path.startsWith("/webjars/") && (path.endsWith(".js") || path.endsWith(".css"));
        return ours
                ? new ShellFile(path, FOR_READERS.matcher(text()).replaceAll("").getBytes(StandardCharsets.UTF_8))
                : this;
    }

    String path() {
        return path;
    }

    String type() {
        return type;
    }

    /** Of its content, in hexadecimal. */
    String hash() {
        return hash;
    }

    String text() {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    /** Whether it is smaller as gzip; pictures are not. */
    boolean shrinks() {
        return gzip.length < bytes.length;
    }

    /** What goes over the network, for who takes gzip or does not. */
    byte[] body(boolean asGzip) {
        return asGzip ? gzip : bytes;
    }

    static String hash(byte[] bytes) {
        try {
            byte[] whole = MessageDigest.getInstance("SHA-256").digest(bytes);
            return HexFormat.of().formatHex(whole, 0, HASH_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] gzip(byte[] bytes) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length / 3);
        try (GZIPOutputStream gzip = new Tightest(out)) {
            gzip.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** Made once and sent often: worth the time. */
    private static final class Tightest extends GZIPOutputStream {
        Tightest(ByteArrayOutputStream out) throws IOException {
            super(out);
            def.setLevel(Deflater.BEST_COMPRESSION);
        }
    }
}
