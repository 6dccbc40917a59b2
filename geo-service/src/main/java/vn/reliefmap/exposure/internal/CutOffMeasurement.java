package vn.reliefmap.exposure.internal;

import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.ToStringSerializer;
import vn.reliefmap.disaster.Disaster;
import vn.reliefmap.exposure.CutOffReport;
import vn.reliefmap.exposure.http.CutOffAnswer;
import vn.reliefmap.flood.WaterDraft;
import vn.reliefmap.geo.LonLat;
import vn.reliefmap.kernel.BenchRow;
import vn.reliefmap.kernel.DepotId;
import vn.reliefmap.kernel.DisasterId;
import vn.reliefmap.kernel.Machine;
import vn.reliefmap.passability.VehicleClass;
import vn.reliefmap.routing.BenchNetwork;
import vn.reliefmap.store.DataChanged;
import vn.reliefmap.store.Topic;
import vn.reliefmap.supply.Depot;

/**
 * The list of who is cut off, from one more pool of water to the answer counted in both tiers and written, by the very
 * class that serves it; households and depots are made up instead of read from the database.
 */
public final class CutOffMeasurement {
    private static final VehicleClass VEHICLE = VehicleClass.TRUCK;
    private static final VehicleClass BOAT = VehicleClass.MOTOR_BOAT;
    private static final int POOLS = 500;
    private static final double SHARE = 0.3;
    private static final int DEPOTS = 5;
    private static final int COMMUNES_ACROSS = 6;
    private static final int COMMUNES_ALONG = 13;
    private static final int FORECASTS = 3;
    /** Outlines as text of about the length that they have in GeoJSON. */
    private static final JsonMapper JSON = JsonMapper.builder()
            .addModule(new SimpleModule().addSerializer(Geometry.class, ToStringSerializer.instance))
            .build();

    private static final int WARM_UPS = 6;
    private static final int ROUNDS = 6;

    private final BenchNetwork roads;
    private final int homes;
    private final long seed;
    private final Consumer<BenchRow> each;
    private final Random random;
    private final Disaster disaster =
            new Disaster(new DisasterId(new UUID(0, 1)), "bench", true, DraftWaters.START, null);
    private final DraftWaters waters;
    private final List<Depot> depots;

    /** See {@link vn.reliefmap.exposure.CutOffBench#run}. */
    public CutOffMeasurement(BenchNetwork roads, int homes, long seed, Consumer<BenchRow> each) {
        this.roads = roads;
        this.homes = homes;
        this.seed = seed;
        this.each = each;
        this.random = new Random(seed);
        this.waters = new DraftWaters(roads.box());
        this.depots = IntStream.range(0, DEPOTS)
                .mapToObj(i -> new Depot(new DepotId(new UUID(0, i)), "d" + i, "d" + i, true, place()))
                .toList();
    }

    /** What one round took, in seconds. */
    private record Took(double cpuS, double wallS) {}

    public void run() {
        long before = usedBytes();
        CountedCutOff cutOff = cutOff();
        waters.observe(roads.pools(POOLS, SHARE, random));
        CutOffReport first = cutOff.exact(disaster, VEHICLE, waters.newest());
        double bytesEach = (double) (usedBytes() - before) / homes;
        Took plain = rounds(cutOff);
        String data = String.format(
                Locale.ROOT,
                "%s; %,d homes, 78 communes, %,d homes in %d parts cut off; one more pool after %d; mean of %d, %.2f s by the clock",
                roads.name(),
                homes,
                first.total() == null ? 0 : first.total().households(),
                first.islands().size(),
                POOLS,
                ROUNDS,
                plain.wallS());
        row("cut-off list", "s", plain.cpuS(), null, null, sameFromNothing(cutOff), data);
        landings(cutOff);
        waters.forecast(IntStream.rangeClosed(1, FORECASTS)
                .mapToObj(i -> roads.pools(POOLS / 5, SHARE / 5, random))
                .toList());
        Took ahead = rounds(cutOff);
        row(
                "cut-off list and " + FORECASTS + " forecasts",
                "s",
                ahead.cpuS(),
                "none",
                plain.cpuS(),
                sameFromNothing(cutOff),
                String.format(Locale.ROOT, "as above, %.2f s by the clock", ahead.wallS()));
        row(
                "cut-off list, memory per home",
                "bytes",
                bytesEach,
                null,
                null,
                true,
                "heap after collecting garbage, with one answer, less the heap before");
    }

    private CountedCutOff cutOff() {
        return new CountedCutOff(waters, code -> "Xã " + code, simulated -> households(), () -> depots, roads.reach());
    }

