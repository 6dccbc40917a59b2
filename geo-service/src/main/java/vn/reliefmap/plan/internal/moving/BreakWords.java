package vn.reliefmap.plan.internal.moving;

import java.text.NumberFormat;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import vn.reliefmap.item.AmountWords;
import vn.reliefmap.item.Item;
import vn.reliefmap.item.Skill;
import vn.reliefmap.kernel.DepotId;
import vn.reliefmap.kernel.Languages;
import vn.reliefmap.kernel.VietnamTime;
import vn.reliefmap.plan.Amount;
import vn.reliefmap.plan.PlannedTour.Call;
import vn.reliefmap.plan.internal.moving.MoveWays.Obstacle;
import vn.reliefmap.supply.Vehicle;

/** Says what a move would break, with the number, the limit and one way out. */
final class BreakWords {
    private final MoveGround ground;

    BreakWords(MoveGround ground) {
        this.ground = ground;
    }

    record Said(String vi, String en) {}

    Said stuck(Vehicle vehicle, Retiming.Stuck way) {
        Obstacle one = way.obstacle();
        Call to = way.to();
        String vi = to == null ? "về" : "tới " + placeVi(to);
        String en = to == null ? "home or to its next loading" : "to " + placeEn(to);
        return new Said(
                vehicle.name() + " không đi được " + vi + ". " + one.vi(),
                vehicle.name() + " cannot get " + en + ". " + one.en());
    }

    private static String placeVi(Call call) {
        String commune = call.communeName();
        return (call.landing() == null ? "" : "bến ") + call.stop() + (commune == null ? "" : ", " + commune);
    }

    private static String placeEn(Call call) {
        String commune = call.communeName();
        return (call.landing() == null ? "" : "landing ") + call.stop() + (commune == null ? "" : ", " + commune);
    }

    Said broken(Vehicle vehicle) {
        String since = VietnamTime.hourAndDay(Objects.requireNonNull(vehicle.brokenSince()));
        return new Said(
                vehicle.name() + " hỏng từ " + since + ".", vehicle.name() + " is broken since " + since + " (UTC+7).");
    }

    Said weight(Vehicle vehicle, double kg) {
        return over(vehicle, kg, vehicle.capacityKg(), 0, "kg");
    }

    Said volume(Vehicle vehicle, double m3) {
        return over(vehicle, m3, vehicle.capacityM3(), 1, "m³");
    }

    private static Said over(Vehicle vehicle, double load, double most, int digits, String unit) {
        return new Said(
                "Quá tải " + number(Languages.VIETNAMESE, load - most, digits) + " " + unit + ": " + vehicle.name()
                        + " chở " + number(Languages.VIETNAMESE, load, digits) + " / "
                        + number(Languages.VIETNAMESE, most, digits) + " " + unit
                        + ". Bớt điểm khác khỏi lượt này, hoặc thêm một lượt.",
                "Too much by " + number(Locale.ROOT, load - most, digits) + " " + unit + ": " + vehicle.name()
                        + " would carry " + number(Locale.ROOT, load, digits) + " of "
                        + number(Locale.ROOT, most, digits) + " " + unit
                        + ". Take another stop off this trip, or add a trip.");
    }

    Said lacking(Shortages.Shelf shelf, Amount amount) {
        Item item = ground.item(amount);
        String vi = AmountWords.vi(item, amount.units());
        String en = AmountWords.en(item, amount.units());
        DepotId depot = shelf.depot();
        if (depot == null) {
            return new Said(
                    "Bến " + shelf.landing() + " thiếu " + vi
                            + " khi thuyền lấy hàng: không xe nào đưa tới kịp. Tính lại kế hoạch thì xe tải mới chở thêm.",
                    "Landing " + shelf.landing() + " lacks " + en
                            + " when the boat loads: no truck brings it in time. Only planning again sends more there.");
        }
        String name = ground.depots().containsKey(depot)
                ? Objects.requireNonNull(ground.depots().get(depot)).name()
                : depot.toString();
        return new Said(
                name + " không đủ: thiếu " + vi + ". Chọn xe lấy hàng ở kho khác.",
                name + " does not have enough: it lacks " + en + ". Choose a vehicle that loads elsewhere.");
    }

    Said hours(Vehicle vehicle, Instant ends) {
        String home = VietnamTime.hour(ends);
        String end = VietnamTime.hour(ground.plan().endsAt());
        return new Said(
                vehicle.name() + " về lúc " + home + ", sau " + end + ": nước từ giờ ấy chưa được xét.",
                vehicle.name() + " is home at " + home + ", after " + end
                        + ": the water from then on was not looked at.");
    }

    Said dark(Vehicle vehicle, Instant ends) {
        String home = VietnamTime.hour(ends);
        String dusk =
                VietnamTime.hour(Objects.requireNonNull(ground.plan().light()).to());
        return new Said(
                vehicle.name() + " về lúc " + home + ", trời tối từ " + dusk + ".",
                vehicle.name() + " is home at " + home + ", and it is dark from " + dusk + ".");
    }

    Said skill(Vehicle vehicle, Skill skill) {
        return new Said(
                vehicle.name() + " không có " + skill.teamVi() + " đi cùng để trao hàng này.",
                vehicle.name() + " has no " + skill.teamEn() + " along to hand this over.");
    }

    private static String number(Locale locale, double value, int digits) {
        NumberFormat form = NumberFormat.getNumberInstance(locale);
        form.setMaximumFractionDigits(digits);
        // What is too much is never said to be nothing.
        form.setRoundingMode(java.math.RoundingMode.CEILING);
        return form.format(value);
    }
}
