package vn.reliefmap.message.internal.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import vn.reliefmap.admin.AdminUnit;
import vn.reliefmap.geo.LonLat;
import vn.reliefmap.kernel.PublicCode;
import vn.reliefmap.message.internal.form.ShortMessage.Cry;
import vn.reliefmap.message.internal.form.ShortMessage.Verb;
import vn.reliefmap.message.internal.form.ShortMessage.Wish;

/** FEATURE UNDER TEST: every answer fits into one SMS of the GSM alphabet and holds the code. */
class AnswersTest {
    static final PublicCode CODE = new PublicCode("ACDE-FGHJ");

    @Test
    void everyAnswerFits() {
        List<String> withCode = new ArrayList<>();
        for (Cry cry : List.of(Cry.ASKS, Cry.SOS, Cry.SAFE)) {
            for (int place = 0; place < 8; place++) {
                for (int much = 0; much < 4; much++) {
                    withCode.add(Answers.taken(CODE, message(cry, place, much), Words.BY_CODE));
                }
            }
        }
        for (Verb verb : Verb.values()) {
            withCode.add(Answers.heeded(verb, CODE));
        }
        withCode.add(Answers.cryTakenBack(CODE));
        withCode.add(Answers.unknown(CODE));
        withCode.add(Answers.state(CODE, "đội đang trên đường, khoảng 25 phút ".repeat(10)));
        withCode.add(Answers.state(CODE, "đã nhận"));
        assertThat(withCode).allSatisfy(answer -> {
            fits(answer);
            assertThat(answer).contains("ACDE-FGHJ");
        });
        List.of(Answers.help(), Answers.closed(), Answers.unknown(null)).forEach(AnswersTest::fits);
    }

    @Test
    void whatMattersComesFirst() {
        String sos = Answers.taken(CODE, Words.FORM.read("SOS 4 nguoi"), Words.BY_CODE);
        assertThat(sos).contains("CHUA RO O DAU", "112");
        String asked = Answers.taken(
                CODE,
                Words.FORM.read("xa Hai Lang thon Dien Khanh 5 nguoi can 20kg gao, nuoc, 5 thung mi"),
                Words.BY_CODE);
        assertThat(asked)
                .contains("Xa Hai Lang", "thon Dien Khanh", "5 nguoi", "gao 20 kg", "nuoc uong")
                .contains("Chua hieu: 5 thung");
        assertThat(Answers.taken(CODE, Words.FORM.read("asdf"), Words.BY_CODE)).contains("Da giu tin", "Chua ro xa");
    }

    private static void fits(String answer) {
        assertThat(answer).hasSizeLessThanOrEqualTo(160).isNotBlank().matches("[A-Za-z0-9 .,:;!?()/+%-]+");
    }

    private static ShortMessage message(Cry cry, int place, int much) {
        AdminUnit commune = (place & 1) == 0 ? null : Words.COMMUNES.get(2);
        return new ShortMessage(
                null,
                cry,
                (place & 2) == 0 ? null : new LonLat(107.1, 16.7),
                commune,
                commune == null && much == 1 ? List.of("Xã Tân Mỹ", "Xã Tân Mỹ") : List.of(),
                (place & 4) == 0 ? "" : "Làng rất xa có tên rất dài ".repeat(much + 1),
                much * 3000,
                much,
                Words.ITEMS.stream()
                        .limit(much * 15L)
                        .map(item ->
                                new Wish(item.code(), much == 2 ? OptionalDouble.of(12.345) : OptionalDouble.empty()))
                        .toList(),
                List.of(),
                much == 0 ? List.of() : List.of("chưa", "hiểu€", "gì".repeat(much * 40), "^{}", "\n"),
                much == 3);
    }
}
