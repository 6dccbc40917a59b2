package vn.reliefmap.supply.internal;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.reliefmap.geo.LonLat;
import vn.reliefmap.geo.PlaceText;
import vn.reliefmap.item.Items;
import vn.reliefmap.item.Skill;
import vn.reliefmap.kernel.ColumnNames;
import vn.reliefmap.kernel.ImportIssue;
import vn.reliefmap.kernel.ImportLog;
import vn.reliefmap.kernel.ImportSummary;
import vn.reliefmap.kernel.ImportTally;
import vn.reliefmap.kernel.NameFolding;
import vn.reliefmap.kernel.Numbers;
import vn.reliefmap.kernel.RowSource;
import vn.reliefmap.kernel.TableRow;
import vn.reliefmap.passability.VehicleClass;
import vn.reliefmap.store.Changes;
import vn.reliefmap.store.Topic;
import vn.reliefmap.supply.Depot;
import vn.reliefmap.supply.Depots;
import vn.reliefmap.supply.SupplyImport;

/** Stores the lists row by row: there are thousands of depots and vehicles at most. */
@Component
class PostgresSupplyImport implements SupplyImport {
    private static final BigDecimal MAX_QUANTITY = new BigDecimal("1e11");
    private static final List<String> LON = List.of("lon", "kinh độ", "longitude", "lng");
    private static final List<String> LAT = List.of("lat", "vĩ độ", "latitude");
    private static final String SAVE_DEPOT = """
            insert into depot as old (id, ref, name, simulated, place)
            values (:id, :ref, :name, :simulated, st_setsrid(st_makepoint(:lon, :lat), 4326))
            on conflict (ref) do update set name = excluded.name, place = excluded.place
            where old.name <> excluded.name or not st_orderingequals(old.place, excluded.place)
            returning (xmax = 0) as added
            """;
    /** A count that found what was there already is no move. */
    private static final String SAVE_STOCK = """
            insert into stock_move (id, depot_id, item_code, kind, change)
            select gen_random_uuid(), :depot, :item, 'counted', :quantity - coalesce(max(s.quantity), 0)
            from (select quantity from stock where depot_id = :depot and item_code = :item for update) s
            having :quantity <> coalesce(max(s.quantity), -1)
            returning not exists (select from stock s where s.depot_id = :depot and s.item_code = :item) as added
            """;

    private static final String SAVE_VEHICLE = """
            insert into vehicle as old
                (id, ref, name, simulated, vehicle_class, depot_id, capacity_kg, capacity_m3, skills)
            values (:id, :ref, :name, :simulated, :class, :depot, :kg, :m3,
                coalesce(string_to_array(:skills::text, ' '), '{}'))
            on conflict (ref) do update set name = excluded.name, vehicle_class = excluded.vehicle_class,
                depot_id = excluded.depot_id, capacity_kg = excluded.capacity_kg, capacity_m3 = excluded.capacity_m3,
                skills = case when :skills::text is null then old.skills else excluded.skills end
            where (old.name, old.vehicle_class, old.depot_id, old.capacity_kg, old.capacity_m3) is distinct from
                  (excluded.name, excluded.vehicle_class, excluded.depot_id, excluded.capacity_kg, excluded.capacity_m3)
               or (:skills::text is not null and old.skills <> excluded.skills)
            returning (xmax = 0) as added
            """;

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Items items;
    private final Depots depots;
    private final Changes changes;

    PostgresSupplyImport(
            JdbcClient jdbc, PlatformTransactionManager transactions, Items items, Depots depots, Changes changes) {
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        this.items = items;
        this.depots = depots;
        this.changes = changes;
    }

