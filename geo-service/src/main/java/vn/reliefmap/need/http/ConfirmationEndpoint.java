package vn.reliefmap.need.http;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import vn.reliefmap.access.Account;
import vn.reliefmap.access.Callers;
import vn.reliefmap.disaster.Disasters;
import vn.reliefmap.kernel.Caller;
import vn.reliefmap.kernel.DisasterId;
import vn.reliefmap.kernel.HouseholdId;
import vn.reliefmap.kernel.NeedId;
import vn.reliefmap.kernel.OpenTo;
import vn.reliefmap.kernel.Problem;
import vn.reliefmap.need.Carriers;
import vn.reliefmap.need.Confirmations;
import vn.reliefmap.need.Confirmations.Means;
import vn.reliefmap.need.Confirmations.Word;
import vn.reliefmap.need.internal.HomeUnits;
import vn.reliefmap.store.OnceOnly;

/** One tap that a need still holds: by officers for their units, by a team at the homes of its claims. */
@RestController
class ConfirmationEndpoint {
    private final Confirmations confirmations;
    private final HomeUnits homes;
    private final Disasters disasters;
    private final ObjectProvider<Carriers> carriers;
    private final OnceOnly onceOnly;
    private final Clock clock = Clock.systemUTC();

    ConfirmationEndpoint(
            Confirmations confirmations,
            HomeUnits homes,
            Disasters disasters,
            ObjectProvider<Carriers> carriers,
            OnceOnly onceOnly) {
        this.confirmations = confirmations;
        this.homes = homes;
        this.disasters = disasters;
        this.carriers = carriers;
        this.onceOnly = onceOnly;
    }

    /** The same request again gives the same answer. */
    @PostMapping("/api/v1/needs/{id}/confirmations")
    @OpenTo({Caller.OFFICER, Caller.TEAM})
    @ResponseStatus(HttpStatus.CREATED)
    ConfirmationAnswer confirm(@PathVariable UUID id, @RequestBody TapRequest request) {
        UUID tap = Problem.required(request.id(), "id");
        NeedId need = new NeedId(id);
        Account account = Callers.account().orElseThrow();
        boolean mine = homes.ofNeed(id)
                .filter(unit -> Callers.rights().mayVerify(unit.code()) || carries(account, need))
                .isPresent();
        if (!mine) {
            throw Problem.notFound("NEED_NOT_FOUND", "id", "Không có nhu cầu này.", "There is no such need.")
                    .asException();
        }
        return onceOnly.answer(
                account.id().toString(), tap, new Tapped(id, null, request.at()), ConfirmationAnswer.class, () -> {
                    Instant now = said(request);
                    confirmations.confirm(tap, need, word(account, now));
                    return new ConfirmationAnswer(1, now);
                });
    }

    /** Every open line of a household at once. */
    @PostMapping("/api/v1/households/{id}/confirmations")
    @OpenTo(Caller.OFFICER)
    @ResponseStatus(HttpStatus.CREATED)
    ConfirmationAnswer confirmAll(
            @PathVariable UUID id, @RequestParam String disaster, @RequestBody TapRequest request) {
        UUID tap = Problem.required(request.id(), "id");
        DisasterId named = disasters.named(disaster).id();
        Account account = Callers.account().orElseThrow();
        Optional<HomeUnits.Unit> unit =
                homes.ofHousehold(id).filter(u -> Callers.rights().mayVerify(u.code()));
        if (unit.isEmpty()) {
            throw Problem.notFound("HOUSEHOLD_NOT_FOUND", "id", "Không có hộ này.", "There is no such household.")
                    .asException();
        }
        return onceOnly.answer(
                account.id().toString(),
                tap,
                new Tapped(id, named.value(), request.at()),
                ConfirmationAnswer.class,
                () -> {
                    Instant now = said(request);
                    return new ConfirmationAnswer(
                            confirmations.confirm(tap, new HouseholdId(id), named, word(account, now)), now);
                });
    }

    /** When it was said: now, or before, while there was no network. */
    private Instant said(TapRequest request) {
        Instant now = clock.instant();
        return request.at() == null || request.at().isAfter(now) ? now : request.at();
    }

    private boolean carries(Account account, NeedId need) {
        return carriers.stream().anyMatch(one -> one.carries(account.id(), need));
    }

    private static Word word(Account account, Instant now) {
        return new Word(now, account.role() == Caller.TEAM ? Means.TEAM : Means.OFFICER, account.id());
    }

    /**
     * @param id made by the sender, a new one for each tap
     * @param at when it was tapped, where it could not be sent at once; null = now
     */
    record TapRequest(@Nullable UUID id, @Nullable Instant at) {}

    /** What a tap was about; the body that makes two taps the same. */
    private record Tapped(
            UUID about, @Nullable UUID disaster, @Nullable Instant at) {}

    /** @param confirmed how many lines */
    record ConfirmationAnswer(int confirmed, Instant confirmedAt) {}
}
