package vn.reliefmap.message.internal.form;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.reliefmap.item.Item;
import vn.reliefmap.kernel.Numbers;
import vn.reliefmap.kernel.PublicCode;
import vn.reliefmap.message.internal.form.ShortMessage.Cry;
import vn.reliefmap.message.internal.form.ShortMessage.Verb;
import vn.reliefmap.message.internal.form.ShortMessage.Wish;

/** What a sender is answered: each within one SMS, what matters first, and always with the code of a report. */
public final class Answers {
    private static final int MOST_UNREAD = 5;

    private Answers() {}

    /**
     * A report was taken.
     *
     * @param items of the catalogue, by code, for their names
     */
    public static String taken(PublicCode code, ShortMessage message, Map<String, Item> items) {
        OneSms sms = new OneSms();
        if (message.cry() == Cry.SOS) {
            sms.must("SOS " + code + ": da nhan, dang bao doi cuu ho.");
            sms.must(
                    message.placed()
                            ? "Len cho cao, giu dien thoai."
                            : "CHUA RO O DAU: nhan lai SOS xa.. thon.. ngay.");
            sms.must("Nguy cap goi 112, 114.");
            return sms.cut(place(message)).fitting(people(message)).text();
        }
        if (message.cry() == Cry.SAFE) {
            return sms.must("Da ghi " + code + ": an toan.")
                    .cut(place(message))
                    .fitting("Can giup: CUU TRO xa.. thon.. so nguoi, can gi. Nguy hiem: SOS.")
                    .text();
        }
        sms.must((message.empty() ? "Da giu tin " : "Da nhan ") + code + ".");
        if (!message.placed()) {
            sms.must(
                    message.communes().isEmpty()
                            ? "Chua ro xa: nhan lai co ten xa, thon."
                            : "Co nhieu xa cung ten: nhan lai co ten huyen cu.");
        }
        sms.cut(understood(message, items));
        sms.fitting(unread(message));
        return sms.fitting("Du roi: XONG " + code + ". Nguy hiem: SOS").text();
    }

    /** A word about an earlier report was heeded. */
    public static String heeded(Verb verb, PublicCode code) {
        return new OneSms()
                .must(
                        switch (verb) {
                            case CONFIRM -> "Da ghi: " + code + " van con can. Cam on ba con.";
                            case DONE -> "Da ghi: " + code + " da du. Can bo se xem lai. Con can: CON " + code + ".";
                            case CANCEL ->
                                "Da ghi: xin huy " + code + ". Can bo se xem lai. Van can: CON " + code + ".";
                            case STATUS -> "Tin " + code + ":";
                        })
                .text();
    }

    /** Somebody took back a cry for help. */
    public static String cryTakenBack(PublicCode code) {
        return new OneSms()
                .must("Da bao doi: nguoi goi SOS " + code
                        + " noi da on. Doi van co the den xem. Con nguy: nhan SOS lai.")
                .text();
    }

    /**
     * How a report stands.
     *
     * @param state in Vietnamese, in a few words
     */
    public static String state(PublicCode code, String state) {
        return new OneSms()
                .must("Tin " + code + ":")
                .cut(state)
                .fitting("Con can: CON " + code + ". Du: XONG " + code)
                .text();
    }

    /** There is no report of that code, or none from this phone. */
    public static String unknown(@Nullable PublicCode code) {
        return new OneSms()
                .must(
                        code == null
                                ? "Chua co tin nao tu so nay. Can giup: CUU TRO xa.. thon.. so nguoi, can gi. Nguy hiem: SOS xa.. thon.."
                                : "Khong co tin " + code
                                        + ". Xem lai ma trong tin tra loi truoc. Can giup: CUU TRO xa.. thon..")
                .text();
    }

    /** How to write. */
    public static String help() {
        return new OneSms()
                .must("Nhan: CUU TRO xa.. thon.. 5 nguoi 2 tre em can gao, nuoc. Nguy hiem: SOS xa.. thon..")
                .must("Con can: CON ma. Da du: XONG ma. Goi 112.")
                .text();
    }

    /** The program has nothing open that a message could belong to. */
    public static String closed() {
        return new OneSms()
                .must("Da giu tin nhan. Hien chua mo dot cuu tro nao. Nguy cap xin goi 112, 113, 114, 115.")
                .text();
    }

    private static String understood(ShortMessage message, Map<String, Item> items) {
        List<String> parts = new ArrayList<>();
        add(parts, place(message));
        add(parts, people(message));
        for (Wish wish : message.wishes()) {
            Item item = items.get(wish.item());
            String name = item == null ? wish.item() : item.nameVi().replaceAll("\\(.*?\\)", "");
            String amount = wish.quantity().isEmpty() || item == null
                    ? ""
                    : " "
                            + Numbers.plain(BigDecimal.valueOf(wish.quantity().getAsDouble()))
                                    .toPlainString() + " " + item.unitVi();
            add(parts, (name.strip() + amount).toLowerCase(Locale.ROOT));
        }
        return parts.isEmpty() ? "" : String.join(", ", parts) + ".";
    }

    private static String place(ShortMessage message) {
        List<String> parts = new ArrayList<>();
        add(parts, message.commune() == null ? "" : message.commune().fullName());
        add(parts, message.hamlet().isEmpty() ? "" : "thon " + shortened(message.hamlet()));
        add(parts, message.at() == null ? "" : "co toa do");
        return String.join(", ", parts);
    }

    private static String people(ShortMessage message) {
        if (message.people() == 0) {
            return "";
        }
        return message.people() + " nguoi" + (message.vulnerable() == 0 ? "" : " (" + message.vulnerable() + " yeu)");
    }

    private static String unread(ShortMessage message) {
        if (message.cut()) {
            return "Tin qua dai, chi doc phan dau.";
        }
        List<String> shown = message.unread().stream()
                .limit(MOST_UNREAD)
                .map(Answers::shortened)
                .toList();
        return shown.isEmpty() ? "" : "Chua hieu: " + String.join(" ", shown) + ".";
    }

    /** Nothing that somebody wrote can push out what must be said. */
    private static String shortened(String text) {
        String plain = OneSms.plain(text);
        return plain.length() > 24 ? plain.substring(0, 24).strip() : plain;
    }

    private static void add(List<String> parts, String part) {
        if (!part.isEmpty()) {
            parts.add(part);
        }
    }
}
