package vn.reliefmap.commitment;

import java.time.Instant;
import vn.reliefmap.passability.VehicleClass;

/** Whom goods are promised to: many households together, never a home. */
public sealed interface PledgePlace {
    /** @param commune code or name, in any spelling */
    record Commune(String commune) implements PledgePlace {}

    /**
     * A delivery zone as everybody is told of it.
     *
     * @param at the moment that it was asked for
     */
    record Zone(String id, VehicleClass vehicle, Instant at) implements PledgePlace {}
}
