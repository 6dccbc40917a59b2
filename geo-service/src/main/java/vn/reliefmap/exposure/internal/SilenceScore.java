package vn.reliefmap.exposure.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.reliefmap.exposure.Priorities.Place;
import vn.reliefmap.exposure.internal.HomeRows.Home;
import vn.reliefmap.kernel.VietnamTime;

/**
 * The priority of one place: first all its homes are looked at, then all are added. Not thread-safe. The factors are those of
 * the domain facts, section 3 (weak).
 */
final class SilenceScore {
    private static final double FACTOR = 1.5;
    private static final double MOST_HOURS = 48;
    private final Instant now;
    private final Duration silentAfter;
    private @Nullable Instant heardAt;
    private int households;
    private long people;
    private long inWater;
    private long cutOff;
    private long inDanger;
    private double lackingPeople;
    private int unconfirmed;
    private double score;

    /** @param reportedAt when a report last came from there; null when none did */
    SilenceScore(Instant now, Duration silentAfter, @Nullable Instant reportedAt) {
        this.now = now;
        this.silentAfter = silentAfter;
        this.heardAt = reportedAt;
    }

    void look(Home home, boolean wet, boolean noWay) {
        households++;
        people += home.people();
        inWater += wet ? home.people() : 0;
        cutOff += noWay ? home.people() : 0;
        inDanger += wet || noWay ? home.people() : 0;
        unconfirmed += home.unconfirmed() ? 1 : 0;
        Instant heard = home.heardAt();
        if (heard != null && (heardAt == null || heard.isAfter(heardAt))) {
            heardAt = heard;
        }
    }

    void add(Home home, boolean wet, boolean noWay) {
        boolean untold = home.lacking() == null && silent() && (wet || noWay);
        double lacking = untold ? 1 : home.lacking() == null ? 0 : home.lacking();
        boolean speaks = untold || (home.unconfirmed() && (noWay || silent()));
        Instant aided = home.aidedAt();
        double hours = aided == null
                ? MOST_HOURS
                : Math.max(0, Duration.between(aided, now).toMinutes() / 60.0);
        lackingPeople += home.people() * lacking;
        score += home.people()
                * lacking
                * Math.min(hours, MOST_HOURS)
                / MOST_HOURS
                * (home.vulnerable() ? FACTOR : 1)
                * (noWay ? FACTOR : 1)
                * (speaks ? FACTOR : 1);
    }

    boolean silent() {
        return inDanger > 0 && (heardAt == null || !heardAt.plus(silentAfter).isAfter(now));
    }

    /** True when somebody there lacks something or is in danger. */
    boolean matters() {
        return score > 0 || inDanger > 0;
    }

    Place place(@Nullable String code, String name) {
        List<String> vi = new ArrayList<>();
        List<String> en = new ArrayList<>();
        if (silent()) {
            vi.add((heardAt == null ? "Chưa từng có tin" : "Không có tin từ " + VietnamTime.hourAndDay(heardAt))
                    + " trong khi " + inDanger + " người ở trong nước hoặc bị cô lập; im lặng không phải là an toàn.");
            en.add((heardAt == null
                            ? "Nothing was ever heard"
                            : "Nothing was heard since " + VietnamTime.hourAndDay(heardAt))
                    + " while " + inDanger + " people stand in the water or are cut off; silence is not safety.");
        }
        if (cutOff > 0) {
            vi.add(cutOff + " người bị cô lập, xe tải không tới được.");
            en.add(cutOff + " people are cut off from trucks.");
        }
        if (unconfirmed > 0) {
            vi.add(unconfirmed + " hộ có nhu cầu quá hạn xác nhận.");
            en.add(unconfirmed + " households have needs that nobody confirmed in time.");
        }
        if (lackingPeople > 0) {
            vi.add("Còn thiếu " + Math.round(100 * lackingPeople / people) + " % cho " + people + " người.");
            en.add(Math.round(100 * lackingPeople / people) + " % is still lacking for " + people + " people.");
        }
        return new Place(
                code,
                name,
                households,
                people,
                inWater,
                cutOff,
                people == 0 ? 0 : lackingPeople / people,
                unconfirmed,
                heardAt,
                silent(),
                Math.round(score * 10) / 10.0,
                String.join(" ", vi),
                String.join(" ", en));
    }
}
