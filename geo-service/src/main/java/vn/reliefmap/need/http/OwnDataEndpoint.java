package vn.reliefmap.need.http;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import vn.reliefmap.access.Account;
import vn.reliefmap.access.Callers;
import vn.reliefmap.access.Looks;
import vn.reliefmap.household.Erasures;
import vn.reliefmap.household.LegalBasis;
import vn.reliefmap.household.OwnData;
import vn.reliefmap.household.OwnData.Correction;
import vn.reliefmap.household.OwnData.Person;
import vn.reliefmap.kernel.Caller;
import vn.reliefmap.kernel.HouseholdId;
import vn.reliefmap.kernel.OpenTo;
import vn.reliefmap.kernel.Problem;
import vn.reliefmap.kernel.PublicCode;
import vn.reliefmap.need.internal.ExactPlaces;

/**
 * A person sees, corrects and erases the own data: by code and telephone number, which stand in the body and never in an
 * address, or with the help of an officer of the place.
 */
@RestController
class OwnDataEndpoint {
    private final OwnData data;
    private final Erasures erasures;
    private final ExactPlaces places;
    private final Looks looks;

    OwnDataEndpoint(OwnData data, Erasures erasures, ExactPlaces places, Looks looks) {
        this.data = data;
        this.erasures = erasures;
        this.places = places;
        this.looks = looks;
    }

    /** A POST, since what proves the person must not stand in an address. */
    @PostMapping("/api/v1/own-data")
    @OpenTo(Caller.EVERYONE)
    OwnDataAnswer see(@RequestBody OwnDataRequest request) {
        return answer(person(owner(request)));
    }

    @PatchMapping("/api/v1/own-data")
    @OpenTo(Caller.EVERYONE)
    OwnDataAnswer correct(@RequestBody OwnDataRequest request) {
        HouseholdId owner = owner(request);
        data.correct(owner, request.correction());
        return answer(person(owner));
    }

    @DeleteMapping("/api/v1/own-data")
    @OpenTo(Caller.EVERYONE)
    ErasedAnswer erase(@RequestBody OwnDataRequest request) {
        return erased(owner(request));
    }

    /** A code for the person, shown once; it is good for 30 days. */
    @PostMapping("/api/v1/households/{id}/own-data-code")
    @OpenTo(Caller.OFFICER)
    @ResponseStatus(HttpStatus.CREATED)
    CodeAnswer code(@PathVariable UUID id) {
        Person person = served(id);
        UUID account = Callers.account().map(Account::id).orElseThrow();
        return new CodeAnswer(data.code(account, person.household()).value());
    }

    @GetMapping("/api/v1/households/{id}/own-data")
    @OpenTo(Caller.OFFICER)
    OwnDataAnswer seeFor(@PathVariable UUID id) {
        Person person = served(id);
        if (!person.simulated()) {
            looks.remember(List.of(id), Looks.What.PHONE, "own data");
        }
        return answer(person);
    }

    @PatchMapping("/api/v1/households/{id}/own-data")
    @OpenTo(Caller.OFFICER)
    OwnDataAnswer correctFor(@PathVariable UUID id, @RequestBody OwnDataRequest request) {
        HouseholdId household = served(id).household();
        Optional<LegalBasis> basis = request.basis();
        data.correct(household, request.correction());
        basis.ifPresent(stated -> data.stateBasis(household, stated));
        return seeFor(id);
    }

    @DeleteMapping("/api/v1/households/{id}/own-data")
    @OpenTo(Caller.OFFICER)
    ErasedAnswer eraseFor(@PathVariable UUID id) {
        return erased(served(id).household());
    }

    private ErasedAnswer erased(HouseholdId household) {
        var unused = erasures.erase(household, Erasures.Why.ASKED);
        return new ErasedAnswer(true);
    }

    private HouseholdId owner(OwnDataRequest request) {
        String phone = Problem.required(request.phone(), "phone");
        return PublicCode.typed(Problem.required(request.code(), "code"))
                .flatMap(code -> data.owner(code, phone))
                .orElseThrow(() -> Problem.notFound(
                                "OWN_DATA_NOT_FOUND",
                                "code",
                                "Mã và số điện thoại không khớp với hộ nào. Hãy hỏi cán bộ thôn, xã.",
                                "Code and telephone number do not belong together. Ask the officer of the hamlet or commune.")
                        .asException());
    }

    private Person person(HouseholdId id) {
        return data.see(id).orElseThrow();
    }

    /** A household that somebody else serves is as if it were not there. */
    private Person served(UUID id) {
        return data.see(new HouseholdId(id))
                .filter(person -> Callers.rights().mayVerify(person.unit()))
                .orElseThrow(() -> Problem.notFound(
                                "HOUSEHOLD_NOT_FOUND",
                                "id",
                                "Không có hộ này trong địa bàn bạn phụ trách.",
                                "There is no such household in the units you serve.")
                        .asException());
    }

    /**
     * @param code as the officer gave it
     * @param phone the number that is known of the household
     * @param newPhone what to write in its place; the others likewise, null = as it is
     * @param legalBasis on what ground the data are kept; read from officers only
     */
    record OwnDataRequest(
            @Nullable String code,
            @Nullable String phone,
            @Nullable String name,
            @Nullable String newPhone,
            @Nullable String address,
            @Nullable Integer people,
            @Nullable Integer vulnerablePeople,
            @Nullable String legalBasis) {
        Correction correction() {
            return new Correction(name, newPhone, address, people, vulnerablePeople);
        }

        Optional<LegalBasis> basis() {
            return Optional.ofNullable(legalBasis)
                    .map(word -> LegalBasis.of(word).orElseThrow(() -> Problem.badField(
                                    "LEGAL_BASIS",
                                    "legal_basis",
                                    "public_task, protect_life or consent",
                                    "Căn cứ xử lý dữ liệu không đúng.",
                                    "There is no such legal basis.")
                            .asException()));
        }

        /** Without anything of the person. */
        @Override
        public String toString() {
            return "a request about own data";
        }
    }

    /** @param erased always true: what was erased before is erased too */
    record ErasedAnswer(boolean erased) {}

    record CodeAnswer(String code) {}

    /**
     * @param place [lon, lat]
     * @param keepUntil null while the disaster is open
     * @param erasedAt null while the data are here
     */
    record OwnDataAnswer(
            String name,
            String phone,
            int people,
            int vulnerablePeople,
            String address,
            @Nullable String adminCode,
            List<Double> place,
            String precision,
            String legalBasis,
            @Nullable Instant keepUntil,
            @Nullable Instant erasedAt,
            List<HouseholdEndpoint.NeedLine> needs,
            boolean simulated) {}

    private OwnDataAnswer answer(Person person) {
        return new OwnDataAnswer(
                person.name(),
                person.phone(),
                person.people(),
                person.vulnerablePeople(),
                person.address(),
                person.commune(),
                List.of(person.place().lon(), person.place().lat()),
                person.approximate() ? "approximate" : "exact",
                person.legalBasis(),
                person.keepUntil(),
                person.erasedAt(),
                places.lacksOf(person.household().value()).stream()
                        .map(HouseholdEndpoint.NeedLine::of)
                        .toList(),
                person.simulated());
    }
}
