package vn.reliefmap.cluster;

import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.reliefmap.flood.FloodWorld;
import vn.reliefmap.geo.LonLat;
import vn.reliefmap.kernel.DisasterId;
import vn.reliefmap.kernel.ImportIssue;
import vn.reliefmap.kernel.ImportLog;
import vn.reliefmap.routing.RoadImport;
import vn.reliefmap.store.Topic;

/** The rooms that delivery zones lean on, with roads, depots, households and needs. */
final class ZoneWorld {
    private ZoneWorld() {}

    static FloodWorld open() {
        return new FloodWorld(
                "vn.reliefmap.exchange",
                "vn.reliefmap.item.internal",
                "vn.reliefmap.access.internal",
                "vn.reliefmap.admin.internal",
                "vn.reliefmap.basemap.internal",
                "vn.reliefmap.passability",
                "vn.reliefmap.routing.internal",
                "vn.reliefmap.supply.internal",
                "vn.reliefmap.cluster.internal",
                "vn.reliefmap.cluster.http");
    }

    static void village(FloodWorld world) throws URISyntaxException {
        roads(
                world,
                Path.of(Objects.requireNonNull(ZoneWorld.class.getResource("/vn/reliefmap/routing/village.osm"))
                        .toURI()));
    }

    static void roads(FloodWorld world, Path file) {
        world.bean(RoadImport.class).load(file, true, new ImportLog() {
            @Override
            public void issue(ImportIssue issue) {}

            @Override
            public void progress(long rowsDone) {}
        });
    }

    static void depot(FloodWorld world, LonLat at, boolean simulated) {
        world.jdbc().sql("""
                insert into depot (id, ref, name, simulated, place)
                values (gen_random_uuid(), gen_random_uuid()::text, 'Kho', ?, st_setsrid(st_makepoint(?, ?), 4326))""").params(simulated, at.lon(), at.lat()).update();
        world.changed(Topic.SUPPLY);
    }

    /** Households of four people at one place, each with 10 kg of rice to carry and 5 kg that is claimed already. */
    static void households(
            FloodWorld world, DisasterId disaster, @Nullable String commune, LonLat at, int count, boolean simulated) {
        world.jdbc()
                .sql("""
                with homes as (
                    insert into household (id, ref, simulated, people, vulnerable_people, admin_code,
                        admin_valid_from, place, place_precision)
                    select gen_random_uuid(), gen_random_uuid()::text, :simulated, 4, 1, :commune::text,
                        case when :commune::text is null then null else date '2025-07-01' end,
                        st_setsrid(st_makepoint(:lon, :lat), 4326), 'exact'
                    from generate_series(1, :count) returning id)
                insert into need (id, household_id, disaster_id, item_code, needed, claimed, urgency, confirmed_at)
                select gen_random_uuid(), id, :disaster, 'rice', 15, 5, 'high', now() from homes""")
                .param("simulated", simulated)
                .param("commune", commune)
                .param("lon", at.lon())
                .param("lat", at.lat())
                .param("count", count)
                .param("disaster", disaster.value())
                .update();
        world.changed(Topic.HOUSEHOLDS);
    }
}
