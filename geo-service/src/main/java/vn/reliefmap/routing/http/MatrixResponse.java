package vn.reliefmap.routing.http;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.reliefmap.passability.VehicleClass;
import vn.reliefmap.routing.MatrixPlace;
import vn.reliefmap.routing.NoWayReason;
import vn.reliefmap.routing.RouteWater;
import vn.reliefmap.routing.TravelMatrix;

/**
 * A matrix as programs read it: one list per start, one entry per destination.
 *
 * @param durationsS seconds to a tenth; null where there is no way
 * @param distancesM metres to a decimetre; null where there is no way
 * @param reasons why there is no way; null where there is one
 */
record MatrixResponse(
        VehicleClass vehicle,
        List<Place> from,
        List<Place> to,
        List<List<@Nullable Double>> durationsS,
        List<List<@Nullable Double>> distancesM,
        List<List<@Nullable NoWayReason>> reasons,
        @Nullable RouteWater water) {

    /** One place: [lon, lat] on its road, how far that is, and why no way begins or ends there, if so. */
    record Place(
            RouteResponse.Place snapped,
            @Nullable NoWayReason reason,
            @Nullable Double depthM,
            boolean unknownDepth,
            @Nullable Double closesAtM,
            @Nullable String roadName) {
        static Place of(MatrixPlace place) {
            return new Place(
                    RouteResponse.Place.of(place.snapped()),
                    place.reason(),
                    place.depthM(),
                    place.unknownDepth(),
                    place.closesAtM(),
                    place.roadName());
        }
    }

    /** What stands in one cell. */
    private interface Cell<T> {
        @Nullable
        T at(int row, int column);
    }

    static MatrixResponse of(TravelMatrix matrix) {
        return new MatrixResponse(
                matrix.vehicle(),
                matrix.from().stream().map(Place::of).toList(),
                matrix.to().stream().map(Place::of).toList(),
                cells(matrix, (i, k) -> matrix.found(i, k) ? tenths(matrix.durationS(i, k)) : null),
                cells(matrix, (i, k) -> matrix.found(i, k) ? matrix.distanceM(i, k) : null),
                cells(matrix, matrix::reason),
                matrix.water());
    }

    private static <T> List<List<@Nullable T>> cells(TravelMatrix matrix, Cell<T> cell) {
        List<List<@Nullable T>> rows = new ArrayList<>(matrix.from().size());
        for (int i = 0; i < matrix.from().size(); i++) {
            List<@Nullable T> row = new ArrayList<>(matrix.to().size());
            for (int k = 0; k < matrix.to().size(); k++) {
                row.add(cell.at(i, k));
            }
            rows.add(row);
        }
        return rows;
    }

    private static double tenths(double number) {
        return Math.round(number * 10) / 10.0;
    }
}
