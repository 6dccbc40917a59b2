package vn.reliefmap.plan.internal.papers;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Polygon;
import vn.reliefmap.flood.DepthClass;
import vn.reliefmap.geo.Geometries;
import vn.reliefmap.geo.LonLat;
import vn.reliefmap.item.Item;
import vn.reliefmap.item.Items;
import vn.reliefmap.kernel.DepotId;
import vn.reliefmap.kernel.DisasterId;
import vn.reliefmap.kernel.PlanId;
import vn.reliefmap.kernel.VehicleId;
import vn.reliefmap.passability.VehicleClass;
import vn.reliefmap.plan.Amount;
import vn.reliefmap.plan.PlannedTour;
import vn.reliefmap.plan.PlannedTour.Call;
import vn.reliefmap.plan.PlannedTour.Leg;
import vn.reliefmap.plan.PlannedTour.Origin;
import vn.reliefmap.plan.PlannedTour.PlannedTrip;
import vn.reliefmap.plan.ReliefPlan;
import vn.reliefmap.plan.SearchRecord;

/** A truck that fills a landing and serves two hamlets, one of them twice; its surroundings are drawn by hand. */
final class PaperDrill {
    static final Instant MORNING = Instant.parse("2026-10-18T00:30:00Z");
    static final LonLat DEPOT = new LonLat(107.20, 16.70);
    static final LonLat HAMLET = new LonLat(107.25, 16.72);
    static final LonLat LANDING = new LonLat(107.27, 16.69);

    /** Two items, without a database. */
    static final Items ITEMS = new Items() {
        private final List<Item> items =
                List.of(item("rice", "Gạo", "kg", 1), item("drinking_water", "Nước uống đóng chai", "lít", 1));

        @Override
        public Item get(String code) {
            return find(code).orElseThrow();
        }

        @Override
        public Optional<Item> find(String code) {
            return items.stream().filter(item -> item.code().equals(code)).findFirst();
        }

        @Override
        public List<Item> list() {
            return items;
        }
    };

    private PaperDrill() {}

    private static Item item(String code, String name, String unit, double massKg) {
        return new Item(
                code,
                name,
                code,
                unit,
                unit,
                unit,
                null,
                null,
                massKg,
                0.001,
                Item.Category.FOOD,
                Item.LackGroup.RICE,
                null,
                null,
                null,
                "",
                false);
    }

    static ReliefPlan plan(boolean simulated) {
        Instant now = MORNING;
        PlannedTour tour = new PlannedTour(
                2,
                new VehicleId(UUID.randomUUID()),
                "Xe tải Đông Hà 02",
                VehicleClass.TRUCK,
                new DepotId(UUID.randomUUID()),
                now,
                now.plusSeconds(9000),
                23_400,
                4200,
                0.35,
                List.of(new PlannedTrip(
                        new Origin(new DepotId(UUID.randomUUID()), null, "Kho Diên Sanh", DEPOT),
                        now,
                        now.plusSeconds(1200),
                        List.of(new Amount("rice", 640_500), new Amount("drinking_water", 1_240_000)),
                        List.of(
                                call(1, "S1", null, HAMLET, 24, 93, now.plusSeconds(2700)),
                                call(2, "L1", "L1", LANDING, 0, 0, now.plusSeconds(4500)),
                                call(3, "S1", null, HAMLET, 11, 42, now.plusSeconds(6300))),
                        List.of(
                                leg(0.35, 1, DEPOT, new LonLat(107.22, 16.725), HAMLET),
                                leg(0, 0, HAMLET, LANDING),
                                leg(0, 0, LANDING, HAMLET),
                                leg(0.35, 1, HAMLET, new LonLat(107.22, 16.725), DEPOT)),
                        PlannedTour.State.PLANNED)));
        return new ReliefPlan(
                new PlanId(UUID.fromString("0f0e0d0c-0b0a-4908-8706-050403020100")),
                new DisasterId(UUID.randomUUID()),
                simulated,
                now.minusSeconds(600),
                now,
                now.plusSeconds(36_000),
                new ReliefPlan.PlanWater(
                        now.minusSeconds(1800),
                        now.minusSeconds(5400),
                        false,
                        List.of(now.minusSeconds(1800)),
                        List.of("w")),
                new SearchRecord(1, 100, 100, false, 0.5),
                List.of(tour),
                List.of(),
                List.of());
    }

    private static Call call(
            int number,
            String stop,
            @Nullable String landing,
            LonLat place,
            int households,
            int people,
            Instant arrives) {
        return new Call(
                number,
                stop,
                landing,
                place,
                "19360",
                "Xã Hải Phú & Hải Thượng",
                households,
                people,
                landing == null ? 320 : 0,
                landing == null ? 2 : 0,
                0,
                landing == null ? 3 : 0,
                List.of(new Amount("rice", 120_500), new Amount("drinking_water", 240_000)),
                arrives,
                arrives,
                arrives.plusSeconds(600),
                false);
    }

    private static Leg leg(double deepestM, int bridges, LonLat... places) {
        return new Leg(MORNING, line(places), 5_600, 1500, deepestM, bridges);
    }

    static LineString line(LonLat... places) {
        Coordinate[] points = new Coordinate[places.length];
        for (int i = 0; i < places.length; i++) {
            points[i] = places[i].coordinate();
        }
        return Geometries.FACTORY.createLineString(points);
    }

    static MultiPolygon box(double minLon, double minLat, double maxLon, double maxLat) {
        return Geometries.FACTORY.createMultiPolygon(new Polygon[] {
            (Polygon) Geometries.FACTORY.toGeometry(
                    new org.locationtech.jts.geom.Envelope(minLon, maxLon, minLat, maxLat))
        });
    }

    /** Stripes of every depth, a lake, a road and a commune. */
    static RunSheetContent.Surroundings around(PlannedTour tour) {
        return new RunSheetContent.Surroundings() {
            @Override
            public String disasterName() {
                return "Lũ diễn tập tháng 10";
            }

            @Override
            public String depotName() {
                return "Kho Diên Sanh";
            }

            @Override
            public SheetMap map(double widthMm, double heightMm) {
                var extent = tour.trips().get(0).legs().get(0).line().getEnvelopeInternal();
                extent.expandToInclude(LANDING.coordinate());
                return new SheetMap(
                        MapFrame.around(extent, widthMm, heightMm),
                        List.of(box(107.19, 16.66, 107.21, 16.68)),
                        List.of(line(new LonLat(107.1, 16.71), new LonLat(107.4, 16.70))),
                        Map.of(
                                DepthClass.D1, box(107.205, 16.68, 107.215, 16.74),
                                DepthClass.D2, box(107.215, 16.68, 107.225, 16.74),
                                DepthClass.D3, box(107.225, 16.68, 107.235, 16.74),
                                DepthClass.D4, box(107.235, 16.68, 107.245, 16.74),
                                DepthClass.D5, box(107.245, 16.68, 107.255, 16.74),
                                DepthClass.UNKNOWN, box(107.258, 16.69, 107.268, 16.74)),
                        List.of(new SheetMap.Road(2, line(new LonLat(107.1, 16.74), new LonLat(107.4, 16.68)))),
                        List.of(new SheetMap.Commune("Hải Phú", box(107.15, 16.65, 107.26, 16.76))),
                        List.of(new SheetMap.Settlement("Xuân Lâm", new LonLat(107.27, 16.71))),
                        tour);
            }

            @Override
            public String settlementNear(LonLat stop) {
                return stop.equals(HAMLET) ? "Xuân Lâm" : "";
            }
        };
    }
}
