package vn.reliefmap.geo;

import java.util.Locale;
import java.util.OptionalDouble;

/** What {@link PlaceReader} made of a text. */
public sealed interface PlaceReading {
    /**
     * A place in or near Vietnam.
     *
     * @param form how it was written
     * @param swapped longitude stood first, and the two were exchanged
     * @param accuracyM radius in metres within which it holds, where the text is coarser than 100 m or says so itself
     */
    record Found(LonLat at, Form form, boolean swapped, OptionalDouble accuracyM) implements PlaceReading {
        /** What was understood, for the person who wrote it; latitude first, as people say it. */
        public String words(boolean vietnamese) {
            String place = String.format(
                    Locale.ROOT,
                    vietnamese ? "vĩ độ %.5f, kinh độ %.5f" : "latitude %.5f, longitude %.5f",
                    at.lat(),
                    at.lon());
            String turned = vietnamese ? "; đã đổi lại thứ tự" : "; put in the right order";
            return place + " (" + (vietnamese ? form.vi : form.en) + (swapped ? turned : "") + ")";
        }
    }

    /** A place that is well written and lies far from Vietnam (domain facts, section 7); whoever asks decides. */
    record Outside(LonLat at) implements PlaceReading {}

    /** No place, and why. */
    record NotFound(Why why) implements PlaceReading {}

    /** How a place was written. */
    enum Form {
        DECIMAL("độ thập phân", "decimal degrees"),
        DEGREES("độ, phút, giây", "degrees, minutes, seconds"),
        LINK("liên kết bản đồ", "map link"),
        /** Where somebody looked, not what they pointed at. */
        LINK_VIEW("giữa khung bản đồ của liên kết", "middle of the linked map"),
        PLUS_CODE("mã cộng", "plus code"),
        METRES("hệ mét", "metres"),
        /** VN-2000 without its central meridian; 106°15' was taken. */
        METRES_ASSUMED("VN-2000, coi là kinh tuyến trục 106°15′", "VN-2000, taken as central meridian 106°15′");

        private final String vi;
        private final String en;

        Form(String vi, String en) {
            this.vi = vi;
            this.en = en;
        }
    }

    /** Why there is no place. */
    enum Why {
        EMPTY("Chưa có gì để đọc.", "There is nothing to read."),
        TOO_LONG("Đoạn này quá dài. Hãy chỉ dán toạ độ hoặc liên kết.", "Too long. Paste only coordinates or a link."),
        NO_COORDINATES(
                "Không thấy toạ độ. Ví dụ: 16.75012, 107.18034.",
                "No coordinates found. Example: 16.75012, 107.18034."),
        AMBIGUOUS(
                "Đọc được nhiều vị trí khác nhau. Hãy chỉ để lại một.",
                "It can be read as different places. Leave only one."),
        TOO_COARSE(
                "Toạ độ thiếu phần lẻ nên lệch hàng chục ki-lô-mét. Hãy ghi đủ.",
                "Without decimals the place is tens of kilometres off. Give all digits."),
        SHORT_LINK(
                "Liên kết rút gọn không chứa toạ độ. Hãy mở nó rồi chép toạ độ hoặc liên kết dài.",
                "A short link holds no coordinates. Open it and copy the coordinates or the long link."),
        LINK_WITHOUT_PLACE(
                "Liên kết này không chứa toạ độ. Hãy chép toạ độ.",
                "This link holds no coordinates. Copy the coordinates."),
        SHORT_PLUS_CODE(
                "Mã cộng này bị thiếu phần đầu. Hãy chép mã đầy đủ, ví dụ 7P8FQ5XH+2V.",
                "The plus code lacks its beginning. Copy the full one, e.g. 7P8FQ5XH+2V."),
        METRES_WITHOUT_SYSTEM(
                "Số mét cần ghi rõ hệ, ví dụ: VN-2000 106°15′ X=1852697 Y=574436.",
                "Metres need their system, e.g. VN-2000 106°15′ X=1852697 Y=574436."),
        METRES_OUTSIDE(
                "Số mét này không nằm trong hệ đã ghi.", "These metres do not lie within the system that is named.");

        private final String vi;
        private final String en;

        Why(String vi, String en) {
            this.vi = vi;
            this.en = en;
        }

        /** The reason and what to do. */
        public String vi() {
            return vi;
        }

        public String en() {
            return en;
        }
    }
}
