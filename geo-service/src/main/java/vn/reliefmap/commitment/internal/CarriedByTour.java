package vn.reliefmap.commitment.internal;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.reliefmap.commitment.TourCargo.Cargo;
import vn.reliefmap.commitment.TourCargo.Share;
import vn.reliefmap.item.Item;
import vn.reliefmap.item.Items;
import vn.reliefmap.kernel.DisasterId;
import vn.reliefmap.kernel.HouseholdId;
import vn.reliefmap.kernel.NeedId;
import vn.reliefmap.kernel.Numbers;
import vn.reliefmap.kernel.Problem;
import vn.reliefmap.need.Balances;
import vn.reliefmap.need.NeedLine;

/** Finds and locks the lines of need that a tour brings something to. */
@Component
final class CarriedByTour {
    private static final int MOST_TOLD = 50;
    private static final int MOST_NAMED = 5;

    private final Balances balances;
    private final Items items;

    CarriedByTour(Balances balances, Items items) {
        this.balances = balances;
        this.items = items;
    }

    private record Home(HouseholdId household, String item) {}

    /** A line of which less is left than the tour brings. */
    private record Lacking(Share share, @Nullable NeedLine line, BigDecimal left) {}

    /**
     * All that it brings, or nothing: a {@code TOUR_TAKEN_IN_PART} problem (409) names each line of which less is left. Empty when
     * nothing of it is left at all.
     */
    Map<NeedId, BigDecimal> of(DisasterId disaster, Cargo cargo) {
        if (!cargo.disaster().equals(disaster)) {
            throw Problem.badField(
                            "CLAIM_PLACE",
                            "plan",
                            "a plan of the disaster",
                            "Kế hoạch này thuộc đợt thiên tai khác.",
                            "The plan is for another disaster.")
                    .asException();
        }
        Set<HouseholdId> homes = cargo.shares().stream().map(Share::household).collect(Collectors.toSet());
        Map<Home, NeedLine> lines = balances.lockOf(disaster, homes).stream()
                .collect(Collectors.toMap(line -> new Home(line.household(), line.item()), Function.identity()));
        Map<NeedId, BigDecimal> amounts = new LinkedHashMap<>();
        List<Lacking> lacking = new ArrayList<>();
        boolean some = false;
        for (Share share : cargo.shares()) {
            NeedLine line = lines.get(new Home(share.household(), share.item()));
            BigDecimal left = line == null ? BigDecimal.ZERO : line.toCarry();
            some |= left.signum() > 0;
            if (line == null || left.compareTo(share.quantity()) < 0) {
                lacking.add(new Lacking(share, line, left));
            } else {
                amounts.put(line.id(), share.quantity());
            }
        }
        if (some && !lacking.isEmpty()) {
            throw refusal(lacking);
        }
        return some ? amounts : Map.of();
    }

    private RuntimeException refusal(List<Lacking> lacking) {
        return new Problem(
                        "TOUR_TAKEN_IN_PART",
                        409,
                        "Một phần hàng của chuyến này đã có đội khác nhận hoặc đã giao: " + words(lacking, Item::nameVi)
                                + ". Hãy lập lại kế hoạch.",
                        "Others took on or delivered part of what this tour brings: " + words(lacking, Item::nameEn)
                                + ". Plan again.",
                        "tour",
                        "a tour of which all is still to carry")
                .with(Map.of(
                        "count",
                        lacking.size(),
                        "lines",
                        lacking.stream()
                                .limit(MOST_TOLD)
                                .map(CarriedByTour::told)
                                .toList()))
                .asException();
    }

    private String words(List<Lacking> lacking, Function<Item, String> name) {
        String some = lacking.stream()
                .limit(MOST_NAMED)
                .map(one -> one.share().stop() + " "
                        + name.apply(items.get(one.share().item())) + " " + plain(one.left()) + "/"
                        + plain(one.share().quantity()))
                .collect(Collectors.joining("; "));
        return lacking.size() > MOST_NAMED ? some + "; +" + (lacking.size() - MOST_NAMED) : some;
    }

    private static Map<String, Object> told(Lacking one) {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("stop", one.share().stop());
        told.put("need", one.line() == null ? null : one.line().id().value());
        told.put("commune", one.line() == null ? null : one.line().commune());
        told.put("item", one.share().item());
        told.put("wanted", Numbers.plain(one.share().quantity()));
        told.put("left", Numbers.plain(one.left()));
        return told;
    }

    private static String plain(BigDecimal quantity) {
        return Numbers.plain(quantity).toPlainString();
    }
}
