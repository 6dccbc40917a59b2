package vn.reliefmap.cluster.internal;

import java.math.BigDecimal;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.reliefmap.cluster.NeedClusters;
import vn.reliefmap.kernel.DisasterId;
import vn.reliefmap.kernel.NameFolding;
import vn.reliefmap.store.Changes;
import vn.reliefmap.store.TestPostgis;

/** A database with households around Quảng Trị and what they need; rows go in at once with {@link #write}. */
public final class NeedFixture {
    /** Young enough to be shown: needs that nobody confirmed for long leave the public map. */
    public static final Instant CONFIRMED = anHourAgo();

    private static final LocalDate VALID_FROM = LocalDate.parse("2025-07-01");

    public final DataSource dataSource = TestPostgis.dataSource(TestPostgis.freshDatabase());
    public final JdbcTemplate jdbc = new JdbcTemplate(dataSource);
    private final List<Object[]> households = new ArrayList<>();
    private final List<Object[]> needs = new ArrayList<>();

    /** Items {@code i0}, {@code i1}, … in the lack groups in turn. */
    public NeedFixture items(int count) {
        String[] groups = {"water", "rice", "medicine", "tarp", "goods", "cash"};
        for (int i = 0; i < count; i++) {
            jdbc.update(
                    "insert into item (code, name_vi, name_en, unit_vi, unit_en, units_en, mass_kg, volume_m3, category,"
                            + " lack_group, source, position)"
                            + " values (?, ?, ?, 'kg', 'kg', 'kg', 1, 0.001, 'food', ?, 'test', ?)",
                    "i" + i,
                    "món " + i,
                    "item " + i,
                    groups[i % groups.length],
                    i);
        }
        return this;
    }

    public DisasterId disaster(String name) {
        UUID id = UUID.randomUUID();
        jdbc.update(
                "insert into disaster (id, name, folded_name, simulated, opened_at) values (?, ?, ?, false, now())",
                id,
                name,
                NameFolding.fold(name));
        return new DisasterId(id);
    }

    public void commune(String code, String fullName) {
        jdbc.update("""
                insert into admin_unit (code, valid_from, name, full_name, kind, folded_name, folded_full_name)
                values (?, ?, ?, ?, 'xa', ?, ?) on conflict do nothing""", code, VALID_FROM, fullName, fullName, fullName, fullName);
    }

    public UUID household(Random ids, double lon, double lat, int people, @Nullable String commune) {
        UUID id = new UUID(ids.nextLong(), ids.nextLong());
        households.add(
                new Object[] {id, id.toString(), people, commune, commune == null ? null : VALID_FROM, lon, lat});
        return id;
    }

    public void need(DisasterId disaster, UUID household, int item, String needed, String delivered) {
        need(disaster, household, item, needed, "0", "0", delivered, "normal", CONFIRMED);
    }

    public void need(
            DisasterId disaster,
            UUID household,
            int item,
            String needed,
            String pledged,
            String claimed,
            String delivered,
            String urgency,
            Instant confirmedAt) {
        needs.add(new Object[] {
            UUID.randomUUID(),
            household,
            disaster.value(),
            "i" + item,
            new BigDecimal(needed),
            new BigDecimal(pledged),
            new BigDecimal(claimed),
            new BigDecimal(delivered),
            urgency,
            Timestamp.from(confirmedAt)
        });
    }

    public void write() {
        jdbc.batchUpdate("""
                insert into household
                    (id, ref, simulated, people, admin_code, admin_valid_from, place, place_precision)
                values (?, ?, false, ?, ?, ?, st_setsrid(st_makepoint(?, ?), 4326), 'exact')""", households);
        jdbc.batchUpdate("""
                insert into need (id, household_id, disaster_id, item_code, needed, pledged, claimed, delivered,
                                  urgency, confirmed_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""", needs);
        households.clear();
        needs.clear();
    }

    /** A household with one to three needs in uneven amounts, some of them served in full or in part. */
    public void randomNeeds(DisasterId disaster, UUID household, Random random, int items) {
        int first = random.nextInt(items);
        for (int k = 0; k <= random.nextInt(3); k++) {
            long needed = 1L + random.nextInt(9_000_000);
            long delivered = random.nextInt(3) == 0 ? random.nextLong(needed + needed / 4 + 1) : 0;
            need(
                    disaster,
                    household,
                    (first + k) % items,
                    BigDecimal.valueOf(needed, 3).toPlainString(),
                    BigDecimal.valueOf(random.nextInt(5000), 3).toPlainString(),
                    BigDecimal.valueOf(random.nextInt(5000), 3).toPlainString(),
                    BigDecimal.valueOf(delivered, 3).toPlainString(),
                    List.of("normal", "normal", "high", "critical").get(random.nextInt(4)),
                    CONFIRMED.minusSeconds(random.nextInt(36_000)));
        }
    }

    /**
     * Hamlets along rivers, as in the lower plain: communes c0, c1, … on a grid of 0.08°, each with hamlets of uneven
     * size, single houses between them, some in no commune and two communes of very few households.
     */
    public void plain(DisasterId disaster, long seed, int communes, int households, int items) {
        Random random = new Random(seed);
        int across = (int) Math.ceil(Math.sqrt(communes));
        double[][] hamlets = new double[communes * 8][];
        for (int c = 0; c < communes; c++) {
            commune("c" + c, "Xã " + c);
            int row = c / across;
            for (int k = 0; k < 8; k++) {
                hamlets[c * 8 + k] = new double[] {
                    107 + (c % across + random.nextDouble()) * 0.08, 16.6 + (row + random.nextDouble()) * 0.08
                };
            }
        }
        for (int h = 0; h < households; h++) {
            int hamlet = (int) (random.nextDouble() * random.nextDouble() * hamlets.length);
            double spread = random.nextInt(10) == 0 ? 0.02 : 0.003;
            double lon = hamlets[hamlet][0] + random.nextGaussian() * spread;
            double lat = hamlets[hamlet][1] + random.nextGaussian() * spread;
            int commune = hamlet / 8;
            boolean few = commune >= communes - 2 && h > 40;
            String code = random.nextInt(50) == 0 ? null : "c" + (few ? 0 : commune);
            UUID id = household(random, lon, lat, 1 + random.nextInt(7), code);
            randomNeeds(disaster, id, random, items);
        }
        write();
    }

    /** Publishes the disaster's needs as the program does each quarter of an hour. */
    public void publish(DisasterId disaster) {
        Changes changes = new Changes(JdbcClient.create(dataSource), event -> {}, false);
        new Publishing(new PublishedTable(dataSource), new PublishedHealth(dataSource), changes, dataSource, 5)
                .publish(disaster);
    }

    /** The door on this database, with cells of at least five households. */
    public NeedClusters clusters() {
        return new PyramidNeedClusters(new NeedColumnsQuery(dataSource), event -> {}, Long::toHexString, 5);
    }

    private static Instant anHourAgo() {
        return Instant.now().truncatedTo(ChronoUnit.MINUTES).minus(1, ChronoUnit.HOURS);
    }
}
