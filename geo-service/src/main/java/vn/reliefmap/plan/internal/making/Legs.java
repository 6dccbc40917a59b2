package vn.reliefmap.plan.internal.making;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.LineString;
import vn.reliefmap.geo.Geometries;
import vn.reliefmap.geo.LonLat;
import vn.reliefmap.plan.PlannedTour.Leg;
import vn.reliefmap.routing.RouteAnswer;

/** Answers of the route finder as legs of tours. */
public final class Legs {
    private Legs() {}

    /** The way that was found; null when there is none, or somebody would have to confirm it. */
    public static @Nullable Leg of(RouteAnswer answer, Instant departAt) {
        if (answer instanceof RouteAnswer.Found way) {
            return new Leg(
                    departAt, way.line(), way.distanceM(), way.durationS(), way.deepestM(), way.bridgesUnconfirmed());
        }
        if (answer instanceof RouteAnswer.Afloat way && way.needsConfirmationM() == 0) {
            return new Leg(departAt, way.line(), way.distanceM(), way.durationS(), way.deepestM(), 0);
        }
        return null;
    }

    /** No way at all: both places are the same. */
    public static LineString standing(LonLat place) {
        return between(place, place);
    }

    /** Straight, where no way is known. */
    public static LineString between(LonLat from, LonLat to) {
        return Geometries.FACTORY.createLineString(new Coordinate[] {from.coordinate(), to.coordinate()});
    }
}
