package vn.reliefmap.web;

import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;

/** Writes a picture with the 256 colours that stand for most of it: a third of the bytes, and no eye sees the difference on a page. */
final class PalettePng {
    private static final int COLOURS = 256;

    private PalettePng() {}

    static byte[] of(byte[] png) throws IOException {
        BufferedImage picture = ImageIO.read(new ByteArrayInputStream(png));
        int width = picture.getWidth();
        int height = picture.getHeight();
        int[] pixels = picture.getRGB(0, 0, width, height, null, 0, width);
        int[] palette = palette(pixels);
        Map<Integer, Integer> nearest = new HashMap<>();
        byte[] reds = new byte[palette.length];
        byte[] greens = new byte[palette.length];
        byte[] blues = new byte[palette.length];
        for (int i = 0; i < palette.length; i++) {
            reds[i] = (byte) (palette[i] >> 16);
            greens[i] = (byte) (palette[i] >> 8);
            blues[i] = (byte) palette[i];
        }
        IndexColorModel colours = new IndexColorModel(8, palette.length, reds, greens, blues);
        BufferedImage small = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_INDEXED, colours);
        for (int i = 0; i < pixels.length; i++) {
            int index = nearest.computeIfAbsent(pixels[i] & 0xFFFFFF, rgb -> nearest(palette, rgb));
            small.getRaster().setSample(i % width, i / width, 0, index);
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(small, "png", out);
        return out.toByteArray();
    }

    /** The most frequent colour of each of the most frequent cells of 4 bits a channel, then what is most frequent at all. */
    private static int[] palette(int[] pixels) {
        Map<Integer, Integer> counts = new HashMap<>();
        for (int pixel : pixels) {
            counts.merge(pixel & 0xFFFFFF, 1, Integer::sum);
        }
        Map<Integer, Integer> best = new HashMap<>();
        counts.forEach((rgb, count) -> best.merge(
                (rgb & 0xF0F0F0) | 0x1000000,
                rgb,
                (a, b) -> counts.getOrDefault(a, 0) >= counts.getOrDefault(b, 0) ? a : b));
        Map<Integer, Integer> weights = new HashMap<>();
        counts.forEach((rgb, count) -> weights.merge((rgb & 0xF0F0F0) | 0x1000000, count, Integer::sum));
        List<Integer> cells = weights.keySet().stream()
                .sorted(Comparator.comparing((Integer cell) -> -weights.getOrDefault(cell, 0)))
                .limit(COLOURS * 3 / 4)
                .map(cell -> best.getOrDefault(cell, 0))
                .toList();
        List<Integer> frequent = counts.keySet().stream()
                .sorted(Comparator.comparing((Integer rgb) -> -counts.getOrDefault(rgb, 0)))
                .filter(rgb -> !cells.contains(rgb))
                .limit(COLOURS - cells.size())
                .toList();
        return IntStream.concat(
                        cells.stream().mapToInt(Integer::intValue),
                        frequent.stream().mapToInt(Integer::intValue))
                .toArray();
    }

    private static int nearest(int[] palette, int rgb) {
        int best = 0;
        int least = Integer.MAX_VALUE;
        for (int i = 0; i < palette.length; i++) {
            int red = (palette[i] >> 16 & 255) - (rgb >> 16 & 255);
            int green = (palette[i] >> 8 & 255) - (rgb >> 8 & 255);
            int blue = (palette[i] & 255) - (rgb & 255);
            int distance = red * red + green * green + blue * blue;
            if (distance < least) {
                least = distance;
                best = i;
            }
        }
        return best;
    }
}
