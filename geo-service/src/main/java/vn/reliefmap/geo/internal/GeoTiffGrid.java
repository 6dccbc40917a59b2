package vn.reliefmap.geo.internal;

import java.awt.Rectangle;
import java.awt.geom.AffineTransform;
import java.awt.image.Raster;
import java.awt.image.RenderedImage;
import java.io.IOException;
import java.nio.file.Path;
import org.geotools.api.coverage.grid.GridEnvelope;
import org.geotools.api.parameter.GeneralParameterValue;
import org.geotools.api.referencing.datum.PixelInCell;
import org.geotools.api.referencing.operation.MathTransform;
import org.geotools.coverage.grid.GridCoverage2D;
import org.geotools.coverage.grid.io.imageio.geotiff.GeoTiffIIOMetadataDecoder;
import org.geotools.gce.geotiff.GeoTiffReader;
import org.geotools.referencing.crs.DefaultEngineeringCRS;
import org.geotools.util.factory.Hints;
import org.jspecify.annotations.Nullable;
import vn.reliefmap.geo.Crs;
import vn.reliefmap.geo.Grid;
import vn.reliefmap.kernel.ProblemException;

/** Reads the one band of a GeoTIFF through GeoTools. */
public final class GeoTiffGrid {
    /** GeoTIFF keys: projected and geographic system by code; 32767 stands for a system that has none. */
    private static final int PROJECTED = 3072;

    private static final int GEOGRAPHIC = 2048;
    private static final int USER_DEFINED = 32767;
    private static final int ROWS_AT_ONCE = 256;

    private GeoTiffGrid() {}

    public static Grid read(Path file, @Nullable Crs given) throws IOException {
        TiffBlocks.check(file);
        try {
            // The reference system is taken by its code, never from the reader: see Crs.
            GeoTiffReader reader = new GeoTiffReader(
                    file.toFile(),
                    new Hints(Hints.DEFAULT_COORDINATE_REFERENCE_SYSTEM, DefaultEngineeringCRS.CARTESIAN_2D));
            try {
                return grid(reader, given);
            } finally {
                reader.dispose();
            }
        } catch (ProblemException e) {
            throw e;
        } catch (RuntimeException e) {
            // The decoders of TIFF answer a broken file with any exception there is.
            throw GridFile.unreadable(file, e);
        }
    }

    private static Grid grid(GeoTiffReader reader, @Nullable Crs given) throws IOException {
        GridEnvelope range = reader.getOriginalGridRange();
        int columns = range.getSpan(0);
        int rows = range.getSpan(1);
        GridFile.checkSize(columns, rows);
        GeoTiffIIOMetadataDecoder metadata = reader.getMetadata();
        Crs crs = given == null ? crs(metadata) : given;
        MathTransform toCrs = reader.getOriginalGridToWorld(PixelInCell.CELL_CORNER);
        if (!(toCrs instanceof AffineTransform cornerToCrs)) {
            throw GridFile.form("không nêu vị trí trên mặt đất", "it does not say where on the ground it lies");
        }
        float nodata = metadata.hasNoData() ? (float) metadata.getNoData() : Float.NaN;
        // Without the cast the call is ambiguous.
        GridCoverage2D coverage = reader.read((GeneralParameterValue[]) null);
        RenderedImage image = coverage.getRenderedImage();
        if (image.getSampleModel().getNumBands() != 1) {
            throw GridFile.bands(image.getSampleModel().getNumBands());
        }
        float[] values = new float[columns * rows];
        for (int row = 0; row < rows; row += ROWS_AT_ONCE) {
            int count = Math.min(ROWS_AT_ONCE, rows - row);
            Rectangle part = new Rectangle(image.getMinX(), image.getMinY() + row, columns, count);
            Raster raster = image.getData(part);
            float[] read = raster.getSamples(part.x, part.y, columns, count, 0, (float[]) null);
            for (int i = 0; i < read.length; i++) {
                boolean nothing = read[i] == nodata || Float.isInfinite(read[i]);
                values[row * columns + i] = nothing ? Float.NaN : read[i];
            }
        }
        coverage.dispose(true);
        return new Grid(columns, rows, values, cornerToCrs, crs);
    }

    private static Crs crs(GeoTiffIIOMetadataDecoder metadata) {
        for (int key : new int[] {PROJECTED, GEOGRAPHIC}) {
            String code = metadata.hasGeoKey() ? metadata.getGeoKey(key) : null;
            if (code != null && !code.isBlank()) {
                int epsg = Integer.parseInt(code.strip());
                if (epsg == USER_DEFINED) {
                    break;
                }
                return new Crs(epsg);
            }
        }
        throw GridFile.crsMissing();
    }
}
