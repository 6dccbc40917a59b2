package vn.reliefmap.plan.internal.kept;

import jakarta.annotation.PreDestroy;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import vn.reliefmap.kernel.DisasterId;
import vn.reliefmap.kernel.PlanId;
import vn.reliefmap.kernel.Problem;
import vn.reliefmap.kernel.ProblemException;
import vn.reliefmap.plan.PlanDesk;
import vn.reliefmap.plan.PlanOrder;
import vn.reliefmap.plan.PlanProgress;
import vn.reliefmap.plan.PlanProgress.State;
import vn.reliefmap.plan.Plans;
import vn.reliefmap.plan.ReliefPlan;
import vn.reliefmap.plan.SearchWatch;
import vn.reliefmap.plan.TourStanding;
import vn.reliefmap.plan.internal.making.ClaimedTours;
import vn.reliefmap.plan.internal.making.Made;
import vn.reliefmap.plan.internal.making.PlanBasis;
import vn.reliefmap.plan.internal.making.PlanMaker;
import vn.reliefmap.plan.internal.making.StaleReasons;
import vn.reliefmap.store.Changes;
import vn.reliefmap.store.Topic;

/** One plan is made at a time; a few wait. What is made stays in the database. */
@Component
class KeptPlans implements Plans {
    private static final Logger LOG = LoggerFactory.getLogger(KeptPlans.class);
    private static final int MOST_WAITING = 4;
    private static final int MOST_LISTED = 100;
    /** What a plan rests on. */
    private static final Set<Topic> TOPICS =
            EnumSet.of(Topic.ROADS, Topic.WATER, Topic.ROAD_REPORTS, Topic.SUPPLY, Topic.NEEDS, Topic.HOUSEHOLDS);

    private static final Problem INTERRUPTED = Problem.unavailable(
            "PLAN_INTERRUPTED",
            "Máy đã khởi động lại khi đang lập kế hoạch. Hãy lập lại.",
            "The program was restarted while it planned. Plan again.");

    private final PlanMaker maker;
    private final PlanTable table;
    private final DeskTable desk;
    private final Changes changes;
    private final StaleReasons reasons;
    private final ClaimedTours claimedTours;
    private final Map<PlanId, Told> told = new ConcurrentHashMap<>();
    private final Clock clock = Clock.systemUTC();
    private final Map<PlanId, Work> works = new ConcurrentHashMap<>();
    private final ThreadPoolExecutor worker =
            new ThreadPoolExecutor(1, 1, 0, TimeUnit.SECONDS, new ArrayBlockingQueue<>(MOST_WAITING), work -> {
                Thread thread = new Thread(work, "planning");
                thread.setDaemon(true);
                return thread;
            });

    KeptPlans(
            PlanMaker maker,
            PlanTable table,
            DeskTable desk,
            Changes changes,
            StaleReasons reasons,
            ClaimedTours claimedTours) {
        this.maker = maker;
        this.table = table;
        this.desk = desk;
        this.changes = changes;
        this.reasons = reasons;
        this.claimedTours = claimedTours;
    }

    /** Why a plan is stale at a state of the data; asked again when the data change. */
    private record Told(Map<Topic, Long> versions, List<PlanProgress.Reason> reasons) {}

    /** One plan that is not made yet, as others see it. */
    private static final class Work implements SearchWatch {
        private volatile @Nullable Progress seen;
        private volatile boolean stopped;
        private volatile boolean running;

        @Override
        public boolean goOn(Progress progress) {
            seen = progress;
            return !stopped;
        }
    }

    @Override
    public PlanId start(PlanOrder ordered) {
        PlanOrder order = withLocks(ordered);
        Made before = before(order);
        maker.check(order, before);
        PlanId id = add(order);
        Work work = new Work();
        works.put(id, work);
        try {
            worker.execute(() -> run(id, order, before, work));
        } catch (RejectedExecutionException e) {
            works.remove(id);
            Problem busy = Problem.unavailable(
                    "PLANS_BUSY",
                    "Đang có nhiều kế hoạch chờ lập. Hãy thử lại sau một phút.",
                    "Several plans are waiting already. Try again in a minute.");
            table.failed(id, busy);
            throw busy.asException();
        }
        return id;
    }

    private PlanOrder withLocks(PlanOrder order) {
        PlanOrder.Again again = order.again();
        return again == null
                ? order
                : order.locking(desk.standing(again.before())
                        .map(PlanDesk.Standing::locked)
                        .orElse(PlanDesk.Locks.NONE));
    }

    /** The plan that an order is to take the place of; null = none. */
    private @Nullable Made before(PlanOrder order) {
        PlanOrder.Again again = order.again();
        if (again == null) {
            return null;
        }
        ReliefPlan plan = get(again.before());
        if (!plan.disaster().equals(order.disaster())) {
            throw Problem.badField(
                            "PLAN_OTHER_DISASTER",
                            "before",
                            "a plan of the same disaster",
                            "Kế hoạch trước thuộc đợt thiên tai khác.",
                            "The plan before belongs to another disaster.")
                    .asException();
        }
        PlanBasis basis = table.basis(plan.id()).orElseThrow(() -> Problem.badField(
                        "PLAN_TOO_OLD",
                        "before",
                        "a plan made by this version",
                        "Kế hoạch trước do bản cũ của chương trình lập; hãy lập mới.",
                        "The plan before was made by an older version; plan from nothing.")
                .asException());
        return new Made(plan, basis);
    }

