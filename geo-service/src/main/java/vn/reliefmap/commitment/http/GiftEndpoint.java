package vn.reliefmap.commitment.http;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import vn.reliefmap.commitment.Gift;
import vn.reliefmap.commitment.Gifts;
import vn.reliefmap.kernel.Caller;
import vn.reliefmap.kernel.DepotId;
import vn.reliefmap.kernel.Numbers;
import vn.reliefmap.kernel.OpenTo;
import vn.reliefmap.kernel.Problem;
import vn.reliefmap.kernel.PublicCode;

/** Follows a gift by its code, through the public ledger. */
@RestController
class GiftEndpoint {
    private final Gifts gifts;

    GiftEndpoint(Gifts gifts) {
        this.gifts = gifts;
    }

    @GetMapping("/api/v1/gifts/{code}")
    @OpenTo(Caller.EVERYONE)
    GiftAnswer follow(@PathVariable String code) {
        return GiftAnswer.of(gifts.follow(typed(code)));
    }

    @GetMapping(path = "/api/v1/gifts/{code}/qr", produces = "image/svg+xml")
    @OpenTo(Caller.EVERYONE)
    String qr(@PathVariable String code) {
        return gifts.qrCode(typed(code));
    }

    /** Takes goods of the gift into a depot; only then are they stock. */
    @PostMapping("/api/v1/gifts/{code}/received")
    @OpenTo({Caller.OFFICER, Caller.COORDINATOR})
    @ResponseStatus(HttpStatus.CREATED)
    GiftAnswer receive(@PathVariable String code, @RequestBody ReceivedRequest request) {
        return GiftAnswer.of(gifts.receive(
                Requests.account(),
                typed(code),
                Problem.required(request.id(), "id"),
                new DepotId(Problem.required(request.depot(), "depot")),
                Problem.required(request.quantity(), "quantity")));
    }

    /** @param quantity in the item's unit */
    record ReceivedRequest(
            @Nullable UUID id,
            @Nullable UUID depot,
            @Nullable BigDecimal quantity) {}

    private static PublicCode typed(String code) {
        return PublicCode.typed(code).orElseThrow(() -> Problem.badField(
                        "GIFT_CODE",
                        "code",
                        "eight letters and digits, for example 7QK4-M2XH; no 0 O 1 I 5 S 8 B",
                        "Mã quà gồm tám chữ và số, không có 0 O 1 I 5 S 8 B.",
                        "A gift code has eight letters and digits, without 0 O 1 I 5 S 8 B.")
                .asException());
    }

    record GiftAnswer(
            String code,
            String disaster,
            String item,
            ProgressAnswer progress,
            BigDecimal received,
            List<StepAnswer> steps) {
        static GiftAnswer of(Gift gift) {
            return new GiftAnswer(
                    gift.code().value(),
                    gift.disaster(),
                    gift.item(),
                    ProgressAnswer.of(gift.progress()),
                    Numbers.plain(gift.received()),
                    gift.steps().stream()
                            .map(step -> new StepAnswer(
                                    step.seq(),
                                    step.at(),
                                    step.kind(),
                                    step.commune(),
                                    Numbers.plain(step.quantity()),
                                    step.hash()))
                            .toList());
        }
    }

    /** One entry of the ledger: {@code seq} and {@code hash} lead to it. */
    record StepAnswer(
            long seq, Instant at, String kind, @Nullable String commune, BigDecimal quantity, String hash) {}
}
