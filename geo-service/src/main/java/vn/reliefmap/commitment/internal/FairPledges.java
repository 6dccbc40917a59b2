package vn.reliefmap.commitment.internal;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.reliefmap.access.Scope;
import vn.reliefmap.commitment.Campaign;
import vn.reliefmap.commitment.Campaigns;
import vn.reliefmap.commitment.Pledge;
import vn.reliefmap.commitment.PledgeOrder;
import vn.reliefmap.commitment.Pledges;
import vn.reliefmap.commitment.Progress;
import vn.reliefmap.commitment.internal.CommitmentTable.Line;
import vn.reliefmap.commitment.internal.CommitmentTable.Row;
import vn.reliefmap.commitment.internal.Promises.Kept;
import vn.reliefmap.commitment.internal.PublicCommunes.Group;
import vn.reliefmap.item.Items;
import vn.reliefmap.kernel.DisasterId;
import vn.reliefmap.kernel.NeedId;
import vn.reliefmap.kernel.Numbers;
import vn.reliefmap.kernel.PageAsk;
import vn.reliefmap.kernel.PageAsk.Page;
import vn.reliefmap.ledger.Facts;
import vn.reliefmap.ledger.Goods;
import vn.reliefmap.ledger.Ledger;
import vn.reliefmap.need.Balance;
import vn.reliefmap.need.Balances;
import vn.reliefmap.need.NeedLine;

/** Pledges, spread over the households of their commune by {@link FairSpread}. */
@Component
class FairPledges implements Pledges {
    private final Promises promises;
    private final CommitmentSettings settings;
    private final PublicCommunes communes;
    private final WhatIsLeft left;
    private final Items items;
    private final Campaigns campaigns;
    private final Balances balances;
    private final Ledger ledger;

    FairPledges(
            Promises promises,
            CommitmentSettings settings,
            PublicCommunes communes,
            WhatIsLeft left,
            Items items,
            Campaigns campaigns,
            Balances balances,
            Ledger ledger) {
        this.promises = promises;
        this.settings = settings;
        this.communes = communes;
        this.left = left;
        this.items = items;
        this.campaigns = campaigns;
        this.balances = balances;
        this.ledger = ledger;
    }

    @Override
    public Pledge promise(UUID donor, PledgeOrder order) {
        promises.prepare(order.disaster());
        return promises.once(donor, order.id(), order.disaster(), order, Pledge.class, () -> told(act(donor, order)));
    }

    private Kept act(UUID donor, PledgeOrder order) {
        BigDecimal quantity = Numbers.requireQuantity(order.quantity(), false);
        DisasterId disaster = order.disaster();
        String item = items.get(order.item()).code();
        Campaign campaign = campaign(order);
        Group there = communes.named(disaster, order.commune());
        List<NeedLine> lines = balances.lockIn(disaster, there.codes(), item, Balance.TO_GIVE);
        BigDecimal toGive = lines.stream().map(NeedLine::toGive).reduce(BigDecimal.ZERO, BigDecimal::add);
        if (quantity.compareTo(toGive) > 0) {
            throw left.refusal(disaster, there, item, Balance.TO_GIVE, toGive).asException();
        }
        Map<NeedId, BigDecimal> shares = FairSpread.of(lines, quantity);
        Row row = Row.begun(
                order.id(),
                Kind.PLEDGE,
                disaster,
                donor,
                campaign == null ? null : campaign.id(),
                "commune",
                there.code(),
                null,
                settings.pledgeLasts);
        Kept kept = promises.keep(row, shares);
        Facts facts = Facts.of(disaster.value()).goods(List.of(new Goods(there.code(), item, quantity, row.code())));
        ledger.append("pledged", campaign == null ? facts : facts.code("campaign", campaign.code()));
        return kept;
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
                        .map(FairPledges::told)
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

    private static Pledge told(Kept kept) {
        Row row = kept.row();
        return new Pledge(
                row.id(),
                row.code(),
                row.disaster(),
                row.holder(),
                row.campaign(),
                Objects.requireNonNull(row.place()),
                kept.lines().get(0).item(),
                kept.lines().stream().map(Line::progress).reduce(Progress.NONE, Progress::plus),
                row.term());
    }
}
