package vn.reliefmap.demo.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.reliefmap.basemap.BasemapFeatures;
import vn.reliefmap.basemap.MapPlace;
import vn.reliefmap.demo.Demo;
import vn.reliefmap.demo.DemoReport;
import vn.reliefmap.geo.LonLat;
import vn.reliefmap.passability.VehicleClass;
import vn.reliefmap.routing.NoWay;
import vn.reliefmap.routing.RouteAnswer;
import vn.reliefmap.routing.RouteFinder;
import vn.reliefmap.routing.RouteQuery;

/** FEATURE UNDER TEST: the water of the bundled demo matters to routes, and does not stop everything. */
class DemoRoutesTest {
    private static final Instant BASE = Instant.parse("2026-10-18T06:00:00Z");
    /** The depot in Đông Hà. */
    private static final LonLat DEPOT = new LonLat(107.100004, 16.815809);

    @TempDir
    Path temp;

    @Test
    void atThePeakSomeVillagesAreCutOffAndATrucksWayDiffersFromAMotorbikes() {
        try (DemoRooms rooms = new DemoRooms(temp)) {
            DemoReport demo = rooms.room(Demo.class).bundled(BASE, rooms);
            DemoLand land = DemoLand.of(rooms.room(BasemapFeatures.class));
            int reached = 0;
            int cutOff = 0;
            int apart = 0;
            for (MapPlace place : land.places()) {
                RouteAnswer truck = find(rooms, demo, place.at(), VehicleClass.TRUCK);
                RouteAnswer motorbike = find(rooms, demo, place.at(), VehicleClass.MOTORBIKE);
                reached += truck instanceof RouteAnswer.Found ? 1 : 0;
                cutOff += truck instanceof NoWay.CutOff ? 1 : 0;
                apart += truck instanceof RouteAnswer.Found t
                                && motorbike instanceof RouteAnswer.Found m
                                && Math.abs(t.distanceM() - m.distanceM()) > 200
                        ? 1
                        : 0;
            }
            assertThat(reached).isGreaterThan(30);
            assertThat(cutOff).isGreaterThan(15);
            assertThat(apart).isGreaterThan(3);
        }
    }

    private static RouteAnswer find(DemoRooms rooms, DemoReport demo, LonLat to, VehicleClass vehicle) {
        Instant peak = demo.base().plus(Duration.ofHours(3));
        return rooms.room(RouteFinder.class).find(new RouteQuery(DEPOT, to, vehicle, demo.disaster(), peak));
    }
}
