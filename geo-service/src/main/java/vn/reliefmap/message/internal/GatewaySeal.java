package vn.reliefmap.message.internal;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Proves that a request comes from whoever knows the secret, is whole, and is fresh: HMAC-SHA256 over the time in seconds,
 * a dot, the path, a dot, and the raw body.
 */
public final class GatewaySeal {
    /** Seconds since 1970. */
    public static final String TIME = "X-Relief-Timestamp";
    /** 64 hexadecimal digits. */
    public static final String SIGNATURE = "X-Relief-Signature";

    private final String secret;
    private final Duration skew;

    /** @param secret empty = nothing is ever right */
    public GatewaySeal(String secret, Duration skew) {
        this.secret = secret;
        this.skew = skew;
    }

    /** True when a secret is set. */
    public boolean usable() {
        return !secret.isEmpty();
    }

    /** The signature of a request. */
    public String sign(Instant time, String path, byte[] body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            mac.update((time.getEpochSecond() + "." + path + ".").getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HMAC-SHA256", e);
        }
    }

    /** True when time and signature are those of this request; takes as long for every wrong one. */
    public boolean holds(@Nullable String time, @Nullable String signature, String path, byte[] body, Instant now) {
        if (!usable() || time == null || signature == null || !time.matches("[0-9]{1,12}")) {
            return false;
        }
        Instant said = Instant.ofEpochSecond(Long.parseLong(time));
        byte[] expected = sign(said, path, body).getBytes(StandardCharsets.US_ASCII);
        boolean equal = MessageDigest.isEqual(expected, signature.strip().getBytes(StandardCharsets.US_ASCII));
        return equal && Duration.between(said, now).abs().compareTo(skew) <= 0;
    }
}
