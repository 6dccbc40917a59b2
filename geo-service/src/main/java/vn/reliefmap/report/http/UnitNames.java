package vn.reliefmap.report.http;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.reliefmap.admin.AdminUnit;
import vn.reliefmap.admin.AdminUnits;
import vn.reliefmap.admin.Hamlet;
import vn.reliefmap.admin.Hamlets;

/** What people call the units of a queue. */
@Component
class UnitNames {
    private final AdminUnits units;
    private final Hamlets hamlets;

    UnitNames(AdminUnits units, Hamlets hamlets) {
        this.units = units;
        this.hamlets = hamlets;
    }

    /** "Thôn Hạ, Xã Nam Hải Lăng"; the code where nobody knows a name, null for null. */
    @Nullable
    String of(@Nullable String code) {
        if (code == null) {
            return null;
        }
        int dot = code.indexOf('.');
        String commune = dot < 0 ? code : code.substring(0, dot);
        String name = units.find(commune).map(AdminUnit::fullName).orElse(commune);
        return dot < 0
                ? name
                : hamlets.byCode(code)
                        .map(Hamlet::name)
                        .map(hamlet -> hamlet + ", " + name)
                        .orElse(code);
    }
}
