package vn.reliefmap.delivery.internal;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import vn.reliefmap.access.Scope;
import vn.reliefmap.commitment.Claim;
import vn.reliefmap.commitment.Claims;
import vn.reliefmap.commitment.Settlements;
import vn.reliefmap.commitment.Settlements.Settled;
import vn.reliefmap.delivery.Deliveries;
import vn.reliefmap.delivery.Delivery;
import vn.reliefmap.delivery.DeliveryOrder;
import vn.reliefmap.kernel.DisasterId;
import vn.reliefmap.kernel.NeedId;
import vn.reliefmap.kernel.PageAsk;
import vn.reliefmap.kernel.PageAsk.Page;
import vn.reliefmap.kernel.Problem;
import vn.reliefmap.kernel.PublicCode;
import vn.reliefmap.ledger.Facts;
import vn.reliefmap.ledger.Goods;
import vn.reliefmap.ledger.Ledger;
import vn.reliefmap.store.Changes;
import vn.reliefmap.store.OnceOnly;
import vn.reliefmap.store.Topic;

/** Deliveries that settle their claim and the pledges in one transaction. */
@Component
class SettledDeliveries implements Deliveries {
    /** Clocks of phones run ahead now and then. */
    private static final Duration AHEAD = Duration.ofMinutes(10);

    private final DeliveryTable table;
    private final ReceiptCodes codes;
    private final Claims claims;
    private final Settlements settlements;
    private final Ledger ledger;
    private final Changes changes;
    private final OnceOnly onceOnly;

    SettledDeliveries(
            DeliveryTable table,
            ReceiptCodes codes,
            Claims claims,
            Settlements settlements,
            Ledger ledger,
            Changes changes,
            OnceOnly onceOnly) {
        this.table = table;
        this.codes = codes;
        this.claims = claims;
        this.settlements = settlements;
        this.ledger = ledger;
        this.changes = changes;
        this.onceOnly = onceOnly;
    }

    @Override
    public Delivery handOver(UUID account, DeliveryOrder order) {
        return get(onceOnly.answer(account.toString(), order.id(), order, KeptDelivery.class, () -> act(account, order))
                .id());
    }

    private KeptDelivery act(UUID account, DeliveryOrder order) {
        Claim claim = claims.get(order.claim());
        DeliveryOrder exact = new DeliveryOrder(
                order.id(),
                order.claim(),
                order.handedOverAt().truncatedTo(ChronoUnit.MILLIS),
                order.handed(),
                order.roughly());
        if (exact.handedOverAt().isAfter(Instant.now().plus(AHEAD))) {
            throw Problem.badField(
                            "DELIVERY_TIME",
                            "handed_over_at",
                            "a moment that has passed",
                            "Giờ giao hàng không được ở tương lai.",
                            "The time of the hand-over lies in the future.")
                    .asException();
        }
        Map<NeedId, BigDecimal> amounts = HandedLines.of(claim, order.handed());
        List<Settled> lines = settlements.settle(claim.id(), amounts);
        PublicCode code = PublicCode.random();
        if (!table.add(exact, code, claim.disaster(), account, lines)) {
            throw OnceOnly.taken().asException();
        }
        changes.announce(Topic.NEEDS);
        if (claim.tour() != null) {
            changes.announce(Topic.TOURS);
        }
        ledger.append(
                "delivered",
                Facts.of(claim.disaster().value())
                        .code("claim", claim.code())
                        .code("delivery", code)
                        .time("handed_over_at", exact.handedOverAt())
                        .goods(goods(lines)));
        return new KeptDelivery(order.id());
    }

    /** What belongs to no gift stands by itself; where the homes are is not told (docs/decisions/0301). */
    private static List<Goods> goods(List<Settled> lines) {
        List<Goods> goods = new ArrayList<>();
        for (Settled line : lines) {
            BigDecimal rest = line.quantity();
            for (Map.Entry<PublicCode, BigDecimal> gift : line.gifts().entrySet()) {
                goods.add(new Goods(null, line.item(), gift.getValue(), gift.getKey()));
                rest = rest.subtract(gift.getValue());
            }
            if (rest.signum() > 0) {
                goods.add(new Goods(null, line.item(), rest, null));
            }
        }
        return goods;
    }

    @Override
    public Delivery get(UUID id) {
        return table.find(id).orElseThrow(() -> Deliveries.notFound().asException());
    }

    @Override
    public Page<Delivery> list(DisasterId disaster, Scope whose, PageAsk ask) {
        return ask.page(
                table.list(disaster, whose, ask), delivery -> new PageAsk.Key(delivery.recordedAt(), delivery.id()));
    }

    @Override
    public PublicCode receiptCode(UUID account, UUID delivery) {
        if (get(delivery).by(account)) {
            throw Deliveries.own().asException();
        }
        return codes.make(account, delivery);
    }
}
