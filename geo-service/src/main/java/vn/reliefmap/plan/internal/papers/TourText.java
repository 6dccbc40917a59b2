package vn.reliefmap.plan.internal.papers;

import java.util.ArrayList;
import java.util.List;
import vn.reliefmap.kernel.VietnamTime;
import vn.reliefmap.plan.PlannedTour;
import vn.reliefmap.plan.ReliefPlan;

/** A tour in a few lines that can be forwarded: communes, hours, loads; no place nearer than a commune. */
final class TourText {
    private final PaperWords words;

    TourText(PaperWords words) {
        this.words = words;
    }

    String of(ReliefPlan plan, PlannedTour tour) {
        List<String> lines = new ArrayList<>();
        if (plan.simulated()) {
            lines.add("DIỄN TẬP – số liệu mô phỏng");
        }
        lines.add("Chuyến " + tour.number() + " · " + tour.vehicleName() + " · "
                + VietnamTime.hourAndDate(tour.startsAt()) + "–" + VietnamTime.hour(tour.endsAt()));
        for (PlannedTour.PlannedTrip trip : tour.trips()) {
            lines.add("Lấy hàng " + VietnamTime.hour(trip.loadsAt()) + " tại "
                    + trip.origin().name() + ": " + words.list(trip.loads()));
            for (PlannedTour.Call call : trip.calls()) {
                String place = call.landing() == null ? "" : "bến " + call.landing() + ", ";
                lines.add(call.number() + ". " + VietnamTime.hour(call.arrivesAt()) + " " + place
                        + PaperWords.commune(call)
                        + (call.households() == 0 ? "" : ", " + call.households() + " hộ") + ": "
                        + words.list(call.handsOver()));
            }
        }
        lines.add("Nước lúc " + VietnamTime.hourAndDate(plan.water().at())
                + (plan.water().forecast() ? " (có dự báo)" : ""));
        return String.join("\n", lines) + "\n";
    }
}
