package vn.reliefmap.commitment.internal;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import vn.reliefmap.commitment.internal.PublicCommunes.Group;
import vn.reliefmap.disaster.Disasters;
import vn.reliefmap.item.AmountWords;
import vn.reliefmap.item.Item;
import vn.reliefmap.item.Items;
import vn.reliefmap.kernel.DisasterId;
import vn.reliefmap.kernel.Numbers;
import vn.reliefmap.kernel.Problem;
import vn.reliefmap.kernel.PublicFigures;
import vn.reliefmap.need.Balance;
import vn.reliefmap.need.Balances;
import vn.reliefmap.need.NeedSum;
import vn.reliefmap.need.Needs;
import vn.reliefmap.need.UnwantedGoods;
import vn.reliefmap.need.UnwantedGoods.Unwanted;

/** Refuses a promise of more than is left, and says what is still lacking there and nearby. */
@Component
final class WhatIsLeft {
    private static final int NEARBY = 3;
    private static final int INSTEAD = 5;

    private final PublicCommunes communes;
    private final Balances balances;
    private final Items items;
    private final Needs needs;
    private final UnwantedGoods unwanted;
    private final Disasters disasters;

    WhatIsLeft(
            PublicCommunes communes,
            Balances balances,
            Items items,
            Needs needs,
            UnwantedGoods unwanted,
            Disasters disasters) {
        this.disasters = disasters;
        this.communes = communes;
        this.balances = balances;
        this.items = items;
        this.needs = needs;
        this.unwanted = unwanted;
    }

    /** A {@code DO_NOT_SEND} problem (409) when the commune asked not to be sent the item, with what it lacks instead. */
    void refuseUnwanted(DisasterId disaster, Group there, String itemCode) {
        unwanted.find(disaster, there.codes(), itemCode).ifPresent(line -> {
            Item item = items.get(itemCode);
            Set<String> refused = unwanted.list(disaster).stream()
                    .filter(other -> there.codes().contains(other.commune()))
                    .map(Unwanted::item)
                    .collect(Collectors.toSet());
            // Of items that few households ask for, nobody is told (domain facts, section 5).
            List<String> instead = needs.sums(disaster).stream()
                    .filter(sum -> sum.adminCode() != null && there.codes().contains(sum.adminCode()))
                    .filter(sum -> sum.open().signum() > 0
                            && sum.households()
                                    >= PublicFigures.fewest(
                                            items.get(sum.item()).tellsOfHealth()))
                    .sorted(Comparator.comparingLong(NeedSum::households).reversed())
                    .map(NeedSum::item)
                    .filter(code -> !refused.contains(code))
                    .distinct()
                    .limit(INSTEAD)
                    .toList();
            String vi = there.name() + " xin đừng gửi " + item.nameVi().toLowerCase(Locale.ROOT) + ": " + line.reason()
                    + "." + named(" Đang thiếu: ", instead, true);
            String en = there.name() + " asks not to be sent " + item.nameEn().toLowerCase(Locale.ROOT) + ": "
                    + line.reason() + "." + named(" Lacking instead: ", instead, false);
            throw new Problem("DO_NOT_SEND", 409, vi, en, "item", null)
                    .with(Map.of("reason", line.reason(), "until", line.until().toString(), "instead", instead))
                    .asException();
        });
    }

    private String named(String opening, List<String> codes, boolean vietnamese) {
        return codes.isEmpty()
                ? ""
                : opening
                        + codes.stream()
                                .map(items::get)
                                .map(item -> vietnamese ? item.nameVi() : item.nameEn())
                                .collect(Collectors.joining(", "))
                        + ".";
    }

    /** @param left in the group, as the act that is refused found it */
    Problem refusal(DisasterId disaster, Group there, String itemCode, Balance balance, BigDecimal left) {
        Problem problem = refusal(
                there.name(),
                there.name(),
                nearby(disaster, communes.nearest(disaster, there), itemCode, balance),
                itemCode,
                balance,
                left,
                false);
        return problem.with(details("commune", there.code(), problem));
    }

