package vn.reliefmap.plan.internal;

import java.util.List;
import java.util.ListIterator;
import vn.reliefmap.plan.Load;

/** A boat trip from a landing: what it carries, how much of it lies there without trucks, and from when all is there. */
final class BoatTrip {
    private final Row.RowTrip trip;
    private final int vehicle;
    private Load found;
    private Load there;
    private int readyS;

    BoatTrip(Row.RowTrip trip, int vehicle) {
        this.trip = trip;
        this.vehicle = vehicle;
        found = Load.none(load().goods());
        there = found;
    }

    /** Takes what it can use off the piles, the oldest first. */
    void take(List<Landings.Pile> piles) {
        Load wanted = load();
        for (ListIterator<Landings.Pile> each = piles.listIterator(); each.hasNext(); ) {
            Landings.Pile pile = each.next();
            Load taken = pile.load().atMost(wanted.minus(found));
            if (!taken.isNothing() && pile.fromS() <= trip.latestS()) {
                found = found.plus(taken);
                readyS = Math.max(readyS, pile.fromS());
                each.set(new Landings.Pile(pile.load().minus(taken), pile.fromS()));
            }
        }
        there = found;
    }

    /** A truck has brought some of its goods. */
    void bring(Load load, int whenS) {
        there = there.plus(load);
        readyS = Math.max(readyS, whenS);
    }

    Load load() {
        Load sum = trip.parts().get(0).load();
        for (Part part : trip.parts().subList(1, trip.parts().size())) {
            sum = sum.plus(part.load());
        }
        return sum;
    }

    Row.RowTrip trip() {
        return trip;
    }

    int vehicle() {
        return vehicle;
    }

    /** What lies on the landing for it without trucks of this plan. */
    Load found() {
        return found;
    }

    /** What is on the landing for it in the end. */
    Load there() {
        return there;
    }

    /** When it is all there. */
    int readyS() {
        return readyS;
    }
}
