package vn.reliefmap.routing;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.LineString;
import vn.reliefmap.geo.LonLat;
import vn.reliefmap.passability.VehicleClass;

/** What the road network says to a {@link RouteQuery}: a way, or why there is none. */
public sealed interface RouteAnswer permits RouteAnswer.Found, RouteAnswer.OverWater, NoWay {
    VehicleClass vehicle();

    /** The water it was judged by; null when the question named no disaster. */
    @Nullable
    RouteWater water();

    SnappedPlace.Pair snapped();

    /**
     * The quickest way.
     *
     * @param line EPSG:4326, x = longitude, at least two positions, from the snapped start to the snapped end
     * @param distanceM length in metres
     * @param durationS driving time in seconds, slow stretches included
     * @param deepestM deepest known water on the way, 0 when dry
     * @param unobservedM metres that nobody looked at
     * @param slowM metres under passable water
     * @param stretches the whole way in order, without gaps
     * @param steps the turn list, arrival included
     * @param bridgesUnconfirmed bridges over flood water on the way whose deck nobody has confirmed
     * @param times when it is driven; null when the question named no disaster, and for the road part of a transfer, which
     *     tells both parts' times
     * @param water at the departure
     */
    record Found(
            VehicleClass vehicle,
            LineString line,
            double distanceM,
            double durationS,
            double deepestM,
            double unobservedM,
            double slowM,
            List<RouteStretch> stretches,
            List<RouteStep> steps,
            int bridgesUnconfirmed,
            @Nullable RouteTimes times,
            @Nullable RouteWater water,
            SnappedPlace.Pair snapped)
            implements RouteAnswer {}

    /** A way over water, or by truck and then over water. */
    sealed interface OverWater extends RouteAnswer {
        /** From start to destination in seconds. */
        double durationS();

        /** When it is gone; null when the question named no disaster, or the end of a span of time. */
        @Nullable
        RouteTimes times();

        /** The same way, with its hours. */
        OverWater at(RouteTimes times);
    }

    /**
     * The quickest way over water.
     *
     * @param line EPSG:4326, x = longitude, at least two positions, from the snapped start to the snapped end
     * @param distanceM length in metres, along a grid of eight directions: up to 8 % longer than a straight line
     * @param durationS seconds
     * @param deepestM deepest known water on the way
     * @param shallowestM shallowest known water on the way, which decides; null when all of it is of unknown depth
     * @param needsConfirmationM metres over flood water of unknown depth: somebody must say that it is deep enough. Above
     *     0 only when there is no way without
     * @param steps the way over water, and the arrival
     */
    record Afloat(
            VehicleClass vehicle,
            LineString line,
            double distanceM,
            double durationS,
            double deepestM,
            @Nullable Double shallowestM,
            double needsConfirmationM,
            List<RouteStep> steps,
            @Nullable RouteTimes times,
            @Nullable RouteWater water,
            SnappedPlace.Pair snapped)
            implements OverWater {
        @Override
        public Afloat at(RouteTimes other) {
            return new Afloat(
                    vehicle,
                    line,
                    distanceM,
                    durationS,
                    deepestM,
                    shallowestM,
                    needsConfirmationM,
                    steps,
                    other,
                    water,
                    snapped);
        }
    }

    /**
     * By truck as far as it must, then by boat; the transfer is where the goods arrive first.
     *
     * @param at where the truck stops, on its road
     * @param waitS time to load the boat, in seconds
     * @param steps of both together, with the transfer between them
     */
    record Transferred(
            Found road,
            LonLat at,
            double waitS,
            Afloat boat,
            List<RouteStep> steps,
            @Nullable RouteTimes times) implements OverWater {
        @Override
        public VehicleClass vehicle() {
            return road.vehicle();
        }

        @Override
        public @Nullable RouteWater water() {
            return road.water();
        }

        @Override
        public SnappedPlace.Pair snapped() {
            return new SnappedPlace.Pair(road.snapped().from(), boat.snapped().to());
        }

        /** The loading included. */
        @Override
        public double durationS() {
            return road.durationS() + waitS + boat.durationS();
        }

        @Override
        public Transferred at(RouteTimes other) {
            return new Transferred(road, at, waitS, boat, steps, other);
        }
    }
}
