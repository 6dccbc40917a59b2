package vn.reliefmap.plan.internal.making;

import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.reliefmap.item.AmountWords;
import vn.reliefmap.item.Item;
import vn.reliefmap.item.Skill;
import vn.reliefmap.kernel.Languages;
import vn.reliefmap.kernel.VehicleId;
import vn.reliefmap.passability.VehicleClass;
import vn.reliefmap.plan.Amount;
import vn.reliefmap.plan.Load;
import vn.reliefmap.plan.PlanGap;
import vn.reliefmap.plan.Unassigned;
import vn.reliefmap.routing.NoWay;
import vn.reliefmap.routing.RouteAnswer;
import vn.reliefmap.routing.RouteFinder;
import vn.reliefmap.routing.RouteQuery;
import vn.reliefmap.routing.VehicleWords;
import vn.reliefmap.supply.Depot;
import vn.reliefmap.supply.Vehicle;

/** Says why a stop is left out, by how much, and what would have served it. Used for one plan. */
final class GapWords {

    private final TourDraft draft;
    private final RouteFinder routes;

    GapWords(TourDraft draft, RouteFinder routes) {
        this.draft = draft;
        this.routes = routes;
    }

    /** @param number what it fell short by */
    record Said(double number, String vi, String en) {}

    Said of(Unassigned left, StopDraft stop, PlanGap.Reason reason) {
        Said why = why(left, stop, reason);
        if (locked(stop)) {
            return new Said(
                    why.number(),
                    why.vi() + " Điểm này khoá vào " + holders(stop) + "; mở khoá thì xe khác giao được.",
                    why.en() + " The stop is locked to " + holders(stop) + "; unlocked, others may serve it.");
        }
        return new Said(
                why.number(),
                why.vi() + remedyVi(left.remedy(), stop.skill()),
                why.en() + remedyEn(left.remedy(), stop.skill()));
    }

    /** True for a stop that only some vehicles may serve, because a coordinator locked it. */
    boolean locked(StopDraft stop) {
        return draft.parts().begun().day().bound().containsKey(stop.name());
    }

    private String holders(StopDraft stop) {
        Set<VehicleId> holders = draft.parts().begun().day().bound().getOrDefault(stop.name(), Set.of());
        return draft.parts().vehicles().stream()
                .filter(vehicle -> holders.contains(vehicle.id()))
                .map(Vehicle::name)
                .collect(Collectors.joining(", "));
    }

    String stockVi(Load missing) {
        return "Kho không đủ: còn thiếu " + listVi(missing) + ".";
    }

    String stockEn(Load missing) {
        return "The depots do not have enough: " + listEn(missing) + " is lacking.";
    }

    private Said why(Unassigned left, StopDraft stop, PlanGap.Reason reason) {
        double n = left.number();
        return switch (reason) {
            case CUT_OFF -> water(stop);
            case FAR_FROM_ROAD ->
                new Said(
                        0,
                        "Quá xa đường, và không có thuyền nào tới được.",
                        "Too far from a road, and no boat gets there.");
            case NO_VEHICLE_CLASS ->
                new Said(
                        n,
                        "Có đường cho loại xe khác, không có xe nào loại đó.",
                        "There is a way, for a class of vehicle that is not here.");
            case NO_SKILL -> skill(n, Objects.requireNonNull(stop.skill()));
            case TOO_LARGE ->
                new Said(
                        n,
                        String.format(Languages.VIETNAMESE, "Một kiện lớn hơn mọi xe (vượt %.1f).", n),
                        String.format(Locale.ROOT, "One piece is larger than every vehicle (by %.1f).", n));
            case STOCK ->
                new Said(
                        n,
                        "Kho mà xe tới lấy được không còn đủ.",
                        "The depots that such a vehicle loads at have too little left.");
            case CAPACITY ->
                new Said(
                        n,
                        String.format(Languages.VIETNAMESE, "Xe đã đầy: còn %.0f kg không có chỗ.", n),
                        String.format(Locale.ROOT, "The vehicles are full: %.0f kg found no room.", n));
            case TIME ->
                new Said(
                        n,
                        String.format(Languages.VIETNAMESE, "Không kịp giờ: thiếu %.0f phút.", Math.ceil(n / 60)),
                        String.format(Locale.ROOT, "The day is too short by %.0f min.", Math.ceil(n / 60)));
            case DARK ->
                new Said(
                        n,
                        String.format(
                                Languages.VIETNAMESE,
                                "Chỉ kịp nếu chạy sau khi trời tối: thêm %.0f phút.",
                                Math.ceil(n / 60)),
                        String.format(Locale.ROOT, "Only the dark prevents it: %.0f min more.", Math.ceil(n / 60)));
            case LOCKED ->
                new Said(
                        n,
                        "Xe giữ điểm này không tới được nữa.",
                        "The vehicle that it is locked to does not get there any more.");
            case TAKEN_OUT -> throw new IllegalArgumentException("a search takes nothing out");
            case CLOSED_WINDOW ->
                new Said(
                        n,
                        String.format(Languages.VIETNAMESE, "Xe sớm nhất tới trễ %.0f phút.", Math.ceil(n / 60)),
                        String.format(Locale.ROOT, "The first vehicle would come %.0f min late.", Math.ceil(n / 60)));
        };
    }

