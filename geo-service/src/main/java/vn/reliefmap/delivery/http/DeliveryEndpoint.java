package vn.reliefmap.delivery.http;

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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import vn.reliefmap.access.Callers;
import vn.reliefmap.commitment.Claim;
import vn.reliefmap.commitment.Claims;
import vn.reliefmap.delivery.Deliveries;
import vn.reliefmap.delivery.DeliveryOrder;
import vn.reliefmap.disaster.Disasters;
import vn.reliefmap.geo.LonLat;
import vn.reliefmap.kernel.Caller;
import vn.reliefmap.kernel.NeedId;
import vn.reliefmap.kernel.OpenTo;
import vn.reliefmap.kernel.PageAsk;
import vn.reliefmap.kernel.PageAsk.Page;
import vn.reliefmap.kernel.Problem;

/** Handing over. A team sees and writes down its own, an officer what touches the own units. */
@RestController
class DeliveryEndpoint {
    private final Deliveries deliveries;
    private final Claims claims;
    private final Disasters disasters;

    DeliveryEndpoint(Deliveries deliveries, Claims claims, Disasters disasters) {
        this.deliveries = deliveries;
        this.claims = claims;
        this.disasters = disasters;
    }

    /** The same request again gives the same answer. */
    @PostMapping("/api/v1/deliveries")
    @OpenTo({Caller.TEAM, Caller.OFFICER, Caller.COORDINATOR})
    @ResponseStatus(HttpStatus.CREATED)
    DeliveryAnswer handOver(@RequestBody DeliveryRequest request) {
        Claim claim = claims.get(Problem.required(request.claim(), "claim"));
        List<String> units = claim.lines().stream()
                .map(line -> line.unit() == null ? "" : line.unit())
                .toList();
        if (!Sight.of(claim.team(), units)) {
            throw Claims.notFound().asException();
        }
        return DeliveryAnswer.of(deliveries.handOver(Sight.account(), request.order(claim.id())));
    }

    /** Those the caller may see, the newest first; {@code after} is what stood in {@code next} of the page before. */
    @GetMapping("/api/v1/deliveries")
    @OpenTo({Caller.TEAM, Caller.OFFICER, Caller.COORDINATOR})
    Page<DeliveryAnswer> list(
            @RequestParam(required = false) @Nullable String disaster,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Integer limit) {
        return deliveries
                .list(disasters.named(disaster).id(), Callers.scope(), PageAsk.read(after, limit))
                .map(DeliveryAnswer::of);
    }

    @GetMapping("/api/v1/deliveries/{id}")
    @OpenTo({Caller.TEAM, Caller.OFFICER, Caller.COORDINATOR})
    DeliveryAnswer get(@PathVariable UUID id) {
        return DeliveryAnswer.of(Sight.required(deliveries.get(id)));
    }

    /** A one-time code for the recipient, told to an officer and never to who delivers; the one before is void. */
    @PostMapping("/api/v1/deliveries/{id}/receipt-code")
    @OpenTo({Caller.OFFICER, Caller.COORDINATOR})
    @ResponseStatus(HttpStatus.CREATED)
    CodeAnswer receiptCode(@PathVariable UUID id) {
        UUID delivery = Sight.required(deliveries.get(id)).id();
        return new CodeAnswer(deliveries.receiptCode(Sight.account(), delivery).value());
    }

    /**
     * @param id made by the sender, a new one for each delivery
     * @param near [lon, lat] of the device, if it may say so; of it about a kilometre is kept
     */
    record DeliveryRequest(
            @Nullable UUID id,
            @Nullable UUID claim,
            @Nullable Instant handedOverAt,
            @Nullable List<HandedRequest> handed,
            @Nullable List<@Nullable Double> near) {
        DeliveryOrder order(UUID claim) {
            return new DeliveryOrder(
                    Problem.required(id, "id"),
                    claim,
                    Problem.required(handedOverAt, "handed_over_at"),
                    Problem.required(handed, "handed").stream()
                            .map(HandedRequest::handed)
                            .toList(),
                    place());
        }

        private @Nullable LonLat place() {
            if (near == null) {
                return null;
            }
            Double lon = near.size() == 2 ? near.get(0) : null;
            Double lat = near.size() == 2 ? near.get(1) : null;
            if (lon == null || lat == null) {
                throw Problem.badField(
                                "COORDINATE_FORM",
                                "near",
                                LonLat.EXPECTED,
                                "Trường near cần đúng hai số: kinh độ, vĩ độ.",
                                "The field near needs exactly two numbers: longitude, latitude.")
                        .asException();
            }
            return LonLat.of("near", lon, lat);
        }
    }

    /** @param need one line of the claim; without it {@code commune}, or all of the claim */
    record HandedRequest(
            @Nullable UUID need,
            @Nullable String commune,
            @Nullable String item,
            @Nullable BigDecimal quantity) {
        DeliveryOrder.Handed handed() {
            return new DeliveryOrder.Handed(
                    need == null ? null : new NeedId(need),
                    commune,
                    Problem.required(item, "item"),
                    Problem.required(quantity, "quantity"));
        }
    }

    record CodeAnswer(String code) {}
}
