package vn.reliefmap.geo.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import vn.reliefmap.geo.Geometries;

/**
 * Collects one GeoJSON geometry from a stream of tokens, with {@code type} and {@code coordinates} in any order, and
 * builds it afterwards. A fault is remembered, so that the stream stays in step and the next feature can be read.
 */
final class GeometryTokens {
    private static final int MOST_POSITIONS = 5_000_000;
    private static final GeometryFactory FACTORY = Geometries.FACTORY;

    private boolean present;
    private String type = "";
    private @Nullable Object coordinates;
    private @Nullable GeometryFault fault;
    private final List<GeometryTokens> parts = new ArrayList<>();
    private int positions;
    private int closedRings;

    int closedRings() {
        return closedRings;
    }

    void read(JsonParser json) {
        if (json.currentToken() != JsonToken.START_OBJECT) {
            json.skipChildren();
            return;
        }
        present = true;
        for (String name = json.nextName(); name != null; name = json.nextName()) {
            JsonToken value = json.nextToken();
            if (name.equals("type") && value == JsonToken.VALUE_STRING) {
                type = json.getString();
            } else if (name.equals("coordinates")) {
                coordinates = value == JsonToken.START_ARRAY ? array(json) : null;
            } else if (name.equals("geometries") && value == JsonToken.START_ARRAY) {
                while (json.nextToken() != JsonToken.END_ARRAY) {
                    GeometryTokens part = new GeometryTokens();
                    part.read(json);
                    parts.add(part);
                }
            } else {
                json.skipChildren();
            }
        }
    }

    /** A {@link Coordinate} when the array holds numbers, a list of what is inside otherwise. */
    private Object array(JsonParser json) {
        List<Object> inner = new ArrayList<>();
        double x = Double.NaN;
        double y = Double.NaN;
        int numbers = 0;
        for (JsonToken t = json.nextToken(); t != JsonToken.END_ARRAY; t = json.nextToken()) {
            if (t == JsonToken.START_ARRAY) {
                Object child = array(json);
                if (positions <= MOST_POSITIONS) {
                    inner.add(child);
                }
                continue;
            }
            double number = Double.NaN;
            if (t.isNumeric()) {
                number = json.getDoubleValue();
            } else if (t == JsonToken.START_OBJECT) {
                json.skipChildren();
            }
            if (!Double.isFinite(number) && numbers < 2) {
                note(GeometryFault.notANumber());
            }
            if (numbers == 0) {
                x = number;
            } else if (numbers == 1) {
                y = number;
            }
            numbers++;
        }
        if (numbers == 0) {
            return inner;
        }
        if (numbers == 1 || !inner.isEmpty()) {
            note(GeometryFault.form(type.isEmpty() ? "GeoJSON" : type));
        }
        if (++positions > MOST_POSITIONS) {
            note(GeometryFault.tooLarge(MOST_POSITIONS));
        }
        return new Coordinate(x, y);
    }

    private void note(GeometryFault found) {
        if (fault == null) {
            fault = found;
        }
    }

    /** The geometry as it stands in the file, never empty; rings are closed. */
    Geometry geometry() throws GeometryFault {
        if (!present) {
            throw GeometryFault.missing();
        }
        if (fault != null) {
            throw fault;
        }
        Geometry built = build();
        if (built.isEmpty()) {
            throw GeometryFault.empty();
        }
        return built;
    }

    private Geometry build() throws GeometryFault {
        if (type.equals("GeometryCollection")) {
            List<Geometry> built = new ArrayList<>();
            for (GeometryTokens part : parts) {
                built.add(part.geometry());
                closedRings += part.closedRings;
            }
            return FACTORY.createGeometryCollection(built.toArray(Geometry[]::new));
        }
        Object c = coordinates == null ? List.of() : coordinates;
        return switch (type) {
            case "Point" -> point(c);
            case "MultiPoint" -> FACTORY.createMultiPoint(all(c, this::point, Point[]::new));
            case "LineString" -> line(c);
            case "MultiLineString" -> FACTORY.createMultiLineString(all(c, this::line, LineString[]::new));
            case "Polygon" -> polygon(c);
            case "MultiPolygon" -> FACTORY.createMultiPolygon(all(c, this::polygon, Polygon[]::new));
            default -> throw GeometryFault.unsupported(type.length() > 40 ? type.substring(0, 40) : type);
        };
    }

    private Point point(Object c) throws GeometryFault {
        if (c instanceof List<?> list && list.isEmpty()) {
            return FACTORY.createPoint();
        }
        return FACTORY.createPoint(position(c));
    }

    private LineString line(Object c) throws GeometryFault {
        Coordinate[] line = positions(c);
        if (line.length == 1) {
            throw GeometryFault.form(type);
        }
        return FACTORY.createLineString(line);
    }

    private Polygon polygon(Object c) throws GeometryFault {
        LinearRing[] rings = all(c, this::ring, LinearRing[]::new);
        if (rings.length == 0) {
            return FACTORY.createPolygon();
        }
        if (rings[0].isEmpty()) {
            return FACTORY.createPolygon();
        }
        LinearRing[] holes = new LinearRing[rings.length - 1];
        System.arraycopy(rings, 1, holes, 0, holes.length);
        return FACTORY.createPolygon(rings[0], holes);
    }

    private LinearRing ring(Object c) throws GeometryFault {
        Coordinate[] ring = positions(c);
        if (ring.length > 0 && !ring[0].equals2D(ring[ring.length - 1])) {
            Coordinate[] closed = Arrays.copyOf(ring, ring.length + 1);
            closed[ring.length] = ring[0].copy();
            ring = closed;
            closedRings++;
        }
        if (ring.length > 0 && ring.length < 4) {
            throw GeometryFault.form(type);
        }
        return FACTORY.createLinearRing(ring);
    }

    private Coordinate[] positions(Object c) throws GeometryFault {
        return all(c, this::position, Coordinate[]::new);
    }

    private Coordinate position(Object c) throws GeometryFault {
        if (c instanceof Coordinate position) {
            return position;
        }
        throw GeometryFault.form(type);
    }

    private <T> T[] all(Object c, Builder<T> builder, IntFunction<T[]> array) throws GeometryFault {
        if (!(c instanceof List<?> list)) {
            throw GeometryFault.form(type);
        }
        T[] built = array.apply(list.size());
        for (int i = 0; i < built.length; i++) {
            built[i] = builder.build(list.get(i));
        }
        return built;
    }

    private interface Builder<T> {
        T build(Object coordinates) throws GeometryFault;
    }
}
