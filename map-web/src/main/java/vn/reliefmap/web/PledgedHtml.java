package vn.reliefmap.web;

import static vn.reliefmap.web.PlainHtml.safe;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.reliefmap.commitment.Pledge;
import vn.reliefmap.disaster.Disaster;
import vn.reliefmap.item.Item;
import vn.reliefmap.kernel.VietnamTime;
import vn.reliefmap.supply.Depot;

/** Writes what is said of a pledge that stands: its code, where to bring it, and until when. */
final class PledgedHtml {
    private PledgedHtml() {}

    /** @param near depots that may be told, the nearest first */
    record Told(Item item, String place, List<Depot> near) {}

    static String page(ListWords words, Disaster disaster, Told told, Pledge pledge) {
        Item item = told.item();
        String amount = words.amount(item, pledge.progress().promised().doubleValue());
        PlainHtml.Part html = PledgeHtml.opened(words, disaster);
        Map<String, String> kept = Map.of("code", pledge.code().value(), "what", amount, "where", told.place());
        html.raw("<section id=\"gift\" tabindex=\"-1\"")
                .raw(kept.entrySet().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .map(entry -> " data-" + entry.getKey() + "=\"" + safe(entry.getValue()) + "\"")
                        .collect(Collectors.joining()))
                .raw(">")
                .put("h1", words.say("Đã đăng ký ủng hộ", "Pledged"))
                .paragraph(amount + (told.place().isEmpty() ? "" : " · " + told.place()))
                .raw("<p>" + words.say("Mã quà", "Gift code") + "</p>")
                .put("p class=\"code\"", pledge.code().value())
                .raw("<img class=\"qr\" width=\"148\" height=\"148\" src=\"/api/v1/gifts/" + pledge.code()
                        + "/qr\" alt=\"")
                .raw(words.say("Mã QR dẫn tới đường đi của món quà", "QR code that leads to the gift's way") + "\">")
                .paragraph(bring(words, told.near(), pledge.term().expiresAt()))
                .paragraph(words.say(
                        "Đưa mã này khi giao hàng ở kho.", "Give this code when you hand the goods over at the depot."))
                .raw("<p><a class=\"go\" href=\"/g/" + pledge.code() + "?lang=" + words.language() + "\">")
                .raw(words.say("Theo dõi món quà", "Follow the gift") + "</a></p></section>");
        return PledgeHtml.closed(html, words, "/");
    }

    /** Where to bring it, and until when. */
    static String bring(ListWords words, List<Depot> near, @Nullable Instant until) {
        String places = near.stream().map(Depot::name).collect(Collectors.joining(words.say(" hoặc ", " or ")));
        String where = near.isEmpty()
                ? words.say(
                        "Nơi nhận hàng: hỏi Mặt trận Tổ quốc xã.",
                        "Where to bring it: ask the commune's Fatherland Front.")
                : words.say("Mang tới: ", "Bring it to: ") + places + ".";
        String when = until == null
                ? words.say(
                        "Hạn giao hiện ra sau khi đăng ký; quá hạn, phần chưa giao tự trả lại cho người khác đăng ký.",
                        "The term is shown once pledged; after it, what was not delivered is open to others.")
                : words.say("Giao trước ", "Deliver before ")
                        + VietnamTime.hourAndDate(until)
                        + words.say(
                                "; quá hạn, phần chưa giao tự trả lại cho người khác đăng ký.",
                                "; after that, what was not delivered is open to others.");
        return where + " " + when;
    }
}
