package vn.reliefmap.commitment.internal;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.reliefmap.commitment.ClaimOrder;
import vn.reliefmap.commitment.ClaimPlace;
import vn.reliefmap.commitment.TourCargo;
import vn.reliefmap.commitment.internal.PublicCommunes.Group;
import vn.reliefmap.item.Items;
import vn.reliefmap.kernel.DisasterId;
import vn.reliefmap.kernel.HouseholdId;
import vn.reliefmap.kernel.NeedId;
import vn.reliefmap.kernel.Numbers;
import vn.reliefmap.kernel.Problem;
import vn.reliefmap.need.Balance;
import vn.reliefmap.need.Balances;
import vn.reliefmap.need.NeedLine;

/** Finds and locks the lines that a claim takes, and how much of each. */
@Component
final class ClaimedLines {
    private static final int MOST_LINES = 5_000;
    private static final Comparator<NeedLine> MOST_PRESSING = Comparator.comparing(
                    (NeedLine line) -> line.urgency().level())
            .reversed()
            .thenComparing(
                    line -> line.toCarry().doubleValue() / line.needed().doubleValue(), Comparator.reverseOrder())
            .thenComparing(line -> line.id().value());

    private final Balances balances;
    private final PublicCommunes communes;
    private final WhatIsLeft left;
    private final ZoneHomes zones;
    private final Items items;
    private final TourCargo cargo;
    private final CarriedByTour carried;

    ClaimedLines(
            Balances balances,
            PublicCommunes communes,
            WhatIsLeft left,
            ZoneHomes zones,
            Items items,
            TourCargo cargo,
            CarriedByTour carried) {
        this.balances = balances;
        this.communes = communes;
        this.left = left;
        this.zones = zones;
        this.items = items;
        this.cargo = cargo;
        this.carried = carried;
    }

    /**
     * @param kind of the place, as it is stored
     * @param label what people call it
     * @param amounts to take of each line, above 0
     */
    record Taken(String kind, @Nullable String label, Map<NeedId, BigDecimal> amounts) {}

    /** @param homes as {@link #before} tells them */
    Taken of(DisasterId disaster, ClaimPlace place, Set<HouseholdId> homes) {
        Taken taken;
        if (place instanceof ClaimPlace.Commune commune) {
            taken = ofCommune(disaster, commune);
        } else if (place instanceof ClaimPlace.Zone zone) {
            if (homes.isEmpty()) {
                throw ZoneHomes.changed();
            }
            taken = new Taken("zone", zone.id(), all(balances.lockOf(disaster, homes)));
        } else if (place instanceof ClaimPlace.Tour tour) {
            taken = new Taken(
                    "tour", "Chuyến " + tour.number(), carried.of(disaster, cargo.of(tour.plan(), tour.number())));
        } else {
            ClaimPlace.Lines lines = (ClaimPlace.Lines) place;
            requireSize(lines.needs().size());
            List<NeedLine> locked = balances.lock(lines.needs());
            if (!locked.stream().allMatch(line -> line.disaster().equals(disaster))) {
                throw place("needs", "ids of needs of the disaster");
            }
            taken = new Taken(lines.tour() == null ? "lines" : "tour", lines.tour(), all(locked));
        }
        if (taken.amounts().isEmpty()) {
            throw new Problem(
                            "NOTHING_LEFT",
                            409,
                            "Tất cả ở đây đã có đội khác nhận hoặc đã giao.",
                            "Other teams took all of this on, or it was delivered.",
                            null,
                            null)
                    .asException();
        }
        requireSize(taken.amounts().size());
        return taken;
    }

    private Taken ofCommune(DisasterId disaster, ClaimPlace.Commune place) {
        String item = place.item() == null ? null : items.get(place.item()).code();
        if (place.quantity() != null && item == null) {
            throw place("item", "code of an item, when a quantity is given");
        }
        Group there = communes.namedNow(disaster, place.commune());
        List<NeedLine> lines = balances.lockIn(disaster, there.codes(), item, Balance.TO_CARRY);
        if (place.quantity() == null || item == null) {
            return new Taken("commune", there.code(), all(lines));
        }
        BigDecimal wanted = Numbers.requireQuantity(place.quantity(), false);
        BigDecimal toCarry = lines.stream().map(NeedLine::toCarry).reduce(BigDecimal.ZERO, BigDecimal::add);
        if (wanted.compareTo(toCarry) > 0) {
            throw left.refusal(disaster, there, item, Balance.TO_CARRY, toCarry).asException();
        }
        return new Taken("commune", there.code(), mostPressing(lines, wanted));
    }

    /** Whole homes, so that few are called at; only the last one in part. */
    private static Map<NeedId, BigDecimal> mostPressing(List<NeedLine> lines, BigDecimal wanted) {
        Map<NeedId, BigDecimal> amounts = new LinkedHashMap<>();
        BigDecimal rest = wanted;
        for (NeedLine line : lines.stream().sorted(MOST_PRESSING).toList()) {
            BigDecimal taken = rest.min(line.toCarry());
            if (taken.signum() > 0) {
                amounts.put(line.id(), taken);
                rest = rest.subtract(taken);
            }
        }
        return amounts;
    }

    private static Map<NeedId, BigDecimal> all(List<NeedLine> lines) {
        return lines.stream()
                .filter(line -> line.toCarry().signum() > 0)
                .collect(Collectors.toMap(NeedLine::id, NeedLine::toCarry));
    }

    /**
     * Who is in the claimed zone; empty for other places, and when there is no such zone, or not any more: that is refused once it is
     * known that the same claim was not made before. Asked before the transaction, since zones may have to be cut first.
     */
    Set<HouseholdId> before(ClaimOrder order) {
        return order.place() instanceof ClaimPlace.Zone place
                ? zones.of(order.disaster(), place.id(), place.vehicle(), place.at())
                : Set.of();
    }

    private static void requireSize(int lines) {
        if (lines > MOST_LINES) {
            throw place("place", "at most " + MOST_LINES + " lines of need");
        }
    }

    private static RuntimeException place(String field, String expected) {
        return Problem.badField(
                        "CLAIM_PLACE",
                        field,
                        expected,
                        "Chưa rõ nhận chở nhu cầu nào.",
                        "It is not clear which needs are taken on.")
                .asException();
    }
}
