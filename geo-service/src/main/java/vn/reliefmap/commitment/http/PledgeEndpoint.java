package vn.reliefmap.commitment.http;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import vn.reliefmap.access.Callers;
import vn.reliefmap.commitment.Pledge;
import vn.reliefmap.commitment.PledgeOrder;
import vn.reliefmap.commitment.PledgePlace;
import vn.reliefmap.commitment.Pledges;
import vn.reliefmap.disaster.Disasters;
import vn.reliefmap.kernel.Caller;
import vn.reliefmap.kernel.OpenTo;
import vn.reliefmap.kernel.PageAsk;
import vn.reliefmap.kernel.PageAsk.Page;
import vn.reliefmap.kernel.Problem;
import vn.reliefmap.passability.VehicleClass;

/** Promising goods. Donors see their own pledges; what is public of them, the gift code tells. */
@RestController
class PledgeEndpoint {
    private final Pledges pledges;
    private final Disasters disasters;

    PledgeEndpoint(Pledges pledges, Disasters disasters) {
        this.pledges = pledges;
        this.disasters = disasters;
    }

    /** The same request again gives the same answer. */
    @PostMapping("/api/v1/pledges")
    @OpenTo({Caller.DONOR, Caller.COORDINATOR})
    @ResponseStatus(HttpStatus.CREATED)
    PledgeAnswer promise(@RequestBody PledgeRequest request) {
        return PledgeAnswer.of(pledges.promise(
                Requests.account(),
                new PledgeOrder(
                        Problem.required(request.id(), "id"),
                        disasters.named(request.disaster()).id(),
                        request.place(),
                        Problem.required(request.item(), "item"),
                        Problem.required(request.quantity(), "quantity"),
                        request.campaign())));
    }

    /** One's own, the newest first; a coordinator's list holds everybody's. */
    @GetMapping("/api/v1/pledges")
    @OpenTo({Caller.DONOR, Caller.COORDINATOR})
    Page<PledgeAnswer> list(
            @RequestParam(required = false) @Nullable String disaster,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Integer limit) {
        return pledges.list(disasters.named(disaster).id(), Callers.scope(), PageAsk.read(after, limit))
                .map(PledgeAnswer::of);
    }

    @GetMapping("/api/v1/pledges/{id}")
    @OpenTo({Caller.DONOR, Caller.COORDINATOR})
    PledgeAnswer get(@PathVariable UUID id) {
        return PledgeAnswer.of(own(id));
    }

    /** Gives back what was not delivered; again does nothing. */
    @DeleteMapping("/api/v1/pledges/{id}")
    @OpenTo({Caller.DONOR, Caller.COORDINATOR})
    PledgeAnswer withdraw(@PathVariable UUID id) {
        return PledgeAnswer.of(pledges.withdraw(own(id).id()));
    }

    /** Somebody else's is as if it were not there. */
    private Pledge own(UUID id) {
        Pledge pledge = pledges.get(id);
        if (!Requests.seesAll() && !pledge.donor().equals(Requests.account())) {
            throw Pledges.notFound().asException();
        }
        return pledge;
    }

    /**
     * @param id made by the sender, a new one for each pledge
     * @param commune code or name; or {@code zone}
     * @param zone id of a delivery zone
     * @param vehicle with {@code zone}: the class it was cut for
     * @param at with {@code zone}: the {@code at} of the answer that told it
     * @param quantity in the item's unit
     * @param campaign id; null without one
     */
    record PledgeRequest(
            @Nullable UUID id,
            @Nullable String disaster,
            @Nullable String commune,
            @Nullable String zone,
            @Nullable String vehicle,
            @Nullable Instant at,
            @Nullable String item,
            @Nullable BigDecimal quantity,
            @Nullable UUID campaign) {
        PledgePlace place() {
            if (zone == null) {
                return new PledgePlace.Commune(Problem.required(commune, "commune"));
            }
            if (commune != null) {
                throw Problem.badField(
                                "PLEDGE_PLACE",
                                "zone",
                                "either commune or zone",
                                "Chọn một trong hai: xã hoặc vùng giao hàng.",
                                "Choose either a commune or a delivery zone.")
                        .asException();
            }
            return new PledgePlace.Zone(zone, VehicleClass.parse(vehicle), Problem.required(at, "at"));
        }
    }

    /**
     * @param code gift code, to be followed at {@code follow}
     * @param commune as the public knows it
     * @param zone what the delivery zone was called; null for a commune
     * @param qr address of the QR code (SVG)
     */
    record PledgeAnswer(
            UUID id,
            String code,
            String follow,
            String qr,
            UUID disaster,
            @Nullable UUID campaign,
            @Nullable String commune,
            @Nullable String zone,
            String item,
            ProgressAnswer progress,
            TermAnswer term) {
        static PledgeAnswer of(Pledge pledge) {
            return new PledgeAnswer(
                    pledge.id(),
                    pledge.code().value(),
                    "/g/" + pledge.code(),
                    "/api/v1/gifts/" + pledge.code() + "/qr",
                    pledge.disaster().value(),
                    pledge.campaign(),
                    pledge.commune(),
                    pledge.zone(),
                    pledge.item(),
                    ProgressAnswer.of(pledge.progress()),
                    TermAnswer.of(pledge.term()));
        }
    }
}
