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

    /** @param item its code */
    record Lack(String item, String name, String amount) {}

    /** "Xã Hải Lăng còn thiếu nước uống, gạo" */
    String title(ListWords words) {
        return (drill ? words.say("DIỄN TẬP: ", "DRILL: ") : "")
                + name
                + (lacks.isEmpty()
                        ? words.say(": hiện không thiếu gì", ": nothing is lacking now")
                        : words.say(" còn thiếu ", " lacks ") + names());
    }

    private String names() {
        return lacks.stream().map(Lack::name).collect(Collectors.joining(", "));
    }

    /** Amounts, how pressing, how many and how old, in one line. */
    String description(ListWords words) {
        if (urgency == null || lacks.isEmpty()) {
            return words.say("Chưa có nhu cầu nào được công bố ở đây.", "No need is published here.");
        }
        String amounts =
                lacks.stream().map(lack -> lack.name() + " " + lack.amount()).collect(Collectors.joining(" · "));
        return words.urgency(urgency) + " · " + amounts + (more > 0 ? " · " + words.more(more) : "") + " · "
                + words.homes(households) + age(words)
                + (joined.isEmpty() ? "" : words.say(". Gồm cả ", ". Together with ") + String.join(", ", joined));
    }

    /** " · xác nhận từ 04:01 22/11/2026" */
    String age(ListWords words) {
        return confirmedAt == null ? "" : " · " + words.confirmed() + " " + VietnamTime.hourAndDate(confirmedAt);
    }
}
