package vn.reliefmap.access.internal;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.stereotype.Component;
import vn.reliefmap.admin.AdminUnit;
import vn.reliefmap.admin.AdminUnits;
import vn.reliefmap.admin.Hamlets;
import vn.reliefmap.kernel.Caller;
import vn.reliefmap.kernel.Problem;
import vn.reliefmap.kernel.ProblemException;

/** Turns the units that somebody named for an account into codes of present units. */
@Component
class OfficerUnits {
    private static final int MOST = 100;

    private final AdminUnits admin;
    private final Hamlets hamlets;

    OfficerUnits(AdminUnits admin, Hamlets hamlets) {
        this.admin = admin;
        this.hamlets = hamlets;
    }

    Set<String> checked(Caller role, Set<String> named) {
        if ((role == Caller.OFFICER) == named.isEmpty() || named.size() > MOST) {
            throw refused(
                    "Cán bộ cần ít nhất một đơn vị phụ trách; vai trò khác thì không có.",
                    "An officer needs at least one unit; other roles have none.");
        }
        Set<String> codes = new TreeSet<>();
        named.forEach(name -> codes.addAll(codes(name.strip())));
        return codes;
    }

    private Set<String> codes(String name) {
        if (name.matches("\\d{2}")) {
            return Set.of(name);
        }
        if (name.indexOf('.') > 0) {
            return Set.of(hamlets.byCode(name).orElseThrow(() -> unknown(name)).code());
        }
        List<AdminUnit> meant = admin.meantBy(name);
        if (meant.isEmpty()) {
            throw unknown(name);
        }
        Set<String> codes = new TreeSet<>();
        meant.forEach(unit -> codes.add(unit.code()));
        return codes;
    }

    private static ProblemException unknown(String name) {
        return refused("Không có đơn vị \"" + name + "\".", "There is no unit \"" + name + "\".");
    }

    private static ProblemException refused(String vi, String en) {
        return Problem.badField("ACCOUNT_UNITS", "units", "[\"44\"] | [\"19363\"] | [\"19363.02\"]", vi, en)
                .asException();
    }
}
