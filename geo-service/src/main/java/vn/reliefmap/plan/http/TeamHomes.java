package vn.reliefmap.plan.http;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import vn.reliefmap.access.Account;
import vn.reliefmap.access.Callers;
import vn.reliefmap.access.Looks;
import vn.reliefmap.commitment.Claim;
import vn.reliefmap.commitment.ClaimedHome;
import vn.reliefmap.commitment.Claims;
import vn.reliefmap.kernel.Caller;
import vn.reliefmap.kernel.PlanId;
import vn.reliefmap.plan.Amount;
import vn.reliefmap.plan.Plans;
import vn.reliefmap.plan.SheetHome;
import vn.reliefmap.plan.TourStanding;

/** The homes of a tour, for the team that has it; the look at each is remembered. Nobody else gets any. */
@Component
class TeamHomes {
    /** More do not fit a day. */
    private static final int MOST = 300;

    private final Plans plans;
    private final Claims claims;
    private final Looks looks;

    TeamHomes(Plans plans, Claims claims, Looks looks) {
        this.plans = plans;
        this.claims = claims;
        this.looks = looks;
    }

    List<SheetHome> of(PlanId plan, int tour) {
        if (Callers.current() != Caller.TEAM) {
            return List.of();
        }
        UUID team = Callers.account().map(Account::id).orElseThrow();
        List<SheetHome> homes = new ArrayList<>();
        plans.claimed(plan).stream()
                .filter(one -> one.tour() == tour)
                .map(TourStanding::claim)
                .filter(claim -> claim.team().equals(team) && claim.lives(Instant.now()))
                .forEach(claim -> homes.addAll(shown(claim)));
        return homes;
    }

    private List<SheetHome> shown(Claim claim) {
        List<ClaimedHome> homes = claims.homes(claim.id(), null, MOST);
        List<UUID> real = homes.stream()
                .map(ClaimedHome::household)
                .filter(household -> !household.simulated())
                .map(household -> household.id().value())
                .toList();
        String why = "run sheet of claim " + claim.code();
        looks.remember(real, Looks.What.PLACE, why);
        looks.remember(real, Looks.What.PHONE, why);
        return homes.stream().map(TeamHomes::home).toList();
    }

    private static SheetHome home(ClaimedHome home) {
        return new SheetHome(
                home.contact().name(),
                home.contact().phone(),
                home.household().place(),
                home.household().approximate(),
                home.household().people(),
                home.brings().stream()
                        .map(one -> new Amount(
                                one.item(), one.quantity().movePointRight(3).longValueExact()))
                        .toList());
    }
}
