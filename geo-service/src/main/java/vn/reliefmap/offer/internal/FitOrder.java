package vn.reliefmap.offer.internal;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.reliefmap.cluster.CommuneNeeds;
import vn.reliefmap.cluster.ItemLack;
import vn.reliefmap.offer.Fits.Place;

/**
 * The order of places for an offer. Each step of it grows with urgency or with what is left, so a place that is no less
 * urgent and lacks more never stands behind another one.
 */
final class FitOrder {
    private static final Comparator<Place> BEST_FIRST = Comparator.comparingInt(
                    (Place place) -> place.urgency().level())
            .thenComparing(Place::takesAll)
            .thenComparing(Place::left)
            .thenComparingInt(Place::people)
            .reversed()
            .thenComparing(Place::code);

    private FitOrder() {}

    /**
     * @param communes sums of this item alone
     * @param quantity that is offered; null when nobody said how much
     */
    static List<Place> of(List<CommuneNeeds> communes, String item, @Nullable BigDecimal quantity) {
        return communes.stream()
                .map(commune -> place(commune, item, quantity))
                .flatMap(Optional::stream)
                .sorted(BEST_FIRST)
                .toList();
    }

    private static Optional<Place> place(CommuneNeeds commune, String item, @Nullable BigDecimal quantity) {
        Optional<ItemLack> found = commune.lacks().stream()
                .filter(lack -> lack.item().equals(item))
                .findFirst();
        String code = commune.code();
        String name = commune.fullName();
        if (found.isEmpty() || code == null || name == null || commune.urgency() == null) {
            return Optional.empty();
        }
        ItemLack lack = found.get();
        BigDecimal left = lack.open().subtract(lack.pledged());
        if (left.signum() <= 0) {
            return Optional.empty();
        }
        return Optional.of(new Place(
                code,
                name,
                commune.joined(),
                commune.urgency(),
                lack.open(),
                lack.pledged(),
                lack.underWay(),
                left,
                lack.households(),
                lack.people(),
                commune.oldestConfirmedAt(),
                quantity == null || left.compareTo(quantity) >= 0));
    }
}
