package vn.reliefmap.plan.internal.papers;

import java.text.NumberFormat;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import vn.reliefmap.geo.LonLat;
import vn.reliefmap.item.Item;
import vn.reliefmap.item.Items;
import vn.reliefmap.kernel.Languages;
import vn.reliefmap.passability.VehicleClass;
import vn.reliefmap.plan.Amount;
import vn.reliefmap.plan.PlannedTour;

/** Figures as people in Vietnam write them: hours by their clock, a comma for decimals, the unit never torn from its number. */
final class PaperWords {
    private static final char TIED = '\u00A0';

    private final Items items;

    PaperWords(Items items) {
        this.items = items;
    }

    static String number(Number value, int decimals) {
        NumberFormat format = NumberFormat.getNumberInstance(Languages.VIETNAMESE);
        format.setMaximumFractionDigits(decimals);
        return format.format(value);
    }

    /** Rounded up to a decimetre: a team must not find deeper water than its paper says. */
    static String depth(double metres) {
        return number(Math.ceil(metres * 10 - 1e-6) / 10, 1) + TIED + "m";
    }

    static String distance(double metres) {
        return metres < 1000
                ? number(Math.round(metres / 10) * 10, 0) + TIED + "m"
                : number(metres / 1000, 1) + TIED + "km";
    }

    static String mass(double kilograms) {
        return kilograms < 1000 ? number(kilograms, 0) + TIED + "kg" : number(kilograms / 1000, 1) + TIED + "tấn";
    }

    static String duration(double seconds) {
        long minutes = Math.round(seconds / 60);
        String rest = minutes % 60 + "" + TIED + "phút";
        return minutes < 60 ? rest : minutes / 60 + "" + TIED + "giờ" + (minutes % 60 == 0 ? "" : " " + rest);
    }

    /** Latitude first, as maps on phones and radios have it. */
    static String position(LonLat at) {
        return String.format(Locale.ROOT, "%.5f, %.5f", at.lat(), at.lon());
    }

    static String commune(PlannedTour.Call call) {
        String name = call.communeName();
        return name == null ? "ngoài ranh giới xã" : name;
    }

    static String vehicle(VehicleClass vehicle) {
        return switch (vehicle) {
            case FOOT -> "đi bộ";
            case MOTORBIKE -> "xe máy";
            case CAR -> "xe con";
            case PICKUP -> "xe bán tải";
            case TRUCK -> "xe tải";
            case PADDLE_BOAT -> "thuyền chèo";
            case MOTOR_BOAT -> "thuyền máy";
        };
    }

    /** For example {@code Gạo 120 kg}. */
    String amount(Amount amount) {
        Item item = items.get(amount.item());
        return item.nameVi() + " " + number(amount.units(), 3) + TIED + item.unitVi();
    }

    String list(List<Amount> amounts) {
        return amounts.stream().map(this::amount).collect(Collectors.joining(", "));
    }

    double kilograms(List<Amount> amounts) {
        return amounts.stream()
                .mapToDouble(amount -> items.get(amount.item()).massKg() * amount.milli() / 1000.0)
                .sum();
    }
}
