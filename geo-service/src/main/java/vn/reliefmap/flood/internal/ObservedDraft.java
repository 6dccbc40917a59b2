package vn.reliefmap.flood.internal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.locationtech.jts.geom.MultiPolygon;
import vn.reliefmap.flood.WaterDraft;
import vn.reliefmap.flood.WaterPicture;
import vn.reliefmap.kernel.DisasterId;

/** Observations in memory that no database knows. */
public final class ObservedDraft implements WaterDraft {
    /** Without any observation. */
    public static final ObservedDraft EMPTY = new ObservedDraft(new DisasterId(new UUID(0, 0)), List.of());

    private final DisasterId disaster;
    private final List<Observation> observations;

    private ObservedDraft(DisasterId disaster, List<Observation> observations) {
        this.disaster = disaster;
        this.observations = List.copyOf(observations);
    }

    @Override
    public ObservedDraft observed(Instant observedAt, MultiPolygon footprint, List<Area> areas) {
        List<Observation.Face> faces = areas.stream()
                .map(area -> new Observation.Face(area.polygon(), area.depthM(), area.velocityMs()))
                .toList();
        List<Observation> more = new ArrayList<>(observations);
        more.add(new Observation(UUID.randomUUID(), observedAt, false, observedAt, footprint, faces));
        return new ObservedDraft(disaster, more);
    }

    @Override
    public WaterPicture picture(Instant at) {
        return new MergedPicture(disaster, at, observations, Ground.NONE);
    }
}
