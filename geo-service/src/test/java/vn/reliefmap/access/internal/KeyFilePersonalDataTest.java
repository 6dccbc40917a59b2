package vn.reliefmap.access.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyFilePersonalDataTest {
    private static final String NAME = "Nguyễn Thị Lan";

    @TempDir
    Path home = Path.of("target");

    @Test
    void whatIsSealedOpensForItsOwnerAlone() {
        KeyFilePersonalData data = new KeyFilePersonalData(home);
        byte[] sealed = data.seal("1/name", NAME);
        assertThat(new String(sealed, StandardCharsets.UTF_8)).doesNotContain("Lan");
        assertThat(data.open("1/name", sealed)).isEqualTo(NAME);
        assertThatThrownBy(() -> data.open("2/name", sealed)).hasMessageContaining("PERSONAL_DATA_SEALED");
        sealed[sealed.length - 1] ^= 1;
        assertThatThrownBy(() -> data.open("1/name", sealed)).hasMessageContaining("PERSONAL_DATA_SEALED");
        assertThatThrownBy(() -> data.open("1/name", new byte[3])).hasMessageContaining("PERSONAL_DATA_SEALED");
    }

    @Test
    void theSameTextOfTheSameOwnerIsTheSameAndOfAnotherOwnerIsNot() {
        KeyFilePersonalData data = new KeyFilePersonalData(home);
        byte[] sealed = data.seal("1/name", NAME);
        assertThat(new KeyFilePersonalData(home).seal("1/name", NAME)).isEqualTo(sealed);
        assertThat(data.seal("2/name", NAME)).isNotEqualTo(sealed);
        assertThat(data.seal("1/name", NAME + " ")).isNotEqualTo(sealed);
        assertThat(data.fingerprint(NAME)).hasSize(32).isEqualTo(data.fingerprint(NAME));
    }

    @Test
    void theKeyFileIsForItsOwnerAloneAndIsNeverReplaced() throws IOException {
        byte[] sealed = new KeyFilePersonalData(home).seal("1/name", NAME);
        Path key = home.resolve("keys/personal.key");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(key)))
                .isEqualTo("rw-------");
        assertThat(home.resolve("keys").toFile().list()).containsExactly("personal.key");
        Files.writeString(key, "not a key");
        assertThatThrownBy(() -> new KeyFilePersonalData(home).open("1/name", sealed))
                .hasMessageContaining("PERSONAL_DATA_SEALED");
        assertThat(Files.readString(key)).isEqualTo("not a key");
        assertThatThrownBy(
                        () -> new KeyFilePersonalData(Files.createTempDirectory(home, "other")).open("1/name", sealed))
                .hasMessageContaining("PERSONAL_DATA_SEALED");
    }
}
