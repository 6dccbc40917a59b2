package vn.reliefmap.access.internal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.EnumSet;
import java.util.HexFormat;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import vn.reliefmap.access.PersonalData;
import vn.reliefmap.kernel.Problem;

/**
 * Personal data under a key that lies in a file of ours. A sealed text is one version byte, 12 bytes of nonce, and the
 * AES-256-GCM text with its tag. The nonce is made from owner and text with a second key (a synthetic nonce): it never
 * meets another text under the same key, and the same text of the same owner seals to the same bytes.
 */
@Component
class KeyFilePersonalData implements PersonalData {
    private static final byte VERSION = 1;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final int KEY_BYTES = 32;

    private final Path file;
    private @Nullable Keys keys;

    KeyFilePersonalData(@Value("${relief.home:.relief}") Path home) {
        this.file = home.resolve("keys").resolve("personal.key");
    }

    @Override
    public byte[] seal(String owner, String text) {
        try {
            Keys k = keys();
            byte[] plain = text.getBytes(StandardCharsets.UTF_8);
            byte[] nonce = Arrays.copyOf(hmac(k.nonce, owner + "\u0000" + text), NONCE_BYTES);
            Cipher cipher = cipher(Cipher.ENCRYPT_MODE, k, nonce, owner);
            byte[] sealed = new byte[1 + NONCE_BYTES + cipher.getOutputSize(plain.length)];
            sealed[0] = VERSION;
            System.arraycopy(nonce, 0, sealed, 1, NONCE_BYTES);
            cipher.doFinal(plain, 0, plain.length, sealed, 1 + NONCE_BYTES);
            return sealed;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has AES-GCM", e);
        }
    }

    @Override
    public String open(String owner, byte[] sealed) {
        try {
            if (sealed.length > 1 + NONCE_BYTES && sealed[0] == VERSION) {
                byte[] nonce = Arrays.copyOfRange(sealed, 1, 1 + NONCE_BYTES);
                Cipher cipher = cipher(Cipher.DECRYPT_MODE, keys(), nonce, owner);
                int start = 1 + NONCE_BYTES;
                return new String(cipher.doFinal(sealed, start, sealed.length - start), StandardCharsets.UTF_8);
            }
        } catch (GeneralSecurityException e) {
            throw closed(e);
        }
        throw closed(null);
    }

    @Override
    public String fingerprint(String text) {
        return HexFormat.of().formatHex(hmac(keys().fingerprint, text), 0, 16);
    }

    private static Cipher cipher(int mode, Keys k, byte[] nonce, String owner) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, k.seal, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(owner.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }

    private static byte[] hmac(SecretKeySpec key, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HMAC-SHA256", e);
        }
    }

    private static RuntimeException closed(@Nullable Throwable cause) {
        RuntimeException problem = Problem.unavailable(
                        "PERSONAL_DATA_SEALED",
                        "Không mở được dữ liệu cá nhân: tệp khoá keys/personal.key không khớp. Hãy chép lại tệp khoá"
                                + " từ bản sao lưu.",
                        "Personal data cannot be opened: keys/personal.key is not the right one. Restore it from the"
                                + " backup.")
                .asException();
        if (cause != null) {
            problem.addSuppressed(cause);
        }
        return problem;
    }

    private synchronized Keys keys() {
        Keys known = keys;
        if (known == null) {
            try {
                known = Keys.from(read());
            } catch (IOException | IllegalArgumentException e) {
                throw closed(e);
            }
            keys = known;
        }
        return known;
    }

    private byte[] read() throws IOException {
        if (!Files.exists(file)) {
            create();
        }
        byte[] key = Base64.getDecoder().decode(Files.readString(file).strip());
        if (key.length != KEY_BYTES) {
            throw new IOException("not a key of " + KEY_BYTES + " bytes");
        }
        return key;
    }

    /** Writes the key beside its place and links it there, so that nobody ever reads half a key or replaces one. */
    private void create() throws IOException {
        byte[] key = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(key);
        Path folder = file.toAbsolutePath().getParent();
        if (folder == null) {
            throw new IOException("no folder for the key");
        }
        Files.createDirectories(folder);
        Path fresh = folder.resolve("personal.key." + ProcessHandle.current().pid());
        Files.deleteIfExists(fresh);
        try (var channel = Files.newByteChannel(
                fresh,
                EnumSet.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))) {
            channel.write(
                    ByteBuffer.wrap(Base64.getEncoder().encodeToString(key).getBytes(StandardCharsets.US_ASCII)));
        }
        try {
            Files.createLink(file, fresh);
        } catch (FileAlreadyExistsException e) {
            Files.deleteIfExists(fresh); // another process was first, and its key is the one
            return;
        }
        Files.delete(fresh);
    }

    /** Three keys made from one, each for one use. */
    private record Keys(SecretKeySpec seal, SecretKeySpec nonce, SecretKeySpec fingerprint) {
        static Keys from(byte[] key) {
            SecretKeySpec root = new SecretKeySpec(key, "HmacSHA256");
            return new Keys(
                    new SecretKeySpec(hmac(root, "seal"), "AES"),
                    new SecretKeySpec(hmac(root, "nonce"), "HmacSHA256"),
                    new SecretKeySpec(hmac(root, "fingerprint"), "HmacSHA256"));
        }
    }
}
