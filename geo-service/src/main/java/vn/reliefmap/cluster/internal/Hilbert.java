package vn.reliefmap.cluster.internal;

/**
 * Places along a Hilbert curve through the Web Mercator square: near on the curve is near on the map, and every square
 * of the tile grid is one unbroken stretch of the curve. 21 bits per axis, so the finest square is 19 m at the equator.
 */
final class Hilbert {
    static final int BITS = 21;
    private static final double LARGEST_LAT = 85.05;

    private Hilbert() {}

    /** West–east position in the Mercator square, 0 at 180° W, 1 at 180° E. */
    static double mercatorX(double lon) {
        return (lon + 180) / 360;
    }

    /** North–south position in the Mercator square, 0 at 85.05° N, 1 at 85.05° S. */
    static double mercatorY(double lat) {
        double sin = Math.sin(Math.toRadians(Math.max(-LARGEST_LAT, Math.min(LARGEST_LAT, lat))));
        return 0.5 - Math.log((1 + sin) / (1 - sin)) / (4 * Math.PI);
    }

    /** Position along the curve, 0 to 2^42 − 1. */
    static long code(double lon, double lat) {
        int side = 1 << BITS;
        int x = clamp((int) (mercatorX(lon) * side), side);
        int y = clamp((int) (mercatorY(lat) * side), side);
        long code = 0;
        for (int s = side >> 1; s > 0; s >>= 1) {
            int rx = (x & s) > 0 ? 1 : 0;
            int ry = (y & s) > 0 ? 1 : 0;
            code += (long) s * s * ((3 * rx) ^ ry);
            if (ry == 0) {
                if (rx == 1) {
                    x = side - 1 - x;
                    y = side - 1 - y;
                }
                int t = x;
                x = y;
                y = t;
            }
        }
        return code;
    }

    /** How wide the widest grid line between two codes is: 20 for halves of the world, 0 for the finest, −1 for none. */
    static int lineBetween(long a, long b) {
        return a == b ? -1 : (63 - Long.numberOfLeadingZeros(a ^ b)) / 2;
    }

    private static int clamp(int v, int side) {
        return Math.max(0, Math.min(side - 1, v));
    }
}
