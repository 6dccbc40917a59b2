package vn.reliefmap.cluster.internal;

import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import vn.reliefmap.flood.WaterPicture;
import vn.reliefmap.passability.Passability;
import vn.reliefmap.passability.VehicleClass;
import vn.reliefmap.routing.PlaceColumns;

/** Whether people on foot get to the door of a home under each of the pictures. */
record HomeWater(PlaceColumns homes, List<WaterPicture> pictures, Passability passability) {
    boolean wadeable(int home) {
        Coordinate door = new Coordinate(homes.lon(home), homes.lat(home));
        return pictures.stream()
                .allMatch(picture ->
                        passability.judge(VehicleClass.FOOT, picture.at(door)).passable());
    }
}
