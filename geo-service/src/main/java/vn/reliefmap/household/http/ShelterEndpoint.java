package vn.reliefmap.household.http;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.LongUnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import vn.reliefmap.access.Account;
import vn.reliefmap.access.Accounts;
import vn.reliefmap.access.Callers;
import vn.reliefmap.access.Rights;
import vn.reliefmap.admin.AdminUnits;
import vn.reliefmap.geo.LonLat;
import vn.reliefmap.household.Shelters;
import vn.reliefmap.household.Shelters.Shelter;
import vn.reliefmap.household.Shelters.Taken;
import vn.reliefmap.household.internal.HomeOf;
import vn.reliefmap.kernel.Caller;
import vn.reliefmap.kernel.HouseholdId;
import vn.reliefmap.kernel.OpenTo;
import vn.reliefmap.kernel.Problem;
import vn.reliefmap.kernel.PublicFigures;

/** Shelters, which everyone sees, and moves in and out, which the officers of home or shelter write down. */
@RestController
class ShelterEndpoint {
    /** Fewer families in a shelter are nobody else's business (domain facts, section 5). */
    private static final int LEAST_HOUSEHOLDS = 5;

    private static final Set<Caller> MAY_BE_IN_CHARGE = Set.of(Caller.TEAM, Caller.OFFICER);

    private final Shelters shelters;
    private final HomeOf homes;
    private final AdminUnits units;
    private final Accounts accounts;

    ShelterEndpoint(Shelters shelters, HomeOf homes, AdminUnits units, Accounts accounts) {
        this.shelters = shelters;
        this.homes = homes;
        this.units = units;
        this.accounts = accounts;
    }

    @GetMapping("/api/v1/shelters")
    @OpenTo(Caller.EVERYONE)
    ShelterList list(@RequestParam(defaultValue = "false") boolean simulated) {
        return new ShelterList(
                shelters.list(simulated).stream().map(ShelterEndpoint::told).toList(), null);
    }

    @PostMapping("/api/v1/shelters")
    @OpenTo(Caller.OFFICER)
    @ResponseStatus(HttpStatus.CREATED)
    ShelterAnswer open(@RequestBody ShelterRequest request) {
        String commune =
                units.get(Problem.required(request.commune(), "commune")).code();
        mustServe(commune, "commune");
        String name = Problem.required(request.name(), "name").strip();
        int capacity = Problem.required(request.capacity(), "capacity");
        if (name.length() < 2 || name.length() > 100 || capacity < 1 || capacity > 100_000) {
            throw Problem.badField(
                            "SHELTER_FORM",
                            name.length() < 2 || name.length() > 100 ? "name" : "capacity",
                            "name of 2 to 100 characters, capacity 1 to 100000 people",
                            "Tên cần 2 đến 100 ký tự, sức chứa từ 1 đến 100000 người.",
                            "The name needs 2 to 100 characters, the capacity lies between 1 and 100000 people.")
                    .asException();
        }
        Account inCharge = accounts.get(Problem.required(request.inCharge(), "in_charge"));
        if (!MAY_BE_IN_CHARGE.contains(inCharge.role())) {
            throw Problem.badField(
                            "IN_CHARGE_ROLE",
                            "in_charge",
                            "account of a team or an officer",
                            "Người phụ trách phải là đội cứu trợ hoặc cán bộ.",
                            "Whoever is in charge must be a team or an officer.")
                    .asException();
        }
        List<Double> at = Problem.required(request.at(), "at");
        if (at.size() != 2 || !new LonLat(at.get(0), at.get(1)).inVietnam()) {
            throw Problem.badField(
                            "PLACE_FORM",
                            "at",
                            "[longitude, latitude] in Vietnam",
                            "Vị trí phải là [kinh độ, vĩ độ] trong Việt Nam.",
                            "The place must be [longitude, latitude] in Vietnam.")
                    .asException();
        }
        Shelter shelter = new Shelter(
                Problem.required(request.id(), "id"),
                name,
                Boolean.TRUE.equals(request.simulated()),
                commune,
                new LonLat(at.get(0), at.get(1)),
                capacity,
                inCharge.id());
        shelters.open(Callers.account().orElseThrow().id(), shelter);
        return told(new Taken(shelter, 0, 0));
    }

    /** Moves a household into a shelter, or home when the request names none. */
    @PostMapping("/api/v1/households/{id}/moves")
    @OpenTo(Caller.OFFICER)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void move(@PathVariable UUID id, @RequestBody MoveRequest request) {
        UUID move = Problem.required(request.id(), "id");
        Rights rights = Callers.rights();
        boolean mine = homes.units(id)
                .filter(unit -> rights.mayVerify(unit.now()) || rights.mayVerify(unit.home()))
                .isPresent();
        if (!mine) {
            throw Problem.notFound("HOUSEHOLD_NOT_FOUND", "id", "Không có hộ này.", "There is no such household.")
                    .asException();
        }
        UUID by = Callers.account().orElseThrow().id();
        if (request.shelter() == null) {
            shelters.moveHome(move, new HouseholdId(id), by);
        } else {
            shelters.moveIn(move, new HouseholdId(id), request.shelter(), by);
        }
    }

    private static void mustServe(String unit, String field) {
        if (!Callers.rights().mayVerify(unit)) {
            throw new Problem(
                            "OTHER_UNIT",
                            403,
                            "Xã này không thuộc địa bàn của tài khoản.",
                            "This commune is none that the account serves.",
                            field,
                            null)
                    .asException();
        }
    }

    private static ShelterAnswer told(Taken taken) {
        Shelter shelter = taken.shelter();
        boolean exact = shelter.simulated()
                || Callers.rights().mayVerify(shelter.commune())
                || Callers.rights().seesEveryHome();
        boolean told = exact || taken.households() >= LEAST_HOUSEHOLDS;
        return new ShelterAnswer(
                shelter.id(),
                shelter.name(),
                shelter.simulated(),
                shelter.commune(),
                List.of(shelter.place().lon(), shelter.place().lat()),
                shelter.capacity(),
                told ? figure(exact, taken.households(), PublicFigures::households) : null,
                told ? figure(exact, taken.people(), PublicFigures::people) : null,
                told ? taken.free() == 0 : null);
    }

    /** Rounded for everyone, since two exact counts a moment apart would tell how large the family is that came between. */
    private static long figure(boolean exact, long count, LongUnaryOperator rounding) {
        return exact ? count : rounding.applyAsLong(count);
    }

    /**
     * @param id made by the sender
     * @param at longitude, latitude
     * @param inCharge account
     */
    record ShelterRequest(
            @Nullable UUID id,
            @Nullable String name,
            @Nullable Boolean simulated,
            @Nullable String commune,
            @Nullable List<Double> at,
            @Nullable Integer capacity,
            @Nullable UUID inCharge) {}

    /**
     * @param id made by the sender, a new one for each move
     * @param shelter null = home
     */
    record MoveRequest(@Nullable UUID id, @Nullable UUID shelter) {}

    /**
     * @param households in it; for everyone null, as the next two, while they are fewer than five, and then rounded to five,
     *     the people to ten
     */
    record ShelterAnswer(
            UUID id,
            String name,
            boolean simulated,
            String commune,
            List<Double> at,
            int capacity,
            @Nullable Long households,
            @Nullable Long people,
            @Nullable Boolean full) {}

    /** @param next always null */
    record ShelterList(List<ShelterAnswer> items, @Nullable String next) {}
}
