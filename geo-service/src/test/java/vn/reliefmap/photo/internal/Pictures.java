package vn.reliefmap.photo.internal;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import javax.imageio.ImageIO;

/** Pictures as telephones, browsers and attackers send them. */
final class Pictures {
    private Pictures() {}

    /** Red above, blue below. */
    static BufferedImage flag(int width, int height, int type) {
        BufferedImage image = new BufferedImage(width, height, type);
        Graphics2D pen = image.createGraphics();
        pen.setColor(Color.RED);
        pen.fillRect(0, 0, width, height / 2);
        pen.setColor(Color.BLUE);
        pen.fillRect(0, height / 2, width, height);
        pen.dispose();
        return image;
    }

    static byte[] written(BufferedImage image, String format) {
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            ImageIO.write(image, format, bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static BufferedImage read(byte[] jpeg) {
        try {
            return Objects.requireNonNull(ImageIO.read(new ByteArrayInputStream(jpeg)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A JPEG of a telephone held on its side: EXIF with orientation, maker and the place it was taken at. */
    static byte[] withGps(byte[] jpeg, int orientation) {
        ByteBuffer tiff = ByteBuffer.allocate(220).order(ByteOrder.LITTLE_ENDIAN);
        tiff.put("II".getBytes(StandardCharsets.US_ASCII)).putShort((short) 42).putInt(8);
        tiff.putShort((short) 3);
        entry(tiff, 0x010F, 2, 12, 60);
        entry(tiff, 0x0112, 3, 1, orientation);
        entry(tiff, 0x8825, 4, 1, 80);
        tiff.putInt(0);
        tiff.position(60);
        tiff.put("RELIEFPHONE\0".getBytes(StandardCharsets.US_ASCII));
        tiff.position(80);
        tiff.putShort((short) 4);
        entry(tiff, 1, 2, 2, 'N');
        entry(tiff, 2, 5, 3, 140);
        entry(tiff, 3, 2, 2, 'E');
        entry(tiff, 4, 5, 3, 170);
        tiff.position(140);
        for (int part : new int[] {16, 1, 45, 1, 123, 10}) {
            tiff.putInt(part);
        }
        tiff.position(170);
        for (int part : new int[] {107, 1, 6, 1, 321, 10}) {
            tiff.putInt(part);
        }
        return withSegment(jpeg, 0xE1, join("Exif\0\0".getBytes(StandardCharsets.US_ASCII), tiff.array()));
    }

    private static void entry(ByteBuffer tiff, int tag, int type, int count, int value) {
        tiff.putShort((short) tag).putShort((short) type).putInt(count).putInt(value);
    }

    static byte[] withSegment(byte[] jpeg, int marker, byte[] content) {
        int length = content.length + 2;
        byte[] head = {jpeg[0], jpeg[1], (byte) 0xFF, (byte) marker, (byte) (length >> 8), (byte) length};
        byte[] rest = new byte[jpeg.length - 2];
        System.arraycopy(jpeg, 2, rest, 0, rest.length);
        return join(head, content, rest);
    }

    /** The markers up to the first scan. */
    static List<Integer> markers(byte[] jpeg) {
        List<Integer> markers = new ArrayList<>();
        for (int at = 2;
                (jpeg[at + 1] & 0xFF) != 0xDA;
                at += 2 + (((jpeg[at + 2] & 0xFF) << 8) | (jpeg[at + 3] & 0xFF))) {
            markers.add(jpeg[at + 1] & 0xFF);
        }
        return markers;
    }

    /** A PNG that says it is so large, with next to nothing in it. */
    static byte[] hollowPng(int width, int height) {
        return join(signature(), chunk("IHDR", header(width, height)), chunk("IDAT", zipped(100)), chunk("IEND"));
    }

    /** Behind the header of a real PNG comes a chunk of so many bytes, packed. */
    static byte[] withPackedChunk(byte[] png, String name, String before, int unpacked) {
        int head = 8 + 25;
        byte[] packed = chunk(name, join(before.getBytes(StandardCharsets.ISO_8859_1), zipped(unpacked)));
        byte[] start = new byte[head];
        byte[] rest = new byte[png.length - head];
        System.arraycopy(png, 0, start, 0, head);
        System.arraycopy(png, head, rest, 0, rest.length);
        return join(start, packed, rest);
    }

    private static byte[] signature() {
        return new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
    }

    private static byte[] header(int width, int height) {
        return ByteBuffer.allocate(13)
                .putInt(width)
                .putInt(height)
                .put((byte) 8)
                .put((byte) 2)
                .array();
    }

    private static byte[] zipped(int zeros) {
        Deflater deflater = new Deflater();
        deflater.setInput(new byte[zeros]);
        deflater.finish();
        byte[] packed = new byte[zeros / 100 + 1000];
        int length = deflater.deflate(packed);
        deflater.end();
        byte[] exact = new byte[length];
        System.arraycopy(packed, 0, exact, 0, length);
        return exact;
    }

    static byte[] chunk(String name, byte[]... content) {
        byte[] data = join(content);
        byte[] named = join(name.getBytes(StandardCharsets.US_ASCII), data);
        CRC32 crc = new CRC32();
        crc.update(named);
        return ByteBuffer.allocate(8 + named.length)
                .putInt(data.length)
                .put(named)
                .putInt((int) crc.getValue())
                .array();
    }

    static byte[] join(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }
}
