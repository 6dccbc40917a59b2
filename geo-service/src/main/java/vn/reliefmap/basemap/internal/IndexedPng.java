package vn.reliefmap.basemap.internal;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/**
 * Writes a picture as a PNG with one fixed palette: the map's colours and a few steps between those that meet. All
 * tiles share it, so that neighbours match; a tile takes a few kilobytes. Thread-safe.
 */
final class IndexedPng {
    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10};
    private static final int MAX_COLOURS = 128;

    private final int[] palette;
    /** The nearest palette entry of every colour with 5 bits a channel. */
    private final byte[] nearest = new byte[1 << 15];

    IndexedPng() {
        palette = palette();
        for (int i = 0; i < nearest.length; i++) {
            int r = (i >> 10 & 31) * 255 / 31;
            int g = (i >> 5 & 31) * 255 / 31;
            int b = (i & 31) * 255 / 31;
            nearest[i] = (byte) nearest(r, g, b);
        }
        // The map's own colours come first and must come back exactly.
        for (int i = 0; i < ownColours().size(); i++) {
            nearest[key(palette[i])] = (byte) i;
        }
    }

    byte[] encode(BufferedImage image) {
        int width = image.getWidth();
        int height = image.getHeight();
        int[] pixels = image.getRGB(0, 0, width, height, null, 0, width);
        byte[] raw = new byte[(width + 1) * height];
        int at = 0;
        for (int y = 0; y < height; y++) {
            raw[at++] = 0;
            for (int x = 0; x < width; x++) {
                raw[at++] = nearest[key(pixels[y * width + x])];
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
                        .put((byte) 8)
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

    private static List<Color> ownColours() {
        return List.of(
                MapStyle.LAND,
                MapStyle.WOOD,
                MapStyle.BUILT_UP,
                MapStyle.SEA,
                MapStyle.WATER,
                MapStyle.BANK,
                MapStyle.BUILDING,
                MapStyle.PAPER,
                MapStyle.CASING,
                MapStyle.MINOR_CASING,
                MapStyle.PATH,
                MapStyle.RAIL,
                MapStyle.INK,
                MapStyle.INK_2);
    }

    private static int[] palette() {
        Set<Integer> colours = new LinkedHashSet<>();
        ownColours().forEach(colour -> colours.add(colour.getRGB() & 0xFFFFFF));
        List<Color[]> meeting = new ArrayList<>();
        for (Color ground : List.of(MapStyle.LAND, MapStyle.WATER, MapStyle.SEA, MapStyle.PAPER)) {
            for (Color drawn : List.of(MapStyle.PAPER, MapStyle.INK, MapStyle.INK_2, MapStyle.BANK, MapStyle.CASING)) {
                meeting.add(new Color[] {ground, drawn});
            }
        }
        meeting.add(new Color[] {MapStyle.LAND, MapStyle.WATER});
        meeting.add(new Color[] {MapStyle.LAND, MapStyle.SEA});
        meeting.add(new Color[] {MapStyle.PAPER, MapStyle.MINOR_CASING});
        meeting.add(new Color[] {MapStyle.LAND, MapStyle.MINOR_CASING});
        for (Color[] pair : meeting) {
            for (double share : new double[] {0.5}) {
                int rgb = mix(pair[0], pair[1], share);
                if (colours.size() < MAX_COLOURS && colours.stream().noneMatch(c -> distance(c, rgb) < 1200)) {
                    colours.add(rgb);
                }
            }
        }
        return colours.stream().mapToInt(Integer::intValue).toArray();
    }

    private static int mix(Color a, Color b, double share) {
        int r = (int) Math.round(a.getRed() + (b.getRed() - a.getRed()) * share);
        int g = (int) Math.round(a.getGreen() + (b.getGreen() - a.getGreen()) * share);
        int blue = (int) Math.round(a.getBlue() + (b.getBlue() - a.getBlue()) * share);
        return r << 16 | g << 8 | blue;
    }

    private int nearest(int r, int g, int b) {
        int best = 0;
        for (int i = 1; i < palette.length; i++) {
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
