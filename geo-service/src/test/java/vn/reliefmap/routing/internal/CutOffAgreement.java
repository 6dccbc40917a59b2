package vn.reliefmap.routing.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import org.assertj.core.data.Offset;
import vn.reliefmap.geo.Geometries;
import vn.reliefmap.geo.LonLat;
import vn.reliefmap.passability.VehicleClass;
import vn.reliefmap.routing.ClassRoads;
import vn.reliefmap.routing.CutOffIslands;
import vn.reliefmap.routing.QuickestWays;
import vn.reliefmap.routing.Reach;
import vn.reliefmap.routing.RouteAnswer;
import vn.reliefmap.routing.TiedPlaces;

/** Asks the list and the router about the same homes under the same water. */
final class CutOffAgreement {
    private final RoadTown town;
    private final FlatRoadReach door;

    CutOffAgreement(RoadTown town) {
        this.town = town;
        this.door = new FlatRoadReach(town.network, town.snapshots, town.boatRoutes, 500);
    }

    ClassRoads roads(VehicleClass vehicle) {
        return door.roads(vehicle);
    }

    Reach reach(VehicleClass vehicle, DrawnWater water, Homes depots, Homes homes) {
        ClassRoads roads = roads(vehicle);
        return roads.reach(water, roads.tie(depots), roads.tie(homes));
    }

    /** Returns how many homes are cut off. */
    int check(VehicleClass vehicle, DrawnWater water, Homes depots, Homes homes) {
        ClassRoads roads = roads(vehicle);
        TiedPlaces tied = roads.tie(homes);
        Reach reach = roads.reach(water, roads.tie(depots), tied);
        BitSet cutOff = reach.cutOff();
        CutOffIslands islands = reach.islands();
        QuickestWays ways = reach.ways();
        for (int home = 0; home < homes.size(); home++) {
            boolean reached = false;
            boolean far = false;
            double quickestS = Double.POSITIVE_INFINITY;
            for (var depot : depots.all()) {
                RouteAnswer answer = town.route(vehicle, depot, homes.all().get(home), water);
                reached |= answer instanceof RouteAnswer.Found;
                if (answer instanceof RouteAnswer.Found found) {
                    quickestS = Math.min(quickestS, found.durationS());
                }
                far |= answer.snapped().to().point() == null;
            }
            assertThat(tied.farFromRoad(home)).isEqualTo(far);
            assertThat(cutOff.get(home))
                    .as("%s home %s from %s", vehicle, homes.all().get(home), depots.all())
                    .isEqualTo(!reached && !far);
            assertThat(islands.of(home) >= 0).isEqualTo(cutOff.get(home));
            checkWay(ways, home, quickestS, homes.all().get(home), tied.toRoadM(home));
            if (cutOff.get(home)) {
                assertThat(islands.outline(islands.of(home)).isValid()).isTrue();
            }
        }
        return cutOff.cardinality();
    }

    /** The way to a home takes as long as the quickest route, and every point on it follows from the one before. */
    private static void checkWay(QuickestWays ways, int home, double quickestS, LonLat place, float toRoadM) {
        int point = ways.of(home);
        assertThat(point >= 0).isEqualTo(Double.isFinite(quickestS));
        if (point < 0) {
            return;
        }
        assertThat(ways.seconds(point)).isCloseTo(quickestS, Offset.offset(0.6));
        assertThat(Geometries.distanceMeters(ways.at(point).coordinate(), place.coordinate()))
                .isCloseTo(toRoadM, Offset.offset(2.0));
        while (ways.before(point) >= 0) {
            int before = ways.before(point);
            assertThat(before).isLessThan(point);
            assertThat(ways.start(before)).isEqualTo(ways.start(point));
            assertThat(ways.seconds(before)).isLessThanOrEqualTo(ways.seconds(point));
            double straightM = Geometries.distanceMeters(
                    ways.at(before).coordinate(), ways.at(point).coordinate());
            assertThat(ways.metres(point) - ways.metres(before)).isGreaterThan(straightM - 0.5);
            point = before;
        }
        assertThat(ways.seconds(point)).isZero();
    }

    /** The quick search for the best reopening finds what trying all of them finds. */
    long checkBest(VehicleClass vehicle, DrawnWater water, Homes depots, Homes homes) {
        FloodReach reach = (FloodReach) reach(vehicle, water, depots, homes);
        IslandParts parts = new IslandParts(reach, reach.cutOff());
        ClosedStretches stretches = new ClosedStretches(reach);
        Reopenings reopenings = new Reopenings(reach, parts, stretches);
        long most = 0;
        for (int stretch = 0; stretch < stretches.count(); stretch++) {
            most = Math.max(most, reopenings.gain(stretch).people());
        }
        Reopenings.Gain best = new Reopenings(reach, parts, stretches).best();
        assertThat(best == null ? 0 : best.people()).isEqualTo(most);
        return most;
    }
}
