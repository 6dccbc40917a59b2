package vn.reliefmap;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import vn.reliefmap.cluster.Publications;
import vn.reliefmap.disaster.Disasters;
import vn.reliefmap.flood.FloodImport;
import vn.reliefmap.kernel.DisasterId;
import vn.reliefmap.kernel.NeedId;
import vn.reliefmap.store.Topic;

/**
 * A real disaster with hamlets, single homes, a commune of three homes and homes in none. Household n needs 2ⁿ thousandths of
 * an item of its own kind, so that each published sum tells exactly who is in it; when it is served, all of it is delivered.
 */
final class ThinProvince {
    static final int BITS = 36;
    static final List<String> FOOD =
            List.of("rice", "salt", "ready_meal", "cooking_oil", "dry_biscuits", "instant_noodles");
    static final List<String> MEDICINE =
            List.of("ors", "paracetamol", "skin_ointment", "eye_drops", "antiseptic", "first_aid_kit");
    static final int MOST_HOUSEHOLDS = BITS * 6;
    static final Instant FIVE = Instant.parse("2020-10-18T05:00:00Z");
    static final List<Instant> STEPS = List.of(FIVE, FIVE.plusSeconds(3600), FIVE.plusSeconds(7200));

    private final PromiseWorld world;
    private final List<String> items;
    private final Random random = new Random(11);
    private final List<UUID> homes = new ArrayList<>();
    final DisasterId disaster;

    /** @param items six, one for each {@link #BITS} households */
    ThinProvince(PromiseWorld world, String name, List<String> items) {
        this.world = world;
        this.items = items;
        disaster = world.program.bean(Disasters.class).open(name, false, FIVE).id();
        for (int h = 0; h < 130; h++) {
            String commune = h < 3 ? "XA04" : h < 40 ? "XA01" : h < 110 ? "XA02" : h < 122 ? "XA03" : null;
            add(commune);
        }
        publish();
    }

    /** A household more; in the village of that commune, or far from everybody. */
    void add(@Nullable String commune) {
        int h = homes.size();
        UUID id = UUID.randomUUID();
        boolean alone = random.nextInt(8) == 0;
        double lon = 107.1 + random.nextInt(3) * 0.012 + random.nextGaussian() * (alone ? 0.02 : 0.0008);
        double lat = 16.7501 + random.nextGaussian() * (alone ? 0.01 : 0.0006);
        world.jdbc
                .sql("""
                        insert into household (id, ref, simulated, people, vulnerable_people, admin_code, admin_valid_from,
                                               place, place_precision)
                        values (:id, :ref, false, :people, 1, :commune::text,
                                case when :commune::text is null then null else date '2025-07-01' end,
                                st_setsrid(st_makepoint(:lon, :lat), 4326), 'exact');
                        insert into need (id, household_id, disaster_id, item_code, needed, listed, urgency, confirmed_at)
                        values (gen_random_uuid(), :id, :disaster, :item, :amount, :amount, 'high', now())""")
                .param("id", id)
                .param("ref", id.toString())
                .param("people", 1 + random.nextInt(7))
                .param("commune", commune)
                .param("lon", lon)
                .param("lat", lat)
                .param("disaster", disaster.value())
                .param("item", items.get(h / BITS))
                .param("amount", BigDecimal.valueOf(1L << (h % BITS), 3))
                .update();
        homes.add(id);
    }

    void serve(int from, int to) {
        for (int h = from; h < to; h++) {
            world.jdbc
                    .sql("update need set delivered = needed where household_id = ?")
                    .param(homes.get(h))
                    .update();
        }
    }

    UUID home(int h) {
        return homes.get(h);
    }

    int homes() {
        return homes.size();
    }

    /** The one thing that household lacks. */
    NeedId need(int h) {
        return new NeedId(world.jdbc
                .sql("select id from need where household_id = ?")
                .param(homes.get(h))
                .query(UUID.class)
                .single());
    }

    void leave(int h) {
        world.jdbc.sql("delete from household where id = ?").param(homes.get(h)).update();
    }

    /** What the program hears of an act; nothing of it is published yet. */
    void tell() {
        world.tell(Topic.NEEDS);
        world.tell(Topic.HOUSEHOLDS);
    }

    void publish() {
        tell();
        world.program.bean(Publications.class).publish(disaster);
        world.tell(Topic.PUBLISHED);
    }

    /** Three steps of water that rises over the village from the east. */
    void water(Path folder) throws IOException {
        for (int step = 0; step < STEPS.size(); step++) {
            double west = 107.128 - step * 0.011;
            Path file = folder.resolve("water" + step + ".geojson");
            Files.writeString(file, """
                    {"type":"FeatureCollection","features":[
                     {"type":"Feature","properties":{"depth_m":0.7},"geometry":{"type":"Polygon","coordinates":
                      [[[%1$s,16.73],[107.16,16.73],[107.16,16.77],[%1$s,16.77],[%1$s,16.73]]]}},
                     {"type":"Feature","properties":{"footprint":true},"geometry":{"type":"Polygon","coordinates":
                      [[[107.0,16.6],[107.3,16.6],[107.3,16.9],[107.0,16.9],[107.0,16.6]]]}}]}""".formatted(west));
            var unused = world.program
                    .bean(FloodImport.class)
                    .load(
                            file,
                            new FloodImport.Options(disaster, STEPS.get(step), false, null, null, null),
                            new ListRows());
        }
        world.tell(Topic.WATER);
    }

    /** Whose amounts are in a column of the sums ({@code needed}, {@code delivered}), or in the quantities of the ledger. */
    BitSet members(JsonNode lacks, String column) {
        BitSet members = new BitSet();
        for (JsonNode lack : lacks) {
            int item = items.indexOf(lack.path("item").asString());
            long mask = new BigDecimal(lack.path(column).asString())
                    .movePointRight(3)
                    .longValueExact();
            for (int bit = 0; bit < BITS; bit++) {
                if ((mask & 1L << bit) != 0) {
                    members.set(item * BITS + bit);
                }
            }
        }
        return members;
    }
}
