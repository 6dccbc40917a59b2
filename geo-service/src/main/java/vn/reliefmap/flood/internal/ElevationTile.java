package vn.reliefmap.flood.internal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.zip.DataFormatException;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.Inflater;

/** 128 by 128 heights in whole decimetres, rows from the north. Immutable. */
final class ElevationTile {
    static final int SIZE = 128;
    /** Nothing is known. */
    static final ElevationTile EMPTY = new ElevationTile(new short[0]);

    private static final short UNKNOWN = Short.MIN_VALUE;

    private final short[] decimeters;

    private ElevationTile(short[] decimeters) {
        this.decimeters = decimeters;
    }

    /** What is higher than 3,276 m counts as so high: no flood gets there. */
    static ElevationTile of(float[] heightsM) {
        short[] decimeters = new short[heightsM.length];
        boolean any = false;
        for (int i = 0; i < heightsM.length; i++) {
            boolean known = !Float.isNaN(heightsM[i]);
            any |= known;
            decimeters[i] = known ? (short) Math.min(Short.MAX_VALUE, Math.round(heightsM[i] * 10)) : UNKNOWN;
        }
        return any ? new ElevationTile(decimeters) : EMPTY;
    }

    boolean isEmpty() {
        return decimeters.length == 0;
    }

    /** Metres above the sea; NaN = not known. */
    double heightM(int column, int row) {
        short height = isEmpty() ? UNKNOWN : decimeters[row * SIZE + column];
        return height == UNKNOWN ? Double.NaN : height / 10.0;
    }

    byte[] packed() {
        ByteBuffer plain = ByteBuffer.allocate(2 * decimeters.length);
        plain.asShortBuffer().put(decimeters);
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (DeflaterOutputStream out = new DeflaterOutputStream(packed)) {
            out.write(plain.array());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }

    static ElevationTile unpacked(byte[] packed) {
        byte[] plain = new byte[2 * SIZE * SIZE];
        Inflater inflater = new Inflater();
        try {
            inflater.setInput(packed);
            if (inflater.inflate(plain) != plain.length) {
                throw new IllegalStateException("a tile of heights in the database is cut short");
            }
        } catch (DataFormatException e) {
            throw new IllegalStateException("a tile of heights in the database is broken", e);
        } finally {
            inflater.end();
        }
        short[] decimeters = new short[SIZE * SIZE];
        ByteBuffer.wrap(plain).asShortBuffer().get(decimeters);
        return new ElevationTile(decimeters);
    }
}
