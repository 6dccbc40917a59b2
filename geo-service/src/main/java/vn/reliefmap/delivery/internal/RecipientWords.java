package vn.reliefmap.delivery.internal;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.reliefmap.access.Pace;
import vn.reliefmap.commitment.Settlements;
import vn.reliefmap.delivery.Deliveries;
import vn.reliefmap.delivery.Delivery;
import vn.reliefmap.delivery.Delivery.Line;
import vn.reliefmap.delivery.Delivery.Receipt;
import vn.reliefmap.delivery.Delivery.Received;
import vn.reliefmap.delivery.Delivery.Source;
import vn.reliefmap.delivery.ReceiptOrder;
import vn.reliefmap.delivery.Receipts;
import vn.reliefmap.kernel.NeedId;
import vn.reliefmap.kernel.Numbers;
import vn.reliefmap.kernel.Problem;
import vn.reliefmap.kernel.ProblemException;
import vn.reliefmap.kernel.PublicCode;
import vn.reliefmap.ledger.Facts;
import vn.reliefmap.ledger.Goods;
import vn.reliefmap.ledger.Ledger;
import vn.reliefmap.store.Changes;
import vn.reliefmap.store.OnceOnly;
import vn.reliefmap.store.Topic;

/** Recipients' words. The last one says what counts as delivered; all of them stay. */
@Component
class RecipientWords implements Receipts {
    private final DeliveryTable table;
    private final ReceiptTable words;
    private final Signatures signatures;
    private final ReceiptCodes codes;
    private final CodePace pace;
    private final Deliveries deliveries;
    private final Settlements settlements;
    private final Ledger ledger;
    private final Changes changes;
    private final OnceOnly onceOnly;

    RecipientWords(
            DeliveryTable table,
            ReceiptTable words,
            Signatures signatures,
            ReceiptCodes codes,
            CodePace pace,
            Deliveries deliveries,
            Settlements settlements,
            Ledger ledger,
            Changes changes,
            OnceOnly onceOnly) {
        this.table = table;
        this.words = words;
        this.signatures = signatures;
        this.codes = codes;
        this.pace = pace;
        this.deliveries = deliveries;
        this.settlements = settlements;
        this.ledger = ledger;
        this.changes = changes;
        this.onceOnly = onceOnly;
    }

    @Override
    public Delivery byCode(PublicCode code, String address, ReceiptOrder order) {
        List<Pace.Limit> tried = pace.take(address);
        try {
            Delivery delivery = byCode(code, order);
            pace.right(tried);
            return delivery;
        } catch (ProblemException e) {
            if (!e.problem().code().equals(Receipts.noSuchCode().code())) {
                pace.right(tried);
            }
            throw e;
        }
    }

    private Delivery byCode(PublicCode code, ReceiptOrder order) {
        String caller = "receipt code " + codes.fingerprint(code);
        KeptDelivery kept = onceOnly.answer(caller, order.id(), order, KeptDelivery.class, () -> {
            UUID delivery =
                    codes.delivery(code).orElseThrow(() -> Receipts.noSuchCode().asException());
            if (!codes.use(code)) {
                throw Receipts.noSuchCode().asException();
            }
            return say(null, delivery, Source.CODE, order);
        });
        return deliveries.get(kept.id());
    }

    @Override
    public Delivery byAccount(UUID account, UUID delivery, Source source, ReceiptOrder order) {
        if (deliveries.get(delivery).by(account)) {
            throw Deliveries.own().asException();
        }
        record Body(UUID delivery, Source source, ReceiptOrder order) {}
        KeptDelivery kept = onceOnly.answer(
                account.toString(),
                order.id(),
                new Body(delivery, source, order),
                KeptDelivery.class,
                () -> say(account, delivery, source, order));
        return deliveries.get(kept.id());
    }

