package vn.reliefmap.admin.internal;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.locationtech.jts.geom.Geometry;
import vn.reliefmap.geo.Crs;
import vn.reliefmap.geo.GeoFeature;
import vn.reliefmap.geo.Repair;
import vn.reliefmap.kernel.ImportIssue;
import vn.reliefmap.kernel.ImportTally;

/** Takes the features of one file of outlines. */
final class OutlineRows {
    private final AdminTable table;
    private final boolean simulated;
    private final ImportTally tally;
    private final Set<String> seen = new HashSet<>();

    OutlineRows(AdminTable table, boolean simulated, ImportTally tally) {
        this.table = table;
        this.simulated = simulated;
        this.tally = tally;
    }

    void take(GeoFeature feature) {
        tally.read();
        long row = feature.number();
        for (ImportIssue issue : feature.issues()) {
            if (issue.severity() == ImportIssue.Severity.REFUSED) {
                tally.refuse(issue);
            } else {
                tally.remark(issue);
            }
        }
        Geometry geometry = feature.geometry();
        if (geometry == null) {
            return;
        }
        String code = CommuneCode.of(
                feature.text("code", "ma", "ma_xa", "wardcode", "ward_code").orElse(""));
        String name =
                feature.text("fullname", "full_name", "ten", "ten_xa", "name").orElse("");
        Repair repair = Repair.of(geometry);
        if (!CommuneCode.wellFormed(code) || name.isEmpty() || name.length() > 200) {
            tally.refuse(AdminIssues.codeMissing(row));
        } else if (!seen.add(code)) {
            tally.refuse(AdminIssues.duplicate(row, code));
        } else if (simulated && table.isReal(code)) {
            tally.refuse(AdminIssues.codeIsReal(row, code));
        } else if (repair.area().isEmpty()) {
            tally.refuse(AdminIssues.noArea(row));
        } else {
            if (repair.changed()) {
                tally.remark(AdminIssues.repaired(row, code));
            }
            Optional<Integer> population = feature.number("population", "dan_so").stream()
                    .filter(p -> p >= 0 && p < 1e8)
                    .mapToObj(p -> (int) Math.round(p))
                    .findFirst();
            PostgresAdminImport.count(
                    tally,
                    table.outline(
                            code,
                            unitName(feature, name),
                            feature.text("parent_name", "newprovince", "province")
                                    .orElse(null),
                            simulated,
                            population.orElse(null),
                            repair.area(),
                            Crs.areaSquareMeters(repair.area())));
        }
    }

    /** Some files keep the kind in a property of its own. */
    private static UnitName unitName(GeoFeature feature, String name) {
        UnitName read = UnitName.of(name);
        UnitName kind = UnitName.of(
                feature.text("type", "kind", "loai", "wardtype").orElse("").replace('_', ' ') + " " + name);
        return read.fullName().equals(name) && kind.name().equals(name) ? kind : read;
    }
}
