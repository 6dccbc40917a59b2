package vn.reliefmap.commitment.internal;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.reliefmap.commitment.internal.CommitmentTable.Line;
import vn.reliefmap.kernel.DisasterId;
import vn.reliefmap.kernel.PublicCode;
import vn.reliefmap.ledger.Goods;

/** Lines of need as the ledger may tell them: summed up by item and by the commune that the public knows. */
@Component
final class ToldGoods {
    private final PublicCommunes communes;

    ToldGoods(PublicCommunes communes) {
        this.communes = communes;
    }

    private record Key(@Nullable String commune, String item) {}

    List<Goods> of(
            DisasterId disaster, List<Line> lines, Function<Line, BigDecimal> quantity, @Nullable PublicCode gift) {
        Map<Key, BigDecimal> sums = new LinkedHashMap<>();
        for (Line line : lines) {
            sums.merge(
                    new Key(communes.shown(disaster, line.commune()), line.item()),
                    quantity.apply(line),
                    BigDecimal::add);
        }
        List<Goods> goods = new ArrayList<>();
        sums.forEach((key, sum) -> {
            if (sum.signum() > 0) {
                goods.add(new Goods(key.commune(), key.item(), sum, gift));
            }
        });
        return goods;
    }
}
