package vn.reliefmap.plan.internal.making;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import vn.reliefmap.cluster.DeliveryZones;
import vn.reliefmap.cluster.Demand;
import vn.reliefmap.flood.RoadReport;
import vn.reliefmap.flood.RoadReports;
import vn.reliefmap.flood.WaterStep;
import vn.reliefmap.flood.Waters;
import vn.reliefmap.item.Item;
import vn.reliefmap.item.Items;
import vn.reliefmap.kernel.DepotId;
import vn.reliefmap.kernel.VietnamTime;
import vn.reliefmap.plan.PlanProgress.Reason;
import vn.reliefmap.plan.ReliefPlan;
import vn.reliefmap.plan.internal.making.HandOvers.HandOver;
import vn.reliefmap.store.Topic;
import vn.reliefmap.supply.Depots;
import vn.reliefmap.supply.Stock;
import vn.reliefmap.supply.StockLine;
import vn.reliefmap.supply.Vehicle;
import vn.reliefmap.supply.Vehicles;

/** Says why a plan should be made again, by what it was made from and what is so now. */
@Component
public class StaleReasons {
    private static final int MOST_NAMED = 3;
    private final Waters waters;
    private final RoadReports reports;
    private final Vehicles vehicles;
    private final Depots depots;
    private final Stock stock;
    private final Items items;
    private final DeliveryZones zones;
    private final ClaimedTours claimedTours;
    private final Clock clock = Clock.systemUTC();

    StaleReasons(
            Waters waters,
            RoadReports reports,
            Vehicles vehicles,
            Depots depots,
            Stock stock,
            Items items,
            DeliveryZones zones,
            ClaimedTours claimedTours) {
        this.waters = waters;
        this.reports = reports;
        this.vehicles = vehicles;
        this.depots = depots;
        this.stock = stock;
        this.items = items;
        this.zones = zones;
        this.claimedTours = claimedTours;
    }

    /**
     * @param changed topics that changed somehow, perhaps for other disasters only
     * @return empty when nothing that the plan rests on has changed
     */
    public List<Reason> of(ReliefPlan plan, PlanBasis basis, Set<Topic> changed) {
        List<Reason> reasons = new ArrayList<>();
        if (changed.contains(Topic.WATER)) {
            reasons.add(water(plan, basis));
        }
        if (changed.contains(Topic.ROADS)) {
            reasons.add(reason(Topic.ROADS, "Mạng đường đã được nhập lại.", "The roads were imported anew."));
        }
        if (changed.contains(Topic.ROAD_REPORTS)) {
            reported(plan, basis, reasons);
        }
        if (changed.contains(Topic.SUPPLY)) {
            vehicles(basis, reasons);
            stock(basis, reasons);
        }
        if (changed.contains(Topic.NEEDS) || changed.contains(Topic.HOUSEHOLDS)) {
            needs(plan, basis, reasons);
        }
        return reasons;
    }

    private static Reason reason(Topic topic, String vi, String en) {
        return new Reason(topic.word(), vi, en);
    }

    /** New moments by name; otherwise what was known was corrected. */
    private Reason water(ReliefPlan plan, PlanBasis basis) {
        List<WaterStep> fresh = waters.steps(plan.disaster()).stream()
                .filter(step -> !basis.steps().contains(step) && step.at().isBefore(plan.endsAt()))
                .toList();
        if (fresh.isEmpty()) {
            return reason(Topic.WATER, "Số liệu nước đã được nhập thêm hoặc sửa.", "Water was imported or corrected.");
        }
        return reason(
                Topic.WATER,
                "Có nước mới: "
                        + joined(
                                fresh,
                                step -> (step.forecast() ? "dự báo " : "quan sát ") + VietnamTime.hourAndDay(step.at()))
                        + ".",
                "New water: "
                        + joined(
                                fresh,
                                step -> (step.forecast() ? "forecast " : "observed ")
                                        + VietnamTime.hourAndDay(step.at()))
                        + " (UTC+7).");
    }

    private void reported(ReliefPlan plan, PlanBasis basis, List<Reason> reasons) {
        List<RoadReport> fresh = reports.standing(plan.disaster(), clock.instant()).stream()
                .map(RoadReport.Standing::report)
                .filter(report -> !basis.reports().contains(report.id()))
                .sorted(Comparator.comparing(
                        (RoadReport report) -> !report.state().closes()))
                .toList();
        if (!fresh.isEmpty()) {
            reasons.add(reason(
                    Topic.ROAD_REPORTS,
                    fresh.size() + " báo cáo đường mới: " + joined(fresh, report -> road(report, "đường không tên"))
                            + ".",
                    fresh.size() + " new road reports: "
                            + joined(fresh, report -> road(report, "a road without a name")) + "."));
        }
    }

