package vn.reliefmap.photo.internal;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * How a camera was held: the one thing of a JPEG's EXIF that is needed before it is thrown away. Reads hostile bytes: every
 * position is checked, and whatever does not fit means upright.
 */
final class ExifOrientation {
    static final int UPRIGHT = 1;

    private static final byte[] EXIF = "Exif\0\0".getBytes(StandardCharsets.US_ASCII);
    private static final int APP1 = 0xE1;
    private static final int START_OF_SCAN = 0xDA;
    private static final int ORIENTATION = 0x0112;
    private static final int ENTRY_BYTES = 12;

    private ExifOrientation() {}

    /** 1 to 8, as EXIF counts them. */
    static int of(byte[] jpeg) {
        int at = 2;
        while (at + 4 <= jpeg.length && (jpeg[at] & 0xFF) == 0xFF) {
            int marker = jpeg[at + 1] & 0xFF;
            int length = ((jpeg[at + 2] & 0xFF) << 8) | (jpeg[at + 3] & 0xFF);
            if (marker == START_OF_SCAN || length < 2 || at + 2 + length > jpeg.length) {
                return UPRIGHT;
            }
            if (marker == APP1 && isExif(jpeg, at + 4, length - 2)) {
                int from = at + 4 + EXIF.length;
                return inTiff(
                        ByteBuffer.wrap(jpeg, from, at + 2 + length - from).slice());
            }
            at += 2 + length;
        }
        return UPRIGHT;
    }

    private static boolean isExif(byte[] jpeg, int from, int length) {
        for (int i = 0; i < EXIF.length; i++) {
            if (i >= length || jpeg[from + i] != EXIF[i]) {
                return false;
            }
        }
        return true;
    }

    private static int inTiff(ByteBuffer tiff) {
        if (tiff.limit() < 8) {
            return UPRIGHT;
        }
        tiff.order(tiff.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        int directory = tiff.getInt(4);
        if (directory < 8 || directory > tiff.limit() - 2) {
            return UPRIGHT;
        }
        int entries = tiff.getShort(directory) & 0xFFFF;
        for (int i = 0; i < entries; i++) {
            long entry = directory + 2L + (long) i * ENTRY_BYTES;
            if (entry + ENTRY_BYTES > tiff.limit()) {
                return UPRIGHT;
            }
            if ((tiff.getShort((int) entry) & 0xFFFF) == ORIENTATION) {
                int held = tiff.getShort((int) entry + 8) & 0xFFFF;
                return held >= 1 && held <= 8 ? held : UPRIGHT;
            }
        }
        return UPRIGHT;
    }
}
