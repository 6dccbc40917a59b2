package vn.reliefmap.geo;

import it.geosolutions.jaiext.range.NoDataContainer;
import java.awt.image.DataBuffer;
import java.awt.image.WritableRaster;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import javax.media.jai.RasterFactory;
import org.geotools.api.parameter.GeneralParameterValue;
import org.geotools.api.referencing.FactoryException;
import org.geotools.coverage.grid.GridCoverage2D;
import org.geotools.coverage.grid.GridCoverageFactory;
import org.geotools.gce.geotiff.GeoTiffWriter;
import org.geotools.geometry.jts.ReferencedEnvelope;
import org.geotools.referencing.CRS;
import org.jspecify.annotations.Nullable;

/** Writes small grids for tests; rows from the top. */
public final class GridFiles {
    private GridFiles() {}

    /** @param left western edge, {@code bottom} southern edge, in the system {@code epsg} (easting or longitude first) */
    public static Path geoTiff(
            Path file, float[][] rows, double left, double bottom, double cell, int epsg, @Nullable Float nodata) {
        int columns = rows[0].length;
        WritableRaster raster = RasterFactory.createBandedRaster(DataBuffer.TYPE_FLOAT, columns, rows.length, 1, null);
        for (int r = 0; r < rows.length; r++) {
            raster.setSamples(0, r, columns, 1, 0, rows[r]);
        }
        try {
            ReferencedEnvelope box = new ReferencedEnvelope(
                    left, left + columns * cell, bottom, bottom + rows.length * cell, CRS.decode("EPSG:" + epsg, true));
            GridCoverage2D coverage = new GridCoverageFactory().create("depth", raster, box);
            if (nodata != null) {
                coverage = new GridCoverageFactory()
                        .create(
                                "depth",
                                coverage.getRenderedImage(),
                                box,
                                null,
                                null,
                                Map.of(NoDataContainer.GC_NODATA, new NoDataContainer(nodata)));
            }
            GeoTiffWriter writer = new GeoTiffWriter(file.toFile());
            writer.write(coverage, (GeneralParameterValue[]) null);
            writer.dispose();
            return file;
        } catch (IOException | FactoryException e) {
            throw new IllegalStateException(file.toString(), e);
        }
    }

    /** @param values one line of text for each row */
    public static Path arcGrid(Path file, String header, String... values) {
        try {
            return Files.writeString(
                    file, header + "\n" + String.join("\n", values) + "\n", StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new IllegalStateException(file.toString(), e);
        }
    }

    /** The usual header. */
    public static String header(int columns, int rows, double left, double bottom, double cell) {
        return "ncols %d\nnrows %d\nxllcorner %s\nyllcorner %s\ncellsize %s\nNODATA_value -9999"
                .formatted(columns, rows, left, bottom, cell);
    }
}
