package vn.reliefmap.admin.internal;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.reliefmap.admin.AdminImport;
import vn.reliefmap.geo.GeoJsonReader;
import vn.reliefmap.geo.GeoJsonSummary;
import vn.reliefmap.geo.LonLat;
import vn.reliefmap.kernel.ColumnNames;
import vn.reliefmap.kernel.ImportLog;
import vn.reliefmap.kernel.ImportSummary;
import vn.reliefmap.kernel.ImportTally;
import vn.reliefmap.kernel.RowSource;
import vn.reliefmap.kernel.TableRow;
import vn.reliefmap.store.Changes;
import vn.reliefmap.store.Topic;

/** Brings admin units into PostGIS, each file in one transaction. */
@Component
class PostgresAdminImport implements AdminImport {
    private static final List<String> CODE = List.of("code", "ma", "ma_xa", "ward_code");
    private static final List<String> FULL_NAME = List.of("full_name", "ten", "ten_xa", "name");
    private static final List<String> POPULATION = List.of("population", "population_2025", "dan_so");
    private static final List<String> AREA = List.of("area_km2", "dien_tich_km2", "dien_tich");
    private static final List<String> LAT = List.of("centroid_lat", "centre_lat", "lat", "vi_do");
    private static final List<String> LON = List.of("centroid_lon", "centre_lon", "lon", "kinh_do");
    private static final List<String> OLD_CODE = List.of("old_code", "wardCode", "ma_cu");
    private static final List<String> OLD_NAME = List.of("old_name", "ward", "ten_cu");
    private static final List<String> NEW_CODE = List.of("new_code", "newWardCode", "ma_moi");
    private static final List<String> NEW_NAME = List.of("new_name", "newWard", "ten_moi");

    private final AdminTable table;
    private final PostgresAdminUnits units;
    private final Changes changes;
    private final TransactionTemplate transaction;

