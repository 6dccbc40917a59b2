package vn.reliefmap.supply;

import java.util.List;
import vn.reliefmap.routing.PlaceColumns;

/** Depots as places where ways start. */
public record DepotPlaces(List<Depot> depots) implements PlaceColumns {
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
