package vn.reliefmap.routing.internal;

import org.jspecify.annotations.Nullable;
import vn.reliefmap.routing.BoatLanding;
import vn.reliefmap.routing.BoatLanding.Served;
import vn.reliefmap.routing.BoatLandings;
import vn.reliefmap.routing.internal.LandingChoice.Chosen;

/**
 * The best landings over water that is known to be deep enough; over flood water of unknown depth only for a part of which
 * nobody is reached otherwise, as routes do. Whom it would bring in addition is told apart.
 */
final class BestLandings implements BoatLandings {
    private final FloodReach reach;
    private final DepotLandings ashore;
    private final LandingChoice certain;
    private final LandingChoice tried;
    private final HomesAfloat surely;
    private final HomesAfloat perhaps;
    private final Served[] more;

    /**
     * @param certain what the boat may use for sure
     * @param widest with water of unknown depth
     */
    BestLandings(
            FloodReach reach, IslandParts parts, BoatRule certain, BoatRule widest, double snapLimitM, double speedMs) {
        this.reach = reach;
        this.ashore = new DepotLandings(reach);
        this.surely = new HomesAfloat(reach.places, parts, certain, snapLimitM);
        this.perhaps = new HomesAfloat(reach.places, parts, widest, snapLimitM);
        this.certain = new LandingChoice(reach.places, parts, surely, ashore, speedMs);
        this.tried = new LandingChoice(reach.places, parts, perhaps, ashore, speedMs);
        this.more = more(parts);
    }

    /** Whom the chosen landings would serve over unknown depth too; by part, the last one for all. */
    private Served[] more(IslandParts parts) {
        int all = parts.count();
        int[] places = new int[all + 1];
        long[] people = new long[all + 1];
        Chosen ofAll = certain.ofAll();
        for (int place = 0; place < reach.places.size(); place++) {
            int island = parts.ofPlace(place);
            if (island < 0 || perhaps.water(place) == HomesAfloat.NONE) {
                continue;
            }
            if (adds(place, certain.of(island))) {
                places[island]++;
                people[island] += reach.places.people(place);
            }
            if (adds(place, ofAll)) {
                places[all]++;
                people[all] += reach.places.people(place);
            }
        }
        Served[] served = new Served[all + 1];
        for (int i = 0; i <= all; i++) {
            served[i] = new Served(places[i], people[i]);
        }
        return served;
    }

    private boolean adds(int place, @Nullable Chosen landing) {
        return landing != null
                && surely.water(place) != landing.water()
                && perhaps.water(place) == perhaps.cells.part(landing.cell());
    }

    @Override
    public @Nullable BoatLanding best() {
        return told(certain.ofAll(), tried.ofAll(), more[more.length - 1]);
    }

    @Override
    public @Nullable BoatLanding best(int island) {
        return told(certain.of(island), tried.of(island), more[island]);
    }

    private @Nullable BoatLanding told(@Nullable Chosen sure, @Nullable Chosen unsure, Served further) {
        if (sure != null) {
            return told(sure, sure.served(), further);
        }
        return unsure == null ? null : told(unsure, Served.NOBODY, unsure.served());
    }

    private BoatLanding told(Chosen chosen, Served sure, Served further) {
        return new BoatLanding(
                chosen.landing().at(),
                RoadGraph.roadName(reach.graph.edge(chosen.landing().edge())),
                ashore.start(chosen.landing()),
                chosen.landing().truckS(),
                chosen.boatS(),
                sure,
                further);
    }
}