    PostgresAdminImport(
            AdminTable table, PostgresAdminUnits units, Changes changes, PlatformTransactionManager transactions) {
        this.table = table;
        this.units = units;
        this.changes = changes;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Override
    public ImportSummary outlines(Path geojson, boolean simulated, ImportLog log) {
        return inTransaction(log, tally -> {
            OutlineRows rows = new OutlineRows(table, simulated, tally);
            GeoJsonSummary file = GeoJsonReader.read(geojson, rows::take);
            file.issues().forEach(tally::remark);
        });
    }

    @Override
    public ImportSummary figures(RowSource rows, ImportLog log) {
        ColumnNames columns = new ColumnNames(rows);
        String code = columns.require(CODE);
        String population = columns.require(POPULATION);
        Optional<String> name = columns.find(FULL_NAME);
        Optional<String> area = columns.find(AREA);
        Optional<String> lat = columns.find(LAT);
        Optional<String> lon = columns.find(LON);
        return inTransaction(log, tally -> {
            boolean outlined = table.hasOutlines();
            double givenAreaM2 = 0;
            for (TableRow row = rows.next(); row != null; row = rows.next()) {
                tally.read();
                TableRow r = row;
                String unitCode = CommuneCode.of(row.text(code));
                String fullName = name.map(r::text).orElse("");
                Optional<Long> people = whole(row.text(population));
                if (!CommuneCode.wellFormed(unitCode)) {
                    tally.refuse(AdminIssues.codeMissing(row.number()));
                } else if (people.isEmpty()) {
                    tally.refuse(AdminIssues.population(row.number()));
                } else if (!table.isCurrent(unitCode) && (outlined || fullName.isEmpty())) {
                    tally.refuse(AdminIssues.unknownCode(row.number(), unitCode));
                } else {
                    Optional<Double> areaM2 =
                            area.flatMap(c -> decimal(r.text(c))).map(km2 -> km2 * 1e6);
                    Optional<LonLat> centre = lon.flatMap(c -> decimal(r.text(c)))
                            .flatMap(x -> lat.flatMap(c -> decimal(r.text(c))).flatMap(y -> centre(x, y)));
                    if (lon.isPresent() && centre.isEmpty()) {
                        tally.remark(AdminIssues.noCentre(row.number()));
                    }
                    givenAreaM2 += areaM2.orElse(0.0);
                    count(
                            tally,
                            table.figures(
                                    unitCode,
                                    UnitName.of(fullName),
                                    people.get().intValue(),
                                    areaM2.orElse(null),
                                    centre.orElse(null)));
                }
            }
            // Beside the area measured from outlines: UTM's scale and the sources' coast lines make 0.1 % difference.
            tally.figure("given_area_km2", Math.round(givenAreaM2 / 1e6));
        });
    }

    @Override
    public ImportSummary successors(RowSource rows, ImportLog log) {
        ColumnNames columns = new ColumnNames(rows);
        String oldCode = columns.require(OLD_CODE);
        String oldName = columns.require(OLD_NAME);
        String newCode = columns.require(NEW_CODE);
        Optional<String> newName = columns.find(NEW_NAME);
        Optional<String> district = columns.find(List.of("district", "huyen"));
        Optional<String> districtCode = columns.find(List.of("districtCode", "ma_huyen"));
        Optional<String> province = columns.find(List.of("province", "tinh"));
        Optional<String> newProvince = columns.find(List.of("newProvince", "tinh_moi"));
        return inTransaction(log, tally -> {
            boolean outlined = table.hasOutlines();
            for (TableRow row = rows.next(); row != null; row = rows.next()) {
                tally.read();
                TableRow r = row;
                String districtName = district.map(r::text).orElse("");
                // An island district without communes stands for itself.
                boolean whole = row.text(oldName).isEmpty();
                String from = whole ? districtCode.map(r::text).orElse("").strip() : CommuneCode.of(row.text(oldCode));
                String fromName = whole ? districtName : row.text(oldName);
                String to = CommuneCode.of(row.text(newCode));
                String toName = newName.map(r::text).orElse("");
                if (!CommuneCode.wellFormed(from) || !CommuneCode.wellFormed(to) || fromName.isEmpty()) {
                    tally.refuse(AdminIssues.codeMissing(row.number()));
                } else if (!table.isCurrent(to) && (outlined || toName.isEmpty())) {
                    tally.refuse(AdminIssues.unknownCode(row.number(), to));
                } else {
                    String provinceName = province.map(r::text).orElse("");
                    String parent = whole ? provinceName : joined(districtName, provinceName);
                    table.present(
                            to, UnitName.of(toName), newProvince.map(r::text).orElse(""));
                    count(tally, table.former(from, UnitName.of(fromName), parent, to));
                }
            }
        });
    }

    private ImportSummary inTransaction(ImportLog log, Consumer<ImportTally> work) {
        ImportSummary summary = transaction.execute(status -> {
            ImportTally tally = new ImportTally(log);
            work.accept(tally);
            if (tally.changedAnything()) {
                changes.announce(Topic.ADMIN);
            }
            table.totals().forEach(tally::figure);
            return tally.summary();
        });
        units.forget();
        return Objects.requireNonNull(summary);
    }

    static void count(ImportTally tally, AdminTable.Effect effect) {
        switch (effect) {
            case ADDED -> tally.added(1);
            case CHANGED -> tally.changed(1);
            case UNCHANGED -> tally.unchanged(1);
        }
    }

    private static String joined(String first, String second) {
        return first.isEmpty() || second.isEmpty() ? first + second : first + ", " + second;
    }

    private static Optional<LonLat> centre(double lon, double lat) {
        return Math.abs(lon) <= 180 && Math.abs(lat) <= 90 && new LonLat(lon, lat).inVietnam()
                ? Optional.of(new LonLat(lon, lat))
                : Optional.empty();
    }

    /** A count with or without separators of thousands; empty when it is none or above 100 million. */
    private static Optional<Long> whole(String text) {
        String digits = text.matches("\\d{1,3}([., ]\\d{3})+") ? text.replaceAll("[., ]", "") : text;
        return digits.matches("\\d{1,8}") ? Optional.of(Long.valueOf(digits)) : Optional.empty();
    }

    private static Optional<Double> decimal(String text) {
        String number = text.replace(',', '.');
        return number.matches("-?\\d{1,9}(\\.\\d{1,15})?") ? Optional.of(Double.valueOf(number)) : Optional.empty();
    }
}
