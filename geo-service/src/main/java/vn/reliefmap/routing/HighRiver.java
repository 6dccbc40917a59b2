package vn.reliefmap.routing;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import vn.reliefmap.flood.RiverAlert;
import vn.reliefmap.kernel.Languages;

/**
 * Why a bridge or ford is not known: the river stands at alert 3 or above, as an answer tells it.
 *
 * @param bridge false for a ford or low causeway
 * @param gauge code of the gauge
 * @param river its name, without the word for river
 * @param place where the gauge stands
 * @param levelM metres above the gauge's datum
 * @param alert3M the level of alert 3
 * @param observedAt when the level was read, or is forecast for
 */
public record HighRiver(
        boolean bridge,
        String gauge,
        String river,
        String place,
        double levelM,
        double alert3M,
        Instant observedAt,
        boolean forecast) {

    public static @Nullable HighRiver of(@Nullable RiverAlert alert, boolean bridge) {
        Double level3M = alert == null ? null : alert.gauge().level3M();
        return alert == null || level3M == null
                ? null
                : new HighRiver(
                        bridge,
                        alert.gauge().code(),
                        alert.gauge().river(),
                        alert.gauge().place(),
                        alert.reading().levelM(),
                        level3M,
                        alert.reading().observedAt(),
                        alert.reading().forecast());
    }

    /** In the middle of a sentence. */
    String vi(@Nullable String roadName) {
        return String.format(
                Languages.VIETNAMESE,
                "%s chưa rõ%s: sông %s %s BĐ3 (%.2f m) tại %s lúc %s%s",
                bridge ? "cầu" : "ngầm, tràn",
                roadName == null ? "" : " (" + roadName + ")",
                river,
                levelM > alert3M ? "trên" : "ở",
                levelM,
                place,
                ClosedWords.clock(observedAt),
                forecast ? ", theo dự báo" : "");
    }

    /** In the middle of a sentence. */
    String en(@Nullable String roadName) {
        return String.format(
                Locale.ROOT,
                "a %s%s that nobody knows while the river %s stands %s alert 3 (%.2f m) at %s at %s%s",
                bridge ? "bridge" : "ford",
                roadName == null ? "" : " (" + roadName + ")",
                river,
                levelM > alert3M ? "above" : "at",
                levelM,
                place,
                ClosedWords.clock(observedAt),
                forecast ? ", by forecast" : "");
    }
}
