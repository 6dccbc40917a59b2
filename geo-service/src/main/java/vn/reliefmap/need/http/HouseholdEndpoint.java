package vn.reliefmap.need.http;

import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.reliefmap.access.Callers;
import vn.reliefmap.access.Looks;
import vn.reliefmap.access.Rights;
import vn.reliefmap.geo.Feature;
import vn.reliefmap.geo.FeatureCollection;
import vn.reliefmap.kernel.Caller;
import vn.reliefmap.kernel.Numbers;
import vn.reliefmap.kernel.OpenTo;
import vn.reliefmap.need.internal.ExactPlaces;
import vn.reliefmap.need.internal.ExactPlaces.Home;
import vn.reliefmap.need.internal.ExactPlaces.Lack;

/** Households at their places, with what each lacks. Never a name, a phone number or an address. */
@RestController
class HouseholdEndpoint {
    private static final List<String> URGENCIES = List.of("critical", "high", "normal");
    private final ExactPlaces places;
    private final ExactPlaceRequest requests;
    private final Looks looks;

    HouseholdEndpoint(ExactPlaces places, ExactPlaceRequest requests, Looks looks) {
        this.places = places;
        this.requests = requests;
        this.looks = looks;
    }

    @GetMapping("/api/v1/households")
    @OpenTo(Caller.EVERYONE)
    FeatureCollection<HouseholdAnswer> list(
            @RequestParam @Nullable String disaster,
            @RequestParam @Nullable String bbox,
            @RequestParam(defaultValue = "200") int limit,
            @RequestParam @Nullable String after) {
        List<Home> homes = places.homes(requests.filter(disaster, bbox, limit, after));
        Rights rights = Callers.rights();
        looks.remember(
                homes.stream()
                        .limit(limit)
                        .filter(h -> !h.simulated())
                        .map(Home::id)
                        .toList(),
                Looks.What.PLACE,
                "list of households");
        List<Feature<HouseholdAnswer>> features = homes.stream()
                .limit(limit)
                .map(h -> Feature.of(h.place().point(), HouseholdAnswer.of(h, rights.seesExactPlace(h.unit(), false))))
                .toList();
        return FeatureCollection.of(
                features,
                homes.size() > limit
                        ? ExactPlaceRequest.next(homes.get(limit - 1).id())
                        : null);
    }

    /** @param urgency of the most urgent need that is still open; null when nothing is */
    record HouseholdAnswer(
            UUID id,
            @Nullable String ref,
            int people,
            int vulnerablePeople,
            @Nullable String adminCode,
            @Nullable String urgency,
            List<NeedLine> needs,
            String precision,
            boolean simulated) {
        static HouseholdAnswer of(Home h, boolean withRef) {
            String urgency = URGENCIES.stream()
                    .filter(u -> h.lacks().stream()
                            .anyMatch(l -> l.open().signum() > 0 && l.urgency().equals(u)))
                    .findFirst()
                    .orElse(null);
            return new HouseholdAnswer(
                    h.id(),
                    withRef ? h.ref() : null,
                    h.people(),
                    h.vulnerablePeople(),
                    h.adminCode(),
                    urgency,
                    h.lacks().stream().map(NeedLine::of).toList(),
                    h.precision(),
                    h.simulated());
        }
    }

    /** @param open needed minus delivered, in the item's unit */
    record NeedLine(String item, BigDecimal needed, BigDecimal delivered, BigDecimal open, String urgency) {
        static NeedLine of(Lack l) {
            return new NeedLine(
                    l.item(),
                    Numbers.plain(l.needed()),
                    Numbers.plain(l.delivered()),
                    Numbers.plain(l.open()),
                    l.urgency());
        }
    }
}
