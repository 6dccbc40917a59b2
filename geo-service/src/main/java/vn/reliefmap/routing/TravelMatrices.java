package vn.reliefmap.routing;

/**
 * Travel times and distances between many places at once, the same as {@link RouteFinder} gives for each pair; for boats over
 * water of known depth only. Thread-safe.
 */
public interface TravelMatrices {
    /**
     * Under one water snapshot. Throws {@code MATRIX_EMPTY} (400), {@code MATRIX_TOO_LARGE} (422), {@code
     * VEHICLE_NOT_IN_MATRICES} (422) for people on foot, and {@code ROADS_NOT_READY} (503).
     */
    TravelMatrix find(MatrixQuery query);
}
