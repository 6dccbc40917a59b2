package vn.reliefmap.geo;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;

/**
 * Writes one layer of points and areas as a tile that other map programs read (Mapbox Vector Tile 2.1). Geometries come in degrees,
 * already cut to about the tile; what is smaller than a step of its grid of 4,096 is left out.
 */
public final class VectorTile {
    public static final String MEDIA_TYPE = "application/vnd.mapbox-vector-tile";

    private static final int EXTENT = 4096;
    private static final int MOVE_TO = 1;
    private static final int LINE_TO = 2;
    private static final int CLOSE = 7;
    private static final int VARINT = 0;
    private static final int FIXED64 = 1;
    private static final int BYTES = 2;

    private final TileAddress address;
    private final String name;
    private final ByteArrayOutputStream features = new ByteArrayOutputStream();
    private final Map<String, Integer> keys = new LinkedHashMap<>();
    private final Map<Object, Integer> values = new LinkedHashMap<>();

    /** @param name of the layer */
    public VectorTile(TileAddress address, String name) {
        this.address = address;
        this.name = name;
    }

    /** @param properties text, whole numbers, other numbers; null is left out */
    public void add(Geometry geometry, Map<String, ?> properties) {
        boolean area = !(geometry instanceof Point);
        byte[] commands = area ? areas(geometry) : point((Point) geometry);
        if (commands.length == 0) {
            return;
        }
        ByteArrayOutputStream tags = new ByteArrayOutputStream();
        properties.forEach((key, value) -> {
            if (value != null) {
                varint(tags, index(keys, key));
                varint(tags, index(values, value));
            }
        });
        ByteArrayOutputStream feature = new ByteArrayOutputStream();
        bytes(feature, 2, tags.toByteArray());
        tag(feature, 3, VARINT);
        varint(feature, area ? 3 : 1);
        bytes(feature, 4, commands);
        bytes(features, 2, feature.toByteArray());
    }

    /** The whole tile; empty when nothing is in it. */
    public byte[] write() {
        ByteArrayOutputStream layer = new ByteArrayOutputStream();
        tag(layer, 15, VARINT);
        varint(layer, 2);
        bytes(layer, 1, name.getBytes(StandardCharsets.UTF_8));
        layer.writeBytes(features.toByteArray());
        keys.keySet().forEach(key -> bytes(layer, 3, key.getBytes(StandardCharsets.UTF_8)));
        values.keySet().forEach(value -> bytes(layer, 4, value(value)));
        tag(layer, 5, VARINT);
        varint(layer, EXTENT);
        ByteArrayOutputStream tile = new ByteArrayOutputStream();
        if (features.size() > 0) {
            bytes(tile, 3, layer.toByteArray());
        }
        return tile.toByteArray();
    }

    private static <T> int index(Map<T, Integer> known, T one) {
        return known.computeIfAbsent(one, key -> known.size());
    }

    private static byte[] value(Object value) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        if (value instanceof Integer || value instanceof Long) {
            tag(out, 4, VARINT);
            varint(out, ((Number) value).longValue());
        } else if (value instanceof Number number) {
            tag(out, 3, FIXED64);
            out.writeBytes(ByteBuffer.allocate(Double.BYTES)
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .putDouble(number.doubleValue())
                    .array());
        } else {
            bytes(out, 1, value.toString().getBytes(StandardCharsets.UTF_8));
        }
        return out.toByteArray();
    }

    private byte[] point(Point point) {
        Pen pen = new Pen();
        pen.command(MOVE_TO, 1);
        pen.to(step(point.getCoordinate()));
        return pen.commands.toByteArray();
    }

    private byte[] areas(Geometry geometry) {
        Pen pen = new Pen();
        for (int i = 0; i < geometry.getNumGeometries(); i++) {
            Polygon polygon = (Polygon) geometry.getGeometryN(i);
            if (pen.ring(steps(polygon.getExteriorRing()), true)) {
                for (int hole = 0; hole < polygon.getNumInteriorRing(); hole++) {
                    pen.ring(steps(polygon.getInteriorRingN(hole)), false);
                }
            }
        }
        return pen.commands.toByteArray();
    }

    private List<long[]> steps(LinearRing ring) {
        List<long[]> steps = new ArrayList<>();
        for (Coordinate place : ring.getCoordinates()) {
            long[] step = step(place);
            long[] before = steps.isEmpty() ? null : steps.get(steps.size() - 1);
            if (before == null || before[0] != step[0] || before[1] != step[1]) {
                steps.add(step);
            }
        }
        steps.remove(steps.size() - 1); // a ring closes itself
        return steps;
    }

    private long[] step(Coordinate place) {
        return new long[] {Math.round(address.across(place.x) * EXTENT), Math.round(address.down(place.y) * EXTENT)};
    }

    /** Draws by steps from where it stands; the next area begins where the one before ended. */
    private static final class Pen {
        private final ByteArrayOutputStream commands = new ByteArrayOutputStream();
        private long x;
        private long y;

        void command(int id, int count) {
            varint(commands, (long) count << 3 | id);
        }

        void to(long[] step) {
            zigzag(step[0] - x);
            zigzag(step[1] - y);
            x = step[0];
            y = step[1];
        }

        /** Outer rings turn to the right as the screen shows them, holes to the left. False when nothing of it is left. */
        boolean ring(List<long[]> steps, boolean outer) {
            long twice = 0;
            for (int i = 0; i < steps.size(); i++) {
                long[] a = steps.get(i);
                long[] b = steps.get((i + 1) % steps.size());
                twice += a[0] * b[1] - b[0] * a[1];
            }
            if (steps.size() < 3 || twice == 0) {
                return false;
            }
            boolean forward = twice > 0 == outer;
            command(MOVE_TO, 1);
            to(steps.get(forward ? 0 : steps.size() - 1));
            command(LINE_TO, steps.size() - 1);
            for (int i = 1; i < steps.size(); i++) {
                to(steps.get(forward ? i : steps.size() - 1 - i));
            }
            command(CLOSE, 1);
            return true;
        }

        private void zigzag(long step) {
            varint(commands, step << 1 ^ step >> 63);
        }
    }

    private static void bytes(ByteArrayOutputStream out, int field, byte[] content) {
        tag(out, field, BYTES);
        varint(out, content.length);
        out.writeBytes(content);
    }

    private static void tag(ByteArrayOutputStream out, int field, int type) {
        varint(out, (long) field << 3 | type);
    }

    private static void varint(ByteArrayOutputStream out, long number) {
        long rest = number;
        while ((rest & ~0x7FL) != 0) {
            out.write((int) ((rest & 0x7F) | 0x80));
            rest >>>= 7;
        }
        out.write((int) rest);
    }
}
