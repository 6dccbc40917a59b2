package vn.reliefmap.plan;

import static vn.reliefmap.flood.FloodWorld.box;
import static vn.reliefmap.flood.FloodWorld.options;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.reliefmap.access.Accounts;
import vn.reliefmap.flood.FloodWorld;
import vn.reliefmap.flood.RoadReport;
import vn.reliefmap.flood.RoadReports;
import vn.reliefmap.flood.RoadState;
import vn.reliefmap.geo.LonLat;
import vn.reliefmap.kernel.Caller;
import vn.reliefmap.kernel.DepotId;
import vn.reliefmap.kernel.DisasterId;
import vn.reliefmap.kernel.ImportIssue;
import vn.reliefmap.kernel.ImportLog;
import vn.reliefmap.kernel.VehicleId;
import vn.reliefmap.routing.ReportedRoads;
import vn.reliefmap.routing.RoadImport;
import vn.reliefmap.store.Topic;

/**
 * The hand-drawn village (village.osm) with everything a plan leans on, on a real database: a depot and a road in the west, a
 * bridge and a ford over the river, a market in the east.
 */
final class PlanWorld {
    /** Seven in the morning in Vietnam. */
    static final Instant SEVEN = Instant.parse("2020-10-18T00:00:00Z");

    static final String WEST_BANK = "19333";
    static final String EAST_BANK = "19334";
    static final LonLat DEPOT = new LonLat(107.1005, 16.7501);
    static final LonLat WEST = new LonLat(107.105, 16.7502);
    static final LonLat BRIDGE_HEAD = new LonLat(107.1115, 16.7502);
    static final LonLat MARKET = new LonLat(107.1301, 16.747);
    /** Far out, with nothing but water around when there is a flood. */
    static final LonLat FIELD = new LonLat(107.122, 16.7455);

    private final FloodWorld rooms = new FloodWorld(
            "vn.reliefmap.exchange",
            "vn.reliefmap.item.internal",
            "vn.reliefmap.access.internal",
            "vn.reliefmap.admin.internal",
            "vn.reliefmap.passability",
            "vn.reliefmap.routing.internal",
            "vn.reliefmap.supply.internal",
            "vn.reliefmap.household.internal",
            "vn.reliefmap.need.internal",
            "vn.reliefmap.cluster.internal",
            "vn.reliefmap.commitment.internal",
            "vn.reliefmap.plan.internal");
    private final Path folder;
    private int count;

