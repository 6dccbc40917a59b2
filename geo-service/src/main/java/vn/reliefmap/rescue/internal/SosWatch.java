package vn.reliefmap.rescue.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.reliefmap.geo.LonLat;
import vn.reliefmap.kernel.DisasterId;
import vn.reliefmap.passability.VehicleClass;
import vn.reliefmap.rescue.Crew;
import vn.reliefmap.rescue.NobodyNear;
import vn.reliefmap.rescue.SosCall;
import vn.reliefmap.rescue.SosClock;
import vn.reliefmap.rescue.SosState;
import vn.reliefmap.rescue.internal.NearestCrews.Refusal;
import vn.reliefmap.rescue.internal.NearestCrews.Trip;

/**
 * Looks at every call whose hour has come. Ways are asked for before anything is locked; each call is then changed in a
 * short transaction of its own, if it still stands as it did.
 */
@Component
class SosWatch implements SosClock {
    private static final Logger LOG = LoggerFactory.getLogger(SosWatch.class);
    private static final int MOST_AT_ONCE = 200;
    /**
     * Ways asked for in one look; calls that are left over stay due, and whoever does not answer is passed over in between. A
     * weak value: a way by truck and boat may take tenths of a second.
     */
    private static final int MOST_WAYS = 100;

    private final SosTable table;
    private final CrewTable crews;
    private final NearestCrews nearest;
    private final SosPlaces places;
    private final SosActs acts;
    private final RescueSettings settings;
    private final TransactionTemplate transaction;
    private final Clock clock = Clock.systemUTC();

    SosWatch(
            SosTable table,
            CrewTable crews,
            NearestCrews nearest,
            SosPlaces places,
            SosActs acts,
            RescueSettings settings,
            PlatformTransactionManager transactions) {
        this.table = table;
        this.crews = crews;
        this.nearest = nearest;
        this.places = places;
        this.acts = acts;
        this.settings = settings;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Scheduled(fixedDelay = 1000)
    void look() {
        try {
            look(clock.instant());
        } catch (RuntimeException e) {
            // Tried again in a second; without this a database that is away once would end it for good.
            LOG.error("Calls for help could not be looked at", e);
        }
    }

    @Override
    public void look(Instant now) {
        crews.gone(now)
                .forEach(gone -> alone(
                        gone.crew(),
                        () -> acts.crewIsGone(gone.crew(), gone.broken() ? "broken_down" : "duty_over", now)));
        table.due(now, MOST_AT_ONCE).stream()
                .filter(call -> call.state() != SosState.WAITING)
                .forEach(call -> alone(call.id(), () -> acts.timeIsUp(call.id(), now)));
        Map<DisasterId, List<SosCall>> waiting = table.due(now, MOST_AT_ONCE).stream()
                .filter(call -> call.state() == SosState.WAITING)
                .collect(Collectors.groupingBy(SosCall::disaster, LinkedHashMap::new, Collectors.toList()));
        waiting.forEach((disaster, calls) -> alone(disaster.value(), () -> send(disaster, calls, now)));
    }

    /** What fails for one of them is tried again in a second, and keeps nobody else from help. */
    private static void alone(UUID whose, Runnable step) {
        try {
            step.run();
        } catch (RuntimeException e) {
            LOG.error("Calls for help: {} could not be looked at", whose, e);
        }
    }

    /** Sends the calls to crews, the oldest first. */
    private void send(DisasterId disaster, List<SosCall> calls, Instant now) {
        List<SosCall> placed = new ArrayList<>();
        List<LonLat> targets = new ArrayList<>();
        for (SosCall call : calls) {
            alone(call.id(), () -> places.of(call)
                    .ifPresentOrElse(
                            place -> {
                                placed.add(call);
                                targets.add(place);
                            },
                            () -> nobody(call, List.of(NobodyWords.noPlace()), now)));
        }
        List<Crew> free = mayGo(crews.free(now), placed);
        NearestCrews.Table times = nearest.table(disaster, free, targets);
        Set<UUID> taken = new HashSet<>();
        for (int i = 0; i < placed.size() && times.waysAsked() < MOST_WAYS; i++) {
            int index = i;
            List<Crew> left =
                    free.stream().filter(crew -> !taken.contains(crew.id())).toList();
            alone(placed.get(i).id(), () -> {
                UUID sent = sendOne(placed.get(index), targets.get(index), left, times, index, now);
                if (sent != null) {
                    taken.add(sent);
                }
            });
        }
    }

    /** Crews of drills go to drills, and real ones to the real thing. */
    private static List<Crew> mayGo(List<Crew> free, List<SosCall> calls) {
        return calls.isEmpty()
                ? List.of()
                : free.stream()
                        .filter(crew -> calls.get(0).simulated() || !crew.simulated())
                        .toList();
    }

    private @Nullable UUID sendOne(
            SosCall call, LonLat place, List<Crew> free, NearestCrews.Table times, int index, Instant now) {
        Set<UUID> passed = acts.passedBy(call.id(), now.minus(settings.askAgain));
        List<Crew> open =
                free.stream().filter(crew -> !passed.contains(crew.id())).toList();
        Map<VehicleClass, Refusal> tried = new EnumMap<>(VehicleClass.class);
        for (Crew crew : open) {
            Refusal refusal = times.refusal(crew.vehicleClass(), index);
            if (refusal != null && times.seconds(crew, index) == Double.POSITIVE_INFINITY) {
                tried.put(crew.vehicleClass(), refusal);
            }
        }
        Crew best = null;
        Trip quickest = null;
        for (Crew crew : times.inOrder(open, index)) {
            if (quickest != null
                    && !crew.byTruck()
                    && times.seconds(crew, index) >= Objects.requireNonNull(quickest.seconds())) {
                continue; // the matrix is never slower than the way itself
            }
            Trip trip = nearest.trip(crew, place, times);
            if (trip.refusal() != null) {
                tried.put(crew.vehicleClass(), trip.refusal());
            } else if (quickest == null
                    || Objects.requireNonNull(trip.seconds()) < Objects.requireNonNull(quickest.seconds())) {
                best = crew;
                quickest = trip;
            }
        }
        if (best == null) {
            List<Crew> onDuty = crews.list().stream()
                    .filter(crew -> call.simulated() || !crew.simulated())
                    .toList();
            Set<Crew> asked =
                    onDuty.stream().filter(crew -> passed.contains(crew.id())).collect(Collectors.toSet());
            nobody(call, NobodyWords.lines(onDuty, tried, asked), now);
            return null;
        }
        UUID chosen = best.id();
        Integer seconds = quickest == null ? null : quickest.seconds();
        Boolean sent = transaction.execute(status -> acts.send(call.id(), chosen, seconds, now));
        return Boolean.TRUE.equals(sent) ? chosen : null;
    }

    private void nobody(SosCall call, List<NobodyNear> why, Instant now) {
        Duration again = settings.lookAgain;
        acts.nobody(call.id(), why, now, now.plus(again));
    }
}
