package vn.reliefmap.cluster.internal;

import org.locationtech.jts.geom.Coordinate;
import vn.reliefmap.flood.WaterPicture;
import vn.reliefmap.passability.Passability;
import vn.reliefmap.passability.VehicleClass;
import vn.reliefmap.routing.PlaceColumns;

/** Whether people on foot get to the door of a home. */
record HomeWater(PlaceColumns homes, WaterPicture picture, Passability passability) {
    boolean wadeable(int home) {
        return passability
                .judge(VehicleClass.FOOT, picture.at(new Coordinate(homes.lon(home), homes.lat(home))))
                .passable();
    }
}
