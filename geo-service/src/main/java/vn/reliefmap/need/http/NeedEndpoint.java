package vn.reliefmap.need.http;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.reliefmap.access.Looks;
import vn.reliefmap.geo.Feature;
import vn.reliefmap.geo.FeatureCollection;
import vn.reliefmap.item.Items;
import vn.reliefmap.kernel.Caller;
import vn.reliefmap.kernel.Numbers;
import vn.reliefmap.kernel.OpenTo;
import vn.reliefmap.kernel.Problem;
import vn.reliefmap.need.Freshness;
import vn.reliefmap.need.Urgency;
import vn.reliefmap.need.internal.ExactPlaces;
import vn.reliefmap.need.internal.ExactPlaces.PlacedLack;

/** Needs one by one, at their households' places. */
@RestController
class NeedEndpoint {
    private final ExactPlaces places;
    private final ExactPlaceRequest requests;
    private final Items items;
    private final Looks looks;
    private final Freshness freshness;

    NeedEndpoint(ExactPlaces places, ExactPlaceRequest requests, Items items, Looks looks, Freshness freshness) {
        this.places = places;
        this.requests = requests;
        this.items = items;
        this.looks = looks;
        this.freshness = freshness;
    }

    @GetMapping("/api/v1/needs")
    @OpenTo(Caller.EVERYONE)
    FeatureCollection<NeedAnswer> list(
            @RequestParam @Nullable String disaster,
            @RequestParam @Nullable String bbox,
            @RequestParam @Nullable String item,
            @RequestParam @Nullable String status,
            @RequestParam(defaultValue = "200") int limit,
            @RequestParam @Nullable String after) {
        Boolean open = status == null ? null : open(status);
        String code = item == null ? null : items.get(item).code();
        List<PlacedLack> lacks = places.lacks(requests.filter(disaster, bbox, limit, after), code, open);
        looks.remember(
                lacks.stream()
                        .limit(limit)
                        .filter(l -> !l.simulated())
                        .map(l -> l.lack().householdId())
                        .distinct()
                        .toList(),
                Looks.What.PLACE,
                "list of needs");
        List<Feature<NeedAnswer>> features = lacks.stream()
                .limit(limit)
                .map(l -> Feature.of(l.place().point(), NeedAnswer.of(l, freshness)))
                .toList();
        return FeatureCollection.of(
                features,
                lacks.size() > limit
                        ? ExactPlaceRequest.next(lacks.get(limit - 1).lack().id())
                        : null);
    }

    private static Boolean open(String status) {
        if (status.equals("open") || status.equals("covered")) {
            return status.equals("open");
        }
        throw Problem.badField(
                        "STATUS_UNKNOWN",
                        "status",
                        "open | covered",
                        "Trạng thái phải là open hoặc covered.",
                        "The status must be open or covered.")
                .asException();
    }

    /**
     * One line of need, quantities in the item's unit.
     *
     * @param underWay outstanding claims
     * @param open needed − delivered
     * @param toGive needed − pledged − delivered
     * @param toCarry needed − under way − delivered
     * @param expiresAt until when somebody has to confirm it again
     * @param unconfirmed that time has come; it stays here and has left what everyone sees
     */
    record NeedAnswer(
            UUID id,
            UUID householdId,
            String item,
            BigDecimal needed,
            BigDecimal pledged,
            BigDecimal underWay,
            BigDecimal delivered,
            BigDecimal open,
            BigDecimal toGive,
            BigDecimal toCarry,
            String urgency,
            Instant confirmedAt,
            Instant expiresAt,
            boolean unconfirmed,
            @Nullable String adminCode,
            String precision,
            boolean simulated) {
        static NeedAnswer of(PlacedLack p, Freshness freshness) {
            ExactPlaces.Lack l = p.lack();
            Urgency urgency = Urgency.of(l.urgency());
            return new NeedAnswer(
                    l.id(),
                    l.householdId(),
                    l.item(),
                    Numbers.plain(l.needed()),
                    Numbers.plain(l.pledged()),
                    Numbers.plain(l.claimed()),
                    Numbers.plain(l.delivered()),
                    Numbers.plain(l.open()),
                    Numbers.plain(l.toGive()),
                    Numbers.plain(l.toCarry()),
                    l.urgency(),
                    l.confirmedAt(),
                    freshness.expiresAt(urgency, l.confirmedAt()),
                    freshness.unconfirmed(urgency, l.confirmedAt()),
                    p.adminCode(),
                    p.precision(),
                    p.simulated());
        }
    }
}
