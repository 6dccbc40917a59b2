package vn.reliefmap.commitment.http;

import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.reliefmap.access.Looks;
import vn.reliefmap.commitment.Claim;
import vn.reliefmap.commitment.ClaimedHome;
import vn.reliefmap.commitment.Claims;
import vn.reliefmap.geo.Feature;
import vn.reliefmap.geo.FeatureCollection;
import vn.reliefmap.household.Household;
import vn.reliefmap.kernel.Caller;
import vn.reliefmap.kernel.HouseholdId;
import vn.reliefmap.kernel.Numbers;
import vn.reliefmap.kernel.OpenTo;

/**
 * A claim opens the exact places, names and telephone numbers of its homes to its team, while it lives: a few at a time, each
 * look remembered, and nothing that a device keeps.
 */
@RestController
class ClaimHomeEndpoint {
    /** Enough for a day's tour; whoever wants more asks again, and is seen to. */
    private static final int MOST = 100;

    private final Claims claims;
    private final Looks looks;

    ClaimHomeEndpoint(Claims claims, Looks looks) {
        this.claims = claims;
        this.looks = looks;
    }

    /** Homes with something still to bring. Somebody else's claim is as if it were not there. */
    @GetMapping("/api/v1/claims/{id}/homes")
    @OpenTo(Caller.TEAM)
    ResponseEntity<FeatureCollection<HomeAnswer>> homes(
            @PathVariable UUID id, @RequestParam(required = false) @Nullable UUID after) {
        Claim claim = claims.get(id);
        if (!claim.team().equals(Requests.account())) {
            throw Claims.notFound().asException();
        }
        List<ClaimedHome> found = claims.homes(id, after == null ? null : new HouseholdId(after), MOST + 1);
        List<ClaimedHome> homes = found.stream().limit(MOST).toList();
        remember(claim, homes, Looks.What.PLACE, home -> true);
        remember(claim, homes, Looks.What.PHONE, home -> !home.contact().phone().isEmpty());
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(FeatureCollection.of(
                        homes.stream()
                                .map(home -> Feature.of(home.household().place().point(), HomeAnswer.of(home)))
                                .toList(),
                        found.size() > MOST
                                ? homes.get(MOST - 1).household().id().toString()
                                : null));
    }

    private void remember(Claim claim, List<ClaimedHome> homes, Looks.What what, Predicate<ClaimedHome> shown) {
        looks.remember(
                homes.stream()
                        .filter(shown)
                        .map(ClaimedHome::household)
                        .filter(household -> !household.simulated())
                        .map(household -> household.id().value())
                        .toList(),
                what,
                "claim " + claim.code());
    }

    /**
     * @param name null when nobody knows it
     * @param phone likewise
     * @param needs lines of the claim that are brought here
     */
    record HomeAnswer(
            UUID household,
            @Nullable String name,
            @Nullable String phone,
            int people,
            int vulnerablePeople,
            @Nullable String commune,
            String precision,
            boolean simulated,
            List<UUID> needs,
            List<BringsAnswer> brings) {
        static HomeAnswer of(ClaimedHome home) {
            Household household = home.household();
            return new HomeAnswer(
                    household.id().value(),
                    known(home.contact().name()),
                    known(home.contact().phone()),
                    household.people(),
                    household.vulnerablePeople(),
                    household.commune(),
                    household.approximate() ? "approximate" : "exact",
                    household.simulated(),
                    home.brings().stream().map(one -> one.need().value()).toList(),
                    home.brings().stream()
                            .map(one -> new BringsAnswer(one.item(), Numbers.plain(one.quantity())))
                            .toList());
        }

        private static @Nullable String known(String text) {
            return text.isEmpty() ? null : text;
        }
    }

    /** @param quantity outstanding in the claim, in the item's unit */
    record BringsAnswer(String item, BigDecimal quantity) {}
}
