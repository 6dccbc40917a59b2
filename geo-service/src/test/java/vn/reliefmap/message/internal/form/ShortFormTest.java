package vn.reliefmap.message.internal.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.reliefmap.kernel.Numbers;
import vn.reliefmap.message.internal.form.ShortMessage.Cry;
import vn.reliefmap.message.internal.form.ShortMessage.Verb;

/** FEATURE UNDER TEST: the short form by SMS, by known answers and laws. */
class ShortFormTest {
    /** Text | commune code | hamlet | people | vulnerable | items with quantities. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        CUU TRO xa Hai Lang thon Dien Khanh 5 nguoi 2 tre em can gao nuoc | 19681 | Dien Khanh | 5 | 2 | rice drinking_water
        Cứu trợ xã Hải Lăng thôn Diên Khánh 5 người 2 trẻ em cần gạo nước | 19681 | Diên Khánh | 5 | 2 | rice drinking_water
        cuutro xaHaiLang thonDienKhanh 5nguoi 2treem can gao,nuoc         | 19681 | Dien Khanh | 5 | 2 | rice drinking_water
        CUU TRO X. HAI LANG, THON 3, 4 NG, CAN 20KG GAO 10 GOI MI TOM      | 19681 | 3 | 4 | 0 | rice=20 instant_noodles=10
        gao 20 kg mi 10 goi nuoc 50 lit thon Tan Xuan 2, xa Trieu Phong   | 19363 | Tan Xuan 2 | 0 | 0 | rice=20 instant_noodles=10 drinking_water=50
        p Nam Dong Ha nha 3 nguoi lon 1 be can ao phao                     | 19555 |  | 4 | 1 | life_jacket
        Hai Lang can 2 ao phao, 3 tam bat, thuoc ha sot                    | 19681 |  | 0 | 0 | life_jacket=2 tarp=3 paracetamol
        xa Le Thuỷ thon Mỹ Hà ba người hết gạo                            | 19001 | Mỹ Hà | 3 | 0 | rice
        xa Hai Lag 6 nguio thieu nuoc uong                                 | 19681 |  | 6 | 0 | drinking_water
        xa Dien Sanh can 5 thung mi va nuoc                                | 19002 |  | 0 | 0 | instant_noodles drinking_water
        xa Vinh Dinh nuoc ngap nha khong con gao, khong can mi tom         | 19003 |  | 0 | 0 | rice
        thon Phu Kinh Hai Lang 7 nhan khau xin gao                         | 19681 | Phu Kinh | 7 | 0 | rice
        xã Ái Tử cần 1.000 kg gạo                                           | 19004 |  | 0 | 0 | rice=1000
        cuwsu trowj xax Hair Langw thoon Dieen Khanhs 5 nguowif caanf gaoj nuowcs | 19681 | Dieen Khanhs | 5 | 0 | rice drinking_water
        xa Ai Tu can 1,5 kg duong va 2.5kg gao                             | 19004 |  | 0 | 0 | rice=2.5
        """)
    void understands(String text, String commune, String hamlet, int people, int vulnerable, String wishes) {
        ShortMessage read = Words.FORM.read(text);
        assertThat(read.commune()).as(text).isNotNull();
        assertThat(read.commune() == null ? "" : read.commune().code()).isEqualTo(commune);
        assertThat(read.hamlet()).isEqualTo(hamlet == null ? "" : hamlet);
        assertThat(read.people()).isEqualTo(people);
        assertThat(read.vulnerable()).isEqualTo(vulnerable);
        assertThat(wishes(read)).containsExactlyInAnyOrder(wishes.split(" "));
        assertThat(read.cry()).isEqualTo(Cry.ASKS);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SOS",
                "sos xa Hai Lang",
                "S.O.S Hai Lang nuoc len mai nha",
                "S O S",
                "Cứu với nước tới nóc rồi",
                "cuu toi voi",
                "nha 5 nguoi mac ket tren mai nha",
                "lũ cuốn nhà",
                "soss xa hai lang",
                "🆘🆘",
                "GIUP VOI SOS"
            })
    void hearsDanger(String text) {
        assertThat(Words.FORM.read(text).cry()).as(text).isEqualTo(Cry.SOS);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        XONG ACDE-FGHJ        | DONE    | ACDE-FGHJ
        xong acdefghj         | DONE    | ACDE-FGHJ
        Xong acde fghj cam on | DONE    | ACDE-FGHJ
        đã nhận ACDE-FGHJ     | DONE    | ACDE-FGHJ
        CON ACDE-FGHJ         | CONFIRM | ACDE-FGHJ
        còn cần ACDEFGHJ      | CONFIRM | ACDE-FGHJ
        CONACDE-FGHJ          | CONFIRM | ACDE-FGHJ
        Huỷ ACDE.FGHJ         | CANCEL  | ACDE-FGHJ
        MA ACDE-FGHJ          | STATUS  | ACDE-FGHJ
        acde fghj             | STATUS  | ACDE-FGHJ
        XONG                  | DONE    |
        con can               | CONFIRM |
        HUY                   | CANCEL  |
        """)
    void hearsCommands(String text, Verb verb, String code) {
        ShortMessage.Command command = Words.FORM.read(text).command();
        assertThat(command).as(text).isNotNull();
        assertThat(command == null ? null : command.verb()).isEqualTo(verb);
        assertThat(
                        command == null || command.code() == null
                                ? null
                                : command.code().value())
                .isEqualTo(code);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "con nho 2 dua",
                "con 5 nguoi o xa Hai Lang",
                "5 con",
                "xong roi can gao",
                "ma nha het gao",
                "da nhan gao can them nuoc"
            })
    void ordinaryTextIsNoCommand(String text) {
        assertThat(Words.FORM.read(text).command()).as(text).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"GIUP", "giúp", "Help", "?", "huong dan", "", "   "})
    void explainsItself(String text) {
        assertThat(Words.FORM.read(text).cry()).as(text).isEqualTo(Cry.HELP);
    }

    @Test
    void safeIsHeardOnlyWhenNothingElseIs() {
        assertThat(Words.FORM.read("gia dinh toi an toan xa Hai Lang").cry()).isEqualTo(Cry.SAFE);
        assertThat(Words.FORM.read("khong an toan xa Hai Lang").cry()).isEqualTo(Cry.ASKS);
        assertThat(Words.FORM.read("an toan nhung can gao").cry()).isEqualTo(Cry.ASKS);
        assertThat(Words.FORM.read("SOS nha ben canh an toan").cry()).isEqualTo(Cry.SOS);
    }

    @Test
    void coordinatesAreReadInAnyOrderAndStayOutOfNumbers() {
        for (String place : List.of(
                "16.75012, 107.18034",
                "16,75012; 107,18034",
                "107.18034 16.75012",
                "https://maps.google.com/?q=16.75012,107.18034")) {
            ShortMessage read = Words.FORM.read("SOS " + place + " 4 nguoi");
            assertThat(read.at()).as(place).isNotNull();
            assertThat(read.at() == null ? 0 : read.at().lat()).isEqualTo(16.75012);
            assertThat(read.people()).isEqualTo(4);
        }
        assertThat(Words.FORM.read("toi o 48.85661, 2.35222").at()).isNull();
    }

    @Test
    void whatIsNotUnderstoodIsGivenBack() {
        ShortMessage read = Words.FORM.read("xa Hai Lang can 5 thung mi, 20 gao, xyzabc 0912345678");
        assertThat(read.unread()).contains("5 thung", "20", "xyzabc");
        assertThat(String.join(" ", read.unread())).doesNotContain("0912345678");
        ShortMessage twins = Words.FORM.read("xa Tan My can gao");
        assertThat(twins.commune()).isNull();
        assertThat(twins.communes()).containsExactly("Xã Tân Mỹ");
        assertThat(Words.FORM.read("xa Atlantis can gao").unread()).contains("xa Atlantis");
        assertThat(Words.FORM.read("asdf qwer").empty()).isTrue();
        assertThat(Words.FORM.read("😀😀").empty()).isTrue();
    }

    /** A quantity in the result is a number of the message, whatever the message is. */
    @Test
    void noQuantityIsEverMadeUp() {
        Random random = new Random(6);
        List<String> parts = List.of(
                "gao",
                "mì",
                "nuoc",
                "20",
                "5",
                "1.5",
                "kg",
                "goi",
                "lit",
                "thung",
                "nguoi",
                "tre em",
                "xa Hai Lang",
                "thon",
                ",",
                ".",
                "can",
                "khong can",
                "het",
                "SOS",
                "ao phao",
                "3",
                "x",
                "0912345678",
                "999999",
                "-4",
                "\u0000",
                "😀",
                "bat");
        for (int i = 0; i < 1500; i++) {
            String text = random.ints(random.nextInt(14), 0, parts.size())
                    .mapToObj(parts::get)
                    .collect(Collectors.joining(random.nextBoolean() ? " " : ""));
            ShortMessage read = Words.FORM.read(text);
            for (ShortMessage.Wish wish : read.wishes()) {
                if (wish.quantity().isPresent()) {
                    String digits = String.format(
                                    Locale.ROOT, "%s", wish.quantity().getAsDouble())
                            .replaceAll("\\.0$", "")
                            .replaceAll("[^0-9]", "");
                    assertThat(text.replaceAll("[^0-9]", " ").replace(" ", ""))
                            .as(text)
                            .contains(digits);
                    assertThat(wish.quantity().getAsDouble()).isPositive();
                }
            }
            assertThat(read.vulnerable()).as(text).isBetween(0, Math.max(0, read.people()));
            assertThat(Answers.taken(AnswersTest.CODE, read, Words.BY_CODE)).hasSizeLessThanOrEqualTo(160);
        }
    }

