package vn.reliefmap.basemap.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.IntSummaryStatistics;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.reliefmap.kernel.ImportIssue;
import vn.reliefmap.kernel.ImportSummary;
import vn.reliefmap.kernel.ProblemException;

/** The real extract of Huế; skipped where the shared data are absent. */
class HueExtractTest {
    @Test
    void theFiguresOfTheHueExtract() {
        assumeTrue(Files.exists(BasemapFixture.hue()), "needs ../shared/data/roads/hue.osm.pbf");
        BasemapFixture fixture = new BasemapFixture();

        ImportSummary summary = fixture.imports.load(BasemapFixture.hue(), fixture.newImport("hue"), fixture);

        assertThat(summary.figures())
                // 14,088 ways carry highway=*; 20 of them are under construction.
                .containsEntry("road_lines", 14_068L)
                .containsEntry("river_lines", 57L)
                .containsEntry("canal_lines", 14L)
                // 32 streams, 24 ditches and 3 drains.
                .containsEntry("stream_lines", 59L)
                .containsEntry("coastline_lines", 3L)
                // 6,732 carry building=yes; the others name the kind of building.
                .containsEntry("buildings", 6_892L);
        // 254 natural=water, two of them lagoons that the extract cuts, and 379 landuse=basin.
        assertThat(fixture.count("basemap_area where kind in ('water', 'lagoon')"))
                .isEqualTo(633);
        assertThat(fixture.count("basemap_line where kind = 'stream' and class = 'stream'"))
                .isEqualTo(32);
        // A small street waits for zoom 15 where a settlement's tint tells it, and nowhere else.
        assertThat(fixture.count("basemap_line where class = 'residential' and min_zoom = 15"))
                .isBetween(4_600L, 4_700L);
        assertThat(fixture.count("basemap_line where class = 'residential' and min_zoom = 14"))
                .isGreaterThan(3_700L);
        assertThat(fixture.count("basemap_line l where class = 'residential' and min_zoom = 15 and not exists"
                        + " (select from basemap_area a where a.kind = 'built_up'"
                        + " and st_intersects(a.geom, st_lineinterpolatepoint(l.geom, 0.5)))"))
                .isZero();
        assertThat(fixture.issues)
                .extracting(ImportIssue::code)
                .containsOnly("MULTIPOLYGON_INCOMPLETE", "POLYGON_INVALID");

        // Off Thuận An the sea, behind it the lagoon, between them the sand.
        assertThat(watersAt(fixture, 107.68, 16.58)).containsExactly("sea");
        assertThat(watersAt(fixture, 107.55, 16.595)).containsExactly("Phá Tam Giang");
        assertThat(watersAt(fixture, 107.645, 16.5585))
                .as("the town of Thuận An")
                .isEmpty();
        assertThat(watersAt(fixture, 107.50, 16.50)).isEmpty();
        tilesOfTheCityAreSmall(fixture);
    }

    /** Between the citadel and the stations, where the streets are densest; figures in docs/benchmarks.md. */
    private static void tilesOfTheCityAreSmall(BasemapFixture fixture) {
        DrawnTiles tiles = new DrawnTiles(new TileSource(fixture.dataSource));
        long id = fixture.jdbc
                .sql("select max(id) from road_import")
                .query(Long.class)
                .single();
        IntSummaryStatistics sizes = new IntSummaryStatistics();
        for (int x = 13087; x <= 13090; x++) {
            for (int y = 7431; y <= 7434; y++) {
                sizes.accept(tiles.png(id, 14, x, y).length);
            }
        }
        assertThat(sizes.getAverage()).as(sizes.toString()).isLessThan(6_500);
        assertThat(sizes.getMax()).as(sizes.toString()).isLessThan(8_800);
    }

    private static List<String> watersAt(BasemapFixture fixture, double lon, double lat) {
        return fixture.jdbc
                .sql("select coalesce(name, kind) from basemap_area where kind in ('sea', 'lagoon')"
                        + " and st_contains(geom, st_setsrid(st_makepoint(:lon, :lat), 4326))")
                .param("lon", lon)
                .param("lat", lat)
                .query(String.class)
                .list();
    }

    @Test
    void aTruncatedPackedFileIsAProblem(@TempDir Path folder) throws IOException {
        assumeTrue(Files.exists(BasemapFixture.hue()), "needs ../shared/data/roads/hue.osm.pbf");
        byte[] whole = Files.readAllBytes(BasemapFixture.hue());
        Path cut = Files.write(folder.resolve("cut.osm.pbf"), Arrays.copyOf(whole, whole.length / 2));
        BasemapFixture fixture = new BasemapFixture();
        long id = fixture.newImport("cut");

        assertThatThrownBy(() -> fixture.imports.load(cut, id, fixture))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem().code()).isEqualTo("OSM_FILE_BROKEN"));
        assertThat(fixture.count("basemap_line")).isZero();
    }
}
