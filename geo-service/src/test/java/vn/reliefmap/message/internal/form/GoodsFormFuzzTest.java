package vn.reliefmap.message.internal.form;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import vn.reliefmap.message.GoodsWords.Goods;

/** LAW: any text about goods ends in an item of the catalogue with a quantity that can be, or in none; no number is of nothing. */
class GoodsFormFuzzTest {
    private static final GoodsForm FORM = new GoodsForm(Words.ITEMS);

    @FuzzTest(maxDuration = "5m")
    void text(byte[] bytes) {
        Goods read = FORM.read(new String(bytes, StandardCharsets.UTF_8));
        if (read.item() == null) {
            assertThat(read).isEqualTo(new Goods(null, null, null, null));
        } else {
            assertThat(Words.ITEMS).extracting(item -> item.code()).contains(read.item());
        }
        BigDecimal quantity = read.quantity();
        if (quantity != null) {
            assertThat(quantity).isPositive().isLessThanOrEqualTo(new BigDecimal("1e9"));
            assertThat(quantity.stripTrailingZeros().scale()).isLessThanOrEqualTo(3);
        }
        assertThat(read.pack() == null || quantity != null)
                .as("a pack was counted")
                .isTrue();
        assertThat(quantity == null || read.uncounted() == null)
                .as("one number is not both")
                .isTrue();
    }
}
