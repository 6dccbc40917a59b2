package vn.reliefmap.offer;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import vn.reliefmap.item.Item;
import vn.reliefmap.message.GoodsWords.Pack;

/**
 * What somebody can give.
 *
 * @param quantity in the item's unit, above 0; null while only the item is known
 * @param pack what it was counted in, when that was not the item's unit
 * @param uncounted part of the text that could not be read as a quantity; null when all was understood
 */
public record Offer(
        Item item,
        @Nullable BigDecimal quantity,
        @Nullable Pack pack,
        @Nullable String uncounted) {}
