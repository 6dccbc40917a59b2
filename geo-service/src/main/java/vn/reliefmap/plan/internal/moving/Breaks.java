package vn.reliefmap.plan.internal.moving;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.reliefmap.geo.LonLat;
import vn.reliefmap.item.Skill;
import vn.reliefmap.plan.Amount;
import vn.reliefmap.plan.MoveBreak;
import vn.reliefmap.plan.MoveBreak.Kind;
import vn.reliefmap.plan.PlannedTour;
import vn.reliefmap.plan.PlannedTour.Call;
import vn.reliefmap.plan.PlannedTour.PlannedTrip;
import vn.reliefmap.plan.ReliefPlan;
import vn.reliefmap.plan.internal.moving.MoveWays.Obstacle;
import vn.reliefmap.plan.internal.moving.Retiming.Stuck;
import vn.reliefmap.supply.Vehicle;

/** Sets the tours of a plan beside those after a move and tells what is worse than it was. Used for one move. */
final class Breaks {
    private static final double SAME = 1e-6;

    private final MoveGround ground;
    private final Shortages shortages;
    private final BreakWords words;
    private final List<MoveBreak> all = new ArrayList<>();

    Breaks(MoveGround ground) {
        this.ground = ground;
        this.shortages = new Shortages(ground);
        this.words = new BreakWords(ground);
    }

    /** @param joins the call as it stood */
    void joined(Vehicle vehicle, @Nullable PlannedTour before, PlannedTour after, Call joins) {
        if (vehicle.brokenSince() != null && !stoodAt(before, joins)) {
            add(Kind.VEHICLE, vehicle, 0, null, words.broken(vehicle));
        }
        if (!stoodAt(before, joins)) {
            skills(vehicle, joins);
        }
        room(vehicle, before, after);
        hours(vehicle, before, after);
    }

    /** A tour may be late for want of a stop, too: its ways change. */
    void left(Vehicle vehicle, PlannedTour before, PlannedTour after) {
        hours(vehicle, before, after);
    }

    void stuck(Vehicle vehicle, List<Stuck> ways) {
        for (Stuck way : ways) {
            Obstacle one = way.obstacle();
            BreakWords.Said said = words.stuck(vehicle, way);
            all.add(new MoveBreak(
                    one.kind(),
                    vehicle.id(),
                    one.number(),
                    one.limit(),
                    one.since(),
                    one.place(),
                    one.roadName(),
                    said.vi(),
                    said.en()));
        }
    }

    /** @param vehicle that is named for what it or others now lack */
    void goods(Vehicle vehicle, List<PlannedTour> before, List<PlannedTour> after) {
        Map<Shortages.Shelf, Long> were = shortages.of(before);
        shortages.of(after).forEach((shelf, milli) -> {
            if (milli > were.getOrDefault(shelf, 0L)) {
                add(
                        shelf.depot() != null ? Kind.STOCK : Kind.LANDING,
                        vehicle,
                        milli / 1000.0,
                        0.0,
                        words.lacking(shelf, new Amount(shelf.item(), milli)));
            }
        });
    }

    /** The worst first. */
    List<MoveBreak> told() {
        return all.stream()
                .sorted(Comparator.comparing(MoveBreak::kind)
                        .thenComparing(MoveBreak::number, Comparator.reverseOrder())
                        .thenComparing(MoveBreak::vi))
                .toList();
    }

    private void add(Kind kind, Vehicle vehicle, double number, @Nullable Double limit, BreakWords.Said said) {
        Instant since = null;
        LonLat place = null;
        all.add(new MoveBreak(kind, vehicle.id(), number, limit, since, place, null, said.vi(), said.en()));
    }

    private static boolean stoodAt(@Nullable PlannedTour tour, Call call) {
        return tour != null
                && tour.trips().stream().flatMap(trip -> trip.calls().stream()).anyMatch(call::equals);
    }

    private void skills(Vehicle vehicle, Call call) {
        Set<Skill> lacking = new HashSet<>();
        call.handsOver().forEach(amount -> {
            Skill skill = ground.item(amount).needsSkill();
            if (skill != null && !vehicle.skills().contains(skill)) {
                lacking.add(skill);
            }
        });
        lacking.forEach(skill -> add(Kind.SKILL, vehicle, lacking.size(), 0.0, words.skill(vehicle, skill)));
    }

    private void room(Vehicle vehicle, @Nullable PlannedTour before, PlannedTour after) {
        double kg = Loads.mostKg(ground, after);
        if (kg > vehicle.capacityKg() + SAME && kg > (before == null ? 0 : Loads.mostKg(ground, before)) + SAME) {
            add(Kind.WEIGHT, vehicle, kg - vehicle.capacityKg(), vehicle.capacityKg(), words.weight(vehicle, kg));
        }
        double m3 = Loads.mostM3(ground, after);
        if (m3 > vehicle.capacityM3() + SAME && m3 > (before == null ? 0 : Loads.mostM3(ground, before)) + SAME) {
            add(Kind.VOLUME, vehicle, m3 - vehicle.capacityM3(), vehicle.capacityM3(), words.volume(vehicle, m3));
        }
    }

    private void hours(Vehicle vehicle, @Nullable PlannedTour before, PlannedTour after) {
        ReliefPlan plan = ground.plan();
        long lateS = laterS(plan.endsAt(), after);
        if (lateS > (before == null ? 0 : laterS(plan.endsAt(), before))) {
            add(Kind.HOURS, vehicle, (double) lateS, 0.0, words.hours(vehicle, after.endsAt()));
        }
        long darkS = darkS(plan, after);
        if (darkS > (before == null ? 0 : darkS(plan, before))) {
            add(Kind.DARK, vehicle, (double) darkS, 0.0, words.dark(vehicle, after.endsAt()));
        }
    }

    /** Seconds on the road after dusk; 0 where the plan may run into the night. */
    static long darkS(ReliefPlan plan, PlannedTour tour) {
        ReliefPlan.Light light = plan.light();
        return light == null ? 0 : laterS(light.to(), tour);
    }

    private static long laterS(Instant limit, PlannedTour tour) {
        return Math.max(0, Duration.between(limit, tour.endsAt()).toSeconds());
    }

    /** What trips carry. */
    static final class Loads {
        private Loads() {}

        static double mostKg(MoveGround ground, PlannedTour tour) {
            return tour.trips().stream()
                    .mapToDouble(trip -> kg(ground, trip))
                    .max()
                    .orElse(0);
        }

        static double mostM3(MoveGround ground, PlannedTour tour) {
            return tour.trips().stream()
                    .mapToDouble(trip -> m3(ground, trip))
                    .max()
                    .orElse(0);
        }

        private static double kg(MoveGround ground, PlannedTrip trip) {
            return trip.loads().stream()
                    .mapToDouble(amount -> amount.milli() * ground.item(amount).massKg() / 1000)
                    .sum();
        }

        private static double m3(MoveGround ground, PlannedTrip trip) {
            return trip.loads().stream()
                    .mapToDouble(amount -> amount.milli() * ground.item(amount).volumeM3() / 1000)
                    .sum();
        }
    }
}
