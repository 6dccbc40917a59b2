package vn.reliefmap.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NameFoldingTest {

    @ParameterizedTest
    @CsvSource({
        "Lệ Thủy, le thuy",
        "Lệ Thuỷ, le thuy",
        "LỆ THỦY, le thuy",
        "le thuy, le thuy",
        "Hoà Bình, hoa binh",
        "Hòa Bình, hoa binh",
        "Đông Hà, dong ha",
        "Ðông Hà, dong ha",
        "đặc khu Cồn Cỏ, dac khu con co",
        "'TT. Ái-Tử ', tt ai tu",
        "Phường 1, phuong 1",
        "Ươ ưỡng Ặẵ, uo uong aa",
        "'  ...  ', ''"
    })
    void namesAreFolded(String name, String folded) {
        assertThat(NameFolding.fold(name)).isEqualTo(folded);
    }

    @ParameterizedTest
    @CsvSource({
        "Lệ Thủy, Lệ Thuỷ",
        "Minh Hóa, Minh Hoá",
        "Khe Sanh hòa, KHE SANH HOÀ",
        "Thị trấn Ái Tử, THỊ TRẤN  ÁI TỬ",
        "Đakrông, đakrông",
        "loè xoẹt, lòe xọet"
    })
    void oneNameHasOneSpellingWhereverItsToneStands(String one, String other) {
        assertThat(NameFolding.spelling(one)).isEqualTo(NameFolding.spelling(other));
        assertThat(NameFolding.fold(one)).isEqualTo(NameFolding.fold(other));
    }

    @ParameterizedTest
    @CsvSource({"Lệ Thủy, Lệ Thúy", "Tân Mỹ, Tần Mỹ", "Đa, Da", "Cần, Càn", "Ái Tử, Ai Tử", "Bến Ái, Bên Ái"})
    void differentNamesHaveDifferentSpellings(String one, String other) {
        assertThat(NameFolding.spelling(one)).isNotEqualTo(NameFolding.spelling(other));
        assertThat(NameFolding.fold(one)).isEqualTo(NameFolding.fold(other));
    }

    @Test
    void everyUnicodeFormOfEveryVietnameseLetterIsTheSame() {
        String letters = "aáàảãạăắằẳẵặâấầẩẫậeéèẻẽẹêếềểễệiíìỉĩịoóòỏõọôốồổỗộơớờởỡợuúùủũụưứừửữựyýỳỷỹỵđ";
        letters.codePoints().mapToObj(Character::toString).forEach(letter -> {
            String decomposed = Normalizer.normalize(letter, Normalizer.Form.NFD);
            String upper = letter.toUpperCase(Locale.ROOT);
            assertThat(NameFolding.fold(decomposed)).hasSize(1).isEqualTo(NameFolding.fold(letter));
            assertThat(NameFolding.fold(upper)).matches("[a-z]").isEqualTo(NameFolding.fold(letter));
            assertThat(NameFolding.spelling(decomposed)).isEqualTo(NameFolding.spelling(letter));
            assertThat(NameFolding.spelling(upper)).isEqualTo(NameFolding.spelling(letter));
            assertThat(NameFolding.fold(NameFolding.fold(letter))).isEqualTo(NameFolding.fold(letter));
        });
    }
}
