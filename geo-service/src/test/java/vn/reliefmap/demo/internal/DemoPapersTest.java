package vn.reliefmap.demo.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.reliefmap.admin.AdminUnits;
import vn.reliefmap.basemap.BasemapFeatures;
import vn.reliefmap.basemap.MapPlace;
import vn.reliefmap.demo.Demo;
import vn.reliefmap.demo.DemoReport;
import vn.reliefmap.geo.LonLat;
import vn.reliefmap.kernel.PlanId;
import vn.reliefmap.kernel.VehicleId;
import vn.reliefmap.passability.VehicleClass;
import vn.reliefmap.plan.Amount;
import vn.reliefmap.plan.Paper;
import vn.reliefmap.plan.PlanPapers;
import vn.reliefmap.plan.PlannedTour;
import vn.reliefmap.plan.PlannedTour.Call;
import vn.reliefmap.plan.PlannedTour.Leg;
import vn.reliefmap.plan.PlannedTour.Origin;
import vn.reliefmap.plan.PlannedTour.PlannedTrip;
import vn.reliefmap.plan.ReliefPlan;
import vn.reliefmap.plan.SearchRecord;
import vn.reliefmap.routing.RouteAnswer;
import vn.reliefmap.routing.RouteFinder;
import vn.reliefmap.routing.RouteQuery;
import vn.reliefmap.supply.Depot;
import vn.reliefmap.supply.Depots;

/** A run sheet with the ground, the water and the names of the demo province around a truck's way. */
class DemoPapersTest {
    private static final Instant BASE = Instant.parse("2026-10-18T06:00:00Z");
    private static final int CALLS = 4;

    @TempDir
    Path temp;

    @Test
    void aRunSheetShowsTheDemoProvince() throws Exception {
        try (DemoRooms rooms = new DemoRooms(temp)) {
            DemoReport demo = rooms.room(Demo.class).bundled(BASE, rooms);
            ReliefPlan plan = plan(rooms, demo);
            PlannedTour tour = plan.tour(1);

            byte[] sheet = rooms.room(PlanPapers.class).runSheet(plan, tour, Paper.A4);

            try (PDDocument pdf = Loader.loadPDF(sheet)) {
                String text = new PDFTextStripper().getText(pdf).replaceAll("\\s+", " ");
                assertThat(text)
                        .contains("DIỄN TẬP", "gần ", "http://127.0.0.1:8080/tours?plan=" + plan.id() + "&tour=1");
                for (Call call : tour.trips().get(0).calls()) {
                    assertThat(text).contains(String.valueOf(call.communeName()));
                }
            }
        }
    }

    /** The nearest places that a truck reaches from the first depot, one after the other. */
    private static ReliefPlan plan(DemoRooms rooms, DemoReport demo) {
        Depot depot = rooms.room(Depots.class).list().get(0);
        List<MapPlace> places =
                new ArrayList<>(DemoLand.of(rooms.room(BasemapFeatures.class)).places());
        places.sort((a, b) -> Double.compare(
                depot.place().point().distance(a.at().point()),
                depot.place().point().distance(b.at().point())));
        List<Call> calls = new ArrayList<>();
        List<Leg> legs = new ArrayList<>();
        Instant clock = BASE.plusSeconds(1800);
        LonLat at = depot.place();
        for (int i = 3; i < places.size() && calls.size() < CALLS; i += 3) {
            if (find(rooms, demo, at, places.get(i).at()) instanceof RouteAnswer.Found way) {
                at = LonLat.of(way.line().getEndPoint().getCoordinate());
                legs.add(leg(clock, way));
                clock = clock.plusSeconds((long) way.durationS());
                calls.add(call(rooms, calls.size() + 1, at, clock));
                clock = clock.plusSeconds(1200);
            }
        }
        if (find(rooms, demo, at, depot.place()) instanceof RouteAnswer.Found home) {
            legs.add(leg(clock, home));
            clock = clock.plusSeconds((long) home.durationS());
        }
        PlannedTour tour = new PlannedTour(
                1,
                new VehicleId(UUID.randomUUID()),
                "Xe tải 74C-00102",
                VehicleClass.TRUCK,
                depot.id(),
                BASE,
                clock,
                legs.stream().mapToDouble(Leg::distanceM).sum(),
                legs.stream().mapToDouble(Leg::durationS).sum(),
                legs.stream().mapToDouble(Leg::deepestM).max().orElse(0),
                List.of(new PlannedTrip(
                        new Origin(depot.id(), null, depot.name(), depot.place()),
                        BASE,
                        BASE.plusSeconds(1800),
                        load(CALLS),
                        calls,
                        legs,
                        PlannedTour.State.PLANNED)));
        return new ReliefPlan(
                new PlanId(UUID.randomUUID()),
                demo.disaster(),
                true,
                BASE,
                BASE,
                BASE.plusSeconds(36_000),
                new ReliefPlan.PlanWater(BASE, BASE, false, List.of(BASE), List.of()),
                new SearchRecord(1, 0, 0, false, 0),
                List.of(tour),
                List.of(),
                List.of());
    }

    private static Leg leg(Instant departsAt, RouteAnswer.Found way) {
        return new Leg(
                departsAt, way.line(), way.distanceM(), way.durationS(), way.deepestM(), way.bridgesUnconfirmed());
    }

    private static Call call(DemoRooms rooms, int number, LonLat at, Instant clock) {
        var unit = rooms.room(AdminUnits.class).unitOf(at).orElseThrow();
        return new Call(
                number,
                "S" + number,
                null,
                at,
                unit.code(),
                unit.fullName(),
                17,
                63,
                240,
                0,
                0,
                0,
                load(1),
                clock,
                clock,
                clock.plusSeconds(1200),
                false);
    }

    private static List<Amount> load(int times) {
        return List.of(new Amount("rice", 180_000L * times), new Amount("drinking_water", 240_000L * times));
    }

    private static RouteAnswer find(DemoRooms rooms, DemoReport demo, LonLat from, LonLat to) {
        return rooms.room(RouteFinder.class).find(new RouteQuery(from, to, VehicleClass.TRUCK, demo.disaster(), BASE));
    }
}