    /** Case, Unicode form and diacritics change nothing but how a hamlet is written. */
    @Test
    void theSameMessageHoweverItIsWritten() {
        String text = "Cứu trợ xã Hải Lăng thôn Diên Khánh 5 người 2 trẻ em cần 20 kg gạo và nước uống";
        ShortMessage read = Words.FORM.read(text);
        for (String other : List.of(
                text.toUpperCase(Locale.ROOT),
                text.toLowerCase(Locale.ROOT),
                Normalizer.normalize(text, Normalizer.Form.NFD),
                OneSms.plain(text),
                OneSms.plain(text).toUpperCase(Locale.ROOT))) {
            ShortMessage same = Words.FORM.read(other);
            assertThat(same.wishes()).as(other).isEqualTo(read.wishes());
            assertThat(same.people()).isEqualTo(5);
            assertThat(same.vulnerable()).isEqualTo(2);
            assertThat(same.commune()).isEqualTo(read.commune());
            assertThat(OneSms.plain(same.hamlet())).isEqualToIgnoringCase("Dien Khanh");
        }
    }

    @Test
    void anyTextIsTaken() {
        Random random = new Random(7);
        for (int i = 0; i < 600; i++) {
            String text = random.ints(random.nextInt(300), 0, random.nextBoolean() ? 0x250 : 0xFFFF)
                    .mapToObj(c -> String.valueOf((char) c))
                    .collect(Collectors.joining());
            assertThat(Words.FORM.read(text)).isNotNull();
        }
        String long20K = "SOS xa Hai Lang " + "can gao ".repeat(2500);
        assertThat(Words.FORM.read(long20K).cut()).isTrue();
        assertThat(Words.FORM.read(long20K).cry()).isEqualTo(Cry.SOS);
        assertThat(Words.FORM.read("9".repeat(5000)).people()).isZero();
        assertThat(Words.FORM.read("xa ".repeat(900)).commune()).isNull();
    }

    /** "rice" without a quantity, "rice=20" with one. */
    private static List<String> wishes(ShortMessage read) {
        return read.wishes().stream()
                .map(wish -> wish.item()
                        + (wish.quantity().isEmpty()
                                ? ""
                                : "="
                                        + Numbers.plain(BigDecimal.valueOf(
                                                        wish.quantity().getAsDouble()))
                                                .toPlainString()))
                .toList();
    }
}
