package vn.reliefmap.flood.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.geom.AffineTransform;
import java.util.Random;
import org.junit.jupiter.api.Test;
import vn.reliefmap.geo.Crs;
import vn.reliefmap.geo.Grid;

/** Joined cells: never shallower than any of them, and never dry where nobody looked. */
class DeepestBlockTest {
    @Test
    void theDeepestCellSpeaksForItsBlock() {
        Random random = new Random(170);
        for (int round = 0; round < 200; round++) {
            int columns = 1 + random.nextInt(9);
            int rows = 1 + random.nextInt(9);
            float[] depths = new float[columns * rows];
            for (int i = 0; i < depths.length; i++) {
                int kind = random.nextInt(3);
                depths[i] = kind == 0 ? 0 : kind == 1 ? Float.NaN : random.nextFloat();
            }
            Grid fine = new Grid(columns, rows, depths, new AffineTransform(1, 0, 0, -1, 0, 0), new Crs(Crs.LON_LAT));
            Grid wide = fine.halved(DepthGridFlood::deepest);
            float deepestFine = 0;
            float deepestWide = 0;
            for (int i = 0; i < depths.length; i++) {
                int row = i / columns;
                int column = i % columns;
                float block = wide.value(row / 2 * wide.columns() + column / 2);
                if (Float.isNaN(depths[i])) {
                    assertThat(block).as("not looked at, so not dry").isNotEqualTo(0f);
                } else {
                    assertThat(Float.isNaN(block) ? 0 : block).isGreaterThanOrEqualTo(depths[i]);
                    deepestFine = Math.max(deepestFine, depths[i]);
                }
            }
            for (int i = 0; i < wide.cells(); i++) {
                deepestWide = Math.max(deepestWide, Float.isNaN(wide.value(i)) ? 0 : wide.value(i));
            }
            assertThat(deepestWide).isEqualTo(deepestFine);
            assertThat(wide.columns()).isEqualTo((columns + 1) / 2);
        }
        double[] corner = {1, 1};
        new Grid(4, 4, new float[16], new AffineTransform(0.5, 0, 0, -0.5, 107, 16), new Crs(Crs.LON_LAT))
                .halved(DepthGridFlood::deepest)
                .toLonLat(corner);
        assertThat(corner).containsExactly(108, 15);
    }
}
