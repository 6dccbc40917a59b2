package vn.reliefmap.routing;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.reliefmap.flood.RoadReport;
import vn.reliefmap.flood.RoadReport.Stretch;
import vn.reliefmap.flood.RoadState;
import vn.reliefmap.geo.Bbox;
import vn.reliefmap.geo.LonLat;
import vn.reliefmap.kernel.DisasterId;

/** Brings what is said of roads to the road network in use. Thread-safe. */
public interface ReportedRoads {
    /** What became of a report. */
    enum Status {
        /** It decides for at least a part of its stretch. */
        IN_FORCE,
        /** It has aged; nothing newer says how the road is. */
        UNCONFIRMED,
        /** A later report or a later observation of the water took its place. */
        SUPERSEDED,
        /** A permission whose time is over. */
        ENDED,
        /** The road network in use has no road there any more. The report is kept. */
        NOT_FOUND;

        @JsonValue
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * A report on the roads in use.
     *
     * @param foundShare share of its stretch that these roads still have, 0 to 1
     */
    record OnRoads(RoadReport report, Status status, double foundShare) {}

    /**
     * The piece of road between two junctions that lies nearest to a place; for a missing bridge the nearest bridge, if one
     * is near. Throws a {@code NO_ROAD_IN_REACH} problem (400) when no road is near enough, {@code ROADS_NOT_READY} (503)
     * while there is no network.
     */
    Stretch stretchAt(LonLat place, @Nullable RoadState state);

    /**
     * The middle of the bridge, ford or causeway that a message names, the nearest of that name within about 20 km; empty when
     * it names none.
     */
    Optional<LonLat> crossingNamed(String text, LonLat near);

    /** All reports up to a moment, the newest first; those inside a box, when one is given. */
    List<OnRoads> list(DisasterId disaster, Instant at, @Nullable Bbox box);
}