    /**
     * The same for a delivery zone; nearby is first the commune that it lies in. Of real homes it is told rounded, as the zone is:
     * zones for other vehicles hold nearly the same homes.
     *
     * @param within the group that most of the zone is in
     * @param households in the zone
     */
    Problem ofZone(
            DisasterId disaster,
            String zone,
            Group within,
            String itemCode,
            Balance balance,
            BigDecimal left,
            int households) {
        boolean rounded = !disasters.get(disaster).simulated();
        List<Group> around = new ArrayList<>(List.of(within));
        around.addAll(communes.nearest(disaster, within));
        Problem problem = refusal(
                "Vùng giao hàng " + zone,
                "Delivery zone " + zone,
                nearby(disaster, around, itemCode, balance),
                itemCode,
                balance,
                rounded ? BigDecimal.valueOf(PublicFigures.amountAtMost(left.doubleValue(), households)) : left,
                rounded);
        return problem.with(details("zone", zone, problem));
    }

    private static Map<String, Object> details(String kind, String place, Problem problem) {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put(kind, place);
        details.putAll(Objects.requireNonNull(problem.details()));
        return details;
    }

    private Problem refusal(
            String placeVi,
            String placeEn,
            List<Map<String, Object>> nearby,
            String itemCode,
            Balance balance,
            BigDecimal left,
            boolean rounded) {
        Item item = items.get(itemCode);
        String vi = placeVi + " chỉ còn " + wordOf(balance, true) + " " + AmountWords.vi(item, left)
                + (rounded ? " (làm tròn xuống)." : ".")
                + told(nearby, " Gần đó: ", quantity -> AmountWords.unitVi(item, quantity));
        String en = placeEn + " has only " + AmountWords.en(item, left) + " left "
                + wordOf(balance, false) + (rounded ? " (rounded down)." : ".")
                + told(nearby, " Nearby: ", quantity -> AmountWords.unitEn(item, quantity));
        Map<String, Object> details = new LinkedHashMap<>();

        details.put("item", itemCode);
        details.put("left", Numbers.plain(left));
        details.put("nearby", nearby);
        return new Problem("MORE_THAN_LEFT", 409, vi, en, "quantity", "at most " + shown(left)).with(details);
    }

    private List<Map<String, Object>> nearby(DisasterId disaster, List<Group> around, String item, Balance balance) {
        Map<String, BigDecimal> left = balances.leftByCommune(disaster, item, balance);
        List<Map<String, Object>> nearby = new ArrayList<>();
        Item named = items.get(item);
        for (Group group : around) {
            BigDecimal sum = group.codes().stream()
                    .map(code -> left.getOrDefault(code, BigDecimal.ZERO))
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
            if (sum.signum() > 0 && nearby.size() < NEARBY && group.tells(named)) {
                Map<String, Object> line = new LinkedHashMap<>();
                line.put("commune", group.code());
                line.put("full_name", group.name());
                line.put("left", Numbers.plain(sum));
                nearby.add(line);
            }
        }
        return nearby;
    }

    private static String told(List<Map<String, Object>> nearby, String opening, Function<BigDecimal, String> written) {
        return nearby.isEmpty()
                ? ""
                : opening
                        + String.join(
                                ", ",
                                nearby.stream()
                                        .map(line -> line.get("full_name") + " "
                                                + written.apply((BigDecimal) Objects.requireNonNull(line.get("left"))))
                                        .toList())
                        + ".";
    }

    private static String wordOf(Balance balance, boolean vietnamese) {
        if (balance == Balance.TO_GIVE) {
            return vietnamese ? "cần ủng hộ" : "to give";
        }
        return vietnamese ? "cần chở" : "to carry";
    }

    private static String shown(BigDecimal quantity) {
        return Numbers.plain(quantity).toPlainString();
    }
}
