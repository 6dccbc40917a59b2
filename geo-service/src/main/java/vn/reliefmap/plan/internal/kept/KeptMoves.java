package vn.reliefmap.plan.internal.kept;

import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;
import vn.reliefmap.kernel.PlanId;
import vn.reliefmap.kernel.Problem;
import vn.reliefmap.plan.MoveBreak;
import vn.reliefmap.plan.MoveCheck;
import vn.reliefmap.plan.MoveFit;
import vn.reliefmap.plan.MoveOrder;
import vn.reliefmap.plan.PlanDesk;
import vn.reliefmap.plan.PlanDesk.Edit;
import vn.reliefmap.plan.PlanDesk.Locks;
import vn.reliefmap.plan.PlanMove;
import vn.reliefmap.plan.PlanMoves;
import vn.reliefmap.plan.internal.making.ClaimedTours;
import vn.reliefmap.plan.internal.making.Made;
import vn.reliefmap.plan.internal.moving.StopMoves;
import vn.reliefmap.store.Changes;
import vn.reliefmap.store.OnceOnly;
import vn.reliefmap.store.Topic;

/** Moves in the plans that are kept: each makes one more plan, with who made it and why beside it. */
@Component
class KeptMoves implements PlanMoves {
    private static final int LONGEST_WHY = 300;
    private static final int MOST_READ = 4;

    private final PlanTable table;
    private final StopMoves moves;
    private final ClaimedTours claimedTours;
    private final PlanDesk desk;
    private final Changes changes;
    private final OnceOnly onceOnly;
    private final Clock clock = Clock.systemUTC();
    /** Plans never change, and those that somebody works on are asked for with each turn of the hand. */
    private final Map<PlanId, Made> read = new ConcurrentHashMap<>();

    KeptMoves(
            PlanTable table,
            StopMoves moves,
            ClaimedTours claimedTours,
            PlanDesk desk,
            Changes changes,
            OnceOnly onceOnly) {
        this.table = table;
        this.moves = moves;
        this.claimedTours = claimedTours;
        this.desk = desk;
        this.changes = changes;
        this.onceOnly = onceOnly;
    }

    @Override
    public MoveCheck check(PlanId plan, PlanMove move) {
        Made made = made(plan);
        return moves.check(made, fixed(made), move);
    }

    @Override
    public List<MoveFit> fits(PlanId plan, PlanMove.From from) {
        Made made = made(plan);
        return moves.fits(made, fixed(made), from);
    }

    private Made made(PlanId plan) {
        Made known = read.get(plan);
        if (known != null) {
            return known;
        }
        Made made = table.required(plan);
        if (read.size() >= MOST_READ) {
            read.clear();
        }
        read.put(plan, made);
        return made;
    }

    /** What is locked, and tours that a team has. Those of this very plan must be known to the next one, which only planning again does. */
    private Locks fixed(Made made) {
        Map<Integer, ClaimedTours.Standing> standings = claimedTours.of(made);
        boolean own = standings.values().stream()
                .filter(ClaimedTours.Standing::holds)
                .anyMatch(one -> made.basis().claimed().stream()
                        .noneMatch(then -> then.claim().equals(one.claim().id())));
        if (own) {
            throw new Problem(
                            "PLAN_HAS_CLAIMS",
                            409,
                            "Đã có đội nhận chuyến của kế hoạch này. Hãy tính lại từ bây giờ, rồi chuyển điểm trong bản mới.",
                            "A team has taken on a tour of this plan. Plan again from now, and move stops in the new plan.",
                            null,
                            null)
                    .asException();
        }
        Locks locked = desk.standing(made.plan().id()).locked();
        Set<Integer> fixed = new HashSet<>(ClaimedTours.fixed(made.plan(), standings));
        fixed.addAll(locked.tours());
        return new Locks(fixed, locked.stops());
    }

    /** What the answer to a repeated request needs. */
    private record MadePlan(UUID plan) {}

    private record Asked(UUID plan, MoveOrder order) {}

    @Override
    public PlanId move(PlanId plan, MoveOrder order) {
        MadePlan answer = onceOnly.answer(
                order.by().toString(),
                order.id(),
                new Asked(plan.value(), order),
                MadePlan.class,
                () -> new MadePlan(make(plan, order).value()));
        return new PlanId(answer.plan());
    }

    private PlanId make(PlanId plan, MoveOrder order) {
        Made made = made(plan);
        PlanTable.Row row = table.find(plan).orElseThrow();
        StopMoves.Result result = moves.make(made, fixed(made), order.move(), new PlanId(UUID.randomUUID()));
        List<MoveBreak> breaks = result.check().breaks();
        if (result.check().refused() || (!breaks.isEmpty() && !order.override())) {
            throw refusal(breaks);
        }
        String why = order.why() == null ? "" : order.why().strip();
        if ((!breaks.isEmpty() && why.isEmpty()) || why.length() > LONGEST_WHY) {
            throw Problem.badField(
                            "MOVE_WHY",
                            "why",
                            "1 … " + LONGEST_WHY + " characters",
                            "Hãy nói vì sao vẫn chuyển, trong " + LONGEST_WHY + " ký tự.",
                            "Say why it is moved all the same, in " + LONGEST_WHY + " characters.")
                    .asException();
        }
        table.addMade(result.made(), clock.instant(), row.versions(), new Edit(order.by(), why, breaks));
        changes.announce(Topic.PLANS);
        return result.made().plan().id();
    }

    private static RuntimeException refusal(List<MoveBreak> breaks) {
        MoveBreak worst = breaks.get(0);
        return new Problem(
                        "MOVE_BREAKS",
                        409,
                        "Chưa chuyển: " + worst.vi(),
                        "Not moved: " + worst.en(),
                        "to",
                        worst.kind().gentle() ? "override and why" : "a move that breaks nothing")
                .with(Map.of(
                        "breaks",
                        breaks.stream()
                                .map(one -> Map.of(
                                        "kind",
                                        one.kind().word(),
                                        "number",
                                        one.number(),
                                        "vi",
                                        one.vi(),
                                        "en",
                                        one.en()))
                                .toList()))
                .asException();
    }
}
