package vn.reliefmap.geo.internal;

import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryCollection;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.MultiLineString;
import org.locationtech.jts.geom.MultiPoint;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import org.springframework.boot.jackson.JacksonComponent;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueSerializer;

/** Writes any JTS geometry as RFC 7946 GeoJSON, positions as [lon, lat] with six decimals (0.1 m). */
@JacksonComponent
public final class GeometryJson extends ValueSerializer<Geometry> {

    @Override
    public Class<Geometry> handledType() {
        return Geometry.class;
    }

    @Override
    public void serialize(Geometry geometry, JsonGenerator json, SerializationContext context) {
        json.writeStartObject();
        json.writeStringProperty("type", geometry.getGeometryType());
        if (geometry instanceof GeometryCollection collection
                && !(geometry instanceof MultiPolygon)
                && !(geometry instanceof MultiLineString)
                && !(geometry instanceof MultiPoint)) {
            json.writeArrayPropertyStart("geometries");
            for (int i = 0; i < collection.getNumGeometries(); i++) {
                serialize(collection.getGeometryN(i), json, context);
            }
            json.writeEndArray();
        } else {
            json.writeName("coordinates");
            coordinates(geometry, json);
        }
        json.writeEndObject();
    }

    private static void coordinates(Geometry geometry, JsonGenerator json) {
        if (geometry instanceof Point point) {
            if (point.isEmpty()) {
                json.writeStartArray();
                json.writeEndArray();
            } else {
                position(point.getCoordinate(), json);
            }
        } else if (geometry instanceof LineString line) {
            line(line, json);
        } else if (geometry instanceof Polygon polygon) {
            json.writeStartArray();
            if (!polygon.isEmpty()) {
                line(polygon.getExteriorRing(), json);
            }
            for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
                line(polygon.getInteriorRingN(i), json);
            }
            json.writeEndArray();
        } else {
            json.writeStartArray();
            for (int i = 0; i < geometry.getNumGeometries(); i++) {
                coordinates(geometry.getGeometryN(i), json);
            }
            json.writeEndArray();
        }
    }

    private static void line(LineString line, JsonGenerator json) {
        json.writeStartArray();
        for (int i = 0; i < line.getNumPoints(); i++) {
            position(line.getCoordinateN(i), json);
        }
        json.writeEndArray();
    }

    private static void position(Coordinate c, JsonGenerator json) {
        json.writeStartArray();
        json.writeNumber(Math.round(c.x * 1e6) / 1e6);
        json.writeNumber(Math.round(c.y * 1e6) / 1e6);
        json.writeEndArray();
    }
}
