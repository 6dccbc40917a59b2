package vn.reliefmap.plan.internal.papers;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import vn.reliefmap.geo.Geometries;
import vn.reliefmap.passability.VehicleClass;
import vn.reliefmap.plan.PlannedTour;
import vn.reliefmap.plan.ReliefPlan;

/** Tours as lines and points. */
final class TourFeatures {
    private TourFeatures() {}

    record Collection(String type, List<Feature> features) {}

    record Feature(String type, Geometry geometry, Properties properties) {}

    /**
     * @param kind {@code tour} or {@code call}
     * @param call number of the call in its tour; null for a tour
     */
    record Properties(
            String kind,
            int tour,
            String vehicleName,
            VehicleClass vehicleClass,
            @Nullable Integer call,
            @Nullable String stop,
            @Nullable String communeName,
            @Nullable Instant arrivesAt,
            List<PlanView.Quantity> handsOver) {}

    static Collection of(ReliefPlan plan) {
        List<Feature> features = new ArrayList<>();
        for (PlannedTour tour : plan.tours()) {
            List<LineString> lines = tour.trips().stream()
                    .flatMap(trip -> trip.legs().stream())
                    .map(PlannedTour.Leg::line)
                    .toList();
            features.add(new Feature(
                    "Feature",
                    Geometries.FACTORY.createMultiLineString(lines.toArray(LineString[]::new)),
                    properties("tour", tour, null)));
            for (PlannedTour.PlannedTrip trip : tour.trips()) {
                for (PlannedTour.Call call : trip.calls()) {
                    features.add(new Feature("Feature", call.place().point(), properties("call", tour, call)));
                }
            }
        }
        return new Collection("FeatureCollection", features);
    }

    private static Properties properties(String kind, PlannedTour tour, PlannedTour.@Nullable Call call) {
        return new Properties(
                kind,
                tour.number(),
                tour.vehicleName(),
                tour.vehicleClass(),
                call == null ? null : call.number(),
                call == null ? null : call.stop(),
                call == null ? null : call.communeName(),
                call == null ? null : call.arrivesAt(),
                call == null ? List.of() : PlanView.Quantity.all(call.handsOver()));
    }
}
