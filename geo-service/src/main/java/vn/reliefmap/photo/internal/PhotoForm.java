package vn.reliefmap.photo.internal;

import java.nio.charset.StandardCharsets;
import java.util.Set;
import vn.reliefmap.kernel.Problem;

/** Which kind of picture the bytes are, by their beginning; names and types that senders give are not looked at. */
enum PhotoForm {
    JPEG,
    PNG;

    private static final byte[] PNG_SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
    private static final Set<String> HEIC_BRANDS =
            Set.of("heic", "heix", "hevc", "heim", "heis", "mif1", "msf1", "avif");

    static PhotoForm of(byte[] sent) {
        if (sent.length > 3 && (sent[0] & 0xFF) == 0xFF && (sent[1] & 0xFF) == 0xD8 && (sent[2] & 0xFF) == 0xFF) {
            return JPEG;
        }
        if (beginsWith(sent, PNG_SIGNATURE)) {
            return PNG;
        }
        if (sent.length > 12 && text(sent, 4).equals("ftyp") && HEIC_BRANDS.contains(text(sent, 8))) {
            throw Problem.badField(
                            "PHOTO_HEIC",
                            "photo",
                            "JPEG or PNG",
                            "Ảnh HEIC chưa dùng được. Trên iPhone: Cài đặt → Camera → Định dạng → Tương thích nhất, hoặc gửi ảnh chụp màn hình.",
                            "HEIC is not read. On an iPhone: Settings → Camera → Formats → Most Compatible, or send a screenshot.")
                    .asException();
        }
        throw Problem.badField(
                        "PHOTO_FORM",
                        "photo",
                        "JPEG or PNG",
                        sent.length == 0 ? "Tệp ảnh rỗng." : "Chỉ nhận ảnh JPEG hoặc PNG.",
                        sent.length == 0 ? "The file is empty." : "Only JPEG and PNG are taken.")
                .asException();
    }

    private static boolean beginsWith(byte[] sent, byte[] start) {
        for (int i = 0; i < start.length; i++) {
            if (i >= sent.length || sent[i] != start[i]) {
                return false;
            }
        }
        return true;
    }

    private static String text(byte[] sent, int from) {
        return new String(sent, from, 4, StandardCharsets.ISO_8859_1);
    }
}
