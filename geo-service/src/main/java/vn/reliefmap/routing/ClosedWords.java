package vn.reliefmap.routing;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import vn.reliefmap.kernel.Languages;
import vn.reliefmap.kernel.VietnamTime;

/** What water closes, and when there is a way again, as people say it; times are those of Vietnam. */
final class ClosedWords {
    private ClosedWords() {}

    static String clock(Instant at) {
        return VietnamTime.hourAndDay(at);
    }

    /** @param said decides when no depth is known and somebody reported the road closed
     * @param river decides before all else */
    static String vi(
            @Nullable Double depthM,
            @Nullable RoadSaid said,
            @Nullable HighRiver river,
            @Nullable String roadName,
            double closesAtM) {
        if (river != null) {
            return river.vi(roadName);
        }
        String on = roadName == null ? "" : " trên " + roadName;
        if (depthM == null && said != null && said.shuts()) {
            return (said.bridgeGone() ? "cầu hỏng" : "đường bị chặn") + on + ", theo tin báo";
        }
        return String.format(
                Languages.VIETNAMESE,
                "%s%s (không qua được từ %.2f m)",
                depthM == null ? "nước chưa rõ độ sâu" : String.format(Languages.VIETNAMESE, "nước sâu %.2f m", depthM),
                on,
                closesAtM);
    }

    static String en(
            @Nullable Double depthM,
            @Nullable RoadSaid said,
            @Nullable HighRiver river,
            @Nullable String roadName,
            double closesAtM) {
        if (river != null) {
            return river.en(roadName);
        }
        String on = roadName == null ? "" : " on " + roadName;
        if (depthM == null && said != null && said.shuts()) {
            return (said.bridgeGone() ? "a missing bridge" : "a closed road") + on + ", as reported";
        }
        return String.format(
                Locale.ROOT,
                "%s%s (closed from %.2f m)",
                depthM == null ? "water of unknown depth" : String.format(Locale.ROOT, "water %.2f m deep", depthM),
                on,
                closesAtM);
    }

    static String vi(@Nullable LaterStart later) {
        return later == null
                ? ""
                : " Có thể đi lúc " + clock(later.leaveAt()) + ", tới nơi lúc " + clock(later.arriveAt()) + ".";
    }

    static String en(@Nullable LaterStart later) {
        return later == null
                ? ""
                : " Leave at " + clock(later.leaveAt()) + " to arrive at " + clock(later.arriveAt()) + ".";
    }
}
