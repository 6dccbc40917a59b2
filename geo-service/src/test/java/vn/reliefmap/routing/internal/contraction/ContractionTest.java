package vn.reliefmap.routing.internal.contraction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** FEATURE UNDER TEST: a contraction answers what a plain search over the same roads answers. */
class ContractionTest {
    @Test
    void c01_everyTableIsWhatPlainSearchesFind() {
        Random random = new Random(1);
        int joined = 0;
        for (int round = 0; round < 400; round++) {
            MadeUpRoads roads = MadeUpRoads.awkward(random);
            Customization customization = new Customization(Shortcuts.of(roads.shape()));
            for (int water = 0; water < 2; water++) {
                MadeUpRoads wet = new MadeUpRoads(roads.shape(), MadeUpRoads.costs(roads.shape(), random));
                joined += compare(wet, customization.of(wet.costs()), random);
            }
        }
        assertThat(joined).isGreaterThan(20_000);
    }

    private static int compare(MadeUpRoads roads, Contraction contraction, Random random) {
        List<Ends> ends = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            ends.add(roads.place(random, false));
        }
        Table table = new Table(contraction, ends);
        DijkstraRows plain = new DijkstraRows(roads.shape(), roads.costs(), ends);
        int joined = 0;
        double[] seconds = new double[ends.size()];
        double[] mm = new double[ends.size()];
        double[] plainSeconds = new double[ends.size()];
        double[] plainMm = new double[ends.size()];
        for (int i = 0; i < 12; i++) {
            Ends start = roads.place(random, true);
            table.row(start, seconds, mm);
            plain.row(start, plainSeconds, plainMm);
            for (int k = 0; k < ends.size(); k++) {
                Way way = contraction.way(start, ends.get(k));
                assertThat(way != null).isEqualTo(plainSeconds[k] < Double.POSITIVE_INFINITY);
                if (way == null) {
                    assertThat(seconds[k]).isInfinite();
                    continue;
                }
                joined++;
                double close = 1e-9 * Math.max(1, plainSeconds[k]);
                assertThat(seconds[k]).isCloseTo(plainSeconds[k], within(close));
                assertThat(way.seconds()).isCloseTo(plainSeconds[k], within(close));
                assertThat(driven(roads, way, start, ends.get(k))).isCloseTo(plainSeconds[k], within(close));
            }
        }
        return joined;
    }

    /** Follows the way over the roads, junction by junction. */
    private static double driven(MadeUpRoads roads, Way way, Ends start, Ends end) {
        double seconds = start.seconds()[way.first()];
        int node = start.nodes()[way.first()];
        for (int step : way.edges()) {
            int e = step < 0 ? ~step : step;
            assertThat(step < 0 ? roads.shape().to()[e] : roads.shape().from()[e])
                    .isEqualTo(node);
            node = step < 0 ? roads.shape().from()[e] : roads.shape().to()[e];
            seconds += (step < 0 ? roads.costs().backward() : roads.costs().forward())[e];
        }
        assertThat(end.nodes()[way.last()]).isEqualTo(node);
        return seconds + end.seconds()[way.last()];
    }
}
