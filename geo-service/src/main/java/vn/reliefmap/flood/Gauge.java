package vn.reliefmap.flood;

import org.jspecify.annotations.Nullable;
import vn.reliefmap.geo.LonLat;

/**
 * A river gauge. Levels are metres above the gauge's own datum, which is not the ground: they say how high the river
 * stands, not how deep a road is under water.
 *
 * @param position where it stands, good to about 2 km; null when not known
 * @param level1M the level of alert 1 (báo động 1), and so on; null = not known here
 * @param source where the levels come from, and whether they are confirmed
 */
public record Gauge(
        String code,
        String name,
        String river,
        String place,
        @Nullable LonLat position,
        @Nullable Double level1M,
        @Nullable Double level2M,
        @Nullable Double level3M,
        String source) {

    /**
     * 0 to 3 for a water level; null when a level that is not known here would decide: below the lowest known alert of a
     * gauge whose lower ones are missing nobody can say "none".
     */
    public @Nullable Integer alert(double levelM) {
        Double[] levels = {level1M, level2M, level3M};
        for (int alert = levels.length; alert > 0; alert--) {
            Double level = levels[alert - 1];
            if (level == null) {
                return null;
            }
            if (levelM >= level) {
                return alert;
            }
        }
        return 0;
    }
}
