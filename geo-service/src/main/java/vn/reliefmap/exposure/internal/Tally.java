package vn.reliefmap.exposure.internal;

import vn.reliefmap.exposure.Count;

/** A count that grows household by household: half a million of them must not make as many objects. */
final class Tally {
    private long households;
    private long people;
    private long vulnerablePeople;

    void add(HouseholdColumns columns, int household) {
        households++;
        people += columns.people(household);
        vulnerablePeople += columns.vulnerablePeople(household);
    }

    Count count() {
        return new Count(households, people, vulnerablePeople);
    }
}