    @Override
    public ImportSummary depots(RowSource rows, boolean simulated, ImportLog log) {
        ColumnNames columns = new ColumnNames(rows);
        String ref = columns.require(List.of("ref", "mã kho", "mã"));
        String name = columns.require(List.of("name", "tên kho", "tên"));
        Optional<String> both = columns.find(List.of("coordinates", "toạ độ"));
        String lon = both.orElseGet(() -> columns.require(LON));
        String lat = both.orElseGet(() -> columns.require(LAT));
        Set<String> seen = new HashSet<>();
        return eachRow(rows, log, (row, tally) -> {
            String key = text(row, ref);
            String title = text(row, name);
            refuseIf(!seen.add(key), row, SupplyIssue.ROW_TWICE);
            PlaceText read = both.isPresent()
                    ? PlaceText.ofText(row.number(), row.text(lat))
                    : PlaceText.ofColumns(row.number(), row.text(lon), row.text(lat));
            LonLat place = read.place();
            ImportIssue remark = read.issue();
            if (place == null) {
                throw new RowRefused(Objects.requireNonNull(remark));
            }
            refuseIf(isOtherKind("depot", key, simulated), row, SupplyIssue.OTHER_WORLD);
            if (remark != null) {
                tally.remark(remark);
            }
            return jdbc.sql(SAVE_DEPOT)
                    .param("id", id("depot:", key))
                    .param("ref", key)
                    .param("name", title)
                    .param("simulated", simulated)
                    .param("lon", place.lon())
                    .param("lat", place.lat());
        });
    }

    @Override
    public ImportSummary stock(RowSource rows, boolean simulated, ImportLog log) {
        ColumnNames columns = new ColumnNames(rows);
        String depot = columns.require(List.of("depot", "mã kho", "kho"));
        String item = columns.require(List.of("item", "mã hàng", "mặt hàng"));
        String quantity = columns.require(List.of("quantity", "số lượng", "tồn kho"));
        Set<String> seen = new HashSet<>();
        return eachRow(rows, log, (row, tally) -> {
            Depot found = depot(row, depot, simulated);
            String code = row.text(item);
            refuseIf(items.find(code).isEmpty(), row, SupplyIssue.UNKNOWN_ITEM);
            BigDecimal counted = Numbers.quantity(row.text(quantity))
                    .map(q -> q.setScale(3, RoundingMode.HALF_UP))
                    .filter(q -> q.signum() >= 0 && q.compareTo(MAX_QUANTITY) < 0)
                    .orElseThrow(() -> refused(row, SupplyIssue.QUANTITY_RANGE));
            refuseIf(!seen.add(found.ref() + "\u0000" + code), row, SupplyIssue.ROW_TWICE);
            return jdbc.sql(SAVE_STOCK)
                    .param("depot", found.id().value())
                    .param("item", code)
                    .param("quantity", counted);
        });
    }

    @Override
    public ImportSummary vehicles(RowSource rows, boolean simulated, ImportLog log) {
        ColumnNames columns = new ColumnNames(rows);
        String ref = columns.require(List.of("ref", "mã xe", "mã"));
        String name = columns.require(List.of("name", "tên xe", "tên"));
        String kind = columns.require(List.of("vehicle_class", "loại xe", "loại phương tiện"));
        String depot = columns.require(List.of("depot", "mã kho", "kho"));
        String kg = columns.require(List.of("capacity_kg", "tải trọng kg", "tải trọng"));
        String m3 = columns.require(List.of("capacity_m3", "thể tích m3", "thể tích"));
        Optional<String> skills = columns.find(List.of("skills", "chuyên môn"));
        Set<String> seen = new HashSet<>();
        return eachRow(rows, log, (row, tally) -> {
            String key = text(row, ref);
            String title = text(row, name);
            refuseIf(!seen.add(key), row, SupplyIssue.ROW_TWICE);
            String word = NameFolding.fold(row.text(kind)).replace(' ', '_');
            VehicleClass vehicle = Arrays.stream(VehicleClass.values())
                    .filter(v -> v.word().equals(word))
                    .findFirst()
                    .orElseThrow(() -> refused(row, SupplyIssue.UNKNOWN_VEHICLE));
            Depot home = depot(row, depot, simulated);
            refuseIf(isOtherKind("vehicle", key, simulated), row, SupplyIssue.OTHER_WORLD);
            return jdbc.sql(SAVE_VEHICLE)
                    .param("id", id("vehicle:", key))
                    .param("ref", key)
                    .param("name", title)
                    .param("simulated", simulated)
                    .param("class", vehicle.word())
                    .param("depot", home.id().value())
                    .param("kg", capacity(row, kg))
                    .param("m3", capacity(row, m3))
                    .param("skills", skills.map(column -> skills(row, column)).orElse(null));
        });
    }

