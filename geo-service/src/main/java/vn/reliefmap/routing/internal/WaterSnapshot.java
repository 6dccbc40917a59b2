package vn.reliefmap.routing.internal;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.graphhopper.util.EdgeIteratorState;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import vn.reliefmap.flood.RiverAlert;
import vn.reliefmap.flood.RoadReport.Allowance;
import vn.reliefmap.flood.RoadReport.Standing;
import vn.reliefmap.flood.RoadReportSettings;
import vn.reliefmap.flood.RoadWater;
import vn.reliefmap.flood.Water;
import vn.reliefmap.flood.WaterPicture;
import vn.reliefmap.passability.Passability;
import vn.reliefmap.passability.VehicleClass;
import vn.reliefmap.passability.Verdict;

/**
 * The water on every edge of one road graph in one water picture: immutable, two floats and one short per edge plus one
 * float per edge and vehicle class asked for. A request keeps the snapshot it began with.
 */
final class WaterSnapshot implements WaterOnRoads {
    /** Times that no edge carries any more pile up from one snapshot to the next; then it is built from nothing. */
    private static final int MOST_TIMES_CARRIED = 1000;

    private final RoadGraph graph;
    private final WaterPicture picture;
    private final Passability passability;
    private final String id;
    private final float[] depthM;
    /** Fastest known current, metres per second; 0 = none known. */
    private final float[] currentMs;

    private final short[] observation;
    private final List<Instant> observations;
    private final BitSet asked;
    private final BitSet unobserved;
    private final BitSet deckUnconfirmed;
    private final RoadReportSettings reportSettings;
    /** Edges whose water a report decides, or would if it had not aged. */
    private final SortedMap<Integer, Standing> said;

    /** Edges with a permission for trucks that still stands. */
    private final SortedMap<Integer, Standing> allowed;

    /** Edges whose water is unknown because the river under them is on alert. */
    private final SortedMap<Integer, RiverAlert> rivers;

    private final Map<VehicleClass, FloodWeighting> weightings = new EnumMap<>(VehicleClass.class);

    private WaterSnapshot(
            RoadGraph graph, WaterPicture picture, Passability passability, RoadReportSettings reportSettings) {
        this.graph = graph;
        this.picture = picture;
        this.passability = passability;
        this.reportSettings = reportSettings;
        said = new TreeMap<>();
        allowed = new TreeMap<>();
        rivers = new TreeMap<>();
        int edges = graph.base().getEdges();
        depthM = new float[edges];
        currentMs = new float[edges];
        observation = new short[edges];
        unobserved = new BitSet(edges);
        deckUnconfirmed = new BitSet();
        asked = new BitSet(edges);
        picture.wetEnvelopes().forEach(box -> graph.edgesNear(box, asked));
        observations = look(asked, List.of());
        id = name();
    }

    private WaterSnapshot(WaterSnapshot before, WaterPicture picture, List<Envelope> changes) {
        this.graph = before.graph;
        this.picture = picture;
        this.passability = before.passability;
        this.reportSettings = before.reportSettings;
        said = new TreeMap<>(before.said);
        allowed = new TreeMap<>(before.allowed);
        rivers = new TreeMap<>(before.rivers);
        depthM = before.depthM.clone();
        currentMs = before.currentMs.clone();
        observation = before.observation.clone();
        unobserved = (BitSet) before.unobserved.clone();
        deckUnconfirmed = (BitSet) before.deckUnconfirmed.clone();
        asked = (BitSet) before.asked.clone();
        BitSet changed = before.edgesChanged(picture, changes);
        asked.or(changed);
        observations = look(changed, before.observations);
        id = name();
        synchronized (before) {
            before.weightings.forEach((vehicle, old) ->
                    weightings.put(vehicle, judge(vehicle, changed, old.factors(), old.leastSpeedKmh())));
        }
    }

    /** Looks at every edge near the water; about 10 microseconds for each of them. */
    static WaterSnapshot build(RoadGraph graph, WaterPicture picture, Passability passability) {
        return build(graph, picture, passability, RoadReportSettings.DEFAULT);
    }

    static WaterSnapshot build(
            RoadGraph graph, WaterPicture picture, Passability passability, RoadReportSettings reportSettings) {
        return new WaterSnapshot(graph, picture, passability, reportSettings);
    }

