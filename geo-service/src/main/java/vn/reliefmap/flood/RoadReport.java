package vn.reliefmap.flood;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.LineString;
import vn.reliefmap.kernel.DisasterId;

/**
 * What one person said of one stretch of road. Never changed; a later report supersedes it.
 *
 * @param id made by the sender, so that a repeated sending is the same report
 * @param observedAt when the road was seen so
 * @param reporter name of the account that sent it; not for the public
 * @param told the text it was read from; null when it came by a click
 * @param allowance only with {@link RoadState#TRUCK_ALLOWED}
 */
public record RoadReport(
        UUID id,
        DisasterId disaster,
        RoadState state,
        Instant observedAt,
        String reporter,
        @Nullable String told,
        @Nullable Allowance allowance,
        Stretch stretch) {

    /**
     * A named officer's permission for trucks (domain facts, section 2).
     *
     * @param officer name of the officer; the public sees the role only
     * @param upToM trucks may drive through water less deep than this, in metres, at most 0.9
     * @param until it ends then by itself
     * @param reason why; not for the public; null in permissions from before reasons were asked for
     */
    public record Allowance(
            String officer,
            double upToM,
            Instant until,
            @Nullable String reason) {}

    /**
     * Where it is, in terms that outlive a road import.
     *
     * @param importId the road import that it was marked on
     * @param ways ids of its OpenStreetMap ways
     * @param roadName name or number of the road; null when it has none
     * @param line EPSG:4326, x = longitude: the whole stretch, from junction to junction
     */
    public record Stretch(
            long importId, List<Long> ways, @Nullable String roadName, LineString line) {}

    /**
     * A report at a moment.
     *
     * @param fresh false once an "open" or "shallow" has aged or a permission has ended; closing reports stay fresh
     */
    public record Standing(RoadReport report, boolean fresh) {}
}
