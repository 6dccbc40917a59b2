package vn.reliefmap.plan.internal.moving;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.reliefmap.geo.LonLat;
import vn.reliefmap.kernel.Problem;
import vn.reliefmap.plan.PlanGap;
import vn.reliefmap.plan.PlanMove;
import vn.reliefmap.plan.PlannedTour;
import vn.reliefmap.plan.PlannedTour.Call;
import vn.reliefmap.plan.PlannedTour.PlannedTrip;
import vn.reliefmap.plan.PlannedTour.State;
import vn.reliefmap.plan.internal.making.Handling;
import vn.reliefmap.plan.internal.making.PlanBasis.StopThen;
import vn.reliefmap.supply.Vehicle;

/**
 * What a move takes and from where, after all that could forbid it.
 *
 * @param call as it stood; for what was left out, as it will be
 * @param tour that it leaves; null for what was left out
 * @param trip index of its trip there
 */
record Change(Call call, @Nullable PlannedTour tour, int trip) {
    static Change of(MoveGround ground, PlanMove.From from) {
        if (from instanceof PlanMove.LeftOut left) {
            return new Change(call(ground, left), null, -1);
        }
        return planned(ground, (PlanMove.Planned) from);
    }

    private static Change planned(MoveGround ground, PlanMove.Planned from) {
        PlannedTour tour = ground.plan().tour(from.tour());
        for (int t = 0; t < tour.trips().size(); t++) {
            for (Call call : tour.trips().get(t).calls()) {
                if (call.number() == from.call()) {
                    if (call.landing() != null) {
                        throw new Problem(
                                        "MOVE_LANDING",
                                        409,
                                        "Thuyền chờ hàng này ở bến " + call.landing() + "; không chuyển riêng được.",
                                        "Boats wait for these goods at landing " + call.landing()
                                                + "; they cannot be moved alone.",
                                        "from",
                                        null)
                                .asException();
                    }
                    free(ground, tour, tour.trips().get(t));
                    unlocked(ground, call);
                    return new Change(call, tour, t);
                }
            }
        }
        throw notThere(
                "from",
                "Chuyến " + from.tour() + " không có điểm " + from.call() + ".",
                "Tour " + from.tour() + " has no call " + from.call() + ".");
    }

    /** Nothing is taken from or put into a tour that stays as it is, or a trip that has begun. */
    private static void free(MoveGround ground, PlannedTour tour, PlannedTrip trip) {
        if (ground.fixed().tours().contains(tour.number())) {
            throw new Problem(
                            "MOVE_FIXED",
                            409,
                            "Chuyến " + tour.number() + " đã khoá, hoặc đã có đội nhận.",
                            "Tour " + tour.number() + " is locked, or a team has it.",
                            "tour",
                            null)
                    .asException();
        }
        if (trip.state() != State.PLANNED) {
            throw new Problem(
                            "MOVE_BEGUN",
                            409,
                            "Lượt này của chuyến " + tour.number() + " đã bắt đầu.",
                            "This trip of tour " + tour.number() + " has begun.",
                            "trip",
                            null)
                    .asException();
        }
    }

    private static void unlocked(MoveGround ground, Call call) {
        if (ground.fixed().stops().contains(call.stop())) {
            throw new Problem(
                            "MOVE_FIXED",
                            409,
                            "Điểm " + call.stop() + " đã khoá vào chuyến này.",
                            "Stop " + call.stop() + " is locked to this tour.",
                            "call",
                            null)
                    .asException();
        }
    }

    private static RuntimeException notThere(String field, String vi, String en) {
        return Problem.notFound("MOVE_NOT_THERE", field, vi, en).asException();
    }

    private static Call call(MoveGround ground, PlanMove.LeftOut from) {
        List<PlanGap> gaps = ground.plan().leftOut();
        PlanGap gap = from.index() < 0 || from.index() >= gaps.size() ? null : gaps.get(from.index());
        String stop = gap == null ? null : gap.stop();
        LonLat place = gap == null ? null : gap.place();
        if (gap == null || stop == null || place == null) {
            throw notThere(
                    "from",
                    "Chỗ này chưa thành điểm giao (hàng trong kho không đủ chia), nên không xếp vào chuyến được.",
                    "This never became a stop (there is not enough stock to share out), so it cannot be put into a tour.");
        }
        StopThen then = ground.basis().stops().stream()
                .filter(one -> one.name().equals(Call.homeStop(stop)))
                .findFirst()
                .orElse(null);
        Instant begins = ground.plan().startsAt();
        return new Call(
                0,
                stop,
                null,
                place,
                gap.commune(),
                gap.communeName(),
                gap.households(),
                gap.people(),
                then == null ? 0 : then.walkM(),
                then == null ? 0 : then.cannotWade(),
                null,
                null,
                gap.amounts(),
                begins,
                begins,
                begins.plusSeconds(Handling.handOverS(gap.households())),
                false);
    }

    /** The tour that it leaves, without it; null for what was left out. */
    @Nullable
    OpenTour left(MoveGround ground) {
        return tour == null ? null : OpenTour.of(vehicle(ground, tour), tour).without(trip, call);
    }

    private static Vehicle vehicle(MoveGround ground, PlannedTour tour) {
        Vehicle vehicle = ground.vehicles().get(tour.vehicle());
        if (vehicle == null) {
            throw notThere(
                    "vehicle",
                    tour.vehicleName() + " không còn trong danh sách.",
                    tour.vehicleName() + " is no longer in the list.");
        }
        return vehicle;
    }

    /** The tour that it joins, with it. */
    OpenTour joined(MoveGround ground, PlanMove.To to) {
        Vehicle vehicle = ground.vehicles().get(to.vehicle());
        PlannedTour its = ground.tourOf(to.vehicle());
        if (vehicle == null || (its == null && !ground.ofThePlan().contains(to.vehicle()))) {
            throw notThere("to", "Kế hoạch này không có phương tiện ấy.", "The plan has no such vehicle.");
        }
        boolean same = tour != null && tour.vehicle().equals(to.vehicle());
        OpenTour open = same ? Objects.requireNonNull(left(ground)) : OpenTour.of(vehicle, its);
        int trips = open.trips().size();
        if (to.trip() < 1 || to.trip() > trips + 1) {
            throw notThere(
                    "trip", "Chuyến ấy không có lượt " + to.trip() + ".", "That tour has no trip " + to.trip() + ".");
        }
        if (to.trip() == trips + 1) {
            if (its != null && ground.fixed().tours().contains(its.number())) {
                free(ground, its, its.trips().get(trips - 1));
            }
            open = open.withTrip(
                    trips == 0
                            ? Bases.origin(ground, vehicle, call.place())
                            : open.trips().get(trips - 1).origin());
        } else {
            free(ground, Objects.requireNonNull(its), its.trips().get(to.trip() - 1));
        }
        int most = open.trips().get(to.trip() - 1).calls().size() + 1;
        if (to.position() < 1 || to.position() > most) {
            throw notThere(
                    "position",
                    "Lượt " + to.trip() + " chỉ có chỗ 1 đến " + most + ".",
                    "Trip " + to.trip() + " has positions 1 to " + most + ".");
        }
        return open.with(to.trip() - 1, to.position() - 1, call);
    }
}