    /** What to do with one row: the statement that stores it, and that answers whether it was added. */
    private interface RowTaker {
        JdbcClient.StatementSpec take(TableRow row, ImportTally tally);
    }

    private ImportSummary eachRow(RowSource rows, ImportLog log, RowTaker taker) {
        ImportSummary summary = transaction.execute(status -> {
            ImportTally tally = new ImportTally(log);
            for (TableRow row = rows.next(); row != null; row = rows.next()) {
                tally.read();
                try {
                    refuseIf(!row.text("").isEmpty(), row, SupplyIssue.ROW_TOO_MANY_CELLS);
                    Optional<Boolean> added = taker.take(row, tally)
                            .query((rs, n) -> rs.getBoolean("added"))
                            .optional();
                    tally.unchanged(added.isEmpty() ? 1 : 0);
                    tally.added(added.orElse(false) ? 1 : 0);
                    tally.changed(added.orElse(true) ? 0 : 1);
                } catch (RowRefused refused) {
                    tally.refuse(refused.issue);
                }
            }
            if (tally.changedAnything()) {
                changes.announce(Topic.SUPPLY);
            }
            return tally.summary();
        });
        return Objects.requireNonNull(summary);
    }

    private Depot depot(TableRow row, String column, boolean simulated) {
        Depot depot = depots.find(row.text(column)).orElseThrow(() -> refused(row, SupplyIssue.UNKNOWN_DEPOT));
        refuseIf(depot.simulated() != simulated, row, SupplyIssue.OTHER_WORLD);
        return depot;
    }

    private boolean isOtherKind(String table, String ref, boolean simulated) {
        return jdbc.sql("select exists (select from " + table + " where ref = :ref and simulated <> :simulated)")
                .param("ref", ref)
                .param("simulated", simulated)
                .query(Boolean.class)
                .single();
    }

    private static double capacity(TableRow row, String column) {
        return Numbers.quantity(row.text(column))
                .map(BigDecimal::doubleValue)
                .filter(c -> c > 0 && c < 1e7)
                .orElseThrow(() -> refused(row, SupplyIssue.CAPACITY_RANGE));
    }

    /** Each word once, in one order, with spaces between. */
    private static String skills(TableRow row, String column) {
        Set<String> words = new TreeSet<>();
        for (String word : NameFolding.fold(row.text(column).replace(';', ' ')).split(" ")) {
            if (!word.isEmpty()) {
                words.add(Skill.find(word)
                        .orElseThrow(() -> refused(row, SupplyIssue.UNKNOWN_SKILL))
                        .word());
            }
        }
        return String.join(" ", words);
    }

    private static String text(TableRow row, String column) {
        String text = row.text(column);
        refuseIf(text.isEmpty() || text.length() > 200, row, SupplyIssue.TEXT_MISSING_OR_LONG);
        return text;
    }

    private static UUID id(String kind, String ref) {
        return UUID.nameUUIDFromBytes((kind + ref).getBytes(StandardCharsets.UTF_8));
    }

    private static void refuseIf(boolean wrong, TableRow row, SupplyIssue issue) {
        if (wrong) {
            throw refused(row, issue);
        }
    }

    private static RowRefused refused(TableRow row, SupplyIssue issue) {
        return new RowRefused(issue.at(row.number()));
    }

    private static final class RowRefused extends RuntimeException {
        private final transient ImportIssue issue;

        RowRefused(ImportIssue issue) {
            super(issue.code(), null, false, false);
            this.issue = issue;
        }
    }
}
