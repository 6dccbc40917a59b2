package vn.reliefmap.geo.internal;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.CoordinateSequenceFilter;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import vn.reliefmap.geo.Crs;
import vn.reliefmap.geo.GeoJsonSummary;
import vn.reliefmap.kernel.ImportIssue;

/** Brings the geometries of one file to longitude and latitude, turns exchanged ones, and counts. Not thread-safe. */
final class FilePlacing {
    /** Domain facts, section 7: latitude 8–24, longitude 102–117. */
    static final Envelope VIETNAM = new Envelope(102, 117, 8, 24);

    private static final Envelope WORLD = new Envelope(-180, 180, -90, 90);

    private Crs crs;
    private long features;
    private long swapped;
    private long outside;

    FilePlacing(Crs crs) {
        this.crs = crs;
    }

    Crs crs() {
        return crs;
    }

    void use(Crs other) {
        crs = other;
    }

    void counted() {
        features++;
    }

    Geometry place(Geometry asRead) throws GeometryFault {
        Envelope here = envelope(asRead);
        if (here == null || !here.intersects(VIETNAM)) {
            Geometry mirrored = mirrored(asRead);
            Envelope there = envelope(mirrored);
            if (there != null && VIETNAM.contains(there)) {
                swapped++;
                return crs.toLonLat(mirrored);
            }
        }
        if (here == null || !WORLD.contains(here)) {
            throw GeometryFault.outOfRange(crs.epsg());
        }
        if (!VIETNAM.contains(here)) {
            outside++;
        }
        return crs.toLonLat(asRead);
    }

    /** Where the corners of the geometry come to lie; null when they cannot be brought over. */
    private @Nullable Envelope envelope(Geometry asRead) {
        if (crs.epsg() == Crs.LON_LAT) {
            return asRead.getEnvelopeInternal();
        }
        try {
            Envelope box = new Envelope();
            for (Coordinate c : crs.toLonLat(asRead).getCoordinates()) {
                if (!Double.isFinite(c.x) || !Double.isFinite(c.y)) {
                    return null;
                }
                box.expandToInclude(c);
            }
            return box;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static Geometry mirrored(Geometry geometry) {
        Geometry mirrored = geometry.copy();
        mirrored.apply(new CoordinateSequenceFilter() {
            @Override
            public void filter(CoordinateSequence s, int i) {
                double x = s.getX(i);
                s.setOrdinate(i, 0, s.getY(i));
                s.setOrdinate(i, 1, x);
            }

            @Override
            public boolean isDone() {
                return false;
            }

            @Override
            public boolean isGeometryChanged() {
                return true;
            }
        });
        return mirrored;
    }

    GeoJsonSummary summary() {
        List<ImportIssue> issues = new ArrayList<>();
        if (swapped > 0) {
            issues.add(ImportIssue.repaired(
                    0,
                    "COORDINATES_SWAPPED",
                    swapped + " đối tượng có kinh độ và vĩ độ bị đổi chỗ, đã được đổi lại.",
                    swapped + " features had longitude and latitude exchanged; they were turned back.",
                    "Ghi toạ độ theo thứ tự [kinh độ, vĩ độ].",
                    "Write coordinates as [lon, lat]."));
        }
        if (outside > 0) {
            issues.add(ImportIssue.warned(
                    0,
                    "OUTSIDE_VIETNAM",
                    outside + " đối tượng nằm ngoài Việt Nam (vĩ độ 8–24, kinh độ 102–117).",
                    outside + " features lie outside Vietnam (latitude 8–24, longitude 102–117).",
                    "Kiểm tra hệ toạ độ (--crs) và tệp đã chọn.",
                    "Check the reference system (--crs) and that this is the right file."));
        }
        return new GeoJsonSummary(features, crs.epsg(), swapped, outside, List.copyOf(issues));
    }
}
