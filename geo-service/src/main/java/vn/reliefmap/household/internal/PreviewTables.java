package vn.reliefmap.household.internal;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.reliefmap.household.HouseholdPreview;
import vn.reliefmap.household.HouseholdPreview.Fate;
import vn.reliefmap.household.HouseholdPreview.Sample;
import vn.reliefmap.household.HouseholdPreview.UnknownHamlet;
import vn.reliefmap.kernel.ImportTally;
import vn.reliefmap.kernel.RowSource;

/** Reads from the staged rows what an import would do. */
final class PreviewTables {
    private static final int SHOWN = 10;
    private static final String FATES = """
            select s.row_number, s.ref, s.people, s.admin_code,
                   case when t.needs_changed and not t.added then array_append(t.changes, 'needs') else t.changes end
                       as changes,
                   case when t.added then 'NEW' when t.changes && array['place', 'commune'] then 'MOVED'
                        when cardinality(t.changes) > 0 or t.needs_changed then 'CHANGED' else 'SAME' end as fate
            from staged_state t join staged_household s on s.row_number = t.row_number
            """;

    private final JdbcClient jdbc;
    private final RowSource rows;

    PreviewTables(JdbcClient jdbc, RowSource rows) {
        this.jdbc = jdbc;
        this.rows = rows;
    }

    HouseholdPreview read(ImportTally tally, List<UnknownHamlet> unknownHamlets) {
        Map<Fate, Long> counts = new EnumMap<>(Fate.class);
        Map<Fate, List<Sample>> first = new EnumMap<>(Fate.class);
        jdbc.sql("create temp table fate on commit drop as " + FATES).update();
        for (Fate fate : Fate.values()) {
            counts.put(
                    fate,
                    jdbc.sql("select count(*) from fate where fate = ?")
                            .param(fate.name())
                            .query(Long.class)
                            .single());
            first.put(
                    fate,
                    jdbc.sql("select * from fate where fate = ? order by row_number limit ?")
                            .params(fate.name(), SHOWN)
                            .query((rs, n) -> {
                                String ref = rs.getString("ref");
                                return new Sample(
                                        rs.getLong("row_number"),
                                        rows.cell(rs.getLong("row_number"), null),
                                        ref.startsWith("auto-") || ref.startsWith(KeysByName.PREFIX) ? null : ref,
                                        rs.getInt("people"),
                                        rs.getString("admin_code"),
                                        Arrays.asList((String[])
                                                rs.getArray("changes").getArray()));
                            })
                            .list());
        }
        return new HouseholdPreview(tally.summary(), counts, first, unknownHamlets);
    }
}
