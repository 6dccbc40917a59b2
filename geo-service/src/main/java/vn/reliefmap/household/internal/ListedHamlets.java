package vn.reliefmap.household.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.reliefmap.admin.Hamlet;
import vn.reliefmap.admin.HamletName;
import vn.reliefmap.admin.Hamlets;
import vn.reliefmap.geo.LonLat;
import vn.reliefmap.household.HouseholdPreview.UnknownHamlet;
import vn.reliefmap.kernel.ImportTally;

/**
 * The hamlets that one list names. They are looked up among those that officers named; a list makes none, for one hamlet would
 * soon stand there in five spellings.
 */
final class ListedHamlets {
    /** More is no hamlets: somebody's names stand in that column. */
    private static final int MOST_UNKNOWN = 60;

    private static final int LONGEST_NAME = 60;
    /** From so few exact homes on, their middle is the hamlet's place. */
    private static final int ENOUGH_HOMES = 5;

    private final Hamlets hamlets;
    private final JdbcClient jdbc;
    private final boolean simulated;
    private final ImportTally tally;
    private final Map<String, Optional<Hamlet>> known = new HashMap<>();
    private final Map<String, Optional<LonLat>> places = new HashMap<>();
    private final Map<String, UnknownHamlet> unknown = new LinkedHashMap<>();

    /** @param simulated whether the list is: everyone sees where a simulated home stands, so no real one may say where */
    ListedHamlets(Hamlets hamlets, JdbcClient jdbc, boolean simulated, ImportTally tally) {
        this.hamlets = hamlets;
        this.jdbc = jdbc;
        this.simulated = simulated;
        this.tally = tally;
    }

    /** The commune's hamlet of that name; an unknown one is remarked on once. */
    Optional<Hamlet> find(long row, String commune, String name) {
        String folded = HamletName.fold(name);
        if (folded.isEmpty() || name.length() > LONGEST_NAME) {
            return Optional.empty();
        }
        String key = commune + "\n" + folded;
        if (known.size() > 10_000) {
            known.clear();
        }
        Optional<Hamlet> hamlet = known.computeIfAbsent(key, k -> hamlets.find(commune, name));
        if (hamlet.isEmpty()) {
            UnknownHamlet before = unknown.get(key);
            if (before == null && unknown.size() < MOST_UNKNOWN) {
                tally.remark(HouseholdIssue.HAMLET_UNKNOWN.at(row));
                unknown.put(key, new UnknownHamlet(commune, name, row, 1));
            } else if (before != null) {
                unknown.put(key, before.oneMore());
            }
        }
        return hamlet;
    }

    /** The middle of the homes whose places are known exactly; empty while they are too few to stand for the hamlet. */
    Optional<LonLat> place(Hamlet hamlet) {
        return places.computeIfAbsent(hamlet.code(), code -> jdbc.sql("""
                        select avg(st_x(place)) as lon, avg(st_y(place)) as lat from household
                        where hamlet_code = ? and place_precision = 'exact' and standing and simulated = ?
                          and shelter_id is null
                        having count(*) >= ?""")
                .params(code, simulated, ENOUGH_HOMES)
                .query((rs, n) -> new LonLat(rs.getDouble("lon"), rs.getDouble("lat")))
                .optional());
    }

    List<UnknownHamlet> unknown() {
        return new ArrayList<>(unknown.values());
    }
}