    private PlanId add(PlanOrder order) {
        PlanId id = new PlanId(UUID.randomUUID());
        table.add(id, order.disaster(), clock.instant(), changes.versions());
        return id;
    }

    private void run(PlanId id, PlanOrder order, @Nullable Made before, Work work) {
        work.running = true;
        try {
            table.ready(maker.make(id, order, before, work));
        } catch (ProblemException e) {
            table.failed(id, e.problem());
        } catch (RuntimeException e) {
            LOG.error("plan {} failed", id, e);
            table.failed(
                    id,
                    Problem.unavailable(
                            "PLAN_FAILED",
                            "Không lập được kế hoạch do lỗi của chương trình; nhật ký ghi rõ mã " + id + ".",
                            "The plan failed by a fault of the program; its log tells more of " + id + "."));
        } finally {
            works.remove(id);
        }
    }

    @Override
    public ReliefPlan make(PlanOrder ordered, SearchWatch watch) {
        PlanOrder order = withLocks(ordered);
        Made before = before(order);
        maker.check(order, before);
        PlanId id = add(order);
        try {
            Made made = maker.make(id, order, before, watch);
            table.ready(made);
            return made.plan();
        } catch (ProblemException e) {
            table.failed(id, e.problem());
            throw e;
        }
    }

    @Override
    public DisasterId disaster(PlanId id) {
        return row(id).disaster();
    }

    @Override
    public PlanProgress progress(PlanId id) {
        PlanTable.Row row = row(id);
        PlanProgress progress = progress(row);
        if (progress.state() != State.READY || progress.changed().isEmpty()) {
            return progress;
        }
        return why(row).map(progress::because).orElse(progress);
    }

    /** Read from the plan and its basis, which are long, only when the data are not those of the last time. Empty without a basis. */
    private Optional<List<PlanProgress.Reason>> why(PlanTable.Row row) {
        Map<Topic, Long> now = changes.versions();
        Told before = told.get(row.id());
        if (before != null && before.versions().equals(now)) {
            return Optional.of(before.reasons());
        }
        return table.basis(row.id()).map(basis -> {
            ReliefPlan plan = table.plan(row.id()).orElseThrow();
            List<PlanProgress.Reason> why = reasons.of(plan, basis, changed(row, now));
            if (told.size() > MOST_LISTED) {
                told.clear();
            }
            told.put(row.id(), new Told(now, why));
            return why;
        });
    }

    private PlanTable.Row row(PlanId id) {
        return table.find(id).orElseThrow(() -> PlanTable.notFound().asException());
    }

    private PlanProgress progress(PlanTable.Row row) {
        Work work = works.get(row.id());
        if (row.state() == State.WAITING) {
            if (work == null) {
                return ended(table.find(row.id()).orElse(row));
            }
            SearchWatch.Progress seen = work.seen;
            return new PlanProgress(
                    row.id(),
                    row.disaster(),
                    work.running ? State.RUNNING : State.WAITING,
                    row.orderedAt(),
                    seen == null ? 0 : seen.share(),
                    seen == null ? null : seen.unassignedStops(),
                    changed(row),
                    List.of(),
                    null,
                    null);
        }
        return ended(row);
    }

    /** A row that nobody works on: one that still waits was lost with the program that made it. */
    private PlanProgress ended(PlanTable.Row row) {
        boolean lost = row.state() == State.WAITING;
        return new PlanProgress(
                row.id(),
                row.disaster(),
                lost ? State.FAILED : row.state(),
                row.orderedAt(),
                row.state() == State.READY ? 1 : 0,
                null,
                changed(row),
                List.of(),
                lost ? INTERRUPTED.vi() : row.vi(),
                lost ? INTERRUPTED.en() : row.en());
    }

    private Set<String> changed(PlanTable.Row row) {
        return changed(row, changes.versions()).stream()
                .map(Topic::word)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<Topic> changed(PlanTable.Row row, Map<Topic, Long> now) {
        Set<Topic> changed = EnumSet.copyOf(TOPICS);
        changed.removeIf(topic -> Objects.equals(now.get(topic), row.versions().get(topic)));
        return changed;
    }

    @Override
    public ReliefPlan get(PlanId id) {
        return table.plan(id).orElseThrow(() -> {
            PlanProgress progress = progress(row(id));
            boolean failed = progress.state() == State.FAILED;
            String vi = progress.vi();
            String en = progress.en();
            return new Problem(
                            failed ? "PLAN_FAILED" : "PLAN_NOT_READY",
                            409,
                            failed && vi != null ? vi : "Kế hoạch chưa lập xong.",
                            failed && en != null ? en : "The plan is not ready yet.",
                            null,
                            null)
                    .asException();
        });
    }

    @Override
    public List<TourStanding> claimed(PlanId id) {
        return table
                .plan(id)
                .flatMap(plan -> table.basis(id).map(basis -> claimedTours.of(new Made(plan, basis))))
                .orElse(Map.of())
                .values()
                .stream()
                .map(ClaimedTours.Standing::told)
                .toList();
    }

    @Override
    public List<PlanProgress> list(DisasterId disaster) {
        return table.newest(disaster, MOST_LISTED).stream().map(this::progress).toList();
    }

    @Override
    public void stop(PlanId id) {
        row(id);
        Work work = works.get(id);
        if (work != null) {
            work.stopped = true;
        }
    }

    @PreDestroy
    void end() {
        works.values().forEach(work -> work.stopped = true);
        worker.shutdownNow();
    }

    /** For tests: nothing waits and nothing is made. */
    boolean idle() {
        return works.isEmpty();
    }
}
