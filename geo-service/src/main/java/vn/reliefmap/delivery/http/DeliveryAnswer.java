package vn.reliefmap.delivery.http;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.reliefmap.delivery.Delivery;
import vn.reliefmap.geo.LonLat;
import vn.reliefmap.kernel.Numbers;

/**
 * A hand-over with the recipient's words.
 *
 * @param code stands for it in the public ledger
 * @param near where the device was, [lon, lat] to about a kilometre; null when it was not told
 * @param disputed true when a recipient ever spoke of less
 */
record DeliveryAnswer(
        UUID id,
        String code,
        UUID claim,
        UUID disaster,
        Instant handedOverAt,
        boolean disputed,
        @Nullable List<Double> near,
        List<LineAnswer> lines,
        List<ReceiptAnswer> receipts) {
    static DeliveryAnswer of(Delivery delivery) {
        LonLat near = delivery.near();
        return new DeliveryAnswer(
                delivery.id(),
                delivery.code().value(),
                delivery.claim(),
                delivery.disaster().value(),
                delivery.handedOverAt(),
                delivery.disputed(),
                near == null ? null : List.of(near.lon(), near.lat()),
                delivery.lines().stream().map(LineAnswer::of).toList(),
                delivery.receipts().stream()
                        .map(receipt -> ReceiptAnswer.of(delivery.id(), receipt))
                        .toList());
    }

    /**
     * @param surplus how much lay beyond the need
     * @param received what the recipient said last; null while nobody said anything
     */
    record LineAnswer(
            UUID need,
            @Nullable String commune,
            String item,
            BigDecimal quantity,
            BigDecimal surplus,
            @Nullable BigDecimal received) {
        static LineAnswer of(Delivery.Line line) {
            BigDecimal received = line.received();
            return new LineAnswer(
                    line.need().value(),
                    line.commune(),
                    line.item(),
                    Numbers.plain(line.quantity()),
                    Numbers.plain(line.surplus()),
                    received == null ? null : Numbers.plain(received));
        }
    }

    /**
     * @param source {@code code}, {@code officer} or {@code paper}
     * @param recordedBy name of the account that entered it; null when the recipient did, by code
     * @param signedAt of paper
     * @param sheet where the photo of the signed sheet is; null without one, and once the photos were thrown away
     */
    record ReceiptAnswer(
            String source,
            Instant recordedAt,
            @Nullable String recordedBy,
            @Nullable Instant signedAt,
            @Nullable String sheet,
            boolean less,
            List<ReceivedAnswer> items) {
        static ReceiptAnswer of(UUID delivery, Delivery.Receipt receipt) {
            Delivery.Signature signature = receipt.signature();
            UUID sheet = signature == null ? null : signature.sheet();
            return new ReceiptAnswer(
                    receipt.source().name().toLowerCase(Locale.ROOT),
                    receipt.recordedAt(),
                    receipt.recordedBy(),
                    signature == null ? null : signature.signedAt(),
                    sheet == null ? null : "/api/v1/deliveries/" + delivery + "/photos/" + sheet,
                    receipt.less(),
                    receipt.items().stream()
                            .map(item -> new ReceivedAnswer(
                                    item.item(), Numbers.plain(item.received()), Numbers.plain(item.handed())))
                            .toList());
        }
    }

    record ReceivedAnswer(String item, BigDecimal received, BigDecimal handed) {}
}
