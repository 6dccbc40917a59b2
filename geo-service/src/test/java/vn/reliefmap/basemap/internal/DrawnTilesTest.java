package vn.reliefmap.basemap.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import vn.reliefmap.kernel.ProblemException;

class DrawnTilesTest {
    private static final int ZOOM = 13;

    private final BasemapFixture fixture = new BasemapFixture();
    private final DrawnTiles tiles = new DrawnTiles(new TileSource(fixture.dataSource));

    @Test
    void aTileIsAPictureWithAPaletteAndTheMapsColoursAtTheirPlaces() throws IOException {
        long id = importSmall();

        BufferedImage lagoon = tile(id, ZOOM, 107.105, 16.82);
        assertThat(lagoon.getWidth()).isEqualTo(256);
        assertThat(lagoon.getColorModel()).isInstanceOf(IndexColorModel.class);
        assertThat(colour(id, ZOOM, 107.105, 16.835)).isEqualTo(MapStyle.WATER);
        assertThat(colour(id, ZOOM, 107.118, 16.818)).as("the island").isEqualTo(MapStyle.LAND);
        assertThat(colour(id, ZOOM, 107.195, 16.853)).isEqualTo(MapStyle.SEA);
        assertThat(colour(id, ZOOM, 107.10, 16.86)).as("the highway").isEqualTo(MapStyle.PAPER);
        assertThat(colour(id, ZOOM, 107.03, 16.88)).isEqualTo(MapStyle.LAND);
    }

    @Test
    void withoutAnImportTilesArePlainLand() throws IOException {
        assertThat(tiles.currentImport()).isZero();
        BufferedImage tile = tile(0, 12, 107.1, 16.8);

        for (int i = 0; i < 256; i += 5) {
            assertThat(new Color(tile.getRGB(i, 255 - i))).isEqualTo(MapStyle.LAND);
        }
        assertThat(tiles.png(0, 12, 0, 0)).hasSizeLessThan(1500);
    }

    @Test
    void theArchipelagosAndConCoAreNamedWithoutAnyImport() throws IOException {
        for (int zoom = 5; zoom <= 9; zoom++) {
            assertThat(ink(tile(0, zoom, 112.0, 16.5)))
                    .as("Hoàng Sa at zoom " + zoom)
                    .isPositive();
            assertThat(ink(tile(0, zoom, 114.0, 10.0)))
                    .as("Trường Sa at zoom " + zoom)
                    .isPositive();
            assertThat(ink(tile(0, zoom, 107.34, 17.16)))
                    .as("Cồn Cỏ at zoom " + zoom)
                    .isPositive();
        }
        assertThat(ink(tile(0, 9, 105.0, 12.0))).isZero();
    }

    @Test
    void aNewImportIsDrawnAnewAndAnOldTileComesFromMemory() {
        long first = importSmall();
        byte[] before = tiles.png(first, ZOOM, 6533, 3709);
        long second = importSmall();

        assertThat(tiles.png(first, ZOOM, 6533, 3709)).isSameAs(before);
        assertThat(tiles.currentImport()).isEqualTo(second);
        assertThat(tiles.png(second, ZOOM, 6533, 3709)).isNotSameAs(before).isEqualTo(before);
    }

    @Test
    void anAddressOutsideTheGridIsNotFound() {
        for (int[] address : new int[][] {{4, 0, 0}, {19, 0, 0}, {5, 32, 0}, {5, 0, 32}, {5, -1, 0}}) {
            assertThatThrownBy(() -> tiles.png(0, address[0], address[1], address[2]))
                    .isInstanceOfSatisfying(ProblemException.class, e -> {
                        assertThat(e.problem().code()).isEqualTo("TILE_NOT_FOUND");
                        assertThat(e.problem().status()).isEqualTo(404);
                    });
        }
    }

    private long importSmall() {
        long id = fixture.newImport("small");
        fixture.imports.load(BasemapFixture.small(), id, fixture);
        fixture.makeCurrent(id);
        return id;
    }

    private BufferedImage tile(long importId, int zoom, double lon, double lat) throws IOException {
        PixelFrame world = new PixelFrame(zoom, 0, 0, 256);
        byte[] png = tiles.png(importId, zoom, (int) (world.x(lon) / 256), (int) (world.y(lat) / 256));
        return ImageIO.read(new ByteArrayInputStream(png));
    }

    private Color colour(long importId, int zoom, double lon, double lat) throws IOException {
        PixelFrame world = new PixelFrame(zoom, 0, 0, 256);
        BufferedImage tile = tile(importId, zoom, lon, lat);
        return new Color(tile.getRGB((int) world.x(lon) % 256, (int) world.y(lat) % 256));
    }

    private static long ink(BufferedImage tile) {
        long count = 0;
        for (int i = 0; i < 256 * 256; i++) {
            if (new Color(tile.getRGB(i % 256, i / 256)).equals(MapStyle.INK)) {
                count++;
            }
        }
        return count;
    }
}
