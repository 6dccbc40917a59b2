package vn.reliefmap.item.http;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.reliefmap.item.Item;
import vn.reliefmap.item.Items;
import vn.reliefmap.kernel.Caller;
import vn.reliefmap.kernel.OpenTo;

/** The catalogue. */
@RestController
class ItemEndpoint {
    private final Items items;

    ItemEndpoint(Items items) {
        this.items = items;
    }

    @GetMapping("/api/v1/items")
    @OpenTo(Caller.EVERYONE)
    ItemList list() {
        return new ItemList(items.list().stream().map(ItemAnswer::of).toList(), null);
    }

    /** @param next always null: the catalogue is one short list */
    record ItemList(List<ItemAnswer> items, @Nullable String next) {}

    /** One item; {@code mass_kg} and {@code volume_m3} are for one unit. */
    record ItemAnswer(
            String code,
            String nameVi,
            String nameEn,
            String unitVi,
            String unitEn,
            String unitsEn,
            @Nullable String oneEn,
            @Nullable String manyEn,
            double massKg,
            double volumeM3,
            String category,
            String lackGroup,
            @Nullable Double rationAmount,
            @Nullable String rationBasis,
            @Nullable String needsSkill,
            String source) {
        static ItemAnswer of(Item i) {
            return new ItemAnswer(
                    i.code(),
                    i.nameVi(),
                    i.nameEn(),
                    i.unitVi(),
                    i.unitEn(),
                    i.unitsEn(),
                    i.oneEn(),
                    i.manyEn(),
                    i.massKg(),
                    i.volumeM3(),
                    word(i.category()),
                    word(i.lackGroup()),
                    i.rationAmount(),
                    i.rationBasis() == null ? null : word(i.rationBasis()),
                    i.needsSkill() == null ? null : i.needsSkill().word(),
                    i.source());
        }

        private static String word(Enum<?> value) {
            return value.name().toLowerCase(Locale.ROOT);
        }
    }
}
