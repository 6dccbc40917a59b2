package vn.reliefmap.offer.http;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.reliefmap.access.Callers;
import vn.reliefmap.disaster.Disaster;
import vn.reliefmap.disaster.Disasters;
import vn.reliefmap.kernel.Caller;
import vn.reliefmap.kernel.Numbers;
import vn.reliefmap.kernel.OpenTo;
import vn.reliefmap.kernel.Problem;
import vn.reliefmap.message.GoodsWords.Pack;
import vn.reliefmap.offer.Fits;
import vn.reliefmap.offer.Offer;
import vn.reliefmap.offer.Offers;

/** Where what somebody can give fits best; of now for those who work with it, as published for everyone else. */
@RestController
class FitEndpoint {
    private final Offers offers;
    private final Disasters disasters;

    FitEndpoint(Offers offers, Disasters disasters) {
        this.offers = offers;
        this.disasters = disasters;
    }

    /**
     * @param have what is offered in words, "200 kg gạo"; or {@code item} and {@code quantity}
     * @param item code of the catalogue
     * @param quantity in the item's unit; without it, everywhere that the item is lacking
     */
    @GetMapping("/api/v1/fits")
    @OpenTo(Caller.EVERYONE)
    FitAnswer fits(
            @RequestParam(required = false) @Nullable String disaster,
            @RequestParam(required = false) @Nullable String have,
            @RequestParam(required = false) @Nullable String item,
            @RequestParam(required = false) @Nullable BigDecimal quantity) {
        Disaster named = disasters.named(disaster);
        Offer offer = have == null || have.isBlank()
                ? offers.of(Problem.required(item, "item"), quantity)
                : offers.read(have);
        Fits fits = offers.fits(named, offer, Callers.rights().seesNow(named.simulated()));
        return new FitAnswer(
                named.id().toString(),
                offer.item().code(),
                plain(offer.quantity()),
                PackAnswer.of(offer),
                offer.uncounted(),
                fits.places().stream().map(PlaceAnswer::of).toList(),
                fits.refused().stream().map(RefusedAnswer::of).toList(),
                null);
    }

    private static @Nullable BigDecimal plain(@Nullable BigDecimal quantity) {
        return quantity == null ? null : Numbers.plain(quantity);
    }

    /**
     * @param quantity null when none was understood
     * @param uncounted a number in {@code have} that is no quantity of the item; null when all was understood
     * @param items the best place first
     * @param refused places that asked not to be sent it
     * @param next always null
     */
    record FitAnswer(
            String disaster,
            String item,
            @Nullable BigDecimal quantity,
            @Nullable PackAnswer pack,
            @Nullable String uncounted,
            List<PlaceAnswer> items,
            List<RefusedAnswer> refused,
            @Nullable String next) {}

    /** @param holds how much of the item one usually holds */
    record PackAnswer(String vi, String en, BigDecimal holds) {
        static @Nullable PackAnswer of(Offer offer) {
            Pack pack = offer.pack();
            return pack == null ? null : new PackAnswer(pack.vi(), pack.en(), pack.holds());
        }
    }

    /** {@code left} = {@code open} − {@code pledged}, in the item's unit; {@code takes_all}: all of the offer is lacking there. */
    record PlaceAnswer(
            String code,
            String fullName,
            List<String> joined,
            String urgency,
            BigDecimal open,
            BigDecimal pledged,
            BigDecimal underWay,
            BigDecimal left,
            int households,
            int people,
            @Nullable Instant oldestConfirmedAt,
            boolean takesAll) {
        static PlaceAnswer of(Fits.Place place) {
            return new PlaceAnswer(
                    place.code(),
                    place.fullName(),
                    place.joined(),
                    place.urgency().word(),
                    Numbers.plain(place.open()),
                    Numbers.plain(place.pledged()),
                    Numbers.plain(place.underWay()),
                    Numbers.plain(place.left()),
                    place.households(),
                    place.people(),
                    place.oldestConfirmedAt(),
                    place.takesAll());
        }
    }

    /** @param instead codes of items that are lacking there and wanted */
    record RefusedAnswer(String code, String fullName, String reason, Instant until, List<String> instead) {
        static RefusedAnswer of(Fits.Refused refused) {
            return new RefusedAnswer(
                    refused.code(), refused.fullName(), refused.reason(), refused.until(), refused.instead());
        }
    }
}
