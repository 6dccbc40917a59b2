package vn.reliefmap.commitment.internal;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;
import vn.reliefmap.commitment.internal.PublicCommunes.Group;
import vn.reliefmap.item.Item;
import vn.reliefmap.item.Items;
import vn.reliefmap.kernel.DisasterId;
import vn.reliefmap.kernel.Numbers;
import vn.reliefmap.kernel.Problem;
import vn.reliefmap.need.Balance;
import vn.reliefmap.need.Balances;

/** Refuses a promise of more than is left, and says what is still lacking there and nearby. */
@Component
final class WhatIsLeft {
    private static final int NEARBY = 3;

    private final PublicCommunes communes;
    private final Balances balances;
    private final Items items;

    WhatIsLeft(PublicCommunes communes, Balances balances, Items items) {
        this.communes = communes;
        this.balances = balances;
        this.items = items;
    }

    /** @param left in the group, as the act that is refused found it */
    Problem refusal(DisasterId disaster, Group there, String itemCode, Balance balance, BigDecimal left) {
        Problem problem = refusal(
                there.name(),
                there.name(),
                nearby(disaster, communes.nearest(disaster, there), itemCode, balance),
                itemCode,
                balance,
                left);
        return problem.with(details("commune", there.code(), problem));
    }

    /**
     * The same for a delivery zone; nearby is first the commune that it lies in.
     *
     * @param within the group that most of the zone is in
     */
    Problem ofZone(DisasterId disaster, String zone, Group within, String itemCode, Balance balance, BigDecimal left) {
        List<Group> around = new ArrayList<>(List.of(within));
        around.addAll(communes.nearest(disaster, within));
        Problem problem = refusal(
                "Vùng giao hàng " + zone,
                "Delivery zone " + zone,
                nearby(disaster, around, itemCode, balance),
                itemCode,
                balance,
                left);
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
            BigDecimal left) {
        Item item = items.get(itemCode);
        String vi = placeVi + " chỉ còn " + wordOf(balance, true) + " " + shown(left) + " " + item.unitVi() + " "
                + item.nameVi() + "." + told(nearby, " Gần đó: ", item.unitVi());
        String en = placeEn + " has only " + shown(left) + " " + item.unitEn() + " of " + item.nameEn() + " left "
                + wordOf(balance, false) + "." + told(nearby, " Nearby: ", item.unitEn());
        Map<String, Object> details = new LinkedHashMap<>();

        details.put("item", itemCode);
        details.put("left", Numbers.plain(left));
        details.put("nearby", nearby);
        return new Problem("MORE_THAN_LEFT", 409, vi, en, "quantity", "at most " + shown(left)).with(details);
    }

    private List<Map<String, Object>> nearby(DisasterId disaster, List<Group> around, String item, Balance balance) {
        Map<String, BigDecimal> left = balances.leftByCommune(disaster, item, balance);
        List<Map<String, Object>> nearby = new ArrayList<>();
        for (Group group : around) {
            BigDecimal sum = group.codes().stream()
                    .map(code -> left.getOrDefault(code, BigDecimal.ZERO))
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
            if (sum.signum() > 0 && nearby.size() < NEARBY) {
                Map<String, Object> line = new LinkedHashMap<>();
                line.put("commune", group.code());
                line.put("full_name", group.name());
                line.put("left", Numbers.plain(sum));
                nearby.add(line);
            }
        }
        return nearby;
    }

    private static String told(List<Map<String, Object>> nearby, String opening, String unit) {
        return nearby.isEmpty()
                ? ""
                : opening
                        + String.join(
                                ", ",
                                nearby.stream()
                                        .map(line -> line.get("full_name") + " " + line.get("left") + " " + unit)
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
