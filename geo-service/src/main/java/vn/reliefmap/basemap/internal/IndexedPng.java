package vn.reliefmap.basemap.internal;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/**
 * Writes a picture as a PNG with one fixed palette: the map's colours, half a byte for each pixel. All tiles
 * share it, so that neighbours match; a tile takes a few kilobytes. Thread-safe.
 */
final class IndexedPng {
    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10};
    /** What soft edges are made of too. */
    private static final List<Color> EDGES = List.of(
            MapStyle.LAND,
            MapStyle.WATER,
            MapStyle.PAPER,
            MapStyle.BANK,
            MapStyle.CASING,
            MapStyle.MINOR_CASING,
            MapStyle.INK,
            new Color(0x838A8A));
    /** What only whole areas have: an edge in one of these would be a stain. */
    private static final List<Color> GROUNDS =
            List.of(MapStyle.WOOD, MapStyle.BUILT_UP, MapStyle.SEA, MapStyle.BUILDING);

    private final int[] palette;
    /** The palette entry of every colour with 5 bits a channel: its own, else the nearest of the edges. */
    private final byte[] nearest = new byte[1 << 15];

    IndexedPng() {
        palette = IntStream.concat(IntStream.of(rgb(EDGES)), IntStream.of(rgb(GROUNDS)))
                .toArray();
        for (int i = 0; i < nearest.length; i++) {
            int r = (i >> 10 & 31) * 255 / 31;
            int g = (i >> 5 & 31) * 255 / 31;
            int b = (i & 31) * 255 / 31;
            nearest[i] = (byte) nearest(r, g, b);
        }
        // The map's own colours must come back exactly.
        for (int i = 0; i < palette.length; i++) {
            nearest[key(palette[i])] = (byte) i;
        }
    }

    byte[] encode(BufferedImage image) {
        int width = image.getWidth();
        int height = image.getHeight();
        int[] pixels = image.getRGB(0, 0, width, height, null, 0, width);
        byte[] raw = new byte[(width / 2 + 1) * height];
        int at = 0;
        for (int y = 0; y < height; y++) {
            raw[at++] = 0;
            for (int x = 0; x < width; x += 2) {
                int first = y * width + x;
                raw[at++] = (byte) (nearest[key(pixels[first])] << 4 | nearest[key(pixels[first + 1])]);
            }
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream(8192);
        out.writeBytes(SIGNATURE);
        chunk(
                out,
                "IHDR",
                ByteBuffer.allocate(13)
                        .putInt(width)
                        .putInt(height)
                        .put((byte) 4)
                        .put((byte) 3)
                        .array());
        ByteBuffer colours = ByteBuffer.allocate(palette.length * 3);
        for (int rgb : palette) {
            colours.put((byte) (rgb >> 16)).put((byte) (rgb >> 8)).put((byte) rgb);
        }
        chunk(out, "PLTE", colours.array());
        chunk(out, "IDAT", deflate(raw));
        chunk(out, "IEND", new byte[0]);
        return out.toByteArray();
    }

    private static byte[] deflate(byte[] raw) {
        Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION);
        try {
            deflater.setInput(raw);
            deflater.finish();
            ByteArrayOutputStream out = new ByteArrayOutputStream(8192);
            byte[] buffer = new byte[8192];
            while (!deflater.finished()) {
                out.write(buffer, 0, deflater.deflate(buffer));
            }
            return out.toByteArray();
        } finally {
            deflater.end();
        }
    }

    private static void chunk(ByteArrayOutputStream out, String type, byte[] data) {
        byte[] name = type.getBytes(StandardCharsets.US_ASCII);
        CRC32 crc = new CRC32();
        crc.update(name);
        crc.update(data);
        out.writeBytes(ByteBuffer.allocate(4).putInt(data.length).array());
        out.writeBytes(name);
        out.writeBytes(data);
        out.writeBytes(ByteBuffer.allocate(4).putInt((int) crc.getValue()).array());
    }

    private static int[] rgb(List<Color> colours) {
        return colours.stream().mapToInt(colour -> colour.getRGB() & 0xFFFFFF).toArray();
    }

    private int nearest(int r, int g, int b) {
        int best = 0;
        for (int i = 1; i < EDGES.size(); i++) {
            if (distance(palette[i], r << 16 | g << 8 | b) < distance(palette[best], r << 16 | g << 8 | b)) {
                best = i;
            }
        }
        return best;
    }

    private static int key(int rgb) {
        return (rgb >> 19 & 31) << 10 | (rgb >> 11 & 31) << 5 | (rgb >> 3 & 31);
    }

    private static int distance(int a, int b) {
        int r = (a >> 16 & 255) - (b >> 16 & 255);
        int g = (a >> 8 & 255) - (b >> 8 & 255);
        int blue = (a & 255) - (b & 255);
        return r * r + g * g + blue * blue;
    }
}