    /**
     * The same roads under another picture, equal to one built from nothing. Where the picture knows what changed, only
     * the edges near that are looked at, and the weightings made so far are carried over.
     */
    WaterSnapshot under(WaterPicture next) {
        return next.changesSince(picture)
                .filter(changes -> observations.size() < MOST_TIMES_CARRIED)
                .map(changes -> new WaterSnapshot(this, next, changes))
                .orElseGet(() -> build(graph, next, passability, reportSettings));
    }

    /** Edges near a change that are or were near water: all others were and stay dry. */
    private BitSet edgesChanged(WaterPicture next, List<Envelope> changes) {
        BitSet edges = new BitSet(depthM.length);
        changes.forEach(box -> graph.edgesNear(box, edges));
        edges.and(asked);
        for (Envelope change : changes) {
            for (Envelope wet : next.wetEnvelopes()) {
                if (wet.intersects(change)) {
                    graph.edgesNear(wet.intersection(change), edges);
                }
            }
        }
        return edges;
    }

    /** Asks the picture about the edges; returns the times of observation that their numbers stand for. */
    private List<Instant> look(BitSet edges, List<Instant> known) {
        Map<Instant, Short> numbers = new LinkedHashMap<>();
        known.forEach(instant -> number(instant, numbers));
        EdgeWater water = new EdgeWater(graph, picture);
        ReportedEdges reports = new ReportedEdges(graph, picture, reportSettings);
        for (int edge = edges.nextSetBit(0); edge >= 0; edge = edges.nextSetBit(edge + 1)) {
            EdgeIteratorState state = graph.edge(edge);
            Water found = water.of(state);
            RoadWater counts = reports.water(edge, found);
            depthM[edge] = depth(counts.depthM());
            observation[edge] = number(counts.observedAt(), numbers);
            // Somebody who says that the road is open has seen that nothing flows over it.
            boolean still = Double.isNaN(found.currentMs()) || counts.depthM() == 0;
            currentMs[edge] = still ? 0 : Math.nextUp((float) found.currentMs());
            boolean bridge = graph.onBridge(state);
            Water under = bridge ? water.along(state) : found;
            Standing report = counts.report();
            boolean reported = report != null && report.fresh();
            unobserved.set(edge, under.state() == Water.State.UNOBSERVED && !reported);
            deckUnconfirmed.set(
                    edge, bridge && !reported && (wet(found) || wet(under) || Double.isNaN(counts.depthM())));
            keep(said, edge, report);
            keep(allowed, edge, reports.allowed(edge));
            keep(rivers, edge, Double.isNaN(counts.depthM()) ? reports.river(edge) : null);
        }
        return new ArrayList<>(numbers.keySet());
    }

    private static <T> void keep(Map<Integer, T> byEdge, int edge, @Nullable T what) {
        if (what == null) {
            byEdge.remove(edge);
        } else {
            byEdge.put(edge, what);
        }
    }

    @Override
    public RoadGraph graph() {
        return graph;
    }

    @Override
    public String id() {
        return id;
    }

    WaterPicture picture() {
        return picture;
    }

    @Override
    public List<WaterSnapshot> steps() {
        return List.of(this);
    }

    @Override
    public WaterSnapshot worst(VehicleClass vehicle, int edge) {
        return this;
    }

    @Override
    public WaterSnapshot deepest(int edge) {
        return this;
    }

    @Override
    public float depthM(int edge) {
        return depthM[edge];
    }

    /** When the water on the edge was observed; null when dry or unobserved. */
    @Nullable
    Instant observedAt(int edge) {
        return observation[edge] == 0 || depthM[edge] == 0 ? null : observations.get(observation[edge] - 1);
    }

    /** The report that decides for the edge, or the newest one when it has aged; null when the water seen decides. */
    @Nullable
    Standing said(int edge) {
        return said.get(edge);
    }

    /** The edges that {@link #said} knows of. */
    Map<Integer, Standing> said() {
        return Collections.unmodifiableSortedMap(said);
    }

    /** The edges that {@link #allowed(int)} knows of. */
    Map<Integer, Standing> allowed() {
        return Collections.unmodifiableSortedMap(allowed);
    }

    /** A named officer's permission for trucks on the edge that still stands; null when there is none. */
    @Nullable
    Allowance allowed(int edge) {
        Standing standing = allowed.get(edge);
        return standing == null ? null : standing.report().allowance();
    }

    /** The river on alert that leaves the water on the edge unknown; null when there is none. */
    @Nullable
    RiverAlert river(int edge) {
        return rivers.get(edge);
    }

