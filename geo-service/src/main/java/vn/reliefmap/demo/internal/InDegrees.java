package vn.reliefmap.demo.internal;

import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.util.GeometryTransformer;
import vn.reliefmap.geo.Geometries;

/** Turns plane metres into degrees (EPSG:4326, longitude first), rounded to a millionth. */
final class InDegrees extends GeometryTransformer {
    private final Plane plane;

    InDegrees(Plane plane) {
        this.plane = plane;
    }

    @Override
    protected @Nullable CoordinateSequence transformCoordinates(CoordinateSequence coordinates, Geometry parent) {
        // A new array: the sequence's own one belongs to the geometry in metres.
        Coordinate[] turned = new Coordinate[coordinates.size()];
        for (int i = 0; i < turned.length; i++) {
            turned[i] = plane.degrees(coordinates.getX(i), coordinates.getY(i));
        }
        return Geometries.FACTORY.getCoordinateSequenceFactory().create(turned);
    }
}
