package vn.reliefmap.rescue.internal;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.reliefmap.kernel.DisasterId;
import vn.reliefmap.kernel.Problem;
import vn.reliefmap.report.ReportId;
import vn.reliefmap.rescue.Crews;
import vn.reliefmap.rescue.SosCall;
import vn.reliefmap.rescue.SosCalls;
import vn.reliefmap.rescue.SosFigures;
import vn.reliefmap.rescue.SosPlace;
import vn.reliefmap.rescue.SosState;
import vn.reliefmap.rescue.SosStep;
import vn.reliefmap.supply.Vehicles;

/** What crews and coordinators say of calls; the call's row is locked, so that of two crews one holds it. */
@Component
class HandledCalls implements SosCalls {
    private static final String WORDS = "acknowledged | passed_on | on_the_way | reached | not_found";

    private final SosTable table;
    private final FigureTable figures;
    private final CrewTable crews;
    private final SosActs acts;
    private final SosPlaces places;
    private final Vehicles vehicles;
    private final Clock clock = Clock.systemUTC();

    HandledCalls(
            SosTable table, FigureTable figures, CrewTable crews, SosActs acts, SosPlaces places, Vehicles vehicles) {
        this.table = table;
        this.figures = figures;
        this.crews = crews;
        this.acts = acts;
        this.places = places;
        this.vehicles = vehicles;
    }

    @Override
    public SosCall get(UUID id) {
        return table.find(id).orElseThrow(() -> SosCalls.notFound().asException());
    }

    @Override
    public Optional<SosCall> ofReport(ReportId report) {
        return table.ofReport(report);
    }

    @Override
    public List<SosCall> list(@Nullable DisasterId disaster, @Nullable UUID crewsOf, boolean ended, int limit) {
        return table.list(disaster, crewsOf, ended, limit);
    }

    @Override
    public List<SosStep> steps(UUID call) {
        return table.steps(call);
    }

    @Override
    public SosPlace place(UUID call) {
        return places.exact(get(call));
    }

    @Override
    @Transactional
    public SosCall say(UUID id, UUID account, String word, @Nullable String reason) {
        List<UUID> asked = crews.askedOf(account, id);
        if (asked.isEmpty()) {
            throw SosCalls.notFound().asException();
        }
        SosCall call = open(id);
        UUID crew = asked.stream()
                .filter(each -> each.equals(call.crew()))
                .findFirst()
                .orElse(asked.get(0));
        boolean own = crew.equals(call.crew());
        if (!own && call.state().held()) {
            throw held().asException();
        }
        if (!own && !mayStillTake(call, crew)) {
            throw notAsked().asException();
        }
        heed(call, crew, account, word, reason, clock.instant());
        return get(id);
    }

    /** A crew that was too slow may still take what nobody holds; one that gave it away, or is off duty, may not. */
    private boolean mayStillTake(SosCall call, UUID crew) {
        String last = table.steps(call.id()).stream()
                .filter(step -> crew.equals(step.crew()))
                .reduce((first, second) -> second)
                .map(SosStep::word)
                .orElse("");
        return (last.equals("sent") || last.equals("no_answer"))
                && crews.find(crew).isPresent();
    }

    private void heed(SosCall call, UUID crew, UUID account, String word, @Nullable String reason, Instant now) {
        switch (word) {
            case "acknowledged" -> {
                if (!(call.state().held() && crew.equals(call.crew()))) {
                    acts.take(call, crew, account, SosState.ACKNOWLEDGED, now);
                }
            }
            case "on_the_way" -> acts.take(call, crew, account, SosState.ON_THE_WAY, now);
            case "reached" -> acts.found(call, SosState.REACHED, true, crew, account, now);
            case "not_found" -> acts.found(call, SosState.NOT_FOUND, false, crew, account, now);
            case "passed_on" -> passOn(call, crew, account, reason, now);
            default -> throw badWord(WORDS).asException();
        }
    }

    private void passOn(SosCall call, UUID crew, UUID account, @Nullable String reason, Instant now) {
        if (reason == null || !REASONS.contains(reason)) {
            String expected = String.join(" | ", REASONS);
            throw Problem.badField(
                            "SOS_REASON",
                            "reason",
                            expected,
                            "Hãy nêu lý do chuyển: " + expected + ".",
                            "Say why the call is passed on: " + expected + ".")
                    .asException();
        }
        if (crew.equals(call.crew())) {
            acts.passOn(call, crew, account, reason, now);
        } else {
            acts.refusedLate(call, crew, account, reason, now);
        }
        if (reason.equals("broken_down")) {
            acts.vehicleOf(crew).ifPresent(vehicle -> vehicles.broken(vehicle, true));
            acts.crewIsGone(crew, reason, now);
        }
    }

    @Override
    @Transactional
    public SosCall decide(UUID id, UUID coordinator, String word, @Nullable String reason) {
        SosCall call = open(id);
        Instant now = clock.instant();
        UUID crew = call.crew();
        if (word.equals("false_alarm")) {
            acts.found(call, SosState.FALSE_ALARM, true, crew, coordinator, now);
        } else if (word.equals("not_found")) {
            acts.found(call, SosState.NOT_FOUND, call.state() == SosState.NOT_FOUND, crew, coordinator, now);
        } else if (word.equals("reached")) {
            acts.found(call, SosState.REACHED, true, crew, coordinator, now);
        } else if (crew == null) {
            throw badWord("reached | not_found | false_alarm").asException();
        } else {
            heed(call, crew, coordinator, word, reason, now);
        }
        return get(id);
    }

    @Override
    @Transactional
    public SosCall assign(UUID id, UUID coordinator, UUID crew) {
        SosCall call = open(id);
        if (crews.find(crew).isEmpty()) {
            throw Crews.notFound().asException();
        }
        acts.sendTo(call, crew, null, coordinator, clock.instant());
        return get(id);
    }

    @Override
    @Transactional
    public void takenBack(UUID id) {
        table.lock(id)
                .filter(call -> call.endedAt() == null)
                .ifPresent(call -> acts.note(call, "caller_took_back", clock.instant()));
    }

    @Override
    public SosFigures figures(DisasterId disaster) {
        return figures.of(disaster, clock.instant());
    }

    private SosCall open(UUID id) {
        SosCall call = table.lock(id).orElseThrow(() -> SosCalls.notFound().asException());
        if (call.endedAt() != null) {
            throw new Problem(
                            "SOS_ENDED", 409, "Lời kêu cứu này đã kết thúc.", "This cry for help is over.", "id", null)
                    .asException();
        }
        return call;
    }

    private static Problem held() {
        return new Problem(
                "SOS_HELD", 409, "Đội khác đã nhận lời kêu cứu này.", "Another crew holds this call.", "id", null);
    }

    private static Problem notAsked() {
        return new Problem(
                "SOS_NOT_ASKED",
                409,
                "Đội đã chuyển lời kêu cứu này đi, hoặc không còn trực.",
                "The crew gave this call away, or is off duty.",
                "id",
                null);
    }

    private static Problem badWord(String expected) {
        return Problem.badField(
                "SOS_STEP",
                "step",
                expected,
                "Bước phải là một trong: " + expected + ".",
                "The step must be one of: " + expected + ".");
    }
}