    boolean deckUnconfirmed(int edge) {
        return deckUnconfirmed.get(edge);
    }

    /** True when nobody looked at the edge; asks the picture for edges far from any water. */
    boolean unobserved(int edge) {
        if (asked.get(edge)) {
            return unobserved.get(edge);
        }
        return new EdgeWater(graph, picture).along(graph.edge(edge)).state() == Water.State.UNOBSERVED;
    }

    /** Depth that decides for the class: more than {@link #depthM} where a current is known. */
    private double feltM(VehicleClass vehicle, int edge) {
        return Passability.feltM(vehicle, depthM[edge], currentMs[edge]);
    }

    @Override
    public Verdict verdict(VehicleClass vehicle, int edge) {
        Allowance allowance = vehicle == VehicleClass.TRUCK ? allowed(edge) : null;
        return passability.judgeDepth(
                vehicle,
                graph.crossing(graph.edge(edge)),
                feltM(vehicle, edge),
                allowance == null ? 0 : allowance.upToM());
    }

    /** True when the class passes the edge only because an officer allows it. */
    boolean byPermission(VehicleClass vehicle, int edge) {
        return allowed(edge) != null
                && verdict(vehicle, edge).passable()
                && !passability
                        .judgeDepth(vehicle, graph.crossing(graph.edge(edge)), feltM(vehicle, edge))
                        .passable();
    }

    @Override
    public synchronized FloodWeighting weighting(VehicleClass vehicle) {
        return weightings.computeIfAbsent(vehicle, this::judgeAll);
    }

    private FloodWeighting judgeAll(VehicleClass vehicle) {
        float[] dry = new float[depthM.length];
        Arrays.fill(dry, 1);
        return judge(vehicle, asked, dry, 0);
    }

    private FloodWeighting judge(VehicleClass vehicle, BitSet edges, float[] factors, double slowestKmh) {
        double leastKmh = slowestKmh;
        for (int edge = edges.nextSetBit(0); edge >= 0; edge = edges.nextSetBit(edge + 1)) {
            factors[edge] = 1;
            if (depthM[edge] != 0) {
                Verdict verdict = verdict(vehicle, edge);
                factors[edge] = factor(verdict);
                leastKmh = verdict.leastSpeedKmh();
            }
        }
        return new FloodWeighting(graph.dry(vehicle), graph, factors, leastKmh);
    }

    /** Never 0 for a passable edge, never 1 for one in water: those two numbers stand for closed and open. */
    private static float factor(Verdict verdict) {
        return switch (verdict.passage()) {
            case OPEN -> 1;
            case CLOSED, UNKNOWN -> 0;
            case SLOW -> Math.max(Float.MIN_VALUE, Math.min(Math.nextDown(1f), (float) verdict.speedFactor()));
        };
    }

    /** Rounded up: 0.45 m as a float is a little less than 0.45 m, and would leave a closed road open. */
    private static float depth(double depthM) {
        float depth = (float) depthM;
        return depth < depthM ? Math.nextUp(depth) : depth;
    }

    private static boolean wet(Water water) {
        return water.state() == Water.State.WET || water.state() == Water.State.UNKNOWN;
    }

    private static short number(@Nullable Instant instant, Map<Instant, Short> numbers) {
        if (instant == null || numbers.size() == Short.MAX_VALUE) {
            return 0;
        }
        return numbers.computeIfAbsent(instant, i -> (short) (numbers.size() + 1));
    }

    /** Where nobody looked is no part of the name: how far that was asked depends on how the snapshot came about. */
    private String name() {
        CRC32 crc = new CRC32();
        ByteBuffer bytes = ByteBuffer.allocate(Float.BYTES * depthM.length);
        bytes.asFloatBuffer().put(depthM);
        crc.update(bytes);
        bytes.clear();
        bytes.asFloatBuffer().put(currentMs);
        crc.update(bytes);
        crc.update(deckUnconfirmed.toByteArray());
        said.forEach((edge, standing) ->
                crc.update((edge + ":" + standing.report().id() + standing.fresh()).getBytes(UTF_8)));
        allowed.forEach(
                (edge, standing) -> crc.update((edge + "=" + standing.report().id()).getBytes(UTF_8)));
        rivers.forEach((edge, river) -> crc.update((edge + "~" + river.reading().id()).getBytes(UTF_8)));
        return "r" + graph.importId() + "-" + picture.at() + "-" + String.format("%08x", crc.getValue());
    }
}
