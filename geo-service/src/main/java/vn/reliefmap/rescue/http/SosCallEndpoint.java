package vn.reliefmap.rescue.http;

import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.reliefmap.access.Looks;
import vn.reliefmap.admin.AdminUnits;
import vn.reliefmap.disaster.Disasters;
import vn.reliefmap.kernel.Caller;
import vn.reliefmap.kernel.OpenTo;
import vn.reliefmap.kernel.Problem;
import vn.reliefmap.rescue.SosCall;
import vn.reliefmap.rescue.SosCalls;
import vn.reliefmap.rescue.SosFigures;
import vn.reliefmap.rescue.SosPlace;
import vn.reliefmap.store.OnceOnly;

/**
 * Cries for help. A team sees what its crews are asked for or hold, coordinators see all. Lists name the commune; the exact
 * place and the telephone number are for the crew that holds the call and for coordinators, and each look is remembered.
 */
@RestController
class SosCallEndpoint {
    private static final int MOST = 500;

    private final SosCalls calls;
    private final Disasters disasters;
    private final AdminUnits communes;
    private final Looks looks;
    private final OnceOnly onceOnly;

    SosCallEndpoint(SosCalls calls, Disasters disasters, AdminUnits communes, Looks looks, OnceOnly onceOnly) {
        this.calls = calls;
        this.disasters = disasters;
        this.communes = communes;
        this.looks = looks;
        this.onceOnly = onceOnly;
    }

    /** Open ones, those that a coordinator has to see to first; with {@code ended=true} those that are over. */
    @GetMapping("/api/v1/sos-calls")
    @OpenTo({Caller.TEAM, Caller.COORDINATOR})
    SosCallAnswer.CallList list(
            @RequestParam(required = false) @Nullable String disaster,
            @RequestParam(defaultValue = "false") boolean ended) {
        List<SosCall> found = calls.list(
                disaster == null ? null : disasters.named(disaster).id(),
                Sight.seesAll() ? null : Sight.account(),
                ended,
                MOST);
        return new SosCallAnswer.CallList(found.stream().map(this::answer).toList(), null);
    }

    /** With all that happened. */
    @GetMapping("/api/v1/sos-calls/{id}")
    @OpenTo({Caller.TEAM, Caller.COORDINATOR})
    SosCallAnswer.WithSteps get(@PathVariable UUID id) {
        SosCall call = seen(id);
        return SosCallAnswer.WithSteps.of(answer(call), Sight.seesAll() ? calls.steps(id) : List.of());
    }

    /** Where, and whom to ring. */
    @GetMapping("/api/v1/sos-calls/{id}/place")
    @OpenTo({Caller.TEAM, Caller.COORDINATOR})
    SosCallAnswer.PlaceAnswer place(@PathVariable UUID id) {
        SosCall call = seen(id);
        if (!Sight.seesAll() && !call.state().held()) {
            throw new Problem(
                            "SOS_NOT_HELD",
                            403,
                            "Hãy nhận lời kêu cứu trước; khi đó đội mới thấy vị trí và số máy.",
                            "Acknowledge the call first; then you see place and number.",
                            "id",
                            null)
                    .asException();
        }
        SosPlace place = calls.place(id);
        if (!call.simulated()) {
            looks.remember(List.of(call.report().value()), Looks.What.PLACE, "sos call");
            if (!place.phone().isEmpty()) {
                looks.remember(List.of(call.report().value()), Looks.What.PHONE, "sos call");
            }
        }
        return SosCallAnswer.PlaceAnswer.of(place);
    }

    /** What a crew or a coordinator says of a call; the same request again gives the same answer. */
    @PostMapping("/api/v1/sos-calls/{id}/steps")
    @OpenTo({Caller.TEAM, Caller.COORDINATOR})
    SosCallAnswer say(@PathVariable UUID id, @RequestBody StepRequest request) {
        UUID account = Sight.account();
        boolean coordinates = Sight.seesAll();
        String step = Problem.required(request.step(), "step");
        return once(
                id,
                Problem.required(request.id(), "id"),
                request,
                () -> coordinates
                        ? calls.decide(id, account, step, request.reason())
                        : calls.say(id, account, step, request.reason()));
    }

    /** A coordinator chooses the crew. */
    @PostMapping("/api/v1/sos-calls/{id}/crew")
    @OpenTo(Caller.COORDINATOR)
    SosCallAnswer assign(@PathVariable UUID id, @RequestBody AssignRequest request) {
        UUID account = Sight.account();
        UUID crew = Problem.required(request.crew(), "crew");
        return once(id, Problem.required(request.id(), "id"), request, () -> calls.assign(id, account, crew));
    }

    /** Sums for a display; no place in them. */
    @GetMapping("/api/v1/sos-figures")
    @OpenTo({Caller.TEAM, Caller.OFFICER, Caller.COORDINATOR, Caller.DISPLAY})
    SosFigures figures(@RequestParam(required = false) @Nullable String disaster) {
        return calls.figures(disasters.named(disaster).id());
    }

    private SosCallAnswer once(UUID call, UUID id, Object request, Supplier<SosCall> act) {
        return onceOnly.answer(
                Sight.account() + " sos " + call, id, request, SosCallAnswer.class, () -> answer(act.get()));
    }

    /** Somebody else's call is as if it were not there. */
    private SosCall seen(UUID id) {
        SosCall call = calls.get(id);
        boolean own = Sight.seesAll()
                || calls.list(call.disaster(), Sight.account(), false, MOST).stream()
                        .anyMatch(each -> each.id().equals(id));
        if (!own) {
            throw SosCalls.notFound().asException();
        }
        return call;
    }

    private SosCallAnswer answer(SosCall call) {
        return SosCallAnswer.of(call, communes, Sight.seesAll());
    }

    /**
     * @param id made by the sender, a new one for each step
     * @param step {@code acknowledged}, {@code passed_on}, {@code on_the_way}, {@code reached}, {@code not_found};
     *     coordinators also {@code false_alarm}
     * @param reason with {@code passed_on}
     */
    record StepRequest(
            @Nullable UUID id,
            @Nullable String step,
            @Nullable String reason) {}

    record AssignRequest(@Nullable UUID id, @Nullable UUID crew) {}
}
