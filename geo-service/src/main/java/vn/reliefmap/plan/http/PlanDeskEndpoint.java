package vn.reliefmap.plan.http;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import vn.reliefmap.access.Account;
import vn.reliefmap.access.Accounts;
import vn.reliefmap.access.Callers;
import vn.reliefmap.commitment.Claim;
import vn.reliefmap.commitment.ClaimOrder;
import vn.reliefmap.commitment.ClaimPlace;
import vn.reliefmap.commitment.Claims;
import vn.reliefmap.kernel.Caller;
import vn.reliefmap.kernel.OpenTo;
import vn.reliefmap.kernel.PlanId;
import vn.reliefmap.kernel.Problem;
import vn.reliefmap.plan.PlanDesk;
import vn.reliefmap.plan.PlanDesk.Locks;
import vn.reliefmap.plan.Plans;

/** What coordinators decide about a plan: locks, publishing, and which team has which tour. */
@RestController
class PlanDeskEndpoint {
    private final PlanDesk desk;
    private final Plans plans;
    private final Claims claims;
    private final Accounts accounts;

    PlanDeskEndpoint(PlanDesk desk, Plans plans, Claims claims, Accounts accounts) {
        this.desk = desk;
        this.plans = plans;
        this.claims = claims;
        this.accounts = accounts;
    }

    /** Locks these tours and stops and no others. */
    @PutMapping("/api/v1/plans/{id}/locks")
    @OpenTo(Caller.COORDINATOR)
    DeskAnswer lock(@PathVariable UUID id, @RequestBody LockRequest request) {
        List<Integer> tours = Problem.required(request.tours(), "tours");
        tours.forEach(tour -> {
            var unused = Problem.required(tour, "tours");
        });
        List<String> stops = Problem.required(request.stops(), "stops");
        stops.forEach(stop -> {
            var unused = Problem.required(stop, "stops");
        });
        return DeskAnswer.of(desk.lock(new PlanId(id), new Locks(Set.copyOf(tours), Set.copyOf(stops))));
    }

    /** Again does nothing. */
    @PutMapping("/api/v1/plans/{id}/publication")
    @OpenTo(Caller.COORDINATOR)
    DeskAnswer publish(@PathVariable UUID id) {
        return DeskAnswer.of(
                desk.publish(new PlanId(id), Callers.account().map(Account::id).orElseThrow()));
    }

    /** Gives a tour to a team: its claim is made for it. The same request again gives the same claim. */
    @PostMapping("/api/v1/plans/{id}/hand-overs")
    @OpenTo(Caller.COORDINATOR)
    @ResponseStatus(HttpStatus.CREATED)
    HandedAnswer handOver(@PathVariable UUID id, @RequestBody HandOverRequest request) {
        PlanId plan = new PlanId(id);
        Account team = accounts.get(Problem.required(request.team(), "team"));
        if (team.role() != Caller.TEAM) {
            throw Problem.badField(
                            "NOT_A_TEAM",
                            "team",
                            "id of an account with role team",
                            team.name() + " không phải là một đội.",
                            team.name() + " is not a team.")
                    .asException();
        }
        Claim claim = claims.take(
                team.id(),
                new ClaimOrder(
                        Problem.required(request.id(), "id"),
                        plans.disaster(plan),
                        new ClaimPlace.Tour(plan, Problem.required(request.tour(), "tour"))));
        return new HandedAnswer(claim.id(), claim.code().value(), team.name());
    }

    /** Accounts of teams, by name. */
    @GetMapping("/api/v1/teams")
    @OpenTo(Caller.COORDINATOR)
    TeamList teams() {
        return new TeamList(
                accounts.list().stream()
                        .filter(one -> one.closedAt() == null && one.account().role() == Caller.TEAM)
                        .map(one ->
                                new TeamAnswer(one.account().id(), one.account().name()))
                        .toList(),
                null);
    }

    record LockRequest(
            @Nullable List<Integer> tours, @Nullable List<String> stops) {}

    /** @param id made by the sender, a new one for each hand-over */
    record HandOverRequest(
            @Nullable UUID id,
            @Nullable Integer tour,
            @Nullable UUID team) {}

    record HandedAnswer(UUID claim, String code, String team) {}

    record DeskAnswer(
            @Nullable Instant publishedAt, @Nullable UUID supersededBy, Set<Integer> locked, Set<String> lockedStops) {
        static DeskAnswer of(PlanDesk.Standing standing) {
            PlanId superseded = standing.supersededBy();
            return new DeskAnswer(
                    standing.publishedAt(),
                    superseded == null ? null : superseded.value(),
                    new TreeSet<>(standing.locked().tours()),
                    new TreeSet<>(standing.locked().stops()));
        }
    }

    record TeamAnswer(UUID id, String name) {}

    /** @param next always null: all of them */
    record TeamList(List<TeamAnswer> items, @Nullable String next) {}
}
