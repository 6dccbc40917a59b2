package vn.reliefmap.access.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.text.Normalizer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** FEATURE UNDER TEST: what a password must be. */
class PasswordRulesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "ngắn quá",
                "aaaaaaaaaaaa",
                "ababababab",
                "1234567890",
                "Mật Khẩu 123",
                "Nguyễn Thị Hiền",
                "nguyenthihien",
                "nguyenthihien12",
                "một mật khẩu quá dài một mật khẩu quá dài một mật khẩu quá dài một mật khẩu quá dài"
            })
    void weakOnesAreRefused(String password) {
        assertThatThrownBy(() -> PasswordRules.require(password, "Nguyễn Thị Hiền"))
                .hasMessageContaining("PASSWORD_WEAK");
    }

    @ParameterizedTest
    @ValueSource(strings = {"thuyền gạo sông", "khong can chu hoa", "nguyenthihien va bay con vit"})
    void aFewWordsAreGood(String password) {
        assertThatCode(() -> PasswordRules.require(password, "Nguyễn Thị Hiền")).doesNotThrowAnyException();
    }

    @Test
    void allKeyboardsSendTheSame() {
        String words = "thuyền gạo sông";
        assertThat(PasswordRules.typed(Normalizer.normalize(words, Normalizer.Form.NFD)))
                .isEqualTo(PasswordRules.typed(Normalizer.normalize(words, Normalizer.Form.NFC)));
    }

    @Test
    void aCodeIsReadHoweverItWasTyped() {
        String code = Secrets.code();
        assertThat(code).matches("[2-9A-Z]{4}-[2-9A-Z]{4}-[2-9A-Z]{4}");
        assertThat(Secrets.typed(" " + code.toLowerCase(java.util.Locale.ROOT).replace('-', ' ')))
                .isEqualTo(code);
    }
}