    private KeptDelivery say(@Nullable UUID account, UUID id, Source source, ReceiptOrder order) {
        List<NeedId> needs = deliveries.get(id).lines().stream().map(Line::need).toList();
        settlements.lock(needs);
        table.lock(id);
        Delivery delivery = deliveries.get(id);
        Map<String, BigDecimal> handed = new TreeMap<>();
        delivery.lines().forEach(line -> handed.merge(line.item(), line.quantity(), BigDecimal::add));
        List<Received> items = items(handed, order.received());
        Receipt receipt = new Receipt(
                order.id(),
                source,
                Instant.now().truncatedTo(ChronoUnit.MILLIS),
                null,
                source == Source.PAPER ? signatures.checked(delivery, order.signature()) : null,
                items);
        if (!words.add(receipt, id, account)) {
            throw OnceOnly.taken().asException();
        }
        Map<NeedId, BigDecimal> received = spread(delivery, items);
        Map<NeedId, BigDecimal> corrections = new LinkedHashMap<>();
        for (Line line : delivery.lines()) {
            BigDecimal said = Objects.requireNonNull(received.get(line.need()));
            BigDecimal before = line.received() == null ? line.quantity() : line.received();
            if (said.compareTo(before) != 0) {
                corrections.put(line.need(), said.subtract(before));
            }
        }
        table.say(id, received);
        settlements.correct(corrections);
        changes.announce(Topic.NEEDS);
        tell(delivery, source, received);
        return new KeptDelivery(id);
    }

    /** What was said of each item that was handed over. */
    private static List<Received> items(Map<String, BigDecimal> handed, @Nullable Map<String, BigDecimal> said) {
        if (said != null && !handed.keySet().containsAll(said.keySet())) {
            throw more();
        }
        List<Received> items = new ArrayList<>();
        handed.forEach((item, quantity) -> {
            BigDecimal received =
                    said == null ? quantity : Numbers.requireQuantity(said.getOrDefault(item, BigDecimal.ZERO), true);
            if (received.compareTo(quantity) > 0) {
                throw more();
            }
            items.add(new Received(item, received, quantity));
        });
        return items;
    }

    private static RuntimeException more() {
        return Problem.badField(
                        "RECEIVED_MORE",
                        "received",
                        "at most what was handed over, item by item",
                        "Không thể nhận nhiều hơn số đã giao; hãy ghi thêm một lần giao.",
                        "More cannot be received than was handed over; write down another delivery.")
                .asException();
    }

    /** A delivery to several homes: what was received fills them one after the other. */
    private static Map<NeedId, BigDecimal> spread(Delivery delivery, List<Received> items) {
        Map<NeedId, BigDecimal> received = new LinkedHashMap<>();
        for (Received item : items) {
            BigDecimal rest = item.received();
            for (Line line : delivery.lines()) {
                if (line.item().equals(item.item())) {
                    BigDecimal here = rest.min(line.quantity());
                    received.put(line.need(), here);
                    rest = rest.subtract(here);
                }
            }
        }
        return received;
    }

    /** One entry for what was received, and one for what was not, with the gifts that it had been credited to. */
    private void tell(Delivery delivery, Source source, Map<NeedId, BigDecimal> received) {
        Map<NeedId, Map<PublicCode, BigDecimal>> credits = table.credits(delivery.id());
        List<Goods> got = new ArrayList<>();
        List<Goods> missing = new ArrayList<>();
        for (Line line : delivery.lines()) {
            BigDecimal said = Objects.requireNonNull(received.get(line.need()));
            if (said.signum() > 0) {
                got.add(new Goods(null, line.item(), said, null));
            }
            BigDecimal rest = line.quantity().subtract(said);
            for (Map.Entry<PublicCode, BigDecimal> gift :
                    credits.getOrDefault(line.need(), Map.of()).entrySet()) {
                BigDecimal part = rest.min(gift.getValue());
                if (part.signum() > 0) {
                    missing.add(new Goods(null, line.item(), part, gift.getKey()));
                    rest = rest.subtract(part);
                }
            }
            if (rest.signum() > 0) {
                missing.add(new Goods(null, line.item(), rest, null));
            }
        }
        append("received", delivery, source, got);
        append("denied", delivery, source, missing);
    }

    private void append(String kind, Delivery delivery, Source source, List<Goods> goods) {
        if (!goods.isEmpty()) {
            ledger.append(
                    kind,
                    Facts.of(delivery.disaster().value())
                            .code("delivery", delivery.code())
                            .word("source", source.name().toLowerCase(Locale.ROOT))
                            .goods(goods));
        }
    }
}
