package vn.reliefmap.exposure;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Polygon;
import vn.reliefmap.geo.LonLat;
import vn.reliefmap.passability.VehicleClass;
import vn.reliefmap.routing.ClosedStretch;
import vn.reliefmap.supply.Depot;

/**
 * Who is cut off at one moment. {@code islands} and {@code otherIslands} add up to {@code total}, and so do
 * {@code communes}, {@code otherCommunes} and {@code outside}, as far as counts are not null.
 *
 * @param at the step of the water, see {@link vn.reliefmap.flood.WaterPicture#at()}
 * @param observedAt time of the newest observation; null when there is none
 * @param total null when too small for the caller to see
 * @param farFromRoad households near no road of the class, not in {@code total}; null when too small to see
 * @param islands the most people first
 * @param otherIslands parts that are told only together; null when there are none, or too few
 * @param communes with households cut off, the most people first
 * @param otherCommunes communes that are told only together; null when there are none, or too few
 * @param outside households without a commune; null when none of them is cut off, or they are told with others
 * @param best the closed stretch that reconnects the most people; null when none does
 * @param landings for the boat they were asked for; null when nobody asked
 * @param steps all moments with water, oldest first
 * @param coming who is cut off from a later step on, oldest first; only steps that bring somebody
 */
public record CutOffReport(
        Instant at,
        @Nullable Instant observedAt,
        boolean forecast,
        VehicleClass vehicle,
        @Nullable Count total,
        @Nullable Count farFromRoad,
        List<Island> islands,
        @Nullable Others otherIslands,
        List<Area> communes,
        @Nullable Others otherCommunes,
        @Nullable Area outside,
        @Nullable Reconnection best,
        @Nullable Landings landings,
        List<Step> steps,
        List<Coming> coming) {
    /**
     * A part of the network that is cut off, see {@link vn.reliefmap.routing.CutOffIslands}.
     *
     * @param id names it in this report only
     * @param outline around its roads
     * @param communes that its households belong to
     * @param cutBy closed stretches at its edge, the shallowest first; not all when there are many
     * @param best the stretch beside it that reconnects the most people; null when none does
     * @param since first step from which one of its households has been cut off without a break; null before all steps
     */
    public record Island(
            String id,
            Count count,
            Polygon outline,
            List<Area> communes,
            List<ClosedStretch> cutBy,
            @Nullable Reconnection best,
            @Nullable Instant since) {}

    /**
     * Households of one commune, or of none, that are cut off.
     *
     * @param code null for households without a commune
     * @param count null when too small for the caller to see
     * @param since as for islands
     */
    public record Area(
            @Nullable String code,
            @Nullable String fullName,
            @Nullable Count count,
            @Nullable Instant since) {}

    /**
     * The parts and communes that are cut off from a step on: nobody in them was at the step before. Their counts are
     * those of the report for that step, and so are the ids.
     *
     * @param from a step later than the report's moment
     * @param islands without stretches and reopenings, for which the step's own report is there
     */
    public record Coming(Instant from, boolean forecast, List<Island> islands, List<Area> communes) {
        /** What is new in the report of a later step; null when nothing is. */
        public static @Nullable Coming in(CutOffReport later) {
            List<Island> islands = later.islands().stream()
                    .filter(island -> later.at().equals(island.since()))
                    .toList();
            List<Area> communes = later.communes().stream()
                    .filter(area -> later.at().equals(area.since()))
                    .toList();
            return islands.isEmpty() && communes.isEmpty()
                    ? null
                    : new Coming(later.at(), later.forecast(), islands, communes);
        }
    }

    /** The same report with what is to come. */
    public CutOffReport with(List<Coming> next) {
        return with(landings, next);
    }

    /** The same report with landings. */
    public CutOffReport with(Landings found) {
        return with(found, coming);
    }

    private CutOffReport with(@Nullable Landings found, List<Coming> next) {
        return new CutOffReport(
                at,
                observedAt,
                forecast,
                vehicle,
                total,
                farFromRoad,
                islands,
                otherIslands,
                communes,
                otherCommunes,
                outside,
                best,
                found,
                steps,
                next);
    }

    /** @param number how many are joined */
    public record Others(int number, @Nullable Count count) {}

    /**
     * @param households that would get a way; null in the public tier
     * @param people in the public tier rounded down to tens
     */
    public record Reconnection(
            ClosedStretch stretch, @Nullable Integer households, long people) {}

    /**
     * Where a boat takes over from wheels.
     *
     * @param best from which the most people of all are reached; null when nobody is
     * @param ofIslands by the id of the part: from which the most people of it are reached; parts of whom nobody is
     *     reached are not in it
     */
    public record Landings(VehicleClass boat, @Nullable Landing best, Map<String, Landing> ofIslands) {}

    /**
     * @param at on a road that wheels reach
     * @param depot the quickest one there
     * @param truckS driving time from the depot
     * @param boatS on by boat to the middle of those who are reached; in the public tier rounded up to minutes
     * @param households over water that is known to be deep enough; null in the public tier
     * @param people in the public tier rounded down to tens
     * @param morePeople if water of unknown depth is deep enough too; in the public tier rounded down to tens
     * @param moreHouseholds null in the public tier
     */
    public record Landing(
            LonLat at,
            @Nullable String roadName,
            Depot depot,
            double truckS,
            double boatS,
            @Nullable Integer households,
            long people,
            @Nullable Integer moreHouseholds,
            long morePeople) {}

    /** @param count cut off at that moment; null when too small for the caller to see */
    public record Step(
            Instant at, boolean forecast, @Nullable Count count) {}
}
