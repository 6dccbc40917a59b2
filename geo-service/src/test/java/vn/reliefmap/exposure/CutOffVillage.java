package vn.reliefmap.exposure;

import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static vn.reliefmap.flood.FloodWorld.box;
import static vn.reliefmap.flood.FloodWorld.options;

import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.test.web.servlet.MockMvc;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.reliefmap.access.SignedIn;
import vn.reliefmap.disaster.Disaster;
import vn.reliefmap.disaster.Disasters;
import vn.reliefmap.flood.FloodWorld;
import vn.reliefmap.geo.LonLat;
import vn.reliefmap.kernel.DisasterId;
import vn.reliefmap.kernel.ImportIssue;
import vn.reliefmap.kernel.ImportLog;
import vn.reliefmap.routing.RoadImport;
import vn.reliefmap.store.Topic;

/** Who is cut off on the hand-drawn village (village.osm), with the rooms that exposure leans on, on a fresh database. */
final class CutOffVillage implements AutoCloseable {
    /** What exposure leans on. */
    static final String[] ROOMS = {
        "vn.reliefmap.exchange",
        "vn.reliefmap.item.internal",
        "vn.reliefmap.access.internal",
        "vn.reliefmap.admin.internal",
        "vn.reliefmap.basemap.internal",
        "vn.reliefmap.passability",
        "vn.reliefmap.routing.internal",
        "vn.reliefmap.supply.internal",
        "vn.reliefmap.exposure.internal",
        "vn.reliefmap.exposure.http"
    };

    static final Instant FIVE = Instant.parse("2020-10-18T05:00:00Z");
    static final Instant SIX = Instant.parse("2020-10-18T06:00:00Z");
    static final Instant SEVEN = Instant.parse("2020-10-18T07:00:00Z");
    static final LonLat DEPOT = new LonLat(107.1005, 16.7501);
    static final LonLat MARKET = new LonLat(107.1301, 16.747);
    static final LonLat HIGHWAY_EAST = new LonLat(107.125, 16.7501);
    static final LonLat WEST = new LonLat(107.105, 16.7501);
    static final LonLat ALLEY = new LonLat(107.1101, 16.7535);
    static final LonLat SEA = new LonLat(107.5, 17.2);

    private final FloodWorld world = new FloodWorld(ROOMS);
    private final MockMvc http = world.http("CutOffEndpoint");

    CutOffVillage() {
        try {
            Path village =
                    Path.of(Objects.requireNonNull(CutOffVillage.class.getResource("/vn/reliefmap/routing/village.osm"))
                            .toURI());
            world.bean(RoadImport.class).load(village, true, new ImportLog() {
                @Override
                public void issue(ImportIssue issue) {}

                @Override
                public void progress(long rowsDone) {}
            });
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Nobody is signed in, and households, depots and communes are gone. */
    void clean() {
        SignedIn.nobody();
        noHouseholds();
        world.jdbc().sql("delete from depot").update();
        world.jdbc().sql("delete from admin_unit").update();
        world.changed(Topic.HOUSEHOLDS);
        world.changed(Topic.ADMIN);
    }

    @Override
    public void close() {
        world.close();
    }

    <T> T bean(Class<T> type) {
        return world.bean(type);
    }

    void changed(Topic topic) {
        world.changed(topic);
    }

    /** Loads water given as features. */
    void water(Path folder, DisasterId disaster, Instant at, String... features) {
        world.load(folder, options(disaster, at.toString()), features);
    }

    /** Dry at five; at six 0.7 m on the highway east of the bridge and 0.5 m on the ford: the east bank is cut off. */
    Disaster flood(Path folder, String name, boolean simulated) {
        DisasterId disaster = world.disaster(name, simulated);
        String footprint = box("\"footprint\":true", 107.0, 16.7, 107.2, 16.8);
        water(folder, disaster, FIVE, footprint);
        water(
                folder,
                disaster,
                SIX,
                box("\"depth_m\":0.7", 107.117, 16.749, 107.119, 16.751),
                box("\"depth_m\":0.5", 107.1145, 16.739, 107.1155, 16.741),
                footprint);
        return world.bean(Disasters.class).get(disaster);
    }

    /** The river over the whole east bank. */
    Disaster bank(Path folder, String name, boolean simulated, String depth) {
        DisasterId disaster = world.disaster(name, simulated);
        water(
                folder,
                disaster,
                SIX,
                box(depth, 107.1141, 16.739, 107.131, 16.751),
                box("\"footprint\":true", 107.0, 16.7, 107.2, 16.8));
        return world.bean(Disasters.class).get(disaster);
    }

    CutOff cutOff() {
        return world.bean(CutOff.class);
    }

    JsonNode ask(Disaster disaster, String vehicle, Instant at) throws Exception {
        return ask(disaster, "", vehicle, at);
    }

    JsonNode ask(Disaster disaster, String under, String vehicle, Instant at) throws Exception {
        String address = "/api/v1/cut-off" + under + "?disaster=" + disaster.id() + "&vehicle=" + vehicle + "&at=" + at;
        return JsonMapper.shared()
                .readTree(http.perform(get(address)).andReturn().getResponse().getContentAsString());
    }

    void commune(String code, String fullName) {
        world.jdbc().sql("""
                insert into admin_unit (code, valid_from, name, full_name, kind, folded_name, folded_full_name)
                values (?, '2025-07-01', ?, ?, 'xa', 'x', 'x')""").params(code, fullName, fullName).update();
        world.changed(Topic.ADMIN);
    }

    void depot(LonLat at, boolean simulated) {
        world.jdbc().sql("""
                insert into depot (id, ref, name, simulated, place)
                values (gen_random_uuid(), gen_random_uuid()::text, 'Kho', ?, st_setsrid(st_makepoint(?, ?), 4326))""").params(simulated, at.lon(), at.lat()).update();
    }

    /** Households of four people, one of them vulnerable, all at one place. */
    void households(@Nullable String commune, LonLat at, int count, boolean simulated) {
        world.jdbc()
                .sql("""
                insert into household (id, ref, simulated, people, vulnerable_people, admin_code, admin_valid_from,
                    place, place_precision)
                select gen_random_uuid(), gen_random_uuid()::text, :simulated, 4, 1, :commune::text,
                    case when :commune::text is null then null else date '2025-07-01' end,
                    st_setsrid(st_makepoint(:lon, :lat), 4326), 'exact'
                from generate_series(1, :count)""")
                .param("simulated", simulated)
                .param("commune", commune)
                .param("lon", at.lon())
                .param("lat", at.lat())
                .param("count", count)
                .update();
    }

    void noHouseholds() {
        world.jdbc().sql("delete from household").update();
    }
}
