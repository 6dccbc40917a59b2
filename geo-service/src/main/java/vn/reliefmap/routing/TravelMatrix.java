package vn.reliefmap.routing;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.reliefmap.passability.VehicleClass;

/** Times and distances of the quickest ways under one water snapshot, 20 bytes per cell. Does not change. */
public final class TravelMatrix {
    private final VehicleClass vehicle;
    private final List<MatrixPlace> from;
    private final List<MatrixPlace> to;
    private final @Nullable RouteWater water;
    private final double[][] durationS;
    private final double[][] distanceM;
    private final @Nullable NoWayReason[][] reason;

    /** Writes the cells of one matrix, row by row; every cell must be written once. */
    public static final class Draft {
        private final TravelMatrix matrix;

        /** See {@link TravelMatrix}. */
        public Draft(VehicleClass vehicle, List<MatrixPlace> from, List<MatrixPlace> to, @Nullable RouteWater water) {
            matrix = new TravelMatrix(vehicle, from, to, water);
        }

        /** A way, in seconds and metres. */
        public void way(int row, int column, double seconds, double meters) {
            matrix.durationS[row][column] = seconds;
            matrix.distanceM[row][column] = meters;
        }

        /** No way. */
        public void none(int row, int column, NoWayReason why) {
            matrix.durationS[row][column] = Double.POSITIVE_INFINITY;
            matrix.distanceM[row][column] = Double.POSITIVE_INFINITY;
            matrix.reason[row][column] = why;
        }

        /** The finished matrix; the draft must not be used any more. */
        public TravelMatrix finish() {
            return matrix;
        }
    }

    private TravelMatrix(
            VehicleClass vehicle, List<MatrixPlace> from, List<MatrixPlace> to, @Nullable RouteWater water) {
        this.vehicle = vehicle;
        this.from = List.copyOf(from);
        this.to = List.copyOf(to);
        this.water = water;
        durationS = new double[from.size()][to.size()];
        distanceM = new double[from.size()][to.size()];
        reason = new NoWayReason[from.size()][to.size()];
    }

    public VehicleClass vehicle() {
        return vehicle;
    }

    /** Starts, in the order asked. */
    public List<MatrixPlace> from() {
        return from;
    }

    /** Destinations, in the order asked. */
    public List<MatrixPlace> to() {
        return to;
    }

    /** The water it was judged by; null when the question named no disaster. */
    public @Nullable RouteWater water() {
        return water;
    }

    public boolean found(int row, int column) {
        return durationS[row][column] < Double.POSITIVE_INFINITY;
    }

    /** Driving time in seconds, infinite when there is no way. */
    public double durationS(int row, int column) {
        return durationS[row][column];
    }

    /** Length of that way in metres, rounded to a decimetre; infinite when there is none. */
    public double distanceM(int row, int column) {
        return distanceM[row][column];
    }

    /** Why there is no way; null when there is one. */
    public @Nullable NoWayReason reason(int row, int column) {
        return reason[row][column];
    }
}
