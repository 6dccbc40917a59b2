package vn.reliefmap.commitment.internal;

import java.math.BigDecimal;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vn.reliefmap.commitment.internal.CommitmentTable.Line;
import vn.reliefmap.commitment.internal.CommitmentTable.Row;
import vn.reliefmap.ledger.Goods;

/**
 * Lines of need as the ledger may tell them. Where the homes are is not told, not even by commune: an exact sum over some homes of a
 * commune, taken from the sums of its cells on the map, could leave one home over (docs/decisions/0301).
 */
final class ToldGoods {
    private ToldGoods() {}

    static List<Goods> ofClaim(List<Line> lines, Function<Line, BigDecimal> quantity) {
        return lines.stream()
                .map(line -> new Goods(null, line.item(), quantity.apply(line), null))
                .toList();
    }

    /** A commune that the donor named is told: it is the donor's word and no home's. */
    static List<Goods> ofPledge(Row pledge, List<Line> lines, Function<Line, BigDecimal> quantity) {
        @Nullable String named = pledge.placeKind().equals("commune") ? pledge.place() : null;
        return lines.stream()
                .map(line -> new Goods(named, line.item(), quantity.apply(line), pledge.code()))
                .toList();
    }
}
