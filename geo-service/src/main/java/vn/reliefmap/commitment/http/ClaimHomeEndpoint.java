package vn.reliefmap.commitment.http;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import vn.reliefmap.access.Looks;
import vn.reliefmap.commitment.Claim;
import vn.reliefmap.commitment.ClaimedHome;
import vn.reliefmap.commitment.Claims;
import vn.reliefmap.geo.Feature;
import vn.reliefmap.geo.FeatureCollection;
import vn.reliefmap.kernel.Caller;
import vn.reliefmap.kernel.NeedId;
import vn.reliefmap.kernel.OpenTo;

/** A claim opens the exact places of its homes to its team, while it lives; each look is remembered. */
@RestController
class ClaimHomeEndpoint {
    private final Claims claims;
    private final Looks looks;

    ClaimHomeEndpoint(Claims claims, Looks looks) {
        this.claims = claims;
        this.looks = looks;
    }

    /** Homes with something still to bring. Somebody else's claim is as if it were not there. */
    @GetMapping("/api/v1/claims/{id}/homes")
    @OpenTo(Caller.TEAM)
    FeatureCollection<HomeAnswer> homes(@PathVariable UUID id) {
        Claim claim = claims.get(id);
        if (!claim.team().equals(Requests.account())) {
            throw Claims.notFound().asException();
        }
        List<ClaimedHome> homes = claims.homes(id);
        looks.remember(
                homes.stream()
                        .filter(home -> !home.simulated())
                        .map(home -> home.household().value())
                        .toList(),
                Looks.What.PLACE,
                "claim " + claim.code());
        return FeatureCollection.of(
                homes.stream()
                        .map(home -> Feature.of(home.place().point(), HomeAnswer.of(home)))
                        .toList(),
                null);
    }

    /** @param needs lines of the claim that are brought here */
    record HomeAnswer(
            UUID household,
            int people,
            int vulnerablePeople,
            @Nullable String commune,
            String precision,
            boolean simulated,
            List<UUID> needs) {
        static HomeAnswer of(ClaimedHome home) {
            return new HomeAnswer(
                    home.household().value(),
                    home.people(),
                    home.vulnerablePeople(),
                    home.commune(),
                    home.approximate() ? "approximate" : "exact",
                    home.simulated(),
                    home.needs().stream().map(NeedId::value).toList());
        }
    }
}
