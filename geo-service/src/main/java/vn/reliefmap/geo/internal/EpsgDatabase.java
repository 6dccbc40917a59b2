package vn.reliefmap.geo.internal;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.geotools.api.referencing.FactoryException;
import org.geotools.api.referencing.crs.CoordinateReferenceSystem;
import org.geotools.api.referencing.operation.MathTransform;
import org.geotools.api.referencing.operation.TransformException;
import org.geotools.geometry.jts.GeometryCoordinateSequenceTransformer;
import org.geotools.referencing.CRS;
import org.locationtech.jts.geom.Geometry;
import vn.reliefmap.geo.Geometries;

/** GeoTools and its copy of the EPSG database, with x = easting or longitude throughout. Thread-safe. */
public final class EpsgDatabase {
    private static final String FOLDER_PROPERTY = "EPSG-HSQL.directory";
    private static final Map<Integer, CoordinateReferenceSystem> SYSTEMS = new ConcurrentHashMap<>();
    private static final Map<Long, MathTransform> TRANSFORMS = new ConcurrentHashMap<>();

    static {
        // GeoTools unpacks 33 MB; without this it does so in a folder shared by all users of the machine.
        if (System.getProperty(FOLDER_PROPERTY) == null) {
            String home = System.getProperty("relief.home");
            Path folder = home == null
                    ? Path.of(System.getProperty("java.io.tmpdir"), "relief-epsg-" + System.getProperty("user.name"))
                    : Path.of(home, "epsg");
            System.setProperty(FOLDER_PROPERTY, folder.toString());
        }
    }

    private EpsgDatabase() {}

    /** False as well for a code that stands in the database and cannot be built. */
    public static boolean knows(int epsg) {
        try {
            system(epsg);
            return true;
        } catch (FactoryException e) {
            return false;
        }
    }

    /** Throws {@link IllegalArgumentException} when a position cannot be brought over or the result is not finite. */
    public static Geometry transform(Geometry geometry, int fromEpsg, int toEpsg) {
        GeometryCoordinateSequenceTransformer transformer = new GeometryCoordinateSequenceTransformer();
        try {
            transformer.setMathTransform(between(fromEpsg, toEpsg));
            Geometry moved = transformer.transform(geometry);
            Geometry ours = Geometries.FACTORY.createGeometry(moved);
            ours.setSRID(toEpsg);
            return ours;
        } catch (TransformException | ArithmeticException e) {
            throw new IllegalArgumentException("position outside the reach of EPSG:" + fromEpsg, e);
        } catch (FactoryException e) {
            throw new IllegalStateException("EPSG:" + fromEpsg + " to EPSG:" + toEpsg, e);
        }
    }

    /** Turns positions (x, y, x, y, …) of a system into longitudes and latitudes, in place; throws as {@link #transform}. */
    public static void toLonLat(double[] positions, int fromEpsg) {
        try {
            between(fromEpsg, 4326).transform(positions, 0, positions, 0, positions.length / 2);
        } catch (TransformException | ArithmeticException e) {
            throw new IllegalArgumentException("position outside the reach of EPSG:" + fromEpsg, e);
        } catch (FactoryException e) {
            throw new IllegalStateException("EPSG:" + fromEpsg, e);
        }
        for (double ordinate : positions) {
            if (!Double.isFinite(ordinate)) {
                throw new IllegalArgumentException("position outside the reach of EPSG:" + fromEpsg);
            }
        }
    }

    /** Turns longitudes and latitudes into positions of a system, in place; one out of its reach becomes NaN or far away. */
    public static void fromLonLat(double[] positions, int toEpsg) {
        try {
            between(4326, toEpsg).transform(positions, 0, positions, 0, positions.length / 2);
        } catch (TransformException | ArithmeticException e) {
            throw new IllegalArgumentException("position outside the reach of EPSG:" + toEpsg, e);
        } catch (FactoryException e) {
            throw new IllegalStateException("EPSG:" + toEpsg, e);
        }
    }

    private static MathTransform between(int fromEpsg, int toEpsg) throws FactoryException {
        long key = (long) fromEpsg << 32 | toEpsg;
        MathTransform known = TRANSFORMS.get(key);
        if (known == null) {
            known = CRS.findMathTransform(system(fromEpsg), system(toEpsg), false);
            TRANSFORMS.put(key, known);
        }
        return known;
    }

    private static CoordinateReferenceSystem system(int epsg) throws FactoryException {
        CoordinateReferenceSystem known = SYSTEMS.get(epsg);
        if (known == null) {
            // true: longitude (or easting) first, whatever the official axis order is.
            known = CRS.decode("EPSG:" + epsg, true);
            SYSTEMS.put(epsg, known);
        }
        return known;
    }
}
