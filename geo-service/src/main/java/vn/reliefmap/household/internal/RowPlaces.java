package vn.reliefmap.household.internal;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.reliefmap.admin.AdminUnit;
import vn.reliefmap.admin.Hamlet;
import vn.reliefmap.geo.LonLat;
import vn.reliefmap.geo.PlaceText;
import vn.reliefmap.household.internal.HouseholdColumns.Field;
import vn.reliefmap.kernel.ImportIssue;
import vn.reliefmap.kernel.ImportTally;
import vn.reliefmap.kernel.RowSource;
import vn.reliefmap.kernel.TableRow;

/**
 * Where the households of a list stand: at their coordinates, or where only commune and hamlet are named, at the place of
 * the hamlet, else of the commune, which is never taken for a house.
 */
final class RowPlaces {
    private final RowSource rows;
    private final HouseholdColumns columns;
    private final CommuneOfRow communes;
    private final ListedHamlets hamlets;
    private final ImportTally tally;

    RowPlaces(
            RowSource rows, HouseholdColumns columns, CommuneOfRow communes, ListedHamlets hamlets, ImportTally tally) {
        this.rows = rows;
        this.columns = columns;
        this.communes = communes;
        this.hamlets = hamlets;
        this.tally = tally;
    }

    /** @param byName true when the list says no more than the names of commune and hamlet */
    record Where(@Nullable AdminUnit commune, @Nullable Hamlet hamlet, LonLat at, boolean byName) {}

    Where of(TableRow row) {
        String stated = columns.text(row, Field.COMMUNE);
        AdminUnit named = columns.withoutPlace(row) ? communes.named(row.number(), stated) : null;
        return named == null ? atPlace(row, stated) : byName(row, named);
    }

    private Where atPlace(TableRow row, String stated) {
        LonLat place = given(row);
        AdminUnit commune = communes.find(row.number(), stated, place);
        return new Where(commune, commune == null ? null : hamlet(row, commune), place, false);
    }

    private Where byName(TableRow row, AdminUnit commune) {
        if (columns.hasPlaces()) {
            tally.remark(HouseholdIssue.PLACE_BY_NAME.at(row.number()));
        }
        Hamlet hamlet = hamlet(row, commune);
        LonLat place = Optional.ofNullable(hamlet)
                .flatMap(hamlets::place)
                .or(() -> Optional.ofNullable(commune.centre()))
                .filter(LonLat::inVietnam)
                .orElseThrow(() -> new RowRefused(HouseholdIssue.COMMUNE_WITHOUT_PLACE.at(row.number())));
        return new Where(commune, hamlet, place, true);
    }

    private @Nullable Hamlet hamlet(TableRow row, AdminUnit commune) {
        return hamlets.find(row.number(), commune.code(), columns.text(row, Field.HAMLET))
                .orElse(null);
    }

    private LonLat given(TableRow row) {
        boolean inOneCell = columns.placeInOneCell(row);
        PlaceText read = inOneCell
                ? PlaceText.ofText(row.number(), columns.text(row, Field.COORDINATES))
                : PlaceText.ofColumns(row.number(), columns.text(row, Field.LON), columns.text(row, Field.LAT));
        ImportIssue issue = read.issue();
        LonLat place = read.place();
        if (place == null) {
            ImportIssue reason = issue == null ? HouseholdIssue.OUTSIDE_COMMUNES.at(row.number()) : issue;
            throw new RowRefused(
                    reason.in(rows.cell(row.number(), columns.column(inOneCell ? Field.COORDINATES : Field.LON))));
        }
        if (issue != null) {
            tally.remark(issue);
        }
        return place;
    }
}
