package vn.reliefmap.web;

import com.aayushatharva.brotli4j.Brotli4jLoader;
import com.aayushatharva.brotli4j.encoder.Encoder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

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
    private static final int BEST_BROTLI = 11;
    /** Its native part is there for the usual machines only. */
    private static final boolean BROTLI = Brotli4jLoader.isAvailable();
    /** Comments, and what lines begin with; no text in our scripts goes over several lines or holds " // " after a comma. */
    private static final Pattern FOR_READERS = Pattern.compile(
            "(?m)^[ \\t]*(?://.*|/\\*(?:[^*]|\\*(?!/))*+\\*/[ \\t]*)\\r?\\n|^[ \\t]+|(?<=[,;{}]) +// .*$");

    private final String path;
    private final String type;
    private final String hash;
    private final byte[] bytes;
    private final Map<Coding, byte[]> bodies = new EnumMap<>(Coding.class);

    /** How the bytes go over the network. */
    enum Coding {
        PLAIN("identity"),
        GZIP("gzip"),
        /** A seventh less than gzip; browsers take it from HTTPS and from this machine only. */
        BROTLI("br");

        private final String word;

        Coding(String word) {
            this.word = word;
        }

        String word() {
            return word;
        }
    }

    /** @param path e.g. {@code /js/map.js} */
    ShellFile(String path, byte[] bytes) {
        this.path = path;
        this.type = TYPES.getOrDefault(path.substring(path.lastIndexOf('.') + 1), "application/octet-stream");
        this.hash = hash(bytes);
        this.bytes = bytes;
    }

    static ShellFile of(String path, String text) {
        return new ShellFile(path, text.getBytes(StandardCharsets.UTF_8));
    }

    /** The same without comments and indentation: they are for readers of the source, not for weak links. */
    ShellFile withoutComments() {
        boolean ours = !path.startsWith("/webjars/") && (path.endsWith(".js") || path.endsWith(".css"));
        return ours ? of(path, FOR_READERS.matcher(text()).replaceAll("")) : this;
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

    /** The smallest of what who asks takes; a picture goes as it is. */
    Coding codingFor(@Nullable String accepted) {
        Coding coding = Coding.PLAIN;
        for (Coding other : Coding.values()) {
            boolean taken = accepted != null && accepted.contains(other.word()) && (other != Coding.BROTLI || BROTLI);
            if (taken && body(other).length < body(coding).length) {
                coding = other;
            }
        }
        return coding;
    }

    /** What goes over the network: made when it is first asked for, and kept. */
    synchronized byte[] body(Coding coding) {
        return bodies.computeIfAbsent(coding, how -> switch (how) {
            case PLAIN -> bytes;
            case GZIP -> gzip(bytes);
            case BROTLI -> brotli(bytes);
        });
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

    private static byte[] brotli(byte[] bytes) {
        try {
            return Encoder.compress(
                    bytes, new Encoder.Parameters().setQuality(BEST_BROTLI).setMode(Encoder.Mode.TEXT));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Made once and sent often: worth the time. */
    private static final class Tightest extends GZIPOutputStream {
        Tightest(ByteArrayOutputStream out) throws IOException {
            super(out);
            def.setLevel(Deflater.BEST_COMPRESSION);
        }
    }
}
