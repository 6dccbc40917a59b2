package vn.reliefmap.web;

import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.reliefmap.kernel.VietnamTime;

/**
 * What is told of a commune to those who were sent a link: sums that everyone may see, in words, and no place but the
 * commune itself.
 *
 * @param name of the commune
 * @param joined names of small neighbours that the sums hold too
 * @param urgency word of {@link vn.reliefmap.need.Urgency}; null when nothing is lacking
 * @param lacks what is lacking most, the most first, with amounts
 * @param more how many items are lacking besides
 * @param households in need
 * @param confirmedAt the oldest confirmation; null when nothing is lacking
 * @param drill true for made-up data
 */
record SharedCommune(
        String code,
        String name,
        List<String> joined,
        @Nullable String urgency,
        List<Lack> lacks,
        int more,
        int households,
        @Nullable Instant confirmedAt,
        boolean drill) {

    /**
     * @param item its code
     * @param told name and amount together
     */
    record Lack(String item, String name, String amount, String told) {}

    /** "Xã Hải Lăng còn thiếu nước uống, gạo" */
    String title(PageWords words) {
        String title = lacks.isEmpty()
                ? words.say("share.lacks_nothing", "place", name)
                : words.say("share.lacks", "place", name, "items", names());
        return drill ? words.say("share.drill", "title", title) : title;
    }

    private String names() {
        return lacks.stream().map(Lack::name).collect(Collectors.joining(", "));
    }

    /** Amounts, how pressing, how many and how old, in one line. */
    String description(PageWords words) {
        if (urgency == null || lacks.isEmpty()) {
            return words.say("share.nothing");
        }
        String amounts = lacks.stream().map(Lack::told).collect(Collectors.joining(" · "));
        return words.urgency(urgency) + " · " + amounts
                + (more > 0 ? " · " + words.say("more_items", "n", "" + more) : "") + " · "
                + words.homes(households) + age(words)
                + (joined.isEmpty() ? "" : words.say("share.joined", "places", String.join(", ", joined)));
    }

    /** " · xác nhận từ 04:01 22/11/2026" */
    String age(PageWords words) {
        return confirmedAt == null
                ? ""
                : " · " + words.say("confirmed_since") + " " + VietnamTime.hourAndDate(confirmedAt);
    }
}
