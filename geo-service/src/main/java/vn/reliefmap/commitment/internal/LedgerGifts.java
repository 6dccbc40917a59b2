package vn.reliefmap.commitment.internal;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import vn.reliefmap.commitment.Gift;
import vn.reliefmap.commitment.Gift.Step;
import vn.reliefmap.commitment.Gifts;
import vn.reliefmap.commitment.Progress;
import vn.reliefmap.kernel.DepotId;
import vn.reliefmap.kernel.Problem;
import vn.reliefmap.kernel.PublicCode;
import vn.reliefmap.ledger.Ledger;
import vn.reliefmap.ledger.LedgerEntry;
import vn.reliefmap.supply.MoveKind;
import vn.reliefmap.supply.StockMoveOrder;
import vn.reliefmap.supply.StockMoves;

/** A gift's way read from the ledger alone, so that it can never tell more than the ledger does. */
@Component
class LedgerGifts implements Gifts {
    private final Ledger ledger;
    private final StockMoves moves;
    private final String publicUrl;

    LedgerGifts(
            Ledger ledger,
            StockMoves moves,
            @Value("${relief.public-url:http://127.0.0.1:${server.port:8080}}") String publicUrl) {
        this.ledger = ledger;
        this.moves = moves;
        this.publicUrl = publicUrl.replaceAll("/+$", "");
    }

    @Override
    public Gift follow(PublicCode code) {
        List<Step> steps = new ArrayList<>();
        String item = "";
        String disaster = "";
        for (LedgerEntry entry : ledger.ofGift(code)) {
            disaster = disaster.isEmpty() ? text(entry.facts(), "disaster") : disaster;
            for (Object told : (List<?>) entry.facts().getOrDefault("goods", List.of())) {
                Map<?, ?> goods = (Map<?, ?>) told;
                if (code.value().equals(goods.get("gift"))) {
                    item = text(goods, "item");
                    Object commune = goods.get("commune");
                    steps.add(new Step(
                            entry.seq(),
                            entry.at(),
                            entry.kind(),
                            commune == null ? null : commune.toString(),
                            new BigDecimal(text(goods, "quantity")),
                            entry.hash()));
                }
            }
        }
        if (steps.isEmpty()) {
            throw Problem.notFound("GIFT_NOT_FOUND", "code", "Không có mã quà này.", "There is no such gift.")
                    .asException();
        }
        return new Gift(code, disaster, item, progress(steps), sum(steps, "stock_in"), steps);
    }

    @Override
    public Gift receive(UUID account, PublicCode code, UUID id, DepotId depot, BigDecimal quantity) {
        String item = follow(code).item();
        var unused = moves.move(account, new StockMoveOrder(id, depot, item, MoveKind.IN, quantity, code));
        return follow(code);
    }

    private static Progress progress(List<Step> steps) {
        BigDecimal promised = sum(steps, "pledged");
        BigDecimal delivered = sum(steps, "delivered");
        BigDecimal released = sum(steps, "pledge_withdrawn").add(sum(steps, "pledge_expired"));
        return new Progress(promised, promised.subtract(delivered).subtract(released), delivered, released);
    }

    private static BigDecimal sum(List<Step> steps, String kind) {
        return steps.stream()
                .filter(step -> step.kind().equals(kind))
                .map(Step::quantity)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static String text(Map<?, ?> facts, String name) {
        @Nullable Object value = facts.get(name);
        return value == null ? "" : value.toString();
    }

    @Override
    public String qrCode(PublicCode code) {
        try {
            BitMatrix modules = new QRCodeWriter()
                    .encode(publicUrl + "/g/" + code, BarcodeFormat.QR_CODE, 0, 0, Map.of(EncodeHintType.MARGIN, 2));
            StringBuilder path = new StringBuilder();
            for (int y = 0; y < modules.getHeight(); y++) {
                for (int x = 0; x < modules.getWidth(); x++) {
                    path.append(modules.get(x, y) ? "M" + x + " " + y + "h1v1h-1z" : "");
                }
            }
            return "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 " + modules.getWidth() + " "
                    + modules.getHeight() + "\" shape-rendering=\"crispEdges\"><rect width=\"100%\" height=\"100%\""
                    + " fill=\"#fff\"/><path d=\"" + path + "\"/></svg>";
        } catch (WriterException e) {
            throw new IllegalStateException("The address does not fit a QR code", e);
        }
    }
}
