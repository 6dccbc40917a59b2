package vn.reliefmap.cluster;

import java.math.BigDecimal;

/**
 * What a set of households lacks of one item; all amounts in the item's own unit, exact to a thousandth.
 *
 * @param item code in the catalogue
 * @param lackGroup which of the six cells of a need tag it fills
 * @param needed sum of what was asked for
 * @param pledged promised and not yet delivered
 * @param underWay taken on by a team and not yet delivered
 * @param delivered handed over
 * @param open sum over the single needs of what is still lacking; a need that got more than it asked counts 0, so this
 *     may be more than {@code needed − delivered}
 * @param households with something open of this item; may be under five, though the cell never is
 * @param people in those households
 */
public record ItemLack(
        String item,
        String lackGroup,
        BigDecimal needed,
        BigDecimal pledged,
        BigDecimal underWay,
        BigDecimal delivered,
        BigDecimal open,
        int households,
        int people) {}
