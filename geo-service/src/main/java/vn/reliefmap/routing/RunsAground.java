package vn.reliefmap.routing;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import vn.reliefmap.geo.LonLat;
import vn.reliefmap.kernel.Languages;
import vn.reliefmap.passability.VehicleClass;

/**
 * There is a way over water at the departure, but it, and every other, is closed to the boat before it arrives.
 *
 * @param vehicle the boat
 * @param closesAt step of the water from which on
 * @param depthM water there then; null when its depth is unknown
 * @param needsM least depth that the boat needs; where there is as much, the current is too fast for it
 * @param at the first such position on the way that was open at the departure
 */
public record RunsAground(
        VehicleClass vehicle,
        Instant closesAt,
        @Nullable Double depthM,
        double needsM,
        LonLat at,
        @Nullable RouteWater water,
        SnappedPlace.Pair snapped)
        implements NoWay {
    @Override
    public RouteEnd end() {
        return RouteEnd.TO;
    }

    @Override
    public String vi() {
        return "Không kịp tới nơi bằng " + VehicleWords.vi(vehicle) + ": từ " + ClosedWords.clock(closesAt)
                + (tooFast()
                        ? " nước chảy quá mạnh trên đường đi."
                        : String.format(
                                Languages.VIETNAMESE,
                                " trên đường đi nước chỉ còn %.2f m (cần %.2f m).",
                                depthM == null ? 0 : depthM,
                                needsM));
    }

    @Override
    public String en() {
        return "A " + VehicleWords.en(vehicle) + " would not get there in time: from "
                + ClosedWords.clock(closesAt)
                + (tooFast()
                        ? " on the water on the way is too fast."
                        : String.format(
                                Locale.ROOT,
                                " on there is only %.2f m of water on the way (it needs %.2f m).",
                                depthM == null ? 0 : depthM,
                                needsM));
    }

    private boolean tooFast() {
        return depthM == null || depthM >= needsM;
    }
}
