package vn.reliefmap.cluster.http;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Polygon;
import vn.reliefmap.admin.AdminUnit;
import vn.reliefmap.admin.AdminUnits;
import vn.reliefmap.cluster.ZoneReport;
import vn.reliefmap.geo.LonLat;
import vn.reliefmap.kernel.DisasterId;
import vn.reliefmap.passability.VehicleClass;
import vn.reliefmap.routing.ClosedStretch;

/**
 * The answer of {@code GET /api/v1/delivery-zones}. Sums that are null are too small to be shown, or there is nothing to
 * sum up.
 *
 * @param at the moment asked for
 * @param ageS seconds from the newest observation until now, 0 for a forecast ahead; null when there is none
 * @param snapshot the water on the roads, as routes name it
 * @param cutOff what no such vehicle reaches, by part of the network
 * @param joined what is told only together
 */
record DeliveryZoneAnswer(
        String disaster,
        Instant at,
        @Nullable Instant observedAt,
        boolean forecast,
        @Nullable Long ageS,
        VehicleClass vehicle,
        String snapshot,
        Capacity capacity,
        @Nullable Sums total,
        List<Zone> zones,
        List<CutOffPart> cutOff,
        @Nullable Sums farFromRoad,
        @Nullable Sums tooLarge,
        @Nullable Joined joined,
        @Nullable String next) {
    static DeliveryZoneAnswer of(DisasterId disaster, Instant at, ZoneReport report, AdminUnits units) {
        Instant observedAt = report.observedAt();
        Map<String, Commune> communes = new HashMap<>();
        return new DeliveryZoneAnswer(
                disaster.toString(),
                at,
                observedAt,
                report.forecast(),
                observedAt == null
                        ? null
                        : Math.max(
                                0, Duration.between(observedAt, Instant.now()).toSeconds()),
                report.vehicle(),
                report.snapshot(),
                new Capacity(
                        report.capacity().kg(),
                        report.capacity().m3(),
                        report.capacity().assumed()),
                Sums.of(report.total()),
                report.zones().stream()
                        .map(zone -> Zone.of(zone, communes(zone.communes(), units, communes)))
                        .toList(),
                report.cutOff().stream()
                        .map(island -> CutOffPart.of(island, communes(island.communes(), units, communes)))
                        .toList(),
                Sums.of(report.farFromRoad()),
                Sums.of(report.tooLarge()),
                report.joined() == null ? null : Joined.of(report.joined()),
                null);
    }

    private static List<Commune> communes(List<String> codes, AdminUnits units, Map<String, Commune> known) {
        return codes.stream()
                .map(code -> known.computeIfAbsent(
                        code,
                        c -> new Commune(
                                c, units.find(c).map(AdminUnit::fullName).orElse(c))))
                .toList();
    }

    /** @param assumed true when no vehicle of the class is on any list */
    record Capacity(double kg, double m3, boolean assumed) {}

    record Commune(String code, String fullName) {}

    record Amount(String item, BigDecimal quantity) {}

    /** What is to be brought; quantities in the item's unit. */
    record Sums(int households, long people, List<Amount> items, double massKg, double volumeM3) {
        static @Nullable Sums of(ZoneReport.@Nullable Sums sums) {
            return sums == null ? null : told(sums);
        }

        static Sums told(ZoneReport.Sums sums) {
            return new Sums(
                    sums.households(),
                    sums.people(),
                    amounts(sums),
                    rounded(sums.massKg(), 1000),
                    rounded(sums.volumeM3(), 1e6));
        }
    }

    /**
     * @param stop [lon, lat] of a road point
     * @param depotId the nearest depot by driving time; {@code duration_s} and {@code distance_m} are from there
     * @param part one load of a single need that is larger than the vehicle
     */
    record Zone(
            String id,
            int households,
            long people,
            List<Amount> items,
            double massKg,
            double volumeM3,
            List<Double> stop,
            String depotId,
            double durationS,
            double distanceM,
            Walk walk,
            List<Commune> communes,
            boolean part) {
        static Zone of(ZoneReport.Zone zone, List<Commune> communes) {
            Sums sums = Sums.told(zone.sums());
            return new Zone(
                    zone.id(),
                    sums.households(),
                    sums.people(),
                    sums.items(),
                    sums.massKg(),
                    sums.volumeM3(),
                    position(zone.stop()),
                    zone.depot().toString(),
                    rounded(zone.durationS(), 1),
                    rounded(zone.distanceM(), 1),
                    new Walk(
                            rounded(zone.walk().longestM(), 1),
                            rounded(zone.walk().meanM(), 1),
                            zone.walk().wadeable(),
                            zone.walk().cannotWade()),
                    communes,
                    zone.part());
        }
    }

    /** From the stop to the homes. */
    record Walk(
            double longestM,
            double meanM,
            boolean wadeable,
            @Nullable Integer cannotWadeHouseholds) {}

    /** @param needsBoat true when water cuts it off; {@code vi} and {@code en} say why in words */
    record CutOffPart(
            String id,
            int households,
            long people,
            List<Amount> items,
            double massKg,
            double volumeM3,
            ZoneReport.Reason reason,
            boolean needsBoat,
            String vi,
            String en,
            List<ClosedRoad> cutBy,
            Polygon outline,
            List<Commune> communes) {
        static CutOffPart of(ZoneReport.Island island, List<Commune> communes) {
            Sums sums = Sums.told(island.sums());
            Words words = Words.of(island.reason());
            return new CutOffPart(
                    island.id(),
                    sums.households(),
                    sums.people(),
                    sums.items(),
                    sums.massKg(),
                    sums.volumeM3(),
                    island.reason(),
                    island.reason() == ZoneReport.Reason.WATER,
                    words.vi(),
                    words.en(),
                    island.cutBy().stream().map(ClosedRoad::of).toList(),
                    island.outline(),
                    communes);
        }
    }

    private record Words(String vi, String en) {
        static Words of(ZoneReport.Reason reason) {
            return switch (reason) {
                case WATER ->
                    new Words(
                            "Đường vào bị ngập: cần thuyền, hoặc mở lại một đoạn đường.",
                            "The roads there are under water: it takes a boat, or a stretch of road reopened.");
                case NO_CONNECTION ->
                    new Words(
                            "Không có đường nào cho loại xe này nối với kho.",
                            "No road for this class leads there from a depot.");
                case NO_DEPOT -> new Words("Chưa có kho nào gần đường.", "There is no depot near a road.");
            };
        }
    }

    /** A closed stretch of road; {@code at} = [lon, lat], {@code depth_m} null when unknown. */
    record ClosedRoad(
            @Nullable String roadName, @Nullable Double depthM, List<Double> at, double closesAtM, double lengthM) {
        static ClosedRoad of(ClosedStretch s) {
            return new ClosedRoad(s.roadName(), s.depthM(), position(s.at()), s.closesAtM(), s.lengthM());
        }
    }

    /** @param number of zones and parts in it */
    record Joined(int number, int households, long people, List<Amount> items, double massKg, double volumeM3) {
        static Joined of(ZoneReport.Joined joined) {
            Sums sums = Sums.told(joined.sums());
            return new Joined(
                    joined.number(), sums.households(), sums.people(), sums.items(), sums.massKg(), sums.volumeM3());
        }
    }

    private static List<Amount> amounts(ZoneReport.Sums sums) {
        return sums.items().stream()
                .map(amount -> new Amount(amount.item(), BigDecimal.valueOf(amount.milli(), 3)))
                .toList();
    }

    private static List<Double> position(LonLat place) {
        return List.of(rounded(place.lon(), 1e6), rounded(place.lat(), 1e6));
    }

    private static double rounded(double value, double steps) {
        return Math.round(value * steps) / steps;
    }
}
