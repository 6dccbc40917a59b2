package vn.reliefmap.supply;

import vn.reliefmap.geo.LonLat;
import vn.reliefmap.kernel.DepotId;

/**
 * A place where goods are kept.
 *
 * @param ref the key of the list it came from
 */
public record Depot(DepotId id, String ref, String name, boolean simulated, LonLat place) {}
