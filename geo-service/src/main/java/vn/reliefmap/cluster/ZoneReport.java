package vn.reliefmap.cluster;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Polygon;
import vn.reliefmap.geo.LonLat;
import vn.reliefmap.kernel.DepotId;
import vn.reliefmap.passability.VehicleClass;
import vn.reliefmap.routing.ClosedStretch;

/**
 * What is to be brought, grouped. Nothing is lost: item by item, {@code zones}, {@code cutOff}, {@code farFromRoad},
 * {@code tooLarge} and {@code joined} add up to {@code total}.
 *
 * @param at the step of the water, see {@link vn.reliefmap.flood.WaterPicture#at()}
 * @param observedAt time of the newest observation; null when there is none
 * @param snapshot name of the water snapshot on the roads
 * @param capacity that no zone exceeds
 * @param total null when too small for the caller to see
 * @param zones the most people first
 * @param cutOff what no such vehicle reaches, by part of the network, the most people first
 * @param farFromRoad null when there is none
 * @param tooLarge single things that such a vehicle cannot take, and needs that would take it ten thousand ways; null
 *     when there are none
 * @param joined what is told only together; null when there is nothing, or too little
 */
public record ZoneReport(
        Instant at,
        @Nullable Instant observedAt,
        boolean forecast,
        VehicleClass vehicle,
        String snapshot,
        ZoneCapacity capacity,
        @Nullable Sums total,
        List<Zone> zones,
        List<Island> cutOff,
        @Nullable Sums farFromRoad,
        @Nullable Sums tooLarge,
        @Nullable Joined joined) {

    /**
     * @param households with something to be brought
     * @param items in the order of the catalogue, none of them 0
     */
    public record Sums(int households, long people, List<Amount> items, double massKg, double volumeM3) {}

    /** @param milli thousandths of the item's unit */
    public record Amount(String item, long milli) {}

    /**
     * One stop and one load.
     *
     * @param id see {@link DeliveryZones#idOf}; with a number behind it where one household takes several loads
     * @param stop on a road that the class can use under this water
     * @param depot the nearest one by driving time
     * @param durationS driving time from it to the stop in seconds
     * @param distanceM the same way in metres
     * @param communes their codes, the most people first
     * @param part true for one load of a single household's need that is larger than the vehicle; the household and its
     *     people are counted again in each part
     * @param members places of the demand; empty where the caller may not know
     */
    public record Zone(
            String id,
            Sums sums,
            LonLat stop,
            DepotId depot,
            double durationS,
            double distanceM,
            Walk walk,
            List<String> communes,
            boolean part,
            List<Integer> members) {}

    /**
     * How the goods come from the stop to the homes: along the road, then straight to the house.
     *
     * @param longestM metres, for the farthest home
     * @param meanM metres, by people
     * @param wadeable false when an escorted adult cannot get to some home on foot (0.5 m; domain facts, section 2), because
     *     of the water on the road or at the house
     * @param cannotWade households that is true of; null where the caller may not know
     */
    public record Walk(
            double longestM,
            double meanM,
            boolean wadeable,
            @Nullable Integer cannotWade) {}

    /** Why no vehicle of the class comes. */
    public enum Reason {
        /** The roads that lead there are under water: a boat, or one of the stretches reopened. */
        WATER,
        /** No road of the class ever led there. */
        NO_CONNECTION,
        /** There is no depot with a road. */
        NO_DEPOT;

        /** The word in JSON. */
        @JsonValue
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * A part of the network that is cut off.
     *
     * @param outline around its roads, EPSG:4326
     * @param cutBy closed stretches at its edge, the shallowest first; the first few
     */
    public record Island(
            String id,
            Sums sums,
            Reason reason,
            List<ClosedStretch> cutBy,
            Polygon outline,
            List<String> communes,
            List<Integer> members) {}

    /** @param number of zones and parts that are joined */
    public record Joined(int number, Sums sums) {}
}
