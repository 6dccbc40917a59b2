package vn.reliefmap.basemap.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;

class PackedNodesTest {
    @Test
    void everyNodeComesBackToTheSeventhDecimal() {
        Random random = new Random(7);
        PackedNodes nodes = new PackedNodes();
        long[] ids = new long[300_000];
        double[] lons = new double[ids.length];
        double[] lats = new double[ids.length];
        long id = -500;
        for (int i = 0; i < ids.length; i++) {
            id += 1 + (i % 1000 == 0 ? random.nextInt(1_000_000_000) : random.nextInt(3));
            ids[i] = id;
            lons[i] = random.nextDouble() * 360 - 180;
            lats[i] = random.nextDouble() * 180 - 90;
            assertThat(nodes.add(id, lons[i], lats[i])).isTrue();
        }

        assertThat(nodes.size()).isEqualTo(ids.length);
        for (int i = 0; i < ids.length; i += 37) {
            Coordinate at = nodes.find(ids[i]);
            assertThat(at).isNotNull();
            if (at != null) {
                assertThat(at.x).isCloseTo(lons[i], within(6e-8));
                assertThat(at.y).isCloseTo(lats[i], within(6e-8));
            }
        }
        assertThat(nodes.find(ids[0] - 1)).isNull();
        assertThat(nodes.find(ids[ids.length - 1] + 1)).isNull();
        assertThat(nodes.add(ids[10], 107, 16)).as("an id that does not grow").isFalse();
    }
}
