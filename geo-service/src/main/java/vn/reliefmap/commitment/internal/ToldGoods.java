package vn.reliefmap.commitment.internal;

import java.math.BigDecimal;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.reliefmap.commitment.internal.CommitmentTable.Line;
import vn.reliefmap.kernel.DisasterId;
import vn.reliefmap.kernel.PublicCode;
import vn.reliefmap.ledger.Goods;

/** Lines of need as the ledger may tell them: in the commune that the public knows. */
@Component
final class ToldGoods {
    private final PublicCommunes communes;

    ToldGoods(PublicCommunes communes) {
        this.communes = communes;
    }

    List<Goods> of(
            DisasterId disaster, List<Line> lines, Function<Line, BigDecimal> quantity, @Nullable PublicCode gift) {
        return lines.stream()
                .map(line ->
                        new Goods(communes.shown(disaster, line.commune()), line.item(), quantity.apply(line), gift))
                .toList();
    }
}
