package vn.reliefmap.need.http;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.reliefmap.access.Callers;
import vn.reliefmap.access.Looks;
import vn.reliefmap.access.Rights;
import vn.reliefmap.admin.Hamlet;
import vn.reliefmap.admin.Hamlets;
import vn.reliefmap.disaster.Disasters;
import vn.reliefmap.household.Households;
import vn.reliefmap.household.Households.Contact;
import vn.reliefmap.kernel.Caller;
import vn.reliefmap.kernel.HouseholdId;
import vn.reliefmap.kernel.Numbers;
import vn.reliefmap.kernel.OpenTo;
import vn.reliefmap.kernel.Problem;
import vn.reliefmap.need.Freshness;
import vn.reliefmap.need.Urgency;
import vn.reliefmap.need.internal.UnitHomes;
import vn.reliefmap.need.internal.UnitHomes.Home;
import vn.reliefmap.need.internal.UnitHomes.Line;

/** The households of the units that an officer serves, with names: whose they are is their daily work. Each look is remembered. */
@RestController
class UnitHomeEndpoint {
    private final UnitHomes homes;
    private final ExactPlaceRequest requests;
    private final Households households;
    private final Hamlets hamlets;
    private final Disasters disasters;
    private final Freshness freshness;
    private final Looks looks;

    UnitHomeEndpoint(
            UnitHomes homes,
            ExactPlaceRequest requests,
            Households households,
            Hamlets hamlets,
            Disasters disasters,
            Freshness freshness,
            Looks looks) {
        this.homes = homes;
        this.requests = requests;
        this.households = households;
        this.hamlets = hamlets;
        this.disasters = disasters;
        this.freshness = freshness;
        this.looks = looks;
    }

    /**
     * A page of them, by id.
     *
     * @param unit a hamlet or commune that the officer serves; null = all of them
     * @param phones true to see telephone numbers too, for a printed list; remembered as looks of their own
     */
    @GetMapping("/api/v1/unit-homes")
    @OpenTo(Caller.OFFICER)
    HomesAnswer list(
            @RequestParam @Nullable String disaster,
            @RequestParam @Nullable String unit,
            @RequestParam(defaultValue = "false") boolean phones,
            @RequestParam(defaultValue = "500") int limit,
            @RequestParam @Nullable String after) {
        Rights rights = Callers.rights();
        if (unit != null && !rights.mayVerify(unit)) {
            throw new Problem(
                            "OTHER_UNIT",
                            403,
                            "Đơn vị này không thuộc địa bàn của tài khoản.",
                            "This unit is none that the account serves.",
                            "unit",
                            null)
                    .asException();
        }
        Set<String> units = unit != null ? Set.of(unit) : rights.seesEveryHome() ? null : rights.homesOf();
        List<Home> found = homes.list(disasters.named(disaster), units, requests.after(limit, after), limit);
        List<Home> page = found.stream().limit(limit).toList();
        List<UUID> real =
                page.stream().filter(home -> !home.simulated()).map(Home::id).toList();
        looks.remember(real, Looks.What.PLACE, "households of a unit");
        if (phones) {
            looks.remember(real, Looks.What.PHONE, "printed list of a unit");
        }
        Map<HouseholdId, Contact> contacts = households.contacts(
                page.stream().map(home -> new HouseholdId(home.id())).toList());
        Map<String, String> names = new HashMap<>();
        return new HomesAnswer(
                page.stream()
                        .map(home -> {
                            Contact contact = contacts.getOrDefault(new HouseholdId(home.id()), Contact.NONE);
                            return answer(home, contact, phones, rights.mayVerify(home.nowUnit()), names);
                        })
                        .toList(),
                found.size() > limit
                        ? ExactPlaceRequest.next(page.get(limit - 1).id())
                        : null);
    }

    private HomeAnswer answer(Home home, Contact contact, boolean phones, boolean here, Map<String, String> names) {
        List<Line> open =
                home.lines().stream().filter(line -> line.open().signum() > 0).toList();
        String urgency = open.stream()
                .map(line -> Urgency.of(line.urgency()))
                .max(Comparator.comparingInt(Urgency::level))
                .map(Urgency::word)
                .orElse(null);
        Instant confirmedAt = open.stream()
                .map(Line::confirmedAt)
                .min(Comparator.naturalOrder())
                .orElse(null);
        String hamlet = home.hamlet();
        return new HomeAnswer(
                home.id(),
                home.ref().startsWith("auto-")
                                || home.ref().startsWith("name-")
                                || home.ref().startsWith("report:")
                        ? null
                        : home.ref(),
                contact.name(),
                phones ? contact.phone() : "",
                home.people(),
                home.vulnerablePeople(),
                home.address(),
                home.approximate() ? "approximate" : "exact",
                home.commune(),
                hamlet,
                hamlet == null
                        ? null
                        : names.computeIfAbsent(
                                hamlet,
                                code -> hamlets.byCode(code).map(Hamlet::name).orElse(code)),
                home.shelter(),
                home.shelterName(),
                here,
                urgency,
                confirmedAt,
                open.stream().anyMatch(line -> freshness.unconfirmed(Urgency.of(line.urgency()), line.confirmedAt())),
                home.lines().stream()
                        .map(line -> new LineAnswer(
                                line.item(), Numbers.plain(line.needed()), Numbers.plain(line.open()), line.urgency()))
                        .toList(),
                home.simulated());
    }

    /**
     * One household.
     *
     * @param ref as a list gave it; null when none did
     * @param phone empty unless it was asked for
     * @param commune where it lives, code; as {@code hamlet} null when nobody knows
     * @param shelter where it stays; null at home
     * @param here true when it is in a unit that the officer serves now, and may be confirmed
     * @param urgency of the most urgent line that is open; null when none is
     * @param confirmedAt when the oldest open line was confirmed; null when none is open
     * @param unconfirmed an open line was not confirmed in time
     */
    record HomeAnswer(
            UUID id,
            @Nullable String ref,
            String name,
            String phone,
            int people,
            int vulnerablePeople,
            String address,
            String precision,
            @Nullable String commune,
            @Nullable String hamlet,
            @Nullable String hamletName,
            @Nullable UUID shelter,
            @Nullable String shelterName,
            boolean here,
            @Nullable String urgency,
            @Nullable Instant confirmedAt,
            boolean unconfirmed,
            List<LineAnswer> needs,
            boolean simulated) {}

    /** @param open needed minus delivered, in the item's unit */
    record LineAnswer(String item, BigDecimal needed, BigDecimal open, String urgency) {}

    record HomesAnswer(List<HomeAnswer> items, @Nullable String next) {}
}
