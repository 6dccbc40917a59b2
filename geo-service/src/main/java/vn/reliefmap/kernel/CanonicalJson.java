package vn.reliefmap.kernel;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.erdtman.jcs.JsonCanonicalizer;

/** One text, and so one hash, for one JSON value: RFC 8785. */
public final class CanonicalJson {
    private CanonicalJson() {}

    /**
     * The canonical form of a JSON object or array. Numbers go through double precision, so exact quantities belong in
     * strings. Throws {@link IllegalArgumentException} for what is no JSON.
     */
    public static String of(String json) {
        try {
            return new JsonCanonicalizer(json).getEncodedString();
        } catch (IOException e) {
            throw new IllegalArgumentException("no JSON: " + e.getMessage(), e);
        }
    }

    /** SHA-256 of the parts, one after the other. */
    public static byte[] sha256(byte[]... parts) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (byte[] part : parts) {
                digest.update(part);
            }
            return digest.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** SHA-256 of the canonical form in UTF-8. */
    public static byte[] sha256(String json) {
        return sha256(of(json).getBytes(StandardCharsets.UTF_8));
    }
}
