package vn.reliefmap.cluster.internal;

import java.util.List;
import vn.reliefmap.routing.PlaceColumns;
import vn.reliefmap.supply.Depot;

/** Depots as places where ways start. */
record DepotColumns(List<Depot> depots) implements PlaceColumns {
    @Override
    public int size() {
        return depots.size();
    }

    @Override
    public double lon(int place) {
        return depots.get(place).place().lon();
    }

    @Override
    public double lat(int place) {
        return depots.get(place).place().lat();
    }

    @Override
    public int people(int place) {
        return 0;
    }
}
