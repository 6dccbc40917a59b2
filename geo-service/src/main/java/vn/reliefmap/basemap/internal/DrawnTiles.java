package vn.reliefmap.basemap.internal;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.List;
import org.springframework.stereotype.Component;
import vn.reliefmap.basemap.BasemapTiles;
import vn.reliefmap.kernel.Problem;

/** Draws tiles with Java2D and keeps the drawn ones in a bounded memory; see the decision on the base map's drawing. */
@Component
class DrawnTiles implements BasemapTiles {
    private record Key(long importId, PixelFrame frame) {}

    private static final long MAX_BYTES = 48L << 20;
    private static final int MAX_BLOCKS = 64;
    private static final int BUILDING_ZOOM = 16;

    private final TileSource source;
    private final LabelFonts fonts = new LabelFonts();
    private final IndexedPng png = new IndexedPng();
    private final Cache<Key, byte[]> tiles = Caffeine.newBuilder()
            .maximumWeight(MAX_BYTES)
            .weigher((Key key, byte[] bytes) -> bytes.length + 100)
            .build();
    private final Cache<Key, LabelBlock> blocks =
            Caffeine.newBuilder().maximumSize(MAX_BLOCKS).build();

    DrawnTiles(TileSource source) {
        this.source = source;
    }

    @Override
    public long currentImport() {
        return source.currentImport();
    }

    @Override
    public byte[] png(long importId, int zoom, int x, int y) {
        if (zoom < MIN_ZOOM || zoom > MAX_ZOOM || x < 0 || y < 0 || x >= 1 << zoom || y >= 1 << zoom) {
            throw Problem.notFound(
                            "TILE_NOT_FOUND",
                            "tile",
                            "Không có mảnh bản đồ " + zoom + "/" + x + "/" + y + ". Mức thu phóng từ 5 đến 18.",
                            "There is no tile " + zoom + "/" + x + "/" + y + ". Zoom runs from 5 to 18.")
                    .asException();
        }
        return tiles.get(new Key(importId, PixelFrame.tile(zoom, x, y)), this::draw);
    }

    private byte[] draw(Key key) {
        PixelFrame frame = key.frame();
        PixelFrame blockFrame = frame.block();
        LabelBlock labels = blocks.get(new Key(key.importId(), blockFrame), this::layOut);
        BufferedImage image = new BufferedImage(frame.size(), frame.size(), BufferedImage.TYPE_INT_RGB);
        Graphics2D g = image.createGraphics();
        try {
            g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
            GroundPainter painter = new GroundPainter(g, frame);
            painter.land();
            if (key.importId() != 0) {
                List<TileSource.DrawnLine> lines = source.lines(key.importId(), frame);
                List<TileSource.DrawnArea> areas = source.areas(key.importId(), frame);
                painter.grounds(areas);
                // A river's middle line lies under the area it is mapped with.
                painter.waterways(lines);
                painter.waters(areas);
                painter.coast(lines);
                if (frame.zoom() >= BUILDING_ZOOM) {
                    painter.buildings(source.buildings(key.importId(), frame));
                }
                painter.rails(lines);
                painter.roads(lines);
            }
            int left = (int) (frame.left() - blockFrame.left());
            int top = (int) (frame.top() - blockFrame.top());
            g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            labels.draw(g, left, top, frame.size());
        } finally {
            g.dispose();
        }
        return png.encode(image);
    }

    private LabelBlock layOut(Key key) {
        LabelLayout layout = new LabelLayout(fonts, key.frame());
        layout.fixedNames();
        if (key.importId() != 0) {
            List<TileSource.DrawnLine> lines = source.lines(key.importId(), key.frame());
            layout.places(source.places(key.importId(), key.frame()));
            layout.roadNumbers(lines);
            layout.waters(source.areas(key.importId(), key.frame()));
            layout.waterways(lines);
            layout.roadNames(lines);
        }
        return layout.block();
    }
}
