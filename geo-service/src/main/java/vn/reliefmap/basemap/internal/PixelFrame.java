package vn.reliefmap.basemap.internal;

import java.awt.geom.Path2D;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryCollection;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;

/**
 * A square of the web map at one zoom, and the way from degrees to its pixels: x to the right, y down, from its upper
 * left corner.
 *
 * @param zoom zoom of the grid of 256-pixel tiles
 * @param left its left edge in pixels of the whole world
 * @param top its upper edge in pixels of the whole world
 * @param size length of its sides in pixels
 */
record PixelFrame(int zoom, long left, long top, int size) {
    static final int TILE = 256;
    /** Labels are laid out for blocks of 4 × 4 tiles at once, so that the tiles of a block agree. */
    static final int BLOCK_TILES = 4;

    private static final double MAX_LATITUDE = 85.0511;

    static PixelFrame tile(int zoom, int x, int y) {
        return new PixelFrame(zoom, (long) x * TILE, (long) y * TILE, TILE);
    }

    /** The block the tile belongs to. */
    PixelFrame block() {
        int blockSize = TILE * BLOCK_TILES;
        return new PixelFrame(zoom, left / blockSize * blockSize, top / blockSize * blockSize, blockSize);
    }

    double x(double lon) {
        return (lon + 180) / 360 * worldSize() - left;
    }

    double y(double lat) {
        double sin = Math.sin(Math.toRadians(Math.max(-MAX_LATITUDE, Math.min(MAX_LATITUDE, lat))));
        return (0.5 - Math.log((1 + sin) / (1 - sin)) / (4 * Math.PI)) * worldSize() - top;
    }

    /** Its box in degrees, grown by a margin in pixels. */
    Envelope degrees(double margin) {
        return new Envelope(lon(left - margin), lon(left + size + margin), lat(top + size + margin), lat(top - margin));
    }

    /** One pixel's width in degrees of longitude. */
    double degreesPerPixel() {
        return 360 / worldSize();
    }

    Path2D path(Geometry geometry) {
        Path2D path = new Path2D.Double(Path2D.WIND_EVEN_ODD);
        append(path, geometry);
        return path;
    }

    private void append(Path2D path, Geometry geometry) {
        if (geometry instanceof LineString line) {
            append(path, line.getCoordinates(), false);
        } else if (geometry instanceof Polygon polygon) {
            append(path, polygon.getExteriorRing().getCoordinates(), true);
            for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
                append(path, polygon.getInteriorRingN(i).getCoordinates(), true);
            }
        } else if (geometry instanceof GeometryCollection) {
            for (int i = 0; i < geometry.getNumGeometries(); i++) {
                append(path, geometry.getGeometryN(i));
            }
        }
    }

    private void append(Path2D path, Coordinate[] coordinates, boolean closed) {
        for (int i = 0; i < coordinates.length; i++) {
            double px = x(coordinates[i].x);
            double py = y(coordinates[i].y);
            if (i == 0) {
                path.moveTo(px, py);
            } else {
                path.lineTo(px, py);
            }
        }
        if (closed && coordinates.length > 0) {
            path.closePath();
        }
    }

    private double worldSize() {
        return (double) TILE * (1L << zoom);
    }

    private double lon(double worldX) {
        return Math.max(-180, Math.min(180, worldX / worldSize() * 360 - 180));
    }

    private double lat(double worldY) {
        return Math.toDegrees(Math.atan(Math.sinh(Math.PI * (1 - 2 * worldY / worldSize()))));
    }
}
