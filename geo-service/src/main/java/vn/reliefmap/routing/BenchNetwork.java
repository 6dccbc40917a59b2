package vn.reliefmap.routing;

import java.util.List;
import java.util.Random;
import org.locationtech.jts.geom.Envelope;
import vn.reliefmap.flood.WaterDraft;
import vn.reliefmap.flood.Waters;
import vn.reliefmap.geo.LonLat;
import vn.reliefmap.store.DataChanged;

/** The roads of a bench, for benches of the rooms that lean on routing. */
public interface BenchNetwork {
    /** Says what they are, for {@link vn.reliefmap.kernel.BenchRow#data}. */
    String name();

    /** Around all roads, EPSG:4326. */
    Envelope box();

    /** Who is reached on them: always these roads, and water snapshots as in a server. */
    RoadReach reach();

    /** Ways on these roads, and for boats over flood water: the base map's rivers are not here. */
    RouteFinder routes(Waters waters);

    /** Times and distances, likewise. */
    TravelMatrices matrices(Waters waters);

    /** A place where roads meet or end, each as likely as another. */
    LonLat junction(Random random);

    /** Tells the water snapshots of a change, as the server does. */
    void onChange(DataChanged change);

    /**
     * Ragged pools of 100 corners and 0.1–2 m of water at random places.
     *
     * @param share of the box that they would cover if none overlapped
     */
    List<WaterDraft.Area> pools(int count, double share, Random random);
}