    /** Every round sees one more pool, now. */
    private Took rounds(CountedCutOff cutOff) {
        for (int i = 0; i < WARM_UPS; i++) {
            round(cutOff);
        }
        double cpuS = 0;
        double wallS = 0;
        for (int i = 0; i < ROUNDS; i++) {
            Took took = round(cutOff);
            cpuS += took.cpuS() / ROUNDS;
            wallS += took.wallS() / ROUNDS;
        }
        return new Took(cpuS, wallS);
    }

    private Took round(CountedCutOff cutOff) {
        List<WaterDraft.Area> pool = roads.pools(1, SHARE / POOLS, random);
        return took(() -> {
            waters.observe(pool);
            DataChanged change = new DataChanged(Topic.WATER, 0);
            roads.onChange(change);
            cutOff.onChange(change);
            return cutOff.forEveryone(disaster, VEHICLE, waters.newest());
        });
    }

    /** Until the answer is written. */
    private Took took(Supplier<CutOffReport> ask) {
        long wall = System.nanoTime();
        double cpu = processS();
        CutOffReport report = ask.get();
        JSON.writeValueAsBytes(CutOffAnswer.of(waters.newest(), report));
        return new Took(processS() - cpu, (System.nanoTime() - wall) / 1e9);
    }

    /** From the list without them to the answer with them; the list is counted before, not in the time. */
    private void landings(CountedCutOff cutOff) {
        double cpuS = 0;
        double wallS = 0;
        for (int i = -WARM_UPS; i < ROUNDS; i++) {
            round(cutOff);
            Took took = took(() -> cutOff.forEveryoneWithLandings(disaster, VEHICLE, BOAT, waters.newest()));
            cpuS += i < 0 ? 0 : took.cpuS() / ROUNDS;
            wallS += i < 0 ? 0 : took.wallS() / ROUNDS;
        }
        CutOffReport.Landing best =
                Objects.requireNonNull(withLandings(cutOff).landings()).best();
        row(
                "cut-off landings",
                "s",
                cpuS,
                null,
                null,
                same(cutOff, this::withLandings),
                String.format(
                        Locale.ROOT,
                        "after the list, no rivers; %s homes by motor boat from the best of all; %.2f s by the clock",
                        best == null ? "no" : String.valueOf(best.households()),
                        wallS));
    }

    private CutOffReport withLandings(CountedCutOff cutOff) {
        return cutOff.exactWithLandings(disaster, VEHICLE, BOAT, waters.newest());
    }

    private boolean sameFromNothing(CountedCutOff cutOff) {
        return same(cutOff, counted -> counted.exact(disaster, VEHICLE, waters.newest()));
    }

    /** The same answer when every snapshot is built anew, and nothing is kept but the homes' roads. */
    private boolean same(CountedCutOff cutOff, Function<CountedCutOff, CutOffReport> ask) {
        CutOffReport kept = ask.apply(cutOff);
        roads.onChange(new DataChanged(Topic.ROADS, 0));
        cutOff.onChange(new DataChanged(Topic.SUPPLY, 0));
        return kept.equals(ask.apply(cutOff));
    }

    private HouseholdColumns households() {
        HouseholdColumns columns = new HouseholdColumns();
        Envelope box = roads.box();
        for (int i = 0; i < homes; i++) {
            LonLat place = place();
            int column = (int) (COMMUNES_ACROSS * (place.lon() - box.getMinX()) / box.getWidth());
            int row = (int) (COMMUNES_ALONG * (place.lat() - box.getMinY()) / box.getHeight());
            columns.add(place.lon(), place.lat(), 1 + random.nextInt(7), random.nextInt(2), "c" + column + "-" + row);
        }
        return columns;
    }

    private LonLat place() {
        Envelope box = roads.box();
        return new LonLat(
                box.getMinX() + random.nextDouble() * box.getWidth(),
                box.getMinY() + random.nextDouble() * box.getHeight());
    }

    private void row(
            String name,
            String unit,
            double ours,
            @Nullable String peerName,
            @Nullable Double peer,
            boolean agree,
            String data) {
        each.accept(new BenchRow(
                name,
                unit,
                ours,
                peerName,
                peer,
                peer == null ? null : peer / ours,
                agree,
                data,
                Machine.describe(),
                seed));
    }

    private static double processS() {
        return ManagementFactory.getPlatformMXBean(com.sun.management.OperatingSystemMXBean.class)
                        .getProcessCpuTime()
                / 1e9;
    }

    private static long usedBytes() {
        var memory = ManagementFactory.getMemoryMXBean();
        memory.gc();
        memory.gc();
        return memory.getHeapMemoryUsage().getUsed();
    }
}
