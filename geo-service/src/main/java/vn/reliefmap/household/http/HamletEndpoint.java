package vn.reliefmap.household.http;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import vn.reliefmap.access.Callers;
import vn.reliefmap.admin.AdminUnits;
import vn.reliefmap.admin.Hamlet;
import vn.reliefmap.admin.Hamlets;
import vn.reliefmap.kernel.Caller;
import vn.reliefmap.kernel.OpenTo;
import vn.reliefmap.kernel.Problem;

/** The hamlets of a commune: everybody reads their names, officers of the commune name them. */
@RestController
class HamletEndpoint {
    private final Hamlets hamlets;
    private final AdminUnits units;

    HamletEndpoint(Hamlets hamlets, AdminUnits units) {
        this.hamlets = hamlets;
        this.units = units;
    }

    @GetMapping("/api/v1/hamlets")
    @OpenTo(Caller.EVERYONE)
    HamletsAnswer list(@RequestParam @Nullable String commune) {
        return new HamletsAnswer(
                hamlets.list(units.get(Problem.required(commune, "commune")).code()), null);
    }

    /** The same name again answers with the same hamlet. */
    @PostMapping("/api/v1/hamlets")
    @OpenTo(Caller.OFFICER)
    @ResponseStatus(HttpStatus.CREATED)
    Hamlet add(@RequestBody HamletRequest request) {
        String commune =
                units.get(Problem.required(request.commune(), "commune")).code();
        if (!Callers.rights().mayVerify(commune)) {
            throw new Problem(
                            "OTHER_UNIT",
                            403,
                            "Xã này không thuộc đơn vị bạn phụ trách.",
                            "You do not serve this commune.",
                            "commune",
                            null)
                    .asException();
        }
        return hamlets.add(commune, Problem.required(request.name(), "name"));
    }

    /** @param commune code of a present commune */
    record HamletRequest(@Nullable String commune, @Nullable String name) {}

    record HamletsAnswer(List<Hamlet> items, @Nullable String next) {}
}
