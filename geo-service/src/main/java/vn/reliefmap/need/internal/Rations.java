package vn.reliefmap.need.internal;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import vn.reliefmap.item.Item;
import vn.reliefmap.item.Item.Category;
import vn.reliefmap.item.Items;
import vn.reliefmap.kernel.Problem;
import vn.reliefmap.report.Asked;

/** How much somebody needs who did not say it: from people, days and the catalogue's rations. */
@Component
final class Rations {
    /** From so many people on a household gets twice the cash (domain facts, section 3). */
    private static final int LARGE_HOUSEHOLD = 6;

    private final Items items;
    private final int days;

    Rations(Items items, @Value("${relief.need.ration-days:7}") int days) {
        this.items = items;
        this.days = days;
    }

    /** In the item's unit, rounded up to whole ones; a {@code QUANTITY_MISSING} problem (400) where there is no ration. */
    BigDecimal quantity(Asked asked, int people) {
        Item item = items.get(asked.item());
        if (asked.quantity().isPresent()) {
            return BigDecimal.valueOf(asked.quantity().getAsDouble()).setScale(3, RoundingMode.HALF_UP);
        }
        if (item.rationAmount() == null || item.rationBasis() == null) {
            throw Problem.badField(
                            "QUANTITY_MISSING",
                            "lines",
                            "a quantity of " + item.code(),
                            "Hãy ghi số lượng “" + item.nameVi() + "”: mặt hàng này không có định mức.",
                            "Give a quantity of \"" + item.nameEn() + "\": it has no ration.")
                    .asException();
        }
        BigDecimal each = BigDecimal.valueOf(item.rationAmount());
        BigDecimal all =
                switch (item.rationBasis()) {
                    case PERSON_DAY -> each.multiply(BigDecimal.valueOf((long) people * days));
                    case PERSON -> each.multiply(BigDecimal.valueOf(people));
                    case HOUSEHOLD_DAY -> each.multiply(BigDecimal.valueOf(days));
                    case HOUSEHOLD ->
                        item.category() == Category.CASH && people >= LARGE_HOUSEHOLD
                                ? each.multiply(BigDecimal.valueOf(2))
                                : each;
                };
        return all.setScale(0, RoundingMode.CEILING).setScale(3);
    }
}
