package vn.reliefmap.plan.internal.papers;

import java.text.NumberFormat;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import vn.reliefmap.item.Item;
import vn.reliefmap.item.Items;
import vn.reliefmap.plan.Amount;
import vn.reliefmap.plan.PlannedTour;
import vn.reliefmap.plan.ReliefPlan;

/** A tour in a few lines that can be forwarded: communes, hours, loads; no place nearer than a commune. */
final class TourText {
    private static final Locale VIETNAMESE = Locale.forLanguageTag("vi");
    private static final ZoneId VIETNAM = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("HH:mm dd/MM/yyyy").withZone(VIETNAM);
    private static final DateTimeFormatter HOUR =
            DateTimeFormatter.ofPattern("HH:mm").withZone(VIETNAM);

    private final Items items;

    TourText(Items items) {
        this.items = items;
    }

    String of(ReliefPlan plan, PlannedTour tour) {
        List<String> lines = new ArrayList<>();
        if (plan.simulated()) {
            lines.add("DIỄN TẬP – số liệu mô phỏng");
        }
        lines.add("Chuyến " + tour.number() + " · " + tour.vehicleName() + " · " + DAY.format(tour.startsAt()) + "–"
                + HOUR.format(tour.endsAt()));
        for (PlannedTour.PlannedTrip trip : tour.trips()) {
            lines.add("Lấy hàng " + HOUR.format(trip.loadsAt()) + " tại "
                    + trip.origin().name() + ": " + list(trip.loads()));
            for (PlannedTour.Call call : trip.calls()) {
                String commune = call.communeName();
                String place = call.landing() == null ? "" : "bến " + call.landing() + ", ";
                lines.add(call.number() + ". " + HOUR.format(call.arrivesAt()) + " " + place
                        + (commune == null ? "ngoài ranh giới xã" : commune)
                        + (call.households() == 0 ? "" : ", " + call.households() + " hộ") + ": "
                        + list(call.handsOver()));
            }
        }
        lines.add("Nước lúc " + DAY.format(plan.water().at()) + (plan.water().forecast() ? " (có dự báo)" : ""));
        return String.join("\n", lines) + "\n";
    }

    private String list(List<Amount> amounts) {
        return amounts.stream().map(this::amount).collect(Collectors.joining(", "));
    }

    private String amount(Amount amount) {
        Item item = items.get(amount.item());
        String name = item.nameVi().toLowerCase(VIETNAMESE);
        String counted = name.startsWith(item.unitVi() + " ") ? name : item.unitVi() + " " + name;
        return NumberFormat.getNumberInstance(VIETNAMESE).format(amount.units()) + " " + counted;
    }
}
