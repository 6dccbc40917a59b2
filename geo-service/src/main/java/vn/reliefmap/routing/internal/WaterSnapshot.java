package vn.reliefmap.routing.internal;

import com.graphhopper.util.EdgeIteratorState;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import vn.reliefmap.flood.Water;
import vn.reliefmap.flood.WaterPicture;
import vn.reliefmap.passability.Passability;
import vn.reliefmap.passability.VehicleClass;
import vn.reliefmap.passability.Verdict;

/**
 * The water on every edge of one road graph in one water picture: immutable, two floats and one short per edge plus one
 * float per edge and vehicle class asked for. A request keeps the snapshot it began with.
 */
final class WaterSnapshot {
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
    private final Map<VehicleClass, FloodWeighting> weightings = new EnumMap<>(VehicleClass.class);

    private WaterSnapshot(RoadGraph graph, WaterPicture picture, Passability passability) {
        this.graph = graph;
        this.picture = picture;
        this.passability = passability;
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
        return new WaterSnapshot(graph, picture, passability);
    }

    /**
     * The same roads under another picture, equal to one built from nothing. Where the picture knows what changed, only
     * the edges near that are looked at, and the weightings made so far are carried over.
     */
    WaterSnapshot under(WaterPicture next) {
        return next.changesSince(picture)
                .filter(changes -> observations.size() < MOST_TIMES_CARRIED)
                .map(changes -> new WaterSnapshot(this, next, changes))
                .orElseGet(() -> build(graph, next, passability));
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
        for (int edge = edges.nextSetBit(0); edge >= 0; edge = edges.nextSetBit(edge + 1)) {
            EdgeIteratorState state = graph.edge(edge);
            Water found = water.of(state);
            depthM[edge] = depth(found);
            observation[edge] = number(found.observedAt(), numbers);
            currentMs[edge] = Double.isNaN(found.currentMs()) ? 0 : Math.nextUp((float) found.currentMs());
            boolean bridge = graph.onBridge(state);
            Water under = bridge ? water.along(state) : found;
            unobserved.set(edge, under.state() == Water.State.UNOBSERVED);
            deckUnconfirmed.set(edge, bridge && (wet(found) || wet(under)));
        }
        return new ArrayList<>(numbers.keySet());
    }

    RoadGraph graph() {
        return graph;
    }

    /** Same name = same water on the same roads, in whichever process it was built. */
    String id() {
        return id;
    }

    WaterPicture picture() {
        return picture;
    }

    /** Deepest water on the edge in metres, 0 = none, NaN = unknown. */
    float depthM(int edge) {
        return depthM[edge];
    }

    /** When the water on the edge was observed; null when dry or unobserved. */
    @Nullable
    Instant observedAt(int edge) {
        return observation[edge] == 0 || depthM[edge] == 0 ? null : observations.get(observation[edge] - 1);
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

    Verdict verdict(VehicleClass vehicle, int edge) {
        return passability.judgeDepth(vehicle, graph.crossing(graph.edge(edge)), feltM(vehicle, edge));
    }

    /** The class's weighting under this water; made once. */
    synchronized FloodWeighting weighting(VehicleClass vehicle) {
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
    private static float depth(Water water) {
        return switch (water.state()) {
            case UNOBSERVED, DRY -> 0;
            case UNKNOWN -> Float.NaN;
            case WET -> {
                float depth = (float) water.depthM();
                yield depth < water.depthM() ? Math.nextUp(depth) : depth;
            }
        };
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
        return "r" + graph.importId() + "-" + picture.at() + "-" + String.format("%08x", crc.getValue());
    }
}
