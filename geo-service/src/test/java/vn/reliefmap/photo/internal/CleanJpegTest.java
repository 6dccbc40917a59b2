package vn.reliefmap.photo.internal;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.reliefmap.kernel.ProblemException;
import vn.reliefmap.photo.internal.CleanJpeg.Picture;

/** FEATURE UNDER TEST: of a photo only the picture is kept, and what is no picture hurts nobody. */
class CleanJpegTest {
    private static final byte[] PHOTO = Pictures.written(Pictures.flag(640, 480, BufferedImage.TYPE_INT_RGB), "jpeg");

    private final CleanJpeg clean = new CleanJpeg();

    @Test
    void thePlaceWhereItWasTakenIsGone() {
        byte[] sent = Pictures.withGps(PHOTO, 1);
        assertThat(new String(sent, ISO_8859_1)).contains("Exif", "RELIEFPHONE");
        Picture kept = clean.of(sent);
        assertThat(new String(kept.jpeg(), ISO_8859_1)).doesNotContain("Exif", "RELIEFPHONE");
        assertThat(Pictures.markers(kept.jpeg()))
                .as("JFIF header, tables and frame, nothing else")
                .isSubsetOf(0xE0, 0xDB, 0xC0, 0xC4);
        assertThat(ExifOrientation.of(sent)).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"1,640,480,red", "3,640,480,blue", "6,480,640,side", "8,480,640,side"})
    void itStandsTheRightWayUp(int held, int width, int height, String above) {
        Picture kept = clean.of(Pictures.withGps(PHOTO, held));
        assertThat(kept.widthPx()).isEqualTo(width);
        assertThat(kept.heightPx()).isEqualTo(height);
        BufferedImage image = Pictures.read(kept.jpeg());
        Color top = new Color(image.getRGB(width / 2, 20));
        if (above.equals("side")) {
            Color left = new Color(image.getRGB(20, height / 2));
            // Turned clockwise the upper side comes to the right, the other way to the left.
            assertThat(left.getBlue() > left.getRed()).isEqualTo(held == 6);
        } else {
            assertThat(top.getRed() > top.getBlue()).isEqualTo(above.equals("red"));
        }
    }

    @Test
    void itIsScaledDownAndClearPartsBecomeWhite() {
        Picture large = clean.of(Pictures.written(Pictures.flag(5000, 3000, BufferedImage.TYPE_INT_RGB), "jpeg"));
        assertThat(large.widthPx()).isEqualTo(1600);
        assertThat(large.heightPx()).isEqualTo(960);
        byte[] png = Pictures.written(new BufferedImage(50, 40, BufferedImage.TYPE_INT_ARGB), "png");
        Picture clear = clean.of(png);
        assertThat(clear.widthPx()).isEqualTo(50);
        assertThat(new Color(Pictures.read(clear.jpeg()).getRGB(25, 20)).getRed())
                .isGreaterThan(250);
    }

    @Test
    void whatIsHiddenInAPictureIsGone() {
        byte[] script = "<script>alert(1)</script><?php evil ?>".getBytes(ISO_8859_1);
        byte[] polyglot = Pictures.join(Pictures.withSegment(PHOTO, 0xFE, script), script);
        assertThat(new String(clean.of(polyglot).jpeg(), ISO_8859_1)).doesNotContain("script", "php");
        byte[] png = Pictures.written(Pictures.flag(60, 60, BufferedImage.TYPE_INT_RGB), "png");
        byte[] told = Pictures.join(
                Arrays.copyOf(png, 33),
                Pictures.chunk("tEXt", "Place\0 16.75, 107.1".getBytes(ISO_8859_1)),
                Pictures.chunk("eXIf", "II*\0GPS".getBytes(ISO_8859_1)),
                Arrays.copyOfRange(png, 33, png.length));
        assertThat(new String(clean.of(told).jpeg(), ISO_8859_1)).doesNotContain("16.75", "GPS");
    }

    @Test
    void aBombIsRefusedBeforeItGoesOff() {
        expect(Pictures.hollowPng(30_000, 30_000), "PHOTO_PIXELS");
        expect(Pictures.hollowPng(1, 20_001), "PHOTO_PIXELS");
        expect(Pictures.hollowPng(7_000, 7_000), "PHOTO_BROKEN");
        byte[] wide = PHOTO.clone();
        int frame = new String(wide, ISO_8859_1).indexOf("\u00ff\u00c0");
        Arrays.fill(wide, frame + 5, frame + 9, (byte) 0xFE);
        expect(wide, "PHOTO_PIXELS");
        byte[] png = Pictures.written(Pictures.flag(60, 60, BufferedImage.TYPE_INT_RGB), "png");
        for (String name : new String[] {"zTXt", "iCCP", "iTXt"}) {
            byte[] packed = Pictures.withPackedChunk(png, name, "x\0\0", 200_000_000);
            assertThat(packed.length).isLessThan(2_500_000);
            try {
                assertThat(clean.of(packed).widthPx()).isEqualTo(60);
            } catch (ProblemException e) {
                assertThat(e.problem().code()).isEqualTo("PHOTO_BROKEN");
            }
        }
    }

    @Test
    void otherFilesAreRefusedWithWords() {
        expect(new byte[0], "PHOTO_FORM");
        expect("<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>".getBytes(ISO_8859_1), "PHOTO_FORM");
        expect("GIF89a two pictures that move".getBytes(ISO_8859_1), "PHOTO_FORM");
        expect("RIFF\0\0\0\0WEBPVP8 ".getBytes(ISO_8859_1), "PHOTO_FORM");
        expect("%PDF-1.4".getBytes(ISO_8859_1), "PHOTO_FORM");
        assertThatThrownBy(() -> clean.of("\0\0\0\u0018ftypheic\0\0\0\0mif1heic".getBytes(ISO_8859_1)))
                .isInstanceOfSatisfying(ProblemException.class, e -> {
                    assertThat(e.problem().code()).isEqualTo("PHOTO_HEIC");
                    assertThat(e.problem().vi()).contains("Tương thích nhất");
                });
    }

    @Test
    void aPhotoThatDidNotArriveWholeIsAskedForAgain() {
        byte[] noisy = Pictures.written(noise(800, 600), "jpeg");
        for (int part = 1; part < 10; part++) {
            expect(Arrays.copyOf(noisy, noisy.length * part / 10), "PHOTO_BROKEN");
        }
        byte[] png = Pictures.written(noise(300, 200), "png");
        expect(Arrays.copyOf(png, png.length / 2), "PHOTO_BROKEN");
        expect(Arrays.copyOf(png, 20), "PHOTO_BROKEN");
        expect(new byte[] {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, (byte) 0xE1}, "PHOTO_BROKEN");
    }

    @Test
    void noBrokenBytesDoAnythingWorseThanBeingRefused() {
        Random random = new Random(20_201_018);
        byte[][] good = {
            Pictures.withGps(Pictures.written(noise(80, 60), "jpeg"), 6), Pictures.written(noise(80, 60), "png")
        };
        int refused = 0;
        for (int i = 0; i < 600; i++) {
            byte[] bad = good[i % 2].clone();
            for (int change = random.nextInt(8); change >= 0; change--) {
                bad[random.nextInt(Math.min(bad.length, i % 3 == 0 ? bad.length : 400))] = (byte) random.nextInt(256);
            }
            try {
                assertThat(clean.of(bad).jpeg()).isNotEmpty();
            } catch (ProblemException e) {
                refused++;
                assertThat(e.problem().status()).isEqualTo(400);
            }
        }
        assertThat(refused).isGreaterThan(50);
    }

    private static BufferedImage noise(int width, int height) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Random random = new Random(1);
        for (int x = 0; x < width; x++) {
            for (int y = 0; y < height; y++) {
                image.setRGB(x, y, random.nextInt(0x1000000));
            }
        }
        return image;
    }

    private void expect(byte[] sent, String code) {
        assertThatThrownBy(() -> clean.of(sent)).isInstanceOfSatisfying(ProblemException.class, e -> assertThat(
                        e.problem().code())
                .isEqualTo(code));
    }
}