    private PlanWorld() {
        try {
            folder = Files.createTempDirectory(Path.of("target"), "plan-world");
            Path village =
                    Path.of(Objects.requireNonNull(PlanWorld.class.getResource("/vn/reliefmap/routing/village.osm"))
                            .toURI());
            rooms.bean(RoadImport.class).load(village, true, new ImportLog() {
                @Override
                public void issue(ImportIssue issue) {}

                @Override
                public void progress(long rowsDone) {}
            });
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One world serves all tests of a run, one after the other; each begins with {@link #empty}. */
    static PlanWorld shared() {
        return Shared.WORLD;
    }

    private static final class Shared {
        private static final PlanWorld WORLD = new PlanWorld();
    }

    /** Somebody looked at the road. */
    void report(DisasterId disaster, LonLat at, RoadState state, Instant seen) {
        part(RoadReports.class)
                .add(new RoadReport(
                        UUID.randomUUID(),
                        disaster,
                        state,
                        seen,
                        "đội 1",
                        null,
                        null,
                        part(ReportedRoads.class).stretchAt(at, state)));
        rooms.changed(Topic.ROAD_REPORTS);
    }

    <T> T part(Class<T> door) {
        return rooms.bean(door);
    }

    Plans plans() {
        return part(Plans.class);
    }

    /** An account of a team, which may claim. */
    UUID team(String name) {
        return part(Accounts.class)
                .add(name + " " + ++count, Caller.TEAM, Set.of())
                .id();
    }

    /** Lets teams take on its tours. */
    void publish(ReliefPlan plan) {
        part(PlanDesk.class).publish(plan.id(), team("Điều phối"));
    }

    JdbcClient jdbc() {
        return rooms.jdbc();
    }

    /** Nobody lives here any more, and nothing lies anywhere; there are two communes. */
    void empty() {
        Stream.of("commitment_line", "commitment", "household", "vehicle", "stock", "depot", "admin_unit")
                .forEach(table -> rooms.jdbc().sql("delete from " + table).update());
        commune(WEST_BANK, "Bờ Tây");
        commune(EAST_BANK, "Bờ Đông");
        Stream.of(Topic.HOUSEHOLDS, Topic.NEEDS, Topic.SUPPLY, Topic.ADMIN).forEach(this::announce);
    }

    /** As a writer and the watch after it would. */
    void announce(Topic topic) {
        rooms.jdbc()
                .sql("select announce_change(?)")
                .params(topic.word())
                .query((rs, n) -> n)
                .list();
        rooms.changed(topic);
    }

    DisasterId disaster() {
        return rooms.disaster("lũ " + ++count, true);
    }

    private void commune(String code, String name) {
        rooms.jdbc().sql("""
                insert into admin_unit (code, valid_from, name, full_name, kind, folded_name, folded_full_name)
                values (?, '2025-07-01', ?, ?, 'xa', 'x', 'x')""").params(code, name, "Xã " + name).update();
    }

    DepotId depot(String name, LonLat at) {
        UUID id = UUID.randomUUID();
        rooms.jdbc().sql("""
                insert into depot (id, ref, name, simulated, place)
                values (?, ?, ?, true, st_setsrid(st_makepoint(?, ?), 4326))""").params(id, name, name, at.lon(), at.lat()).update();
        announce(Topic.SUPPLY);
        return new DepotId(id);
    }

    void stock(DepotId depot, String item, double quantity) {
        rooms.jdbc().sql("""
                insert into stock (depot_id, item_code, quantity, counted_at) values (?, ?, ?, '2020-10-17T00:00Z')
                on conflict (depot_id, item_code) do update set quantity = excluded.quantity""").params(depot.value(), item, quantity).update();
        announce(Topic.SUPPLY);
    }

    /** A move that somebody wrote down; the stock follows. */
    void moved(DepotId depot, String item, String kind, double change) {
        rooms.jdbc().sql("""
                insert into stock_move (id, depot_id, item_code, kind, change) values (gen_random_uuid(), ?, ?, ?, ?)""").params(depot.value(), item, kind, change).update();
        announce(Topic.SUPPLY);
    }

    VehicleId vehicle(String name, String vehicleClass, DepotId depot, double kg) {
        UUID id = UUID.randomUUID();
        rooms.jdbc()
                .sql("""
                insert into vehicle (id, ref, name, simulated, vehicle_class, depot_id, capacity_kg, capacity_m3)
                values (?, ?, ?, true, ?, ?, ?, 30)""")
                .params(id, name, name, vehicleClass, depot.value(), kg)
                .update();
        announce(Topic.SUPPLY);
        return new VehicleId(id);
    }

    /** A medic goes with it. */
    void medic(VehicleId vehicle) {
        rooms.jdbc()
                .sql("update vehicle set skills = array['medic'] where id = ?")
                .params(vehicle.value())
                .update();
        announce(Topic.SUPPLY);
    }

    /** Households of four at one place, each lacking so much. */
    void homes(
            DisasterId disaster, String commune, LonLat at, int households, String item, double each, String urgency) {
        rooms.jdbc()
                .sql("""
                with homes as (
                    insert into household (id, ref, simulated, people, vulnerable_people, admin_code,
                        admin_valid_from, place, place_precision)
                    select gen_random_uuid(), gen_random_uuid()::text, true, 4, 1, :commune,
                        date '2025-07-01', st_setsrid(st_makepoint(:lon, :lat), 4326), 'exact'
                    from generate_series(1, :count) returning id)
                insert into need (id, household_id, disaster_id, item_code, needed, urgency, confirmed_at)
                select gen_random_uuid(), id, :disaster, :item, :each, :urgency, now() from homes""")
                .param("commune", commune)
                .param("lon", at.lon())
                .param("lat", at.lat())
                .param("count", households)
                .param("disaster", disaster.value())
                .param("item", item)
                .param("each", each)
                .param("urgency", urgency)
                .update();
        announce(Topic.HOUSEHOLDS);
        announce(Topic.NEEDS);
    }

    /** Somebody flew over: this is under water, all else is dry. */
    void water(DisasterId disaster, Instant at, String... boxes) {
        List<String> features = new ArrayList<>(List.of(boxes));
        features.add(box("\"footprint\":true", 107.0, 16.7, 107.2, 16.8));
        rooms.load(folder, options(disaster, at.toString()), features.toArray(String[]::new));
        announce(Topic.WATER);
    }

    static String deep(double metres, double lon0, double lat0, double lon1, double lat1) {
        return box("\"depth_m\":" + metres, lon0, lat0, lon1, lat1);
    }

    /** Water that closes the bridge and the ford to all wheels. */
    static String[] riverRises() {
        return new String[] {
            deep(1.2, 107.1138, 16.7495, 107.1162, 16.7505), deep(1.2, 107.1138, 16.7395, 107.1162, 16.7405)
        };
    }

    /** The bridge's deck. */
    static final LonLat BRIDGE = new LonLat(107.115, 16.75);

    /** Again from half an hour or so later on. */
    static PlanOrder again(ReliefPlan before, Instant now, Set<VehicleId> without, PlanOrder.UnderWay... underWay) {
        return new PlanOrder(
                before.disaster(),
                now,
                null,
                Set.of(),
                Set.of(),
                Set.of(),
                SearchLimits.iterations(1, 300),
                without,
                new PlanOrder.Again(before.id(), List.of(underWay)));
    }

    ReliefPlan plan(PlanOrder order) {
        return plans().make(order, SearchWatch.NOBODY);
    }

    /** Everything there is from seven in the morning, searched in the same way each time. */
    static PlanOrder order(DisasterId disaster) {
        return order(disaster, Duration.ofHours(8));
    }

    static PlanOrder order(DisasterId disaster, Duration lasts) {
        return new PlanOrder(
                disaster, SEVEN, lasts, Set.of(), Set.of(), Set.of(), SearchLimits.iterations(1, 300), Set.of(), null);
    }
}