    private static String road(RoadReport report, String unnamed) {
        String name = report.stretch().roadName();
        return (name == null ? unnamed : name) + " (" + report.state().word() + ")";
    }

    private void vehicles(PlanBasis basis, List<Reason> reasons) {
        Map<UUID, Vehicle> now = vehicles.list().stream()
                .collect(Collectors.toMap(vehicle -> vehicle.id().value(), Function.identity()));
        for (PlanBasis.VehicleThen then : basis.vehicles()) {
            Vehicle vehicle = now.get(then.id());
            Instant since = vehicle == null ? null : vehicle.brokenSince();
            if (vehicle == null) {
                reasons.add(reason(
                        Topic.SUPPLY,
                        "Phương tiện " + then.name() + " không còn trong danh sách.",
                        "The vehicle " + then.name() + " is no longer in the list."));
            } else if (since != null) {
                reasons.add(reason(
                        Topic.SUPPLY,
                        "Phương tiện " + then.name() + " hỏng từ " + VietnamTime.hourAndDay(since) + ".",
                        "The vehicle " + then.name() + " is broken since " + VietnamTime.hourAndDay(since)
                                + " (UTC+7)."));
            }
        }
    }

    private record Line(UUID depot, String item) {}

    private void stock(PlanBasis basis, List<Reason> reasons) {
        Map<Line, Long> now = new HashMap<>();
        for (StockLine line : stock.list()) {
            now.put(
                    new Line(line.depot().value(), line.item()),
                    line.quantity().movePointRight(3).longValue());
        }
        List<PlanBasis.StockThen> other = basis.stock().stream()
                .filter(then -> now.getOrDefault(new Line(then.depot(), then.item()), 0L) != then.milli())
                .toList();
        if (!other.isEmpty()) {
            reasons.add(reason(
                    Topic.SUPPLY,
                    "Tồn kho thay đổi: " + joined(other, then -> moved(then, now, Item::nameVi)) + ".",
                    "Stock changed: " + joined(other, then -> moved(then, now, Item::nameEn)) + "."));
        }
    }

    private String moved(PlanBasis.StockThen then, Map<Line, Long> now, Function<Item, String> name) {
        long milli = now.getOrDefault(new Line(then.depot(), then.item()), 0L);
        return depots.get(new DepotId(then.depot())).name() + ", " + name.apply(items.get(then.item())) + " "
                + plain(then.milli()) + " → " + plain(milli);
    }

    private static String plain(long milli) {
        return BigDecimal.valueOf(milli, 3).stripTrailingZeros().toPlainString();
    }

    private void needs(ReliefPlan plan, PlanBasis basis, List<Reason> reasons) {
        Map<UUID, PlanBasis.Home> then =
                basis.homes().stream().collect(Collectors.toMap(PlanBasis.Home::household, Function.identity()));
        // A team that takes a tour on does what the plan says: what is then less to carry is no reason to plan again.
        Set<UUID> claimed = claimedTours.of(new Made(plan, basis)).values().stream()
                .filter(ClaimedTours.Standing::holds)
                .flatMap(tour -> tour.handOvers().stream())
                .map(HandOver::household)
                .collect(Collectors.toSet());
        Demand all = zones.demand(plan.disaster());
        int critical = 0;
        int more = 0;
        int less = 0;
        for (int place = 0; place < all.size(); place++) {
            PlanBasis.Home home = then.remove(all.household(place).value());
            Lack lack = Lack.of(all, place, basis);
            if (lack.critical() && (home == null || !home.critical() || lack.moreThan(home))) {
                critical++;
            } else if (lack.some() && (home == null || lack.moreThan(home))) {
                more++;
            } else if (home != null && lack.lessThan(home) && !claimed.contains(home.household())) {
                less++;
            }
        }
        then.keySet().removeAll(claimed);
        less += then.size();
        count(critical, "nhu cầu khẩn cấp mới", "new critical needs", reasons);
        count(more, "nhu cầu mới hoặc nhiều hơn", "new or larger needs", reasons);
        count(less, "nhu cầu giảm hoặc đã được đáp ứng", "needs that are smaller or met", reasons);
    }

    private static void count(int households, String vi, String en, List<Reason> reasons) {
        if (households > 0) {
            reasons.add(reason(
                    Topic.NEEDS,
                    households + " hộ có " + vi + ".",
                    households + (households == 1 ? " household has " : " households have ") + en + "."));
        }
    }

    private static <T> String joined(List<T> all, Function<T, String> words) {
        String some = all.stream()
                .limit(MOST_NAMED)
                .map(words)
                .filter(Objects::nonNull)
                .collect(Collectors.joining("; "));
        return all.size() > MOST_NAMED ? some + "; +" + (all.size() - MOST_NAMED) : some;
    }
}
