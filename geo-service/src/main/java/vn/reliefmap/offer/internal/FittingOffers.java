package vn.reliefmap.offer.internal;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.reliefmap.cluster.CommuneNeeds;
import vn.reliefmap.cluster.ItemLack;
import vn.reliefmap.cluster.NeedClusters;
import vn.reliefmap.cluster.NeedSummary;
import vn.reliefmap.disaster.Disaster;
import vn.reliefmap.item.Item;
import vn.reliefmap.item.Items;
import vn.reliefmap.kernel.DisasterId;
import vn.reliefmap.kernel.Numbers;
import vn.reliefmap.kernel.Problem;
import vn.reliefmap.message.GoodsWords;
import vn.reliefmap.message.GoodsWords.Goods;
import vn.reliefmap.need.UnwantedGoods;
import vn.reliefmap.need.UnwantedGoods.Unwanted;
import vn.reliefmap.offer.Fits;
import vn.reliefmap.offer.Fits.Refused;
import vn.reliefmap.offer.Offer;
import vn.reliefmap.offer.Offers;

/** Finds places for offers in the same sums that the map shows. */
@Component
class FittingOffers implements Offers {
    private static final int INSTEAD = 3;
    private static final int LEAST_HOUSEHOLDS = 5;

    private final GoodsWords words;
    private final Items items;
    private final NeedClusters clusters;
    private final UnwantedGoods unwanted;

    FittingOffers(GoodsWords words, Items items, NeedClusters clusters, UnwantedGoods unwanted) {
        this.words = words;
        this.items = items;
        this.clusters = clusters;
        this.unwanted = unwanted;
    }

    @Override
    public Offer read(String text) {
        Goods goods = words.read(text);
        if (goods.item() == null) {
            throw Problem.badField(
                            "OFFER_UNREAD",
                            "have",
                            "200 kg gạo | 500 gói mì | 3 thùng nước",
                            "Chưa hiểu món gì. Ghi số lượng và món, ví dụ “200 kg gạo”.",
                            "No goods were understood. Write an amount and an item, for example “200 kg rice”.")
                    .asException();
        }
        return new Offer(items.get(goods.item()), goods.quantity(), goods.pack(), goods.uncounted());
    }

    @Override
    public Offer of(String item, @Nullable BigDecimal quantity) {
        Item found = items.get(item);
        return new Offer(found, quantity == null ? null : Numbers.requireQuantity(quantity, false), null, null);
    }

    @Override
    public Fits fits(Disaster disaster, Offer offer, boolean now) {
        String item = offer.item().code();
        List<Unwanted> refusals = unwanted.list(disaster.id());
        List<CommuneNeeds> lacking = summary(disaster, item, now).communes();
        List<CommuneNeeds> open = new ArrayList<>();
        List<CommuneNeeds> closed = new ArrayList<>();
        lacking.forEach(commune -> (refusal(refusals, commune, item).isPresent() ? closed : open).add(commune));
        return new Fits(
                offer,
                FitOrder.of(open, item, offer.quantity()),
                closed.isEmpty() ? List.of() : refused(disaster, closed, refusals, item, now));
    }

    private NeedSummary summary(Disaster disaster, @Nullable String item, boolean now) {
        DisasterId id = disaster.id();
        return now ? clusters.summary(id, item) : clusters.summaryForEveryone(disaster, item);
    }

    /** A commune that small neighbours are joined to answers for them, as it does for pledges. */
    private static Optional<Unwanted> refusal(List<Unwanted> refusals, CommuneNeeds commune, String item) {
        return refusals.stream()
                .filter(line -> line.item().equals(item))
                .filter(line -> line.commune().equals(commune.code())
                        || commune.joinedCodes().contains(line.commune()))
                .findFirst();
    }

    private List<Refused> refused(
            Disaster disaster, List<CommuneNeeds> closed, List<Unwanted> refusals, String item, boolean now) {
        Set<String> codes =
                closed.stream().map(CommuneNeeds::code).filter(Objects::nonNull).collect(Collectors.toSet());
        return summary(disaster, null, now).communes().stream()
                .filter(commune -> commune.code() != null && codes.contains(commune.code()))
                .map(commune -> {
                    Unwanted line = refusal(refusals, commune, item).orElseThrow();
                    return new Refused(
                            Objects.requireNonNull(commune.code()),
                            Objects.requireNonNullElse(commune.fullName(), line.commune()),
                            line.reason(),
                            line.until(),
                            instead(commune, refusals));
                })
                .sorted(Comparator.comparing(Refused::fullName))
                .toList();
    }

    /** Of items that few households ask for, nobody is told here (domain facts, section 5). */
    private static List<String> instead(CommuneNeeds commune, List<Unwanted> refusals) {
        return commune.lacks().stream()
                .filter(lack -> lack.households() >= LEAST_HOUSEHOLDS
                        && lack.open().compareTo(lack.pledged()) > 0
                        && refusal(refusals, commune, lack.item()).isEmpty())
                .sorted(Comparator.comparingInt(ItemLack::households).reversed())
                .map(ItemLack::item)
                .limit(INSTEAD)
                .toList();
    }
}
