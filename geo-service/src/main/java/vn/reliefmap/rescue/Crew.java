package vn.reliefmap.rescue;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.reliefmap.geo.LonLat;
import vn.reliefmap.kernel.VehicleId;
import vn.reliefmap.passability.VehicleClass;

/**
 * A vehicle on duty with those who go with it.
 *
 * @param account the team that signed it on
 * @param place where it is by its own word, else its depot
 * @param placedAt when it said so; null at the depot
 * @param byTruck of a boat: a truck carries it to the water
 * @param until when its duty ends by itself
 * @param busy true while a call is sent to it or held by it
 */
public record Crew(
        UUID id,
        VehicleId vehicle,
        String name,
        VehicleClass vehicleClass,
        UUID account,
        LonLat place,
        @Nullable Instant placedAt,
        boolean byTruck,
        boolean simulated,
        Instant since,
        Instant until,
        boolean busy) {}
