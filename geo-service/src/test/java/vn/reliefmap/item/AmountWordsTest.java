package vn.reliefmap.item;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** FEATURE UNDER TEST: amounts read as people say them. */
class AmountWordsTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
        Blanket            | piece | pieces | blanket            | blankets            | 267   | 267 blankets
        Blanket            | piece | pieces | blanket            | blankets            | 1     | 1 blanket
        Drinking water     | litre | litres | -                  | -                   | 44549 | 44,549 litres of drinking water
        Drinking water     | litre | litres | -                  | -                   | 1     | 1 litre of drinking water
        Drinking water     | litre | litres | -                  | -                   | 0.5   | 0.5 litres of drinking water
        UHT milk           | tin   | tins   | -                  | -                   | 2     | 2 tins of UHT milk
        Family medicine kit| kit   | kits   | family medicine kit| family medicine kits| 2     | 2 family medicine kits
        """)
    void inEnglish(
            String name,
            String unit,
            String units,
            @Nullable String one,
            @Nullable String many,
            BigDecimal quantity,
            String expected) {
        Item item = item("-", "-", name, unit, units, one, many, Item.LackGroup.GOODS);
        assertThat(AmountWords.en(item, quantity)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        Chăn                 | cái | 267  | 267 cái chăn
        Gạo                  | kg  | 4200 | 4.200 kg gạo
        Bộ vệ sinh gia đình  | bộ  | 12   | 12 bộ vệ sinh gia đình
        Bình lọc nước        | bộ  | 2.5  | 2,5 bộ bình lọc nước
        """)
    void inVietnamese(String name, String unit, BigDecimal quantity, String expected) {
        Item item = item(name, unit, "-", "-", "-", null, null, Item.LackGroup.GOODS);
        assertThat(AmountWords.vi(item, quantity)).isEqualTo(expected);
    }

    @Test
    void cash() {
        Item cash = item("Tiền mặt", "đồng", "Cash", "VND", "VND", null, null, Item.LackGroup.CASH);
        assertThat(AmountWords.en(cash, BigDecimal.valueOf(900_000))).isEqualTo("900,000 VND in cash");
    }

    private static Item item(
            String vi,
            String unitVi,
            String en,
            String unit,
            String units,
            @Nullable String one,
            @Nullable String many,
            Item.LackGroup group) {
        return new Item(
                "item",
                vi,
                en,
                unitVi,
                unit,
                units,
                one,
                many,
                1,
                0.01,
                Item.Category.FOOD,
                group,
                null,
                null,
                null,
                "test",
                false);
    }
}
