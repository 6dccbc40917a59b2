package vn.reliefmap.plan.internal.making;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import vn.reliefmap.commitment.Claim;
import vn.reliefmap.plan.TourStanding.Open;
import vn.reliefmap.plan.internal.making.HandOvers.HandOver;

/**
 * Says at which call of a tour what is outstanding in its claim is handed over. What was delivered counts for the earlier calls at
 * a home; what the tour does not name (homes were merged since) goes to the last call that brings such goods.
 */
final class OpenLines {
    private static final BigDecimal NONE = BigDecimal.ZERO;

    private record Shelf(UUID household, String item) {}

    private record At(int call, Claim.Line line) {}

    private final Map<Shelf, Claim.Line> lines = new HashMap<>();
    private final Map<Claim.Line, BigDecimal> left = new LinkedHashMap<>();
    private final Map<At, BigDecimal> open = new LinkedHashMap<>();

    private OpenLines(Claim claim) {
        for (Claim.Line line : claim.lines()) {
            lines.put(new Shelf(line.household().value(), line.item()), line);
            left.put(line, line.progress().outstanding());
        }
    }

    /** @param handOvers of the tour, in the order of their hours */
    static List<Open> of(Claim claim, List<HandOver> handOvers) {
        OpenLines lines = new OpenLines(claim);
        List<HandOver> lastFirst = new ArrayList<>(handOvers);
        Collections.reverse(lastFirst);
        lastFirst.forEach(lines::fill);
        lines.putElsewhere(lastFirst);
        return lines.told();
    }

    private void fill(HandOver handed) {
        Claim.Line line = lines.get(new Shelf(handed.household(), handed.item()));
        if (line != null) {
            give(handed.call(), line, BigDecimal.valueOf(handed.milli(), 3).min(rest(line)));
        }
    }

    private void putElsewhere(Collection<HandOver> lastFirst) {
        for (Claim.Line line : left.keySet()) {
            lastFirst.stream()
                    .filter(handed -> handed.item().equals(line.item()))
                    .findFirst()
                    .ifPresent(handed -> give(handed.call(), line, rest(line)));
        }
    }

    private BigDecimal rest(Claim.Line line) {
        return left.getOrDefault(line, NONE);
    }

    private void give(int call, Claim.Line line, BigDecimal quantity) {
        if (quantity.signum() > 0) {
            open.merge(new At(call, line), quantity, BigDecimal::add);
            left.put(line, rest(line).subtract(quantity));
        }
    }

    private List<Open> told() {
        return open.entrySet().stream()
                .map(one -> new Open(
                        one.getKey().call(),
                        one.getKey().line().need(),
                        one.getKey().line().household(),
                        one.getKey().line().item(),
                        one.getValue()))
                .sorted(Comparator.comparingInt(Open::call)
                        .thenComparing(one -> one.household().value())
                        .thenComparing(Open::item))
                .toList();
    }
}
