package vn.reliefmap.household;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.reliefmap.access.PersonalData;
import vn.reliefmap.admin.AdminUnits;
import vn.reliefmap.geo.LonLat;
import vn.reliefmap.kernel.HouseholdId;

/**
 * Where registered donors see a household (domain facts, section 5): 300 to 800 m from its place, in a direction and at a
 * distance that follow from the household, the place and a key outside the database. All of a household's needs are shown at
 * the same point, so that many of them tell no more than one; at another place it is moved otherwise, so that whoever knows
 * where a household went does not learn where it came from. A place that is only corrected by some metres is moved by the same
 * way: points drawn anew around one home would together tell where it is. Thread-safe.
 */
@Component
public class Displacement {
    public static final double NEAREST_M = 300;
    public static final double FARTHEST_M = 800;

    /** At a place from which hardly any direction stays inside the commune, there is no point rather than a telling one. */
    private static final int TRIES = 40;

    /**
     * Squares of about 1.1 km, inside which a household is moved by the same way. A home at the edge of one that is corrected
     * across it is moved by another way; at a corner by four, never by more.
     */
    private static final double SQUARES_PER_DEGREE = 100;

    private static final double METRES_PER_DEGREE = 111_195;
    private static final double TWO_TO_32 = 4_294_967_296.0;

    private final PersonalData personal;
    private final AdminUnits units;

    Displacement(PersonalData personal, AdminUnits units) {
        this.personal = personal;
        this.units = units;
    }

    /** Inside the commune; empty when it has none, or no point was found there. */
    public Optional<LonLat> of(HouseholdId household, LonLat place, @Nullable String commune) {
        if (commune == null) {
            return Optional.empty();
        }
        for (int i = 0; i < TRIES; i++) {
            LonLat moved = moved(household, place, i);
            if (units.unitOf(moved).filter(unit -> unit.code().equals(commune)).isPresent()) {
                return Optional.of(moved);
            }
        }
        return Optional.empty();
    }

    /** A name for the household that leads back to it only with the key. */
    public String nameOf(HouseholdId household) {
        return personal.fingerprint("displaced name " + household).substring(0, 16);
    }

    /** Uniform over the ring, by area. */
    private LonLat moved(HouseholdId household, LonLat place, int attempt) {
        String drawn = personal.fingerprint(
                "displaced " + household + " " + square(place.lon()) + " " + square(place.lat()) + " " + attempt);
        double angle = Long.parseLong(drawn, 0, 8, 16) / TWO_TO_32 * 2 * Math.PI;
        double share = Long.parseLong(drawn, 8, 16, 16) / TWO_TO_32;
        // Rounding below moves the point by up to 8 m.
        double inner = (NEAREST_M + 10) * (NEAREST_M + 10);
        double outer = (FARTHEST_M - 10) * (FARTHEST_M - 10);
        double metres = Math.sqrt(inner + share * (outer - inner));
        double north = metres * Math.cos(angle) / METRES_PER_DEGREE;
        double east = metres * Math.sin(angle) / METRES_PER_DEGREE / Math.cos(Math.toRadians(place.lat()));
        return new LonLat(rounded(place.lon() + east), rounded(place.lat() + north));
    }

    private static long square(double degrees) {
        return (long) Math.floor(degrees * SQUARES_PER_DEGREE);
    }

    /** About 10 m: more digits would pretend to know more. */
    private static double rounded(double degrees) {
        return Math.round(degrees * 1e4) / 1e4;
    }
}
