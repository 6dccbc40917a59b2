package vn.reliefmap.message.internal.form;

import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.reliefmap.item.Item;
import vn.reliefmap.kernel.NameFolding;
import vn.reliefmap.message.GoodsWords.Pack;

/** In what goods are counted beside the catalogue's unit: measures of mass and money, and usual packs. Data. */
final class GoodsUnits {
    /** Kilograms in one, by the word without diacritics. */
    private static final Map<String, BigDecimal> MASS = Map.of(
            "tan", new BigDecimal(1000),
            "t", new BigDecimal(1000),
            "ton", new BigDecimal(1000),
            "tons", new BigDecimal(1000),
            "tonne", new BigDecimal(1000),
            "tonnes", new BigDecimal(1000),
            "ta", new BigDecimal(100),
            "yen", new BigDecimal(10),
            "g", new BigDecimal("0.001"),
            "gam", new BigDecimal("0.001"));

    /** Đồng in one. */
    static final Map<String, BigDecimal> MONEY = Map.of(
            "trieu", new BigDecimal(1_000_000),
            "tr", new BigDecimal(1_000_000),
            "million", new BigDecimal(1_000_000),
            "nghin", new BigDecimal(1000),
            "ngan", new BigDecimal(1000),
            "k", new BigDecimal(1000),
            "dong", BigDecimal.ONE,
            "vnd", BigDecimal.ONE,
            "ty", new BigDecimal(1_000_000_000),
            "ti", new BigDecimal(1_000_000_000));

    /**
     * Item and word, and what one usually holds: 30 packs of noodles in a carton, 24 bottles of half a litre, 48 cartons of
     * milk (own knowledge of what shops sell, weak; sizes differ, so it is always shown).
     */
    private static final Map<String, Pack> PACKS = Map.of(
            "instant_noodles thung", new Pack("thùng", "carton", new BigDecimal(30)),
            "instant_noodles carton", new Pack("thùng", "carton", new BigDecimal(30)),
            "drinking_water thung", new Pack("thùng", "carton", new BigDecimal(12)),
            "drinking_water carton", new Pack("thùng", "carton", new BigDecimal(12)),
            "drinking_water chai", new Pack("chai", "bottle", new BigDecimal("0.5")),
            "drinking_water bottle", new Pack("chai", "bottle", new BigDecimal("0.5")),
            "drinking_water binh", new Pack("bình", "large bottle", new BigDecimal(20)),
            "milk_uht thung", new Pack("thùng", "carton", new BigDecimal(48)),
            "milk_uht loc", new Pack("lốc", "pack of four", new BigDecimal(4)));

    private GoodsUnits() {}

    /** The usual pack that the word names; null when there is none for the item. */
    static @Nullable Pack pack(String item, String word) {
        Pack pack = PACKS.get(item + " " + word);
        return pack == null && word.endsWith("s") ? PACKS.get(item + " " + word.substring(0, word.length() - 1)) : pack;
    }

    /**
     * True when the word is the item's own unit, in either language.
     *
     * @param meant the unit that an SMS would mean by the word; null when none
     */
    static boolean own(Item item, String word, @Nullable String meant) {
        String own = first(item.unitVi());
        String english = first(item.unitEn());
        return word.equals(own)
                || own.equals(meant)
                || ("cai".equals(meant) && own.equals("chiec"))
                || first(word).equals(english)
                || first(word).equals(first(item.unitsEn()));
    }

    /** How much of the item one such measure is; null when it does not measure the item. */
    static @Nullable BigDecimal measure(Item item, String word) {
        String own = first(item.unitVi());
        return own.equals("kg") ? MASS.get(word) : own.equals("dong") ? MONEY.get(word) : null;
    }

    private static String first(String unit) {
        return NameFolding.fold(unit).split(" ", 2)[0];
    }
}
