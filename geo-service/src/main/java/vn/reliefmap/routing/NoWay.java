package vn.reliefmap.routing;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import vn.reliefmap.geo.LonLat;
import vn.reliefmap.kernel.Languages;
import vn.reliefmap.passability.VehicleClass;

/** There is no way, and the answer says why in both languages. */
public sealed interface NoWay extends RouteAnswer
        permits NoWay.CutOff,
                NoWay.ClosesUnderWay,
                RunsAground,
                NoWay.FarFromRoad,
                NoWay.NoConnection,
                NoWay.FarFromWater,
                NoWay.NoWaterBetween,
                NoWay.NoLanding {
    /** The end at fault; for {@link NoConnection} the one whose part of the network is smaller. */
    RouteEnd end();

    /** What was reported of the closed piece, where that decides or has aged; else null. */
    default @Nullable RoadSaid said() {
        return null;
    }

    /** The river on alert because of which a bridge is not known; null when it is not that. */
    default @Nullable HighRiver river() {
        return null;
    }

    String vi();

    String en();

    /**
     * Water lies between an end and the rest.
     *
     * @param end the end that is cut off
     * @param depthM water on the deepest closed piece of the best dry way, null when its depth is unknown
     * @param unknownDepth true when the water's depth is unknown there
     * @param closesAtM depth at which that piece closes for the vehicle class
     * @param at a position on that piece
     * @param roadName its road, null when it has no name
     * @param said what was reported of that piece, where that decides or has aged; else null
     * @param river the river on alert because of which a bridge there is not known; null when it is not that
     * @param later the first step of the water at which there is a way; null when there is none
     */
    record CutOff(
            VehicleClass vehicle,
            RouteEnd end,
            @Nullable Double depthM,
            boolean unknownDepth,
            double closesAtM,
            LonLat at,
            @Nullable String roadName,
            @Nullable RoadSaid said,
            @Nullable HighRiver river,
            @Nullable LaterStart later,
            @Nullable RouteWater water,
            SnappedPlace.Pair snapped)
            implements NoWay {
        @Override
        public String vi() {
            return String.format(
                            Languages.VIETNAMESE,
                            "%s bị cô lập với %s: %s.",
                            end == RouteEnd.FROM ? "Điểm đi" : "Điểm đến",
                            VehicleWords.vi(vehicle),
                            ClosedWords.vi(depthM, said, river, roadName, closesAtM))
                    + ClosedWords.vi(later);
        }

        @Override
        public String en() {
            return String.format(
                            Locale.ROOT,
                            "The %s is cut off for a %s: %s.",
                            end == RouteEnd.FROM ? "start" : "destination",
                            VehicleWords.en(vehicle),
                            ClosedWords.en(depthM, said, river, roadName, closesAtM))
                    + ClosedWords.en(later);
        }
    }

    /**
     * There is a way at the departure, but the water closes it, and every other, before the vehicle is through.
     *
     * @param closesAt step of the water from which on the piece is closed
     * @param depthM water on it then, null when its depth is unknown
     * @param unknownDepth true when the water's depth is unknown then
     * @param closesAtM depth at which the piece closes for the vehicle class
     * @param at a position on the first piece of the ordinary way that closes too early
     * @param roadName its road, null when it has no name
     * @param said what was reported of the piece, where that decides or has aged; else null
     * @param river the river on alert because of which a bridge there is not known then; null when it is not that
     * @param later the first step of the water at which there is a way again; null when there is none
     */
    record ClosesUnderWay(
            VehicleClass vehicle,
            Instant closesAt,
            @Nullable Double depthM,
            boolean unknownDepth,
            double closesAtM,
            LonLat at,
            @Nullable String roadName,
            @Nullable RoadSaid said,
            @Nullable HighRiver river,
            @Nullable LaterStart later,
            @Nullable RouteWater water,
            SnappedPlace.Pair snapped)
            implements NoWay {
        @Override
        public RouteEnd end() {
            return RouteEnd.TO;
        }

        @Override
        public String vi() {
            return "Không kịp tới nơi bằng " + VehicleWords.vi(vehicle) + ": từ " + ClosedWords.clock(closesAt) + " "
                    + ClosedWords.vi(depthM, said, river, roadName, closesAtM) + "." + ClosedWords.vi(later);
        }

        @Override
        public String en() {
            return "A " + VehicleWords.en(vehicle) + " would not get there in time: from " + ClosedWords.clock(closesAt)
                    + " on there is " + ClosedWords.en(depthM, said, river, roadName, closesAtM) + "."
                    + ClosedWords.en(later);
        }
    }

    /**
     * An end lies too far from every road of the vehicle class.
     *
     * @param limitM farthest distance that is still tied to a road, in metres
     */
    record FarFromRoad(
            VehicleClass vehicle,
            RouteEnd end,
            double limitM,
            @Nullable RouteWater water,
            SnappedPlace.Pair snapped) implements NoWay {
        @Override
        public String vi() {
            return String.format(
                    Locale.ROOT,
                    "%s cách đường đi được bằng %s hơn %.0f m.",
                    end == RouteEnd.FROM ? "Điểm đi" : "Điểm đến",
                    VehicleWords.vi(vehicle),
                    limitM);
        }

        @Override
        public String en() {
            return String.format(
                    Locale.ROOT,
                    "The %s is more than %.0f m from any road for a %s.",
                    end == RouteEnd.FROM ? "start" : "destination",
                    limitM,
                    VehicleWords.en(vehicle));
        }
    }

    /** The two ends lie on roads that do not meet, water or not. */
    record NoConnection(
            VehicleClass vehicle, RouteEnd end, @Nullable RouteWater water, SnappedPlace.Pair snapped)
            implements NoWay {
        @Override
        public String vi() {
            return "Không có đường nối hai điểm cho " + VehicleWords.vi(vehicle) + ", kể cả khi không ngập.";
        }

        @Override
        public String en() {
            return "No road joins the two places for a " + VehicleWords.en(vehicle) + ", even without water.";
        }
    }

    /**
     * An end lies too far from water that floats the boat.
     *
     * @param limitM farthest distance from the place to such water, in metres
     * @param depthM water at the place itself, 0 when dry
     * @param needsM least depth that the boat needs
     */
    record FarFromWater(
            VehicleClass vehicle,
            RouteEnd end,
            double limitM,
            double depthM,
            double needsM,
            @Nullable RouteWater water,
            SnappedPlace.Pair snapped)
            implements NoWay {
        @Override
        public String vi() {
            return String.format(
                    Languages.VIETNAMESE,
                    "%s không có nước đủ sâu cho %s trong vòng %.0f m (cần %.2f m).",
                    end == RouteEnd.FROM ? "Điểm đi" : "Điểm đến",
                    VehicleWords.vi(vehicle),
                    limitM,
                    needsM);
        }

        @Override
        public String en() {
            return String.format(
                    Locale.ROOT,
                    "The %s has no water deep enough for a %s within %.0f m (it needs %.2f m).",
                    end == RouteEnd.FROM ? "start" : "destination",
                    VehicleWords.en(vehicle),
                    limitM,
                    needsM);
        }
    }

    /** Both ends have water, but it does not join them. */
    record NoWaterBetween(
            VehicleClass vehicle,
            RouteEnd end,
            double needsM,
            @Nullable RouteWater water,
            SnappedPlace.Pair snapped) implements NoWay {
        @Override
        public String vi() {
            return String.format(
                    Languages.VIETNAMESE,
                    "Không có nước sâu từ %.2f m nối hai điểm cho %s; phía %s có ít nước hơn.",
                    needsM,
                    VehicleWords.vi(vehicle),
                    end == RouteEnd.FROM ? "điểm đi" : "điểm đến");
        }

        @Override
        public String en() {
            return String.format(
                    Locale.ROOT,
                    "No water of %.2f m joins the two places for a %s; the %s has less of it.",
                    needsM,
                    VehicleWords.en(vehicle),
                    end == RouteEnd.FROM ? "start" : "destination");
        }
    }

    /** No road that the truck reaches lies beside water on which the boat reaches the destination. */
    record NoLanding(
            VehicleClass vehicle,
            VehicleClass boat,
            @Nullable RouteWater water,
            SnappedPlace.Pair snapped) implements NoWay {
        @Override
        public RouteEnd end() {
            return RouteEnd.TO;
        }

        @Override
        public String vi() {
            return "Không có chỗ nào " + VehicleWords.vi(vehicle) + " tới được mà " + VehicleWords.vi(boat)
                    + " đi tiếp được tới điểm đến.";
        }

        @Override
        public String en() {
            return "There is no place that a " + VehicleWords.en(vehicle) + " reaches and from which a "
                    + VehicleWords.en(boat) + " gets to the destination.";
        }
    }
}
