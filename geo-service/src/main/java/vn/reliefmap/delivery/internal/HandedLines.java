package vn.reliefmap.delivery.internal;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.reliefmap.commitment.Claim;
import vn.reliefmap.delivery.DeliveryOrder.Handed;
import vn.reliefmap.kernel.NeedId;
import vn.reliefmap.kernel.Numbers;
import vn.reliefmap.kernel.Problem;

/** Finds the lines of need that a hand-over is for. */
final class HandedLines {
    private final Claim claim;
    private final Map<NeedId, BigDecimal> amounts = new LinkedHashMap<>();

    private HandedLines(Claim claim) {
        this.claim = claim;
    }

    /** Amounts above 0 on lines of the claim; a {@code DELIVERY_LINE} problem (400) for goods that it does not name. */
    static Map<NeedId, BigDecimal> of(Claim claim, List<Handed> handed) {
        HandedLines lines = new HandedLines(claim);
        handed.forEach(lines::add);
        if (lines.amounts.isEmpty()) {
            throw noSuchLine("handed");
        }
        return lines.amounts;
    }

    /** What is outstanding is filled line by line; what lies beyond it is surplus of the last one. */
    private void add(Handed handed) {
        BigDecimal rest = Numbers.requireQuantity(handed.quantity(), false);
        List<Claim.Line> fitting = claim.lines().stream()
                .filter(line -> line.item().equals(handed.item()))
                .filter(line -> handed.need() == null || line.need().equals(handed.need()))
                .filter(line -> handed.commune() == null || handed.commune().equals(line.commune()))
                .toList();
        if (fitting.isEmpty()) {
            throw noSuchLine(handed.need() == null ? "item" : "need");
        }
        for (Claim.Line line : fitting) {
            BigDecimal taken = amounts.getOrDefault(line.need(), BigDecimal.ZERO);
            BigDecimal free = line.progress().outstanding().subtract(taken).max(BigDecimal.ZERO);
            BigDecimal given = rest.min(free);
            give(line.need(), given);
            rest = rest.subtract(given);
        }
        give(fitting.get(fitting.size() - 1).need(), rest);
    }

    private void give(NeedId need, BigDecimal quantity) {
        if (quantity.signum() > 0) {
            amounts.merge(need, quantity, BigDecimal::add);
        }
    }

    private static RuntimeException noSuchLine(String field) {
        return Problem.badField(
                        "DELIVERY_LINE",
                        field,
                        "goods that the claim names, at least one line",
                        "Hàng đã giao phải thuộc các nhu cầu mà đội đã nhận.",
                        "What was handed over must belong to needs that the claim names.")
                .asException();
    }
}
