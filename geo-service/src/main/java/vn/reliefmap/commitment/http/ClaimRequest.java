package vn.reliefmap.commitment.http;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.reliefmap.commitment.ClaimOrder;
import vn.reliefmap.commitment.ClaimPlace;
import vn.reliefmap.kernel.DisasterId;
import vn.reliefmap.kernel.NeedId;
import vn.reliefmap.kernel.PlanId;
import vn.reliefmap.kernel.Problem;
import vn.reliefmap.passability.VehicleClass;

/**
 * What a team takes on: exactly one of {@code commune}, {@code zone}, {@code plan} and {@code needs}.
 *
 * @param id made by the sender, a new one for each claim
 * @param commune code or name
 * @param item with {@code commune}: only this item
 * @param quantity with {@code item}: only so much, in its unit
 * @param zone id of a delivery zone
 * @param vehicle with {@code zone}: the class it was cut for
 * @param at with {@code zone}: the {@code at} of the answer that told it
 * @param plan id of a plan
 * @param needs ids of lines of need
 * @param tour with {@code plan}: number of the tour; with {@code needs}: what the tour is called that they are from
 */
record ClaimRequest(
        @Nullable UUID id,
        @Nullable String disaster,
        @Nullable String commune,
        @Nullable String item,
        @Nullable BigDecimal quantity,
        @Nullable String zone,
        @Nullable String vehicle,
        @Nullable Instant at,
        @Nullable UUID plan,
        @Nullable List<UUID> needs,
        @Nullable String tour) {
    private static final int LONGEST_LABEL = 60;

    ClaimOrder order(DisasterId found) {
        return new ClaimOrder(Problem.required(id, "id"), found, place());
    }

    private ClaimPlace place() {
        if (Stream.of(commune, zone, plan, needs).filter(Objects::nonNull).count() != 1
                || (tour != null && tour.length() > LONGEST_LABEL)) {
            throw place(
                    "commune",
                    "exactly one of commune, zone, plan and needs; tour has at most " + LONGEST_LABEL + " characters");
        }
        if (commune != null) {
            return new ClaimPlace.Commune(commune, item, quantity);
        }
        if (zone != null) {
            return new ClaimPlace.Zone(zone, VehicleClass.parse(vehicle), Problem.required(at, "at"));
        }
        if (plan != null) {
            return new ClaimPlace.Tour(new PlanId(plan), number());
        }
        return new ClaimPlace.Lines(
                Problem.required(needs, "needs").stream().map(NeedId::new).toList(), tour);
    }

    private int number() {
        try {
            return Integer.parseInt(tour == null ? "" : tour.strip());
        } catch (NumberFormatException e) {
            throw place("tour", "number of a tour of the plan");
        }
    }

    private static RuntimeException place(String field, String expected) {
        return Problem.badField(
                        "CLAIM_PLACE",
                        field,
                        expected,
                        "Chọn một trong bốn: xã, vùng giao hàng, chuyến của kế hoạch, hoặc danh sách nhu cầu.",
                        "Choose one of four: a commune, a delivery zone, a tour of a plan, or a list of needs.")
                .asException();
    }
}
