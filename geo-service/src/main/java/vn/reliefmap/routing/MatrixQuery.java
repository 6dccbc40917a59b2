package vn.reliefmap.routing;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.reliefmap.geo.LonLat;
import vn.reliefmap.kernel.DisasterId;
import vn.reliefmap.passability.VehicleClass;

/**
 * A question for the ways from many places to many places.
 *
 * @param from starts, the rows of the matrix
 * @param to destinations, its columns
 * @param disaster whose water counts; null = the dry network
 * @param at moment whose water counts; null = the newest step that is not later than now, else the first one
 * @param until the worst water from {@code at} until then counts, later than that; null = that of the moment alone
 */
public record MatrixQuery(
        List<LonLat> from,
        List<LonLat> to,
        VehicleClass vehicle,
        @Nullable DisasterId disaster,
        @Nullable Instant at,
        @Nullable Instant until) {

    /** Under the water of a moment. */
    public MatrixQuery(
            List<LonLat> from,
            List<LonLat> to,
            VehicleClass vehicle,
            @Nullable DisasterId disaster,
            @Nullable Instant at) {
        this(from, to, vehicle, disaster, at, null);
    }
}
