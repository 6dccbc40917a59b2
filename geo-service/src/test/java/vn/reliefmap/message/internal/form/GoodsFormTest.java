package vn.reliefmap.message.internal.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.reliefmap.item.AmountWords;
import vn.reliefmap.kernel.NameFolding;
import vn.reliefmap.message.GoodsWords.Goods;

/** FEATURE UNDER TEST: what somebody can give is understood in the words they use. */
class GoodsFormTest {
    private static final GoodsForm FORM = new GoodsForm(Words.ITEMS);

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        200 kg gạo             | rice            | 200
        200kg gao              | rice            | 200
        gạo 200kg              | rice            | 200
        Tôi có 200 ký gạo      | rice            | 200
        200kg rice             | rice            | 200
        rice 200 kg            | rice            | 200
        1,5 tấn gạo            | rice            | 1500
        2 tạ gạo               | rice            | 200
        2 000 kg gạo           | rice            | 2000
        2.000 kg gạo           | rice            | 2000
        gaoj 20kg              | rice            | 20
        gạo                    | rice            |
        500 gói mì             | instant_noodles | 500
        mì tôm 500 gói         | instant_noodles | 500
        500 mì tôm             | instant_noodles | 500
        500 packs of noodles   | instant_noodles | 500
        500 lít nước           | drinking_water  | 500
        50 tấm bạt 4x6         | tarp            | 50
        30 áo phao             | life_jacket     | 30
        200 chan               | blanket         | 200
        chăn 200 cái           | blanket         | 200
        5 triệu                | cash            | 5000000
        5 triệu đồng tiền mặt  | cash            | 5000000
        500k tiền mặt          | cash            | 500000
        2.000.000 đồng         | cash            | 2000000
        """)
    void understands(String text, String item, BigDecimal quantity) {
        Goods read = FORM.read(text);
        assertThat(read.item()).as(text).isEqualTo(item);
        assertThat(read.quantity()).as(text).isEqualTo(quantity);
        assertThat(read.pack()).isNull();
        assertThat(read.uncounted()).isNull();
    }

    /** What a page tells in English may be typed back into it. */
    @Test
    void readsTheProgramsOwnEnglish() {
        Words.ITEMS.stream().filter(item -> !item.code().equals("cash")).forEach(item -> {
            String told = AmountWords.en(item, BigDecimal.valueOf(3));
            Goods read = FORM.read(told);
            assertThat(read.item()).as(told).isEqualTo(item.code());
            assertThat(read.quantity()).as(told).isEqualByComparingTo("3");
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        3 thùng nước          | drinking_water  | 36  | thùng
        nuoc uong 3 thung     | drinking_water  | 36  | thùng
        10 thùng mì           | instant_noodles | 300 | thùng
        10 cartons of noodles | instant_noodles | 300 | thùng
        40 chai nước          | drinking_water  | 20  | chai
        """)
    void packsAreCountedByWhatTheyUsuallyHoldAndNamed(String text, String item, BigDecimal quantity, String pack) {
        Goods read = FORM.read(text);
        assertThat(read.item()).as(text).isEqualTo(item);
        assertThat(read.quantity()).as(text).isEqualTo(quantity);
        assertThat(read.pack()).isNotNull();
        assertThat(read.pack() == null ? "" : read.pack().vi()).isEqualTo(pack);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        5 bao gạo     | rice | 5 bao
        20 hộp gạo    | rice | 20 hộp
        gạo 20 bì     | rice | 20 bì
        """)
    void noQuantityIsMadeUp(String text, String item, String uncounted) {
        Goods read = FORM.read(text);
        assertThat(read.item()).isEqualTo(item);
        assertThat(read.quantity()).isNull();
        assertThat(read.uncounted()).isEqualTo(uncounted);
    }

    @Test
    void noGoodsAreHeardWhereNoneAreNamed() {
        for (String text : new String[] {"", "   ", "200 kg", "xin chào", "0912345678", "—", "<b>"}) {
            assertThat(FORM.read(text).item()).as(text).isNull();
        }
        assertThat(FORM.read("gọi 0912345678 lấy gạo").quantity()).isNull();
        assertThat(FORM.read("0 kg gạo").quantity()).isNull();
    }

    @Test
    void eachItemOfTheCatalogueIsUnderstoodByItsOwnNameAndUnit() {
        Words.ITEMS.forEach(item -> {
            String unit = item.unitVi().split(" ")[0];
            Goods read = FORM.read("12 " + unit + " " + item.nameVi());
            assertThat(read.item()).as(item.nameVi()).isEqualTo(item.code());
            assertThat(FORM.read(NameFolding.fold(item.nameVi())).item())
                    .as(NameFolding.fold(item.nameVi()))
                    .isNotNull();
        });
    }

    /** LAW: whatever is typed, reading ends in goods with a possible quantity or in none. */
    @Test
    void anyTextIsRead() {
        Random random = new Random(6);
        String[] parts = {
            "gạo", "5", "1e9", "kg", ",", "999999999", "thùng", "nước", "tỷ", "-3", "\u0000", "đồng", "0", "x"
        };
        for (int i = 0; i < 3000; i++) {
            StringBuilder text = new StringBuilder();
            for (int n = random.nextInt(8); n > 0; n--) {
                text.append(parts[random.nextInt(parts.length)]).append(random.nextBoolean() ? " " : "");
            }
            byte[] noise = new byte[random.nextInt(12)];
            random.nextBytes(noise);
            text.append(new String(noise, StandardCharsets.UTF_8));
            Goods read = FORM.read(text.toString());
            BigDecimal quantity = read.quantity();
            if (quantity != null) {
                assertThat(read.item()).isNotNull();
                assertThat(quantity).isGreaterThan(BigDecimal.ZERO).isLessThanOrEqualTo(new BigDecimal("1e9"));
                assertThat(quantity.scale()).isLessThanOrEqualTo(3);
            }
        }
    }
}
