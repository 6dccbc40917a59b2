package vn.reliefmap.web;

import java.text.NumberFormat;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import vn.reliefmap.item.Item;
import vn.reliefmap.kernel.Problem;

/** The words of the plain list in one language; short names say where each stands on the page. */
record ListWords(
        String language,
        String title,
        String drill,
        String water,
        String noDisaster,
        String nothing,
        String noCommune,
        String confirmed,
        String map,
        String otherLanguage,
        String otherName) {

    static final ListWords VIETNAMESE = new ListWords(
            "vi",
            "Nơi còn thiếu",
            "DIỄN TẬP · dữ liệu mô phỏng",
            "Nước quan sát lúc",
            "Không có đợt thiên tai nào đang mở.",
            "Hiện chưa có nhu cầu nào được ghi.",
            "Ngoài các xã",
            "xác nhận từ",
            "Bản đồ",
            "en",
            "English");

    static final ListWords ENGLISH = new ListWords(
            "en",
            "Places in need",
            "DRILL · simulated data",
            "Water observed at",
            "No disaster is open.",
            "No need is recorded yet.",
            "Outside the communes",
            "confirmed since",
            "Map",
            "vi",
            "Tiếng Việt");

    /** The language that the reader asks for, else Vietnamese. */
    static ListWords of(@Nullable String language) {
        return "en".equals(language) ? ENGLISH : VIETNAMESE;
    }

    String say(String vi, String en) {
        return vietnamese() ? vi : en;
    }

    String said(Problem problem) {
        return say(problem.vi(), problem.en());
    }

    /** An item in the middle of a sentence. */
    String name(Item item) {
        return say(item.nameVi(), item.nameEn()).toLowerCase(Locale.ROOT);
    }

    String unit(Item item) {
        return say(item.unitVi(), item.unitEn());
    }

    /** Before the time at which the page was made: a device may show it again without a network. */
    String readAt() {
        return vietnamese() ? "Số liệu lúc" : "Data from";
    }

    /** What the page of those who lack something is called. */
    String help() {
        return vietnamese() ? "Xin giúp đỡ" : "Ask for help";
    }

    private boolean vietnamese() {
        return language.equals("vi");
    }

    /** Shape and word of an urgency, so that neither colour nor shape is needed to read it. */
    String urgency(String word) {
        return switch (word) {
            case "critical" -> vietnamese() ? "■ Nguy cấp" : "■ Critical";
            case "high" -> vietnamese() ? "▲ Gấp" : "▲ Urgent";
            default -> vietnamese() ? "○ Cần" : "○ Needed";
        };
    }

    String counts(int households, int people) {
        return vietnamese()
                ? number(households) + " hộ · " + number(people) + " người"
                : number(households) + " households · " + number(people) + " people";
    }

    String homes(int households) {
        return number(households) + say(" hộ", " households");
    }

    String doNotSend(Item item) {
        return vietnamese() ? "Xin đừng gửi " + item.nameVi() + ":" : "Please do not send " + item.nameEn() + ":";
    }

    String more(int items) {
        return vietnamese() ? "và " + items + " món khác" : "and " + items + " more";
    }

    /** An item and how much of it, in the item's own unit: "Gạo 4,2 tấn". */
    String amount(Item item, double quantity) {
        return say(item.nameVi(), item.nameEn()) + " " + quantity(item, quantity);
    }

    /** How much of an item, in its own unit: "4,2 tấn". */
    String quantity(Item item, double quantity) {
        if (item.unitVi().equals("kg") && quantity >= 1000) {
            return number(quantity / 1000) + (vietnamese() ? " tấn" : " t");
        }
        if (item.unitVi().equals("đồng") && quantity >= 1_000_000) {
            return number(quantity / 1_000_000) + (vietnamese() ? " triệu đồng" : " million đồng");
        }
        return number(quantity) + " " + unit(item);
    }

    private String number(double value) {
        NumberFormat format = NumberFormat.getInstance(vietnamese() ? Locale.forLanguageTag("vi") : Locale.UK);
        format.setMaximumFractionDigits(value < 100 ? 1 : 0);
        return format.format(value);
    }
}
