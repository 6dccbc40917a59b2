package vn.reliefmap.household.internal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.reliefmap.admin.AdminUnit;
import vn.reliefmap.admin.AdminUnits;
import vn.reliefmap.geo.LonLat;
import vn.reliefmap.kernel.ImportTally;

/** Finds the commune of each row; remembers the names of the list, which are few. */
final class CommuneOfRow {
    private static final int REMEMBERED = 5_000;

    private final AdminUnits units;
    private final ImportTally tally;
    private final boolean anyUnits;
    private final @Nullable AdminUnit ofList;
    private final Map<String, List<AdminUnit>> meant = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, List<AdminUnit>> eldest) {
            return size() > REMEMBERED;
        }
    };

    /** @param ofList of rows that state none; null when nobody says */
    CommuneOfRow(AdminUnits units, ImportTally tally, @Nullable AdminUnit ofList) {
        this.units = units;
        this.tally = tally;
        this.ofList = ofList;
        this.anyUnits = !units.list().isEmpty();
        if (!anyUnits) {
            tally.remark(HouseholdIssue.noCommunesYet());
        }
    }

    /** The stated commune, else the one that holds the place; null when there is none. */
    @Nullable
    AdminUnit find(long row, String stated, LonLat place) {
        if (!anyUnits) {
            return null;
        }
        Optional<AdminUnit> here = units.unitOf(place);
        if (stated.isEmpty()) {
            if (here.isEmpty() && place.inVietnam()) {
                tally.remark(HouseholdIssue.OUTSIDE_COMMUNES.at(row));
            }
            return here.orElse(null);
        }
        List<AdminUnit> candidates = candidates(row, stated);
        Optional<AdminUnit> matching = here.filter(candidates::contains);
        if (matching.isEmpty() && candidates.size() > 1) {
            throw new RowRefused(HouseholdIssue.COMMUNE_AMBIGUOUS.at(row));
        }
        if (matching.isEmpty() && place.inVietnam()) {
            tally.remark(HouseholdIssue.COMMUNE_MISMATCH.at(row));
        }
        return matching.orElse(candidates.get(0));
    }

    /** The stated commune, else the list's, for a row without a place; null when neither is said. */
    @Nullable
    AdminUnit named(long row, String stated) {
        if (!anyUnits || stated.isEmpty()) {
            return ofList;
        }
        List<AdminUnit> candidates = candidates(row, stated);
        if (candidates.size() == 1) {
            return candidates.get(0);
        }
        if (ofList == null || !candidates.contains(ofList)) {
            throw new RowRefused(HouseholdIssue.COMMUNE_AMBIGUOUS.at(row));
        }
        return ofList;
    }

    private List<AdminUnit> candidates(long row, String stated) {
        List<AdminUnit> candidates = meant.computeIfAbsent(stated, units::meantBy);
        if (candidates.isEmpty()) {
            throw new RowRefused(HouseholdIssue.COMMUNE_UNKNOWN.at(row));
        }
        return candidates;
    }
}
