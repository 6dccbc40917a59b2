package vn.reliefmap.plan.internal.moving;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vn.reliefmap.geo.LonLat;
import vn.reliefmap.passability.VehicleClass;
import vn.reliefmap.plan.MoveBreak;
import vn.reliefmap.plan.PlannedTour.Leg;
import vn.reliefmap.plan.internal.making.Legs;

/** Ways between the places of one plan, under the water of all its hours. */
interface MoveWays {
    /** @param departs hour at which the way would be begun; it does not change the way, only what is said of a closed one */
    Way find(VehicleClass vehicle, LonLat from, LonLat to, Instant departs);

    /**
     * @param seconds as the tour counts them
     * @param leg straight and without length where there is no way
     * @param obstacle why there is none; null when there is one
     */
    record Way(long seconds, Leg leg, @Nullable Obstacle obstacle) {
        static Way none(LonLat from, LonLat to, Instant departs, Obstacle obstacle) {
            return new Way(0, new Leg(departs, Legs.between(from, to), 0, 0, 0, 0), obstacle);
        }
    }

    /** See {@link MoveBreak}. */
    record Obstacle(
            MoveBreak.Kind kind,
            double number,
            @Nullable Double limit,
            @Nullable Instant since,
            @Nullable LonLat place,
            @Nullable String roadName,
            String vi,
            String en) {}
}
