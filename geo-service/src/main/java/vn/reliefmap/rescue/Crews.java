package vn.reliefmap.rescue;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.reliefmap.geo.LonLat;
import vn.reliefmap.kernel.Problem;
import vn.reliefmap.kernel.VehicleId;

/** The front door to crews on duty. Thread-safe. */
public interface Crews {
    /**
     * Signs a vehicle on for duty; the same id again gives the same crew. Problems: {@code VEHICLE_NOT_FOUND} (404), {@code
     * CREW_TAKEN} (409) when the vehicle is on duty already, {@code VEHICLE_BROKEN} (409), {@code CREW_BY_TRUCK} (400).
     *
     * @param id made by the sender
     * @param place where it is; null = at its depot
     * @param byTruck a truck carries it to the water; for boats
     */
    Crew signOn(UUID id, UUID account, VehicleId vehicle, @Nullable LonLat place, boolean byTruck);

    /** Says where a crew is, which also renews its duty. */
    Crew move(UUID id, LonLat place);

    /** Ends its duty; a call that it holds is passed on. Again changes nothing. */
    void signOff(UUID id);

    /** The crew, on duty; a {@code CREW_NOT_FOUND} problem (404) when there is none. */
    Crew get(UUID id);

    /** All on duty, by name. */
    List<Crew> list();

    /** There is no such crew on duty. */
    static Problem notFound() {
        return Problem.notFound(
                "CREW_NOT_FOUND", "crew", "Không có đội này đang trực.", "There is no such crew on duty.");
    }
}
