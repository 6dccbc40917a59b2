package vn.reliefmap.cluster.http;

import java.math.BigDecimal;
import vn.reliefmap.cluster.ItemLack;

/** What is lacking of one item, in its own unit; {@code open} never counts a surplus of one household for another. */
record LackAnswer(
        String item,
        String lackGroup,
        BigDecimal needed,
        BigDecimal pledged,
        BigDecimal underWay,
        BigDecimal delivered,
        BigDecimal open,
        int households,
        int people) {
    static LackAnswer of(ItemLack lack) {
        return new LackAnswer(
                lack.item(),
                lack.lackGroup(),
                lack.needed(),
                lack.pledged(),
                lack.underWay(),
                lack.delivered(),
                lack.open(),
                lack.households(),
                lack.people());
    }
}
