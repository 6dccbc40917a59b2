package vn.reliefmap.flood;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.LineString;
import vn.reliefmap.kernel.DisasterId;

/**
 * The one merged picture of a disaster's water at a moment. Immutable; safe for many threads. All geometry is
 * EPSG:4326, x = longitude.
 */
public interface WaterPicture {
    DisasterId disaster();

    /** The moment the picture is for; only observations at or before it are in it. */
    Instant at();

    /** Time of the newest observation in the picture; null when there is none (then everything is UNOBSERVED). */
    @Nullable
    Instant newestObservedAt();

    /** True when the newest observation is a forecast. */
    boolean forecast();

    /** Deepest known water along the line, permanent water included; UNKNOWN when any part of it is under water of unknown depth. */
    Water along(LineString line);

    /** The water at one position as it was observed: permanent water included, nothing estimated. */
    Water at(Coordinate position);

    /**
     * The flood along a line, for wheels and houses: as {@link #along}, with permanent water taken away and depths deepened by
     * estimates from the height of the ground (domain facts, section 2). Where the line lies
     * in a river or lake that is always there, the parts of it ashore decide; a line that is nowhere ashore keeps what was
     * seen, because a road drawn wholly in a river may be a bank drawn wrong.
     */
    default Water floodAlong(LineString line) {
        return along(line);
    }

    /** The flood at one position: as {@link #at}, but of a river or lake that is always there nothing is said (UNOBSERVED), and estimates deepen. */
    default Water floodAt(Coordinate position) {
        return at(position);
    }

    /** False when no current is known anywhere, so that callers need not look for one. */
    boolean hasCurrents();

    /** Boxes outside of which nothing is under water in this picture, so that callers need not ask; may be empty. */
    List<Envelope> wetEnvelopes();

    /**
     * True when this picture says the same of every position in the box, so that one of them need be asked; false when that
     * is not known.
     */
    default boolean sameWithin(Envelope box) {
        return false;
    }

    /**
     * Boxes outside of which this picture says the same of every place as an earlier one, so that only what lies inside
     * need be asked again; empty when that is not known.
     */
    default Optional<List<Envelope>> changesSince(WaterPicture earlier) {
        return earlier == this ? Optional.of(List.of()) : Optional.empty();
    }

    /**
     * What was said of the roads, the oldest first. The water asked for above knows nothing of it; {@link RoadWater} puts
     * both together for a piece of road.
     */
    default List<RoadReport.Standing> roadReports() {
        return List.of();
    }

    /** Rivers so high that nobody knows the bridges over them. The water asked for above knows nothing of them either. */
    default List<RiverAlert> riverAlerts() {
        return List.of();
    }

    /** The same water without what was said of the roads and of rivers, the same object for the same water. */
    default WaterPicture withoutReports() {
        return this;
    }
}
