package vn.reliefmap.routing.internal;

/** Rounds lengths for people and JSON. */
final class Meters {
    private Meters() {}

    /** To a decimetre. */
    static double round(double meters) {
        return Math.round(meters * 10) / 10.0;
    }

    /** A depth to a millimetre. */
    static double depth(double meters) {
        return Math.round(meters * 1000) / 1000.0;
    }
}
