package vn.reliefmap.report.internal;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.reliefmap.admin.AdminUnits;
import vn.reliefmap.admin.Hamlet;
import vn.reliefmap.admin.Hamlets;

/** To which unit a report may be handed over: any commune or hamlet, or the level above. */
@Component
class HandOver {
    private static final String PROVINCE = "\\d{2}";

    private final AdminUnits units;
    private final Hamlets hamlets;

    HandOver(AdminUnits units, Hamlets hamlets) {
        this.units = units;
        this.hamlets = hamlets;
    }

    /** The code of the unit meant; a problem when there is none, or when it is there already. */
    String unit(@Nullable String from, String to) {
        String code = to.strip();
        boolean known = code.matches(PROVINCE)
                || hamlets.byCode(code).map(Hamlet::code).isPresent()
                || units.find(code).isPresent();
        if (!known) {
            throw DecisionProblem.bad(
                    "UNKNOWN_UNIT",
                    "hand_to",
                    "code of a commune, of a hamlet, or of the province (two digits)",
                    "Không có đơn vị này để chuyển tới.",
                    "There is no such unit to hand it to.");
        }
        if (code.equals(from)) {
            throw DecisionProblem.outOfOrder("Phản ánh này đã ở đơn vị đó.", "The report is with that unit already.");
        }
        return code;
    }
}
