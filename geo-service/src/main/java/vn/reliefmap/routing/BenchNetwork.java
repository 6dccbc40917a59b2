package vn.reliefmap.routing;

import java.util.List;
import java.util.Random;
import org.locationtech.jts.geom.Envelope;
import vn.reliefmap.flood.WaterDraft;
import vn.reliefmap.store.DataChanged;

/** The roads of a bench, for benches of the rooms that lean on routing. */
public interface BenchNetwork {
    /** Says what they are, for {@link vn.reliefmap.kernel.BenchRow#data}. */
    String name();

    /** Around all roads, EPSG:4326. */
    Envelope box();

    /** Who is reached on them: always these roads, and water snapshots as in a server. */
    RoadReach reach();

    /** Tells the water snapshots of a change, as the server does. */
    void onChange(DataChanged change);

    /**
     * Ragged pools of 100 corners and 0.1–2 m of water at random places.
     *
     * @param share of the box that they would cover if none overlapped
     */
    List<WaterDraft.Area> pools(int count, double share, Random random);
}