    /** What stands in the way of the vehicle that gets through the deepest water, from the first depot that is answered. */
    private Said water(StopDraft stop) {
        for (Depot depot : draft.parts().depots()) {
            RouteAnswer answer = routes.find(new RouteQuery(
                    depot.place(),
                    stop.place(),
                    VehicleClass.TRUCK,
                    draft.parts().disaster().id(),
                    draft.parts().startsAt(),
                    null,
                    draft.parts().endsAt()));
            if (answer instanceof NoWay.CutOff cut) {
                return new Said(cut.depthM() == null ? 0 : cut.depthM(), cut.vi(), cut.en());
            }
            if (answer instanceof NoWay none) {
                return new Said(0, none.vi(), none.en());
            }
        }
        return new Said(
                0,
                "Không có đường đi và về an toàn suốt thời gian của kế hoạch.",
                "There is no way there and back that holds for the whole time of the plan.");
    }

    private static Said skill(double lacking, Skill skill) {
        return new Said(
                lacking,
                "Cần " + skill.teamVi() + " để trao, mà không xe nào tới được có đội ấy.",
                "It takes a " + skill.teamEn() + " to hand it over, and no vehicle that gets there has one.");
    }

    private String remedyVi(Unassigned.@Nullable Remedy remedy, @Nullable Skill skill) {
        if (remedy == null) {
            return "";
        }
        VehicleClass vehicle = remedy.vehicleClass();
        if (vehicle != null) {
            return " Cần thêm một " + (skill == null ? "" : skill.teamVi() + " đi cùng ") + VehicleWords.vi(vehicle)
                    + placeVi(remedy.source()) + ".";
        }
        return remedy.good() < 0 ? "" : " Cần thêm " + vi(amount(remedy)) + placeVi(remedy.source()) + ".";
    }

    private String remedyEn(Unassigned.@Nullable Remedy remedy, @Nullable Skill skill) {
        if (remedy == null) {
            return "";
        }
        VehicleClass vehicle = remedy.vehicleClass();
        if (vehicle != null) {
            return " One more " + (skill == null ? "" : skill.teamEn() + " with a ") + VehicleWords.en(vehicle)
                    + placeEn(remedy.source()) + " would serve it.";
        }
        return remedy.good() < 0
                ? ""
                : " " + en(amount(remedy)) + " more" + placeEn(remedy.source()) + " would serve it.";
    }

    private Amount amount(Unassigned.Remedy remedy) {
        return new Amount(draft.parts().items().get(remedy.good()).code(), remedy.thousandths());
    }

    private String placeVi(int source) {
        return source < 0 ? "" : " ở " + name(source, "bến ");
    }

    private String placeEn(int source) {
        return source < 0 ? "" : " at " + name(source, "landing ");
    }

    private String name(int source, String landing) {
        int depots = draft.parts().depots().size();
        return source < depots ? draft.parts().depots().get(source).name() : landing + "L" + (source - depots + 1);
    }

    private String listVi(Load load) {
        return TourTelling.amounts(draft.parts(), load).stream().map(this::vi).collect(Collectors.joining(", "));
    }

    private String listEn(Load load) {
        return TourTelling.amounts(draft.parts(), load).stream().map(this::en).collect(Collectors.joining(", "));
    }

    private String vi(Amount amount) {
        return AmountWords.vi(item(amount), amount.units());
    }

    private String en(Amount amount) {
        return AmountWords.en(item(amount), amount.units());
    }

    private Item item(Amount amount) {
        return draft.parts().items().stream()
                .filter(item -> item.code().equals(amount.item()))
                .findFirst()
                .orElseThrow();
    }
}
