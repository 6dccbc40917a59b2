package vn.reliefmap.routing.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.BitSet;
import java.util.Collection;
import java.util.Objects;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import vn.reliefmap.geo.LonLat;
import vn.reliefmap.passability.VehicleClass;
import vn.reliefmap.routing.BoatLanding;
import vn.reliefmap.routing.BoatLanding.Served;
import vn.reliefmap.routing.BoatLandings;
import vn.reliefmap.routing.CutOffIslands;
import vn.reliefmap.routing.Reach;
import vn.reliefmap.routing.RouteAnswer;
import vn.reliefmap.routing.RouteQuery;

/** Asks the best landings and the router about the same homes under the same water. */
final class LandingAgreement {
    private static final VehicleClass BOAT = VehicleClass.MOTOR_BOAT;

    private final RoadTown town;
    private final CutOffAgreement both;

    LandingAgreement(RoadTown town) {
        this.town = town;
        this.both = new CutOffAgreement(town);
    }

    BoatLandings landings(DrawnWater water, Homes depots, Homes homes) {
        return both.reach(VehicleClass.TRUCK, water, depots, homes).islands().landings(BOAT);
    }

    /**
     * Whom the router brings by truck and boat is who can be counted, and of those the ones on one water are; returns how
     * many homes the best landing of all serves for certain.
     */
    int check(DrawnWater water, Homes depots, Homes homes) {
        Reach reach = both.reach(VehicleClass.TRUCK, water, depots, homes);
        CutOffIslands islands = reach.islands();
        BoatLandings landings = islands.landings(BOAT);
        BitSet cutOff = reach.cutOff();
        BitSet certain = new BitSet();
        BitSet unconfirmed = new BitSet();
        for (int home = cutOff.nextSetBit(0); home >= 0; home = cutOff.nextSetBit(home + 1)) {
            for (LonLat depot : depots.all()) {
                if (itinerary(depot, homes.all().get(home), water) instanceof RouteAnswer.Transferred way) {
                    (way.boat().needsConfirmationM() > 0 ? unconfirmed : certain).set(home);
                }
            }
        }
        unconfirmed.andNot(certain);
        check(landings.best(), water, depots, homes, certain, unconfirmed);
        for (int island = 0; island < islands.count(); island++) {
            check(
                    landings.best(island),
                    water,
                    depots,
                    homes,
                    of(islands, island, certain),
                    of(islands, island, unconfirmed));
        }
        BoatLanding best = landings.best();
        return best == null ? 0 : best.certain().places();
    }

    private static BitSet of(CutOffIslands islands, int island, BitSet homes) {
        BitSet some = new BitSet();
        homes.stream().filter(home -> islands.of(home) == island).forEach(some::set);
        return some;
    }

    private void check(
            @Nullable BoatLanding best,
            DrawnWater water,
            Homes depots,
            Homes homes,
            BitSet certain,
            BitSet unconfirmed) {
        if (certain.isEmpty() && unconfirmed.isEmpty()) {
            assertThat(best).isNull();
            return;
        }
        BoatLanding landing = Objects.requireNonNull(best);
        if (certain.isEmpty()) {
            assertThat(landing.certain()).isEqualTo(Served.NOBODY);
            assertThat(landing.unconfirmed().people()).isEqualTo(mostOnOneWater(water, homes, unconfirmed, false));
        } else {
            assertThat(landing.certain().people()).isEqualTo(mostOnOneWater(water, homes, certain, true));
            assertThat(landing.unconfirmed().places())
                    .isLessThanOrEqualTo(certain.cardinality() + unconfirmed.cardinality());
        }
        assertThat(landingsOf(depots.all().get(landing.start()), water, !certain.isEmpty()))
                .anySatisfy(found -> {
                    assertThat(Meters.between(found.at(), landing.at())).isLessThan(1);
                    assertThat(found.truckS()).isCloseTo(landing.truckS(), within(1.0));
                });
    }

    /** Those that a route from there chooses from. */
    private Collection<TransferLandings.Landing> landingsOf(LonLat depot, DrawnWater water, boolean confirmedOnly) {
        RoadGraph graph = town.graph();
        return TransferLandings.reach(
                        graph,
                        town.snapshots.of(graph, water).weighting(VehicleClass.TRUCK),
                        graph.snap(VehicleClass.TRUCK, depot),
                        new BoatRule(town.boats.water(graph, water), (short) 500, confirmedOnly))
                .values();
    }

    /** The most people of these homes among whom a boat can go around, tried home by home. */
    private long mostOnOneWater(DrawnWater water, Homes homes, BitSet some, boolean confirmedOnly) {
        BoatRule rule = new BoatRule(town.boats.water(town.graph(), water), (short) 500, confirmedOnly);
        long most = 0;
        BitSet left = (BitSet) some.clone();
        while (!left.isEmpty()) {
            BoatSearch around = new BoatSearch(rule);
            around.spread(cell(rule, homes, left.nextSetBit(0)).orElseThrow(), (cell, meters) -> true);
            long people = 0;
            for (int home = left.nextSetBit(0); home >= 0; home = left.nextSetBit(home + 1)) {
                OptionalInt cell = cell(rule, homes, home);
                if (cell.isPresent() && Double.isFinite(around.meters(cell.getAsInt()))) {
                    people += homes.people(home);
                    left.clear(home);
                }
            }
            most = Math.max(most, people);
        }
        return most;
    }

    private OptionalInt cell(BoatRule rule, Homes homes, int home) {
        return town.boatRoutes.snap(rule, homes.all().get(home));
    }

    /** For one home alone, the landing is the one of the quickest itinerary; false when there is none. */
    boolean checkAlone(DrawnWater water, Homes depots, LonLat home) {
        double quickestS = Double.POSITIVE_INFINITY;
        boolean cutOff = true;
        for (LonLat depot : depots.all()) {
            RouteAnswer answer = itinerary(depot, home, water);
            cutOff &= !(answer instanceof RouteAnswer.Found);
            if (answer instanceof RouteAnswer.Transferred way && way.boat().needsConfirmationM() == 0) {
                quickestS = Math.min(quickestS, way.durationS() - way.waitS());
            }
        }
        if (!cutOff || Double.isInfinite(quickestS)) {
            return false;
        }
        BoatLanding best =
                Objects.requireNonNull(landings(water, depots, Homes.of(home)).best());
        assertThat(best.truckS() + best.boatS()).isCloseTo(quickestS, within(1.0));
        return true;
    }

    private RouteAnswer itinerary(LonLat from, LonLat to, DrawnWater water) {
        town.waters.draw(water);
        return town.everyWay.find(
                new RouteQuery(from, to, VehicleClass.TRUCK, DrawnWater.FLOOD, null, VehicleClass.MOTOR_BOAT));
    }
}
