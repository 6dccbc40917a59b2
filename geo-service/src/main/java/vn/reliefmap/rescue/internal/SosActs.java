package vn.reliefmap.rescue.internal;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.reliefmap.kernel.VehicleId;
import vn.reliefmap.ledger.Facts;
import vn.reliefmap.ledger.Ledger;
import vn.reliefmap.rescue.NobodyNear;
import vn.reliefmap.rescue.SosCall;
import vn.reliefmap.rescue.SosState;
import vn.reliefmap.rescue.SosStep;
import vn.reliefmap.rescue.internal.SosTable.Standing;
import vn.reliefmap.store.Changes;
import vn.reliefmap.store.Topic;

/** Changes how a call stands: the head, the step, the ledger's entry and the news of it, in one transaction. */
@Component
class SosActs {
    private final SosTable table;
    private final CrewTable crews;
    private final Ledger ledger;
    private final Changes changes;
    private final RescueSettings settings;

    SosActs(SosTable table, CrewTable crews, Ledger ledger, Changes changes, RescueSettings settings) {
        this.table = table;
        this.crews = crews;
        this.ledger = ledger;
        this.changes = changes;
        this.settings = settings;
    }

    /** False when the call or the crew are not free any more. */
    @Transactional
    public boolean send(UUID id, UUID crew, @Nullable Integer arrivalS, Instant now) {
        // The crew first, as when a crew goes off duty: two that lock in turn do not wait for each other.
        if (!crews.lockFree(crew)) {
            return false;
        }
        SosCall call = table.lock(id).orElseThrow();
        if (call.state() != SosState.WAITING) {
            return false;
        }
        sendTo(call, crew, arrivalS, null, now);
        return true;
    }

    /** Asks the crew; who asked it before may still answer first. */
    @Transactional
    public void sendTo(SosCall call, UUID crew, @Nullable Integer arrivalS, @Nullable UUID by, Instant now) {
        boolean coordinators = by == null && call.coordinatorsSince() != null && toldTwice(call);
        set(call, SosState.SENT, crew, arrivalS, now.plus(settings.answerWithin), coordinators, List.of(), now);
        told(call, "sent", crew, by, null, now);
    }

    /** Once nobody answered, coordinators stay with the call until somebody takes it. */
    private boolean toldTwice(SosCall call) {
        return table.steps(call.id()).stream()
                .anyMatch(step -> step.word().equals("no_answer") || step.word().equals("passed_on"));
    }

    /** Nobody can be sent: coordinators see why. The same reason again is no new step. */
    @Transactional
    public void nobody(UUID id, List<NobodyNear> why, Instant now, Instant again) {
        SosCall call = table.lock(id).orElseThrow();
        if (call.state() != SosState.WAITING) {
            return;
        }
        set(call, SosState.WAITING, null, null, again, true, why, now);
        if (!why.equals(call.why()) || call.coordinatorsSince() == null) {
            told(
                    call,
                    "nobody_near",
                    null,
                    null,
                    why.isEmpty() ? null : why.get(0).reason(),
                    now);
        }
    }

    /** A crew did not answer, or is not there when it should be. */
    @Transactional
    public void timeIsUp(UUID id, Instant now) {
        SosCall call = table.lock(id).orElseThrow();
        if (call.dueAt() == null || call.dueAt().isAfter(now)) {
            return;
        }
        if (call.state() == SosState.SENT) {
            set(call, SosState.WAITING, null, null, now, true, List.of(), now);
            told(call, "no_answer", call.crew(), null, null, now);
        } else if (call.state().held()) {
            set(call, call.state(), call.crew(), call.arrivalS(), null, true, List.of(), now);
            told(call, "overdue", call.crew(), null, null, now);
        }
    }

    /** The crew goes off duty, for whatever reason; its calls go on to others. */
    @Transactional
    public void crewIsGone(UUID crew, String reason, Instant now) {
        if (crews.end(crew, now)) {
            for (UUID id : table.of(crew)) {
                SosCall call = table.lock(id).orElseThrow();
                if (crew.equals(call.crew())) {
                    passOn(call, crew, null, reason, now);
                }
            }
            changes.announce(Topic.SOS);
        }
    }

    void passOn(SosCall call, UUID crew, @Nullable UUID by, @Nullable String reason, Instant now) {
        set(call, SosState.WAITING, null, null, now, true, List.of(), now);
        told(call, "passed_on", crew, by, reason, now);
        table.lookAgain(now);
    }

    /** Another crew is asked by now, and stays so; this one is not asked again. */
    void refusedLate(SosCall call, UUID crew, UUID by, String reason, Instant now) {
        told(call, "passed_on", crew, by, reason, now);
    }

    void take(SosCall call, UUID crew, @Nullable UUID by, SosState state, Instant now) {
        Integer arrivalS = crew.equals(call.crew()) ? call.arrivalS() : null;
        Instant due = now.plusSeconds(arrivalS == null ? 0 : arrivalS).plus(settings.overdue);
        set(call, state, crew, arrivalS, due, false, List.of(), now);
        told(call, state.word(), crew, by, null, now);
    }

    void found(SosCall call, SosState state, boolean ended, @Nullable UUID crew, @Nullable UUID by, Instant now) {
        table.set(call.id(), new Standing(state, crew, call.arrivalS(), null, !ended, List.of(), ended, now));
        told(call, state.word(), crew, by, null, now);
        table.lookAgain(now);
    }

    void note(SosCall call, String word, Instant now) {
        told(call, word, call.crew(), null, null, now);
    }

    /** Crews that gave the call away, or did not answer lately. */
    Set<UUID> passedBy(UUID call, Instant since) {
        Set<UUID> passed = new HashSet<>();
        for (SosStep step : table.steps(call)) {
            boolean silent = step.word().equals("no_answer") && step.at().isAfter(since);
            if (step.crew() != null && (silent || step.word().equals("passed_on"))) {
                passed.add(step.crew());
            }
        }
        return passed;
    }

    private void set(
            SosCall call,
            SosState state,
            @Nullable UUID crew,
            @Nullable Integer arrivalS,
            @Nullable Instant due,
            boolean coordinators,
            List<NobodyNear> why,
            Instant now) {
        table.set(call.id(), new Standing(state, crew, arrivalS, due, coordinators, why, false, now));
    }

    private void told(
            SosCall call, String word, @Nullable UUID crew, @Nullable UUID by, @Nullable String reason, Instant now) {
        table.step(call.id(), word, crew, by, reason, now);
        ledger.append("sos_" + word, Facts.of(call.disaster().value()).code("call", call.code()));
        changes.announce(Topic.SOS);
    }

    Optional<VehicleId> vehicleOf(UUID crew) {
        return crews.find(crew).map(found -> found.vehicle());
    }
}
