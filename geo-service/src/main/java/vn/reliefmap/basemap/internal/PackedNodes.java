package vn.reliefmap.basemap.internal;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;

/**
 * Positions of nodes by id, about 8 bytes a node: blocks of 64 nodes, each node written as its difference from the one
 * before, so that a country's nodes fit into some hundred megabytes. Degrees are kept to 1e-7, as OpenStreetMap does.
 * Not thread-safe.
 */
final class PackedNodes {
    private static final int BLOCK = 64;
    private static final int PAGE_BITS = 20;
    private static final double SCALE = 1e7;

    private long[] firstIds = new long[1024];
    private long[] blockStarts = new long[1024];
    private int blocks;
    private byte[][] pages = new byte[16][];
    private long end;
    private long cursor;

    private long count;
    private long lastId = Long.MIN_VALUE;
    private long lastLon;
    private long lastLat;

    /** Takes the next node; false when its id is not greater than the one before, and then it is not taken. */
    boolean add(long id, double lon, double lat) {
        if (id <= lastId) {
            return false;
        }
        if (count % BLOCK == 0) {
            startBlock(id);
        }
        long lonUnits = Math.round(lon * SCALE);
        long latUnits = Math.round(lat * SCALE);
        write(id - lastId);
        write(zigzag(lonUnits - lastLon));
        write(zigzag(latUnits - lastLat));
        lastId = id;
        lastLon = lonUnits;
        lastLat = latUnits;
        count++;
        return true;
    }

    long size() {
        return count;
    }

    /** Where the node is, or null when the file does not hold it. */
    @Nullable
    Coordinate find(long id) {
        int block = Arrays.binarySearch(firstIds, 0, blocks, id);
        if (block < 0) {
            block = -block - 2;
        }
        if (block < 0) {
            return null;
        }
        cursor = blockStarts[block];
        long blockEnd = block + 1 < blocks ? blockStarts[block + 1] : end;
        long atId = firstIds[block];
        long lon = 0;
        long lat = 0;
        while (cursor < blockEnd) {
            atId += read();
            lon += unzigzag(read());
            lat += unzigzag(read());
            if (atId == id) {
                return new Coordinate(lon / SCALE, lat / SCALE);
            }
            if (atId > id) {
                return null;
            }
        }
        return null;
    }

    private void startBlock(long id) {
        if (blocks == firstIds.length) {
            firstIds = Arrays.copyOf(firstIds, blocks * 2);
            blockStarts = Arrays.copyOf(blockStarts, blocks * 2);
        }
        firstIds[blocks] = id;
        blockStarts[blocks] = end;
        blocks++;
        lastId = id;
        lastLon = 0;
        lastLat = 0;
    }

    private void write(long value) {
        long rest = value;
        while ((rest & ~0x7FL) != 0) {
            put((byte) (rest | 0x80));
            rest >>>= 7;
        }
        put((byte) rest);
    }

    private void put(byte value) {
        int page = (int) (end >>> PAGE_BITS);
        int at = (int) (end & ((1 << PAGE_BITS) - 1));
        if (at == 0) {
            if (page == pages.length) {
                pages = Arrays.copyOf(pages, page * 2);
            }
            pages[page] = new byte[1 << PAGE_BITS];
        }
        pages[page][at] = value;
        end++;
    }

    private long read() {
        long value = 0;
        for (int shift = 0; ; shift += 7) {
            byte b = pages[(int) (cursor >>> PAGE_BITS)][(int) (cursor & ((1 << PAGE_BITS) - 1))];
            cursor++;
            value |= (b & 0x7FL) << shift;
            if (b >= 0) {
                return value;
            }
        }
    }

    private static long zigzag(long value) {
        return (value << 1) ^ (value >> 63);
    }

    private static long unzigzag(long value) {
        return (value >>> 1) ^ -(value & 1);
    }
}
