package vn.reliefmap.basemap.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import org.junit.jupiter.api.Test;

class LabelBlockTest {
    private static final LabelBlock.Ink INK = new LabelBlock.Ink(MapStyle.INK, 2);

    private final LabelFonts fonts = new LabelFonts();
    private final LabelBlock block = new LabelBlock(1024);

    @Test
    void theChosenFontHasEveryVietnameseLetter() {
        assumeTrue(fonts.available(), "needs a font with Vietnamese letters");

        assertThat(new Font(fonts.family(), Font.PLAIN, 12).canDisplayUpTo(LabelFonts.VIETNAMESE))
                .isEqualTo(-1);
        assertThat(fonts.outline("Ẫ", Font.PLAIN, 40).getBounds2D().getHeight())
                .isGreaterThan(fonts.outline("A", Font.PLAIN, 40).getBounds2D().getHeight());
    }

    @Test
    void aNameOverTwoTilesGoesOnInTheSecond() {
        assumeTrue(fonts.available(), "needs a font with Vietnamese letters");
        assertThat(place("Quảng Trị", 256, 128)).isTrue();

        assertThat(inked(0)).isPositive();
        assertThat(inked(256)).isPositive();
        assertThat(inked(512)).isZero();
    }

    @Test
    void aNameAtTheBlocksEdgeMovesInwardAndOneOutsideStaysOut() {
        assumeTrue(fonts.available(), "needs a font with Vietnamese letters");

        assertThat(place("Quảng Trị", 1, 1)).isTrue();
        assertThat(place("Đông Hà", 1025, 100)).isFalse();
    }

    @Test
    void noNameLiesOverAnother() {
        assumeTrue(fonts.available(), "needs a font with Vietnamese letters");

        assertThat(place("Quảng Trị", 300, 300)).isTrue();
        assertThat(place("Đông Hà", 310, 305)).isFalse();
        assertThat(place("Đông Hà", 310, 340)).isTrue();
        assertThat(block.near("Đông Hà", 300, 330, 50)).isTrue();
    }

    @Test
    void aLongNameBreaksNearItsMiddle() {
        assertThat(LabelFonts.wrap("Đông Hà")).isEqualTo("Đông Hà");
        assertThat(LabelFonts.wrap("Trường Sa (Việt Nam)")).isEqualTo("Trường Sa\n(Việt Nam)");
    }

    private boolean place(String text, double x, double y) {
        return block.place(text, fonts.outline(text, Font.PLAIN, 12), x, y, INK);
    }

    private long inked(int left) {
        BufferedImage image = new BufferedImage(256, 256, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = image.createGraphics();
        block.draw(g, left, 0, 256);
        g.dispose();
        long count = 0;
        for (int i = 0; i < 256 * 256; i++) {
            count += (image.getRGB(i % 256, i / 256) & 0xFFFFFF) == 0 ? 0 : 1;
        }
        return count;
    }
}
