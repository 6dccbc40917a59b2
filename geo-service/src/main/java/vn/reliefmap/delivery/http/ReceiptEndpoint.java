package vn.reliefmap.delivery.http;

import jakarta.servlet.http.HttpServletRequest;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import vn.reliefmap.delivery.Deliveries;
import vn.reliefmap.delivery.Delivery;
import vn.reliefmap.delivery.Delivery.Signature;
import vn.reliefmap.delivery.Delivery.Source;
import vn.reliefmap.delivery.ReceiptOrder;
import vn.reliefmap.delivery.Receipts;
import vn.reliefmap.kernel.Caller;
import vn.reliefmap.kernel.OpenTo;
import vn.reliefmap.kernel.Problem;
import vn.reliefmap.kernel.PublicCode;

/** The recipient's own word: by one-time code without signing in, or written down by an officer of the place. */
@RestController
class ReceiptEndpoint {
    private final Receipts receipts;
    private final Deliveries deliveries;

    ReceiptEndpoint(Receipts receipts, Deliveries deliveries) {
        this.receipts = receipts;
        this.deliveries = deliveries;
    }

    /** With {@code code} from anybody; with {@code delivery} from those who may confirm it. */
    @PostMapping("/api/v1/receipts")
    @OpenTo(Caller.EVERYONE)
    @ResponseStatus(HttpStatus.CREATED)
    ReceiptAnswer say(@RequestBody ReceiptRequest request, HttpServletRequest from) {
        if (request.code() != null) {
            PublicCode code = PublicCode.typed(request.code())
                    .orElseThrow(() -> Receipts.noSuchCode().asException());
            return ReceiptAnswer.of(receipts.byCode(code, from.getRemoteAddr(), request.order()));
        }
        Delivery delivery = deliveries.get(Problem.required(request.delivery(), "delivery"));
        if (!Sight.mayConfirm(delivery)) {
            throw Deliveries.notFound().asException();
        }
        return ReceiptAnswer.of(receipts.byAccount(Sight.account(), delivery.id(), request.saidBy(), request.order()));
    }

    /**
     * @param id made by the sender
     * @param code one-time code; without it {@code delivery} and {@code source}
     * @param source {@code officer} or {@code paper}
     * @param says {@code all}, {@code part} or {@code nothing}
     * @param received with {@code part}: by item
     * @param signedAt with {@code paper}: when the recipient signed
     * @param sheet with {@code paper}: the photo of the sheet, which was sent to the delivery before
     */
    record ReceiptRequest(
            @Nullable UUID id,
            @Nullable String code,
            @Nullable UUID delivery,
            @Nullable String source,
            @Nullable String says,
            @Nullable Map<String, BigDecimal> received,
            @Nullable Instant signedAt,
            @Nullable UUID sheet) {
        ReceiptOrder order() {
            UUID own = Problem.required(id, "id");
            Signature signature = signedAt == null ? null : new Signature(signedAt, sheet);
            return switch (says == null ? "" : says) {
                case "all" -> new ReceiptOrder(own, null, signature);
                case "nothing" -> new ReceiptOrder(own, Map.of(), signature);
                case "part" -> new ReceiptOrder(own, Problem.required(received, "received"), signature);
                default ->
                    throw Problem.badField(
                                    "RECEIPT_SAYS",
                                    "says",
                                    "all | part | nothing",
                                    "Hãy ghi đã nhận đủ (all), một phần (part) hay chưa nhận (nothing).",
                                    "Say whether all, part or nothing was received.")
                            .asException();
            };
        }

        Source saidBy() {
            return switch (source == null ? "" : source) {
                case "officer" -> Source.OFFICER;
                case "paper" -> Source.PAPER;
                default ->
                    throw Problem.badField(
                                    "RECEIPT_SOURCE",
                                    "source",
                                    "officer | paper",
                                    "Nguồn xác nhận phải là officer hoặc paper.",
                                    "The source must be officer or paper.")
                            .asException();
            };
        }
    }

    /** What a recipient gets back, who may be anybody: no line of need and no place. */
    record ReceiptAnswer(String delivery, boolean disputed) {
        static ReceiptAnswer of(Delivery delivery) {
            return new ReceiptAnswer(delivery.code().value(), delivery.disputed());
        }
    }
}
