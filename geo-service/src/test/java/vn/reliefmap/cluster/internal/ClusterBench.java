package vn.reliefmap.cluster.internal;

import com.google.errorprone.annotations.FormatMethod;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import vn.reliefmap.cluster.ClusterQuery;
import vn.reliefmap.cluster.NeedCluster;
import vn.reliefmap.geo.Bbox;
import vn.reliefmap.kernel.DisasterId;

/**
 * How long 500,000 households with three needs each take, and how many tags a screen gets. Not in the default suite;
 * run by {@code mvn -pl geo-service test -Dtest=ClusterBench}.
 */
class ClusterBench {
    private static final int HOUSEHOLDS = Integer.getInteger("relief.bench.households", 500_000);
    private static final int ITEMS = 12;
    private static final double VIEW_WIDTH_PX = 1366;
    private static final double VIEW_HEIGHT_PX = 768;

    private final NeedFixture fixture = new NeedFixture().items(ITEMS);

    @Test
    void aWholeProvince() {
        DisasterId disaster = fixture.disaster("bench");
        province(disaster);
        NeedColumnsQuery query = new NeedColumnsQuery(fixture.dataSource);
        Pyramid pyramid = Pyramid.empty(new CatalogueItems(List.of(), List.of()), false);
        for (int round = 0; round < 3; round++) {
            long start = System.nanoTime();
            NeedColumnsQuery.Loaded loaded = query.load(disaster);
            long read = System.nanoTime();
            pyramid = PyramidBuilder.build(loaded, 5, Long::toHexString);
            long built = System.nanoTime();
            say("read %.2f s, build %.2f s, %s", (read - start) / 1e9, (built - read) / 1e9, pyramid);
        }
        for (int zoom = 5; zoom <= 18; zoom++) {
            views(pyramid, zoom);
        }
    }

    private static void views(Pyramid pyramid, int zoom) {
        Random random = new Random(zoom);
        List<NeedCluster> targets = pyramid.find(new ClusterQuery(Math.min(zoom + 2, 22), null, null, 5000, null))
                .clusters();
        double perPx = 360 / (256 * Math.pow(2, zoom));
        int rounds = 200;
        double[] ms = new double[rounds];
        int[] tags = new int[rounds];
        List<Double> overlapping = new ArrayList<>();
        for (int i = 0; i < rounds; i++) {
            NeedCluster at = targets.get(random.nextInt(targets.size()));
            double halfLon = VIEW_WIDTH_PX / 2 * perPx;
            double halfLat = VIEW_HEIGHT_PX
                    / 2
                    * perPx
                    * Math.cos(Math.toRadians(at.shownAt().lat()));
            Bbox view = new Bbox(
                    Math.max(-180, at.shownAt().lon() - halfLon),
                    Math.max(-85, at.shownAt().lat() - halfLat),
                    Math.min(180, at.shownAt().lon() + halfLon),
                    Math.min(85, at.shownAt().lat() + halfLat));
            long start = System.nanoTime();
            List<NeedCluster> found =
                    pyramid.find(new ClusterQuery(zoom, view, null, 2000, null)).clusters();
            ms[i] = (System.nanoTime() - start) / 1e6;
            tags[i] = found.size();
            overlapping.add(overlapping(found, perPx));
        }
        Arrays.sort(ms);
        Arrays.sort(tags);
        say(
                "z%d: tags median %d, 95 %% %d, most %d; covered by another tag %.0f %%; query median %.2f ms, 95 %% %.2f ms",
                zoom,
                tags[rounds / 2],
                tags[rounds * 95 / 100],
                tags[rounds - 1],
                100 * overlapping.stream().mapToDouble(d -> d).average().orElse(0),
                ms[rounds / 2],
                ms[rounds * 95 / 100]);
    }

    /** Share of the tags, 100 × 36 px around their points, that touch another one. */
    private static double overlapping(List<NeedCluster> tags, double perPx) {
        long touched = tags.stream()
                .filter(a -> tags.stream()
                        .anyMatch(b -> !a.equals(b)
                                && Math.abs(a.shownAt().lon() - b.shownAt().lon()) < 100 * perPx
                                && Math.abs(a.shownAt().lat() - b.shownAt().lat()) < 36 * 0.957 * perPx))
                .count();
        return tags.isEmpty() ? 0 : (double) touched / tags.size();
    }

    /** 78 communes of about twenty hamlets each, thickest by the coast. */
    private void province(DisasterId disaster) {
        for (int c = 0; c < 78; c++) {
            fixture.commune("b" + c, "Xã " + c);
        }
        fixture.jdbc.execute("""
                select setseed(0.5);
                create temp table hamlet as
                select g as id, 'b' || mod(g, 78) as code,
                       106.5 + mod(mod(g, 78), 13) * 0.09 + random() * 0.09 as lon,
                       16.4 + (mod(g, 78) / 13) * 0.11 + random() * 0.11 as lat
                from generate_series(0, 1599) g;
                create temp table made as
                select gen_random_uuid() as id, h.code, h.lon + d.x as lon, h.lat + d.y as lat, d.n
                from (select n, floor(sqrt(random()) * 1600)::int as hamlet,
                             (random() + random() + random() - 1.5) * 0.012 as x,
                             (random() + random() + random() - 1.5) * 0.012 as y
                      from generate_series(1, %d) n) d join hamlet h on h.id = d.hamlet;
                insert into household
                    (id, ref, simulated, people, admin_code, admin_valid_from, place, place_precision)
                select id, id::text, true, 1 + mod(n, 7), code, date '2025-07-01',
                       st_setsrid(st_makepoint(lon, lat), 4326), 'exact' from made;
                insert into need (id, household_id, disaster_id, item_code, needed, delivered, urgency, confirmed_at)
                select gen_random_uuid(), id, '%s', 'i' || mod(n + k * 5, %d), 1 + mod(n, 90) * 0.125, 0,
                       (array['normal', 'high', 'critical'])[1 + mod(n, 3)], now()
                from made, generate_series(0, 2) k""".formatted(HOUSEHOLDS, disaster, ITEMS));
    }

    @FormatMethod
    private static void say(String format, Object... values) {
        System.out.println(String.format(format, values));
    }
}
