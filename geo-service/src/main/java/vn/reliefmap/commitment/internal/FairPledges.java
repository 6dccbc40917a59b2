package vn.reliefmap.commitment.internal;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.reliefmap.access.Scope;
import vn.reliefmap.commitment.Campaign;
import vn.reliefmap.commitment.Campaigns;
import vn.reliefmap.commitment.Pledge;
import vn.reliefmap.commitment.PledgeOrder;
import vn.reliefmap.commitment.PledgePlace;
import vn.reliefmap.commitment.Pledges;
import vn.reliefmap.commitment.Progress;
import vn.reliefmap.commitment.internal.CommitmentTable.Line;
import vn.reliefmap.commitment.internal.CommitmentTable.Row;
import vn.reliefmap.commitment.internal.Promises.Kept;
import vn.reliefmap.commitment.internal.PublicCommunes.Group;
import vn.reliefmap.item.Item;
import vn.reliefmap.item.Items;
import vn.reliefmap.kernel.DisasterId;
import vn.reliefmap.kernel.HouseholdId;
import vn.reliefmap.kernel.Numbers;
import vn.reliefmap.kernel.PageAsk;
import vn.reliefmap.kernel.PageAsk.Page;
import vn.reliefmap.kernel.Problem;
import vn.reliefmap.ledger.Facts;
import vn.reliefmap.ledger.Ledger;
import vn.reliefmap.need.Balance;
import vn.reliefmap.need.Balances;
import vn.reliefmap.need.NeedLine;

/** Pledges, spread over the households of their commune or zone by {@link FairSpread}. */
@Component
class FairPledges implements Pledges {
    private final Promises promises;
    private final CommitmentSettings settings;
    private final PublicCommunes communes;
    private final WhatIsLeft whatIsLeft;
    private final ZoneHomes zones;
    private final Items items;
    private final Campaigns campaigns;
    private final Balances balances;
    private final Ledger ledger;

    FairPledges(
            Promises promises,
            CommitmentSettings settings,
            PublicCommunes communes,
            WhatIsLeft whatIsLeft,
            ZoneHomes zones,
            Items items,
            Campaigns campaigns,
            Balances balances,
            Ledger ledger) {
        this.promises = promises;
        this.settings = settings;
        this.communes = communes;
        this.whatIsLeft = whatIsLeft;
        this.zones = zones;
        this.items = items;
        this.campaigns = campaigns;
        this.balances = balances;
        this.ledger = ledger;
    }

    @Override
    public Pledge promise(UUID donor, PledgeOrder order) {
        promises.prepare(order.disaster());
        Set<HouseholdId> zone = order.place() instanceof PledgePlace.Zone place
                ? zones.shown(order.disaster(), place.id(), place.vehicle(), place.at())
                : Set.of();
        return promises.once(
                donor, order.id(), order.disaster(), order, Pledge.class, () -> told(act(donor, order, zone)));
    }

    /** Lines that may get some of it, and how to refuse more than is left of them. */
    private record There(List<NeedLine> lines, String kind, String place, Function<BigDecimal, Problem> tooMuch) {}

    private Kept act(UUID donor, PledgeOrder order, Set<HouseholdId> zone) {
        BigDecimal quantity = Numbers.requireQuantity(order.quantity(), false);
        DisasterId disaster = order.disaster();
        Item named = items.get(order.item());
        String item = named.code();
        Campaign campaign = campaign(order);
        There there = order.place() instanceof PledgePlace.Commune commune
                ? inCommune(disaster, commune, named)
                : inZone(disaster, (PledgePlace.Zone) order.place(), zone, item);
        BigDecimal toGive = there.lines().stream().map(NeedLine::toGive).reduce(BigDecimal.ZERO, BigDecimal::add);
        if (quantity.compareTo(toGive) > 0) {
            throw there.tooMuch().apply(toGive).asException();
        }
        Row row = Row.begun(
                order.id(),
                Kind.PLEDGE,
                disaster,
                donor,
                campaign == null ? null : campaign.id(),
                there.kind(),
                there.place(),
                null,
                settings.pledgeLasts);
        Kept kept = promises.keep(row, FairSpread.of(there.lines(), quantity));
        Facts facts = Facts.of(disaster.value()).goods(ToldGoods.ofPledge(row, kept.lines(), line -> line.progress()
                .promised()));
        ledger.append("pledged", campaign == null ? facts : facts.code("campaign", campaign.code()));
        return kept;
    }

    private There inCommune(DisasterId disaster, PledgePlace.Commune place, Item named) {
        String item = named.code();
        Group group = communes.named(disaster, place.commune(), named);
        whatIsLeft.refuseUnwanted(disaster, group, item);
        return new There(
                balances.lockIn(disaster, group.codes(), item, Balance.TO_GIVE),
                "commune",
                group.code(),
                left -> whatIsLeft.refusal(disaster, group, item, Balance.TO_GIVE, left));
    }

    private There inZone(DisasterId disaster, PledgePlace.Zone place, Set<HouseholdId> homes, String item) {
        if (homes.isEmpty()) {
            throw ZoneHomes.changed();
        }
        List<NeedLine> all = balances.lockOf(disaster, homes);
        communes.all(disaster).stream()
                .filter(group -> all.stream().anyMatch(line -> group.codes().contains(String.valueOf(line.commune()))))
                .forEach(group -> whatIsLeft.refuseUnwanted(disaster, group, item));
        return new There(
                all.stream()
                        .filter(line ->
                                line.item().equals(item) && line.toGive().signum() > 0)
                        .toList(),
                "zone",
                place.id(),
                left -> whatIsLeft.ofZone(
                        disaster,
                        place.id(),
                        communes.mostOf(disaster, all.stream().map(NeedLine::commune))
                                .orElseThrow(
                                        () -> PublicCommunes.nothingNeeded().asException()),
                        item,
                        Balance.TO_GIVE,
                        left,
                        homes.size()));
    }

    private @Nullable Campaign campaign(PledgeOrder order) {
        if (order.campaign() == null) {
            return null;
        }
        Campaign campaign = campaigns.get(order.campaign());
        if (!campaign.disaster().equals(order.disaster())) {
            throw Campaigns.notFound().asException();
        }
        return campaign;
    }

    @Override
    public Pledge get(UUID id) {
        return told(kept(id));
    }

    @Override
    public Page<Pledge> list(DisasterId disaster, Scope whose, PageAsk ask) {
        Page<Kept> kept = promises.list(Kind.PLEDGE, disaster, whose, ask);
        return new Page<>(
                kept.items().stream()
                        .filter(one -> !one.lines().isEmpty())
                        .map(this::told)
                        .toList(),
                kept.next());
    }

    @Override
    public Pledge withdraw(UUID id) {
        var unused = kept(id);
        promises.giveBack(id);
        return get(id);
    }

    private Kept kept(UUID id) {
        return promises.find(Kind.PLEDGE, id)
                .filter(kept -> !kept.lines().isEmpty())
                .orElseThrow(() -> Pledges.notFound().asException());
    }

    private Pledge told(Kept kept) {
        Row row = kept.row();
        boolean zone = row.placeKind().equals("zone");
        return new Pledge(
                row.id(),
                row.code(),
                row.disaster(),
                row.holder(),
                row.campaign(),
                zone
                        ? communes.mostOf(row.disaster(), kept.lines().stream().map(Line::commune))
                                .map(Group::code)
                                .orElse(null)
                        : Objects.requireNonNull(row.place()),
                zone ? row.place() : null,
                kept.lines().get(0).item(),
                kept.lines().stream().map(Line::progress).reduce(Progress.NONE, Progress::plus),
                row.term());
    }
}
