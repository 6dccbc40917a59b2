package vn.reliefmap.routing.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static vn.reliefmap.flood.FloodWorld.options;

import com.graphhopper.util.EdgeIteratorState;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.BitSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.reliefmap.flood.FloodWorld;
import vn.reliefmap.flood.Water;
import vn.reliefmap.flood.WaterPicture;
import vn.reliefmap.kernel.DisasterId;
import vn.reliefmap.passability.Crossing;
import vn.reliefmap.passability.Passability;
import vn.reliefmap.store.Topic;

/** Real rivers under real roads; needs ../shared/data/roads/hue.osm.pbf. */
class HuePermanentWaterTest {
    private static final Path HUE =
            Path.of(System.getProperty("relief.root", ".")).resolveSibling("shared/data/roads/hue.osm.pbf");
    private static final String SIX = "2020-10-18T06:00:00Z";

    @Test
    void aDelineationThatHoldsTheRiversClosesNoRoadByThem(@TempDir Path folder) throws Exception {
        assumeTrue(Files.exists(HUE), "needs " + HUE.getFileName());
        try (FloodWorld world = new FloodWorld("vn.reliefmap.passability", "vn.reliefmap.routing.internal")) {
            DisasterId disaster = world.disaster("Huế", true);
            assertThat(world.waters().picture(disaster, Instant.parse(SIX)).newestObservedAt())
                    .isNull();
            world.bean(GraphHopperRoadImport.class).load(HUE, true, new RoadTown.Silence());
            world.changed(Topic.ROADS);
            RoadGraph graph = world.bean(CurrentRoadNetwork.class).require();
            BitSet wholly = new BitSet();

            // The rivers as they are mapped, and nothing else.
            Counts rivers = flooded(world, folder, disaster, graph, SIX, 0, wholly);
            System.out.println("rivers as mapped: " + rivers);
            assertThat(rivers.seen).as("edges that meet a mapped river").isGreaterThan(150);
            assertThat(rivers.bridges).isZero();
            assertThat(rivers.flooded).as("roads drawn wholly in a river").isLessThan(rivers.seen / 10);

            // The rivers 50 m over their banks: what stands ashore is flooded, and nothing seen by the rivers alone
            // opens more.
            Counts over = flooded(world, folder, disaster, graph, "2020-10-18T09:00:00Z", 50, wholly);
            System.out.println("50 m over the banks: " + over);
            assertThat(over.flooded).isGreaterThan(5 * rivers.flooded);
            assertThat(over.flooded).isGreaterThan(over.seen * 8 / 10);
        }
    }

    private record Counts(int seen, int flooded, int bridges, long ms) {}

    /** Floods all permanent water, widened by so many metres, and counts the edges in it. */
    private static Counts flooded(
            FloodWorld world, Path folder, DisasterId disaster, RoadGraph graph, String at, int meters, BitSet wet)
            throws Exception {
        Path file = folder.resolve("rivers" + meters + ".geojson");
        String features = world.jdbc()
                .sql("select string_agg('{\"type\":\"Feature\",\"properties\":{\"depth_m\":3},\"geometry\":'"
                        + " || st_asgeojson(case when :m = 0 then geom"
                        + " else st_buffer(geom::geography, :m)::geometry end) || '}', ',')"
                        + " from basemap_area where permanent and kind in ('water', 'lagoon')")
                .param("m", meters)
                .query(String.class)
                .single();
        Files.writeString(file, "{\"type\":\"FeatureCollection\",\"features\":[" + features + "]}");
        world.load(file, options(disaster, at));
        world.changed(Topic.WATER);
        WaterPicture picture = world.waters().picture(disaster, Instant.parse(at));
        long start = System.nanoTime();
        WaterSnapshot snapshot = WaterSnapshot.build(graph, picture, world.bean(Passability.class));
        long ms = (System.nanoTime() - start) / 1_000_000;
        EdgeWater water = new EdgeWater(graph, picture);
        int seen = 0;
        int flooded = 0;
        int bridges = 0;
        for (int edge = 0; edge < graph.base().getEdges(); edge++) {
            EdgeIteratorState state = graph.edge(edge);
            if (graph.crossing(state) == Crossing.LOW) {
                continue;
            }
            seen += water.along(state).state() == Water.State.WET ? 1 : 0;
            boolean under = snapshot.depthM(edge) > 0;
            flooded += under ? 1 : 0;
            bridges += under && graph.onBridge(state) ? 1 : 0;
            assertThat(under || !wet.get(edge)).as("more water dries nothing").isTrue();
            wet.set(edge, under);
        }
        return new Counts(seen, flooded, bridges, ms);
    }
}
