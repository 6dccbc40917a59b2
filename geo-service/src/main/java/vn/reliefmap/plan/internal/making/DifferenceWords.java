package vn.reliefmap.plan.internal.making;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.reliefmap.item.AmountWords;
import vn.reliefmap.item.Item;
import vn.reliefmap.kernel.Languages;
import vn.reliefmap.plan.PlanDifference.Change;
import vn.reliefmap.plan.PlanDifference.Endangered;
import vn.reliefmap.plan.PlanDifference.ItemChange;
import vn.reliefmap.plan.PlanDifference.Moved;
import vn.reliefmap.plan.PlanDifference.StopChange;
import vn.reliefmap.plan.PlanDifference.TourChange;

/** Says what is different in a plan, in both languages. */
final class DifferenceWords {

    private final List<Item> items;

    DifferenceWords(List<Item> items) {
        this.items = items;
    }

    static String tourVi(Change change, String vehicle) {
        return vehicle + ": "
                + switch (change) {
                    case UNCHANGED -> "giữ nguyên";
                    case CHANGED -> "có thay đổi";
                    case NEW -> "chuyến mới";
                    case DROPPED -> "không đi nữa";
                };
    }

    static String tourEn(Change change, String vehicle) {
        return vehicle + ": "
                + switch (change) {
                    case UNCHANGED -> "as before";
                    case CHANGED -> "changed";
                    case NEW -> "new tour";
                    case DROPPED -> "does not go";
                };
    }

    static String stopVi(
            String stop, @Nullable String commune, Moved moved, Set<String> was, Set<String> is, long laterS) {
        return named(stop, commune) + ": "
                + switch (moved) {
                    case ADDED -> "thêm, " + String.join(", ", is);
                    case DROPPED -> "bỏ, trước là " + String.join(", ", was);
                    case MOVED -> String.join(", ", was) + " → " + String.join(", ", is);
                    case LOAD -> "số hàng khác";
                    case TIME -> (laterS > 0 ? "muộn hơn " : "sớm hơn ") + minutes(laterS) + " phút";
                };
    }

    static String stopEn(
            String stop, @Nullable String commune, Moved moved, Set<String> was, Set<String> is, long laterS) {
        return named(stop, commune) + ": "
                + switch (moved) {
                    case ADDED -> "added, " + String.join(", ", is);
                    case DROPPED -> "dropped, was " + String.join(", ", was);
                    case MOVED -> String.join(", ", was) + " → " + String.join(", ", is);
                    case LOAD -> "another load";
                    case TIME -> minutes(laterS) + (laterS > 0 ? " min later" : " min earlier");
                };
    }

    private static String named(String stop, @Nullable String commune) {
        return commune == null ? stop : stop + " (" + commune + ")";
    }

    private static long minutes(long seconds) {
        return Math.round(Math.abs(seconds) / 60.0);
    }

    String vi(List<TourChange> tours, List<StopChange> stops, List<ItemChange> changed, List<Endangered> endangered) {
        List<String> lines = new ArrayList<>();
        endangered.forEach(one -> lines.add("! " + one.vi()));
        lines.add("Chuyến: " + count(tours, Change.UNCHANGED) + " giữ nguyên, " + count(tours, Change.CHANGED)
                + " thay đổi, " + count(tours, Change.NEW) + " mới, " + count(tours, Change.DROPPED) + " bỏ.");
        stops.forEach(stop -> lines.add("- " + stop.vi()));
        changed.forEach(one -> {
            Item item = item(one);
            lines.add("- " + (item == null ? one.item() : item.nameVi()) + ": "
                    + number(Languages.VIETNAMESE, one.beforeMilli()) + " → "
                    + number(Languages.VIETNAMESE, one.nowMilli()) + (item == null ? "" : " " + item.unitVi()));
        });
        return String.join("\n", lines);
    }

    String en(List<TourChange> tours, List<StopChange> stops, List<ItemChange> changed, List<Endangered> endangered) {
        List<String> lines = new ArrayList<>();
        endangered.forEach(one -> lines.add("! " + one.en()));
        lines.add("Tours: " + count(tours, Change.UNCHANGED) + " as before, " + count(tours, Change.CHANGED)
                + " changed, " + count(tours, Change.NEW) + " new, " + count(tours, Change.DROPPED) + " dropped.");
        stops.forEach(stop -> lines.add("- " + stop.en()));
        changed.forEach(one -> {
            Item item = item(one);
            lines.add("- " + (item == null ? one.item() : item.nameEn()) + ": " + number(Locale.ROOT, one.beforeMilli())
                    + " → "
                    + (item == null
                            ? number(Locale.ROOT, one.nowMilli())
                            : AmountWords.unitEn(item, BigDecimal.valueOf(one.nowMilli(), 3))));
        });
        return lines.stream().collect(Collectors.joining("\n"));
    }

    private static long count(List<TourChange> tours, Change change) {
        return tours.stream().filter(tour -> tour.change() == change).count();
    }

    private @Nullable Item item(ItemChange changed) {
        return items.stream()
                .filter(item -> item.code().equals(changed.item()))
                .findFirst()
                .orElse(null);
    }

    private static String number(Locale locale, long milli) {
        return NumberFormat.getNumberInstance(locale).format(BigDecimal.valueOf(milli, 3));
    }
}
