package vn.reliefmap.geo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.CoordinateFilter;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;
import vn.reliefmap.kernel.ProblemException;

/** Tiles are read back here as the format's own text says, not by the writer's rules. */
class VectorTileTest {
    private static final TileAddress TILE = TileAddress.read("12", "3267", "1854");

    /** A field of a message: its number, and bytes or a number. */
    private static final class Field {
        private final int number;
        private final byte[] content;
        private final long value;

        Field(int number, byte[] content, long value) {
            this.number = number;
            this.content = content;
            this.value = value;
        }

        int number() {
            return number;
        }

        byte[] content() {
            return content;
        }

        long value() {
            return value;
        }
    }

    @Test
    void theBoxOfATileIsWhereMapProgramsPutIt() {
        Bbox box = TILE.box();
        assertThat(box.minLon()).isCloseTo(107.1387, within(1e-4));
        assertThat(box.maxLon() - box.minLon()).isCloseTo(360.0 / 4096, within(1e-9));
        assertThat(TILE.down(box.maxLat())).isCloseTo(0, within(1e-6));
        assertThat(TILE.down(box.minLat())).isCloseTo(1, within(1e-6));
        assertThat(TileAddress.read("0", "0", "0").box().maxLat()).isCloseTo(85.0511, within(1e-4));
        for (String[] wrong : new String[][] {{"2", "4", "0"}, {"23", "0", "0"}, {"1", "-1", "0"}, {"z", "0", "0"}}) {
            assertThatThrownBy(() -> TileAddress.read(wrong[0], wrong[1], wrong[2]))
                    .isInstanceOf(ProblemException.class);
        }
    }

    @Test
    void anAreaWithAHoleComesBackAsItWentIn() throws ParseException {
        VectorTile tile = new VectorTile(TILE, "water");
        tile.add(
                shape("POLYGON ((0 0, 0.5 0, 0.5 0.5, 0 0.5, 0 0), (0.1 0.1, 0.2 0.1, 0.2 0.2, 0.1 0.2, 0.1 0.1))"),
                properties("class", "d3", "depth_min_m", 0.6, "nobody", null, "homes", 7));
        tile.add(shape("POLYGON ((0.3 0.3, 0.30001 0.3, 0.3 0.30001, 0.3 0.3))"), properties("class", "d4"));
        List<Field> layer = fields(fields(tile.write()).get(0).content());
        assertThat(text(layer, 1)).containsExactly("water");
        assertThat(of(layer, 2)).as("what is smaller than a step is left out").hasSize(1);
        assertThat(text(layer, 3)).containsExactly("class", "depth_min_m", "homes");
        List<Field> values = of(layer, 4);
        assertThat(new String(fields(values.get(0).content()).get(0).content(), StandardCharsets.UTF_8))
                .isEqualTo("d3");
        assertThat(Double.longBitsToDouble(
                        fields(values.get(1).content()).get(0).value()))
                .isEqualTo(0.6);
        assertThat(fields(values.get(2).content()).get(0).value()).isEqualTo(7);
        List<Field> feature = fields(of(layer, 2).get(0).content());
        assertThat(of(feature, 3).get(0).value()).as("polygon").isEqualTo(3);
        List<List<long[]>> rings = rings(of(feature, 4).get(0).content());
        assertThat(rings).hasSize(2);
        assertThat(twiceArea(rings.get(0))).as("outer rings are positive").isEqualTo(2L * 2048 * 2048);
        assertThat(twiceArea(rings.get(1))).as("holes are negative").isNegative();
        assertThat(rings.get(0)).anySatisfy(at -> assertThat(at).containsExactly(2048, 2048));
    }

    @Test
    void aPointLiesWhereItIsAndATileOfNothingIsEmpty() throws ParseException {
        VectorTile tile = new VectorTile(TILE, "needs");
        assertThat(tile.write()).isEmpty();
        tile.add(shape("POINT (0.25 0.75)"), properties("people", 1_000_000_000_000L));
        List<Field> feature = fields(
                of(fields(fields(tile.write()).get(0).content()), 2).get(0).content());
        assertThat(rings(of(feature, 4).get(0).content()).get(0).get(0)).containsExactly(1024, 3072);
    }

    /** A shape in shares of the tile, from its north-western corner, in degrees. */
    private static Geometry shape(String wkt) throws ParseException {
        Geometry shape = new WKTReader(Geometries.FACTORY).read(wkt);
        Bbox box = TILE.box();
        shape.apply((CoordinateFilter) at -> {
            at.x = box.minLon() + at.x * (box.maxLon() - box.minLon());
            double mercator = Math.PI * (1 - 2 * (TILE.y() + at.y) / 4096);
            at.y = Math.toDegrees(Math.atan(Math.sinh(mercator)));
        });
        return shape;
    }

    private static Map<String, @Nullable Object> properties(@Nullable Object... pairs) {
        Map<String, @Nullable Object> properties = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            properties.put(String.valueOf(pairs[i]), pairs[i + 1]);
        }
        return properties;
    }

    private static List<Field> of(List<Field> fields, int number) {
        return fields.stream().filter(field -> field.number() == number).toList();
    }

    private static List<String> text(List<Field> fields, int number) {
        return of(fields, number).stream()
                .map(field -> new String(field.content(), StandardCharsets.UTF_8))
                .toList();
    }

    private static List<Field> fields(byte[] message) {
        ByteBuffer in = ByteBuffer.wrap(message).order(ByteOrder.LITTLE_ENDIAN);
        List<Field> fields = new ArrayList<>();
        while (in.hasRemaining()) {
            long tag = varint(in);
            byte[] content = {};
            long value = 0;
            switch ((int) tag & 7) {
                case 0 -> value = varint(in);
                case 1 -> value = in.getLong();
                default -> {
                    content = new byte[(int) varint(in)];
                    in.get(content);
                }
            }
            fields.add(new Field((int) tag >> 3, content, value));
        }
        return fields;
    }

    private static List<List<long[]>> rings(byte[] commands) {
        ByteBuffer in = ByteBuffer.wrap(commands);
        List<List<long[]>> rings = new ArrayList<>();
        long x = 0;
        long y = 0;
        while (in.hasRemaining()) {
            long command = varint(in);
            if ((command & 7) == 1) {
                rings.add(new ArrayList<>());
            }
            for (long i = 0; i < command >> 3 && (command & 7) != 7; i++) {
                x += zigzag(varint(in));
                y += zigzag(varint(in));
                rings.get(rings.size() - 1).add(new long[] {x, y});
            }
        }
        return rings;
    }

    private static long zigzag(long number) {
        return number >>> 1 ^ -(number & 1);
    }

    private static long varint(ByteBuffer in) {
        long number = 0;
        for (int shift = 0; ; shift += 7) {
            byte one = in.get();
            number |= (long) (one & 0x7F) << shift;
            if (one >= 0) {
                return number;
            }
        }
    }

    private static long twiceArea(List<long[]> ring) {
        long twice = 0;
        for (int i = 0; i < ring.size(); i++) {
            long[] a = ring.get(i);
            long[] b = ring.get((i + 1) % ring.size());
            twice += a[0] * b[1] - b[0] * a[1];
        }
        return twice;
    }
}
