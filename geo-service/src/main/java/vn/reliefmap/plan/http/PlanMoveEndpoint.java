package vn.reliefmap.plan.http;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import vn.reliefmap.access.Account;
import vn.reliefmap.access.Callers;
import vn.reliefmap.kernel.Caller;
import vn.reliefmap.kernel.OpenTo;
import vn.reliefmap.kernel.PlanId;
import vn.reliefmap.kernel.Problem;
import vn.reliefmap.kernel.VehicleId;
import vn.reliefmap.plan.MoveBreak;
import vn.reliefmap.plan.MoveCheck;
import vn.reliefmap.plan.MoveFit;
import vn.reliefmap.plan.MoveOrder;
import vn.reliefmap.plan.PlanMove;
import vn.reliefmap.plan.PlanMoves;

/** Stops moved by hand. The first two ask and change nothing; the third makes a new plan. */
@RestController
class PlanMoveEndpoint {
    private final PlanMoves moves;

    PlanMoveEndpoint(PlanMoves moves) {
        this.moves = moves;
    }

    /** How the stop would fit into the tour of each vehicle. */
    @PostMapping("/api/v1/plans/{id}/fits")
    @OpenTo(Caller.COORDINATOR)
    FitList fits(@PathVariable UUID id, @RequestBody MoveRequest request) {
        return new FitList(
                moves.fits(new PlanId(id), request.taken()).stream()
                        .map(FitAnswer::of)
                        .toList(),
                null);
    }

    /** What the move would break, and the new figures of both tours. */
    @PostMapping("/api/v1/plans/{id}/move-checks")
    @OpenTo(Caller.COORDINATOR)
    CheckAnswer check(@PathVariable UUID id, @RequestBody MoveRequest request) {
        return CheckAnswer.of(moves.check(new PlanId(id), request.move()));
    }

    /** Makes the plan that has the move; the same request again gives the same plan. */
    @PostMapping("/api/v1/plans/{id}/moves")
    @OpenTo(Caller.COORDINATOR)
    ResponseEntity<MadeAnswer> move(@PathVariable UUID id, @RequestBody MoveRequest request) {
        PlanId made = moves.move(
                new PlanId(id),
                new MoveOrder(
                        Problem.required(request.id(), "id"),
                        Callers.account().map(Account::id).orElseThrow(),
                        request.move(),
                        Boolean.TRUE.equals(request.override()),
                        request.why()));
        return ResponseEntity.created(URI.create("/api/v1/plans/" + made)).body(new MadeAnswer(made.value()));
    }

    /**
     * A stop and where it is to go.
     *
     * @param id made by the sender, a new one for each move; only to make it
     * @param tour where it stands, with {@code call}; or {@code gap}
     * @param gap index of what is left out, from 0
     * @param to null = out of all tours
     * @param override true to go on in spite of what a coordinator may decide over
     * @param why said with {@code override}
     */
    record MoveRequest(
            @Nullable UUID id,
            @Nullable Integer tour,
            @Nullable Integer call,
            @Nullable Integer gap,
            @Nullable ToRequest to,
            @Nullable Boolean override,
            @Nullable String why) {
        PlanMove.From taken() {
            if ((gap == null) == (tour == null || call == null)) {
                throw Problem.badField(
                                "MOVE_FROM",
                                "from",
                                "tour and call, or gap",
                                "Nêu số chuyến và số điểm, hoặc số của chỗ chưa xếp.",
                                "Name a tour and a call, or what is left out.")
                        .asException();
            }
            return gap != null
                    ? new PlanMove.LeftOut(gap)
                    : new PlanMove.Planned(Problem.required(tour, "tour"), Problem.required(call, "call"));
        }

        PlanMove move() {
            return new PlanMove(
                    taken(),
                    to == null
                            ? null
                            : new PlanMove.To(
                                    new VehicleId(Problem.required(to.vehicle(), "to.vehicle")),
                                    Problem.required(to.trip(), "to.trip"),
                                    Problem.required(to.position(), "to.position")));
        }
    }

    /** See {@link PlanMove.To}. */
    record ToRequest(
            @Nullable UUID vehicle,
            @Nullable Integer trip,
            @Nullable Integer position) {}

    record MadeAnswer(UUID plan) {}

    /** @param next always null: one for each vehicle */
    record FitList(List<FitAnswer> items, @Nullable String next) {}

    record FitAnswer(
            UUID vehicle,
            String vehicleName,
            String vehicleClass,
            @Nullable Integer tour,
            @Nullable ToRequest best,
            long addedS,
            List<BreakAnswer> breaks,
            boolean refused,
            @Nullable String vi,
            @Nullable String en) {
        static FitAnswer of(MoveFit fit) {
            PlanMove.To best = fit.best();
            return new FitAnswer(
                    fit.vehicle().value(),
                    fit.vehicleName(),
                    fit.vehicleClass().word(),
                    fit.tour(),
                    best == null ? null : new ToRequest(best.vehicle().value(), best.trip(), best.position()),
                    fit.addedS(),
                    fit.breaks().stream().map(BreakAnswer::of).toList(),
                    best == null
                            || fit.breaks().stream().anyMatch(one -> !one.kind().gentle()),
                    fit.vi(),
                    fit.en());
        }
    }

    /** @param refused true when no coordinator may decide over what breaks */
    record CheckAnswer(
            boolean refused,
            List<BreakAnswer> breaks,
            List<TourAnswer> tours,
            MoveCheck.Sums before,
            MoveCheck.Sums after) {
        static CheckAnswer of(MoveCheck check) {
            return new CheckAnswer(
                    check.refused(),
                    check.breaks().stream().map(BreakAnswer::of).toList(),
                    check.tours().stream().map(TourAnswer::of).toList(),
                    check.before(),
                    check.after());
        }
    }

    record TourAnswer(
            UUID vehicle,
            String vehicleName,
            String vehicleClass,
            @Nullable Integer tour,
            MoveCheck.@Nullable Figures before,
            MoveCheck.@Nullable Figures after) {
        static TourAnswer of(MoveCheck.TourChange tour) {
            return new TourAnswer(
                    tour.vehicle().value(),
                    tour.vehicleName(),
                    tour.vehicleClass().word(),
                    tour.number(),
                    tour.before(),
                    tour.after());
        }
    }

    /** @param gentle true when a coordinator may decide over it */
    record BreakAnswer(
            MoveBreak.Kind kind,
            boolean gentle,
            UUID vehicle,
            double number,
            @Nullable Double limit,
            @Nullable Instant since,
            @Nullable List<Double> at,
            @Nullable String roadName,
            String vi,
            String en) {
        static BreakAnswer of(MoveBreak one) {
            var place = one.place();
            return new BreakAnswer(
                    one.kind(),
                    one.kind().gentle(),
                    one.vehicle().value(),
                    one.number(),
                    one.limit(),
                    one.since(),
                    place == null ? null : List.of(place.lon(), place.lat()),
                    one.roadName(),
                    one.vi(),
                    one.en());
        }
    }
}
