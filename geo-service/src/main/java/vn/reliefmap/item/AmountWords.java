package vn.reliefmap.item;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.util.Arrays;
import java.util.Locale;
import vn.reliefmap.kernel.Languages;

/** Amounts of items as people say them, in the middle of a sentence. */
public final class AmountWords {
    private AmountWords() {}

    /** "267 cái chăn", "12 bộ vệ sinh gia đình", "4.200 kg gạo" */
    public static String vi(Item item, BigDecimal quantity) {
        String name = inSentence(item.nameVi());
        boolean countsItself = Arrays.asList(name.split(" ")).contains(item.unitVi());
        return (countsItself ? number(Languages.VIETNAMESE, quantity) : unitVi(item, quantity)) + " " + name;
    }

    /** "267 blankets", "1 blanket", "44,549 litres of drinking water" */
    public static String en(Item item, BigDecimal quantity) {
        return en(item, number(Locale.ROOT, quantity), unitEn(item, quantity));
    }

    /**
     * The same where the number is written already.
     *
     * @param number "267"
     * @param measured the number with its unit: "4.2 t"
     */
    public static String en(Item item, String number, String measured) {
        String counted = number.equals("1") ? item.oneEn() : item.manyEn();
        if (counted != null) {
            return number + " " + counted;
        }
        return item.lackGroup() == Item.LackGroup.CASH
                ? measured + " in cash"
                : measured + " of " + inSentence(item.nameEn());
    }

    /** "267 cái" */
    public static String unitVi(Item item, BigDecimal quantity) {
        return number(Languages.VIETNAMESE, quantity) + " " + item.unitVi();
    }

    /** "267 pieces", "1 piece" */
    public static String unitEn(Item item, BigDecimal quantity) {
        String number = number(Locale.ROOT, quantity);
        return number + " " + unitEn(item, number);
    }

    /** "pieces"; "piece" behind a "1". */
    public static String unitEn(Item item, String number) {
        return number.equals("1") ? item.unitEn() : item.unitsEn();
    }

    /** A name without its first capital: "gạo", "UHT milk". */
    public static String inSentence(String name) {
        boolean abbreviation = name.length() > 1 && Character.isUpperCase(name.charAt(1));
        return abbreviation || name.isEmpty()
                ? name
                : name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
    }

    private static String number(Locale locale, BigDecimal quantity) {
        return NumberFormat.getNumberInstance(locale).format(quantity);
    }
}
