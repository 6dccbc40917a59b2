package vn.reliefmap.commitment.internal;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.reliefmap.commitment.Campaign;
import vn.reliefmap.commitment.Campaigns;
import vn.reliefmap.commitment.Ended;
import vn.reliefmap.commitment.Pledge;
import vn.reliefmap.commitment.PledgeOrder;
import vn.reliefmap.commitment.Pledges;
import vn.reliefmap.commitment.Progress;
import vn.reliefmap.commitment.Term;
import vn.reliefmap.commitment.internal.CommitmentTable.Line;
import vn.reliefmap.commitment.internal.CommitmentTable.Row;
import vn.reliefmap.commitment.internal.PublicCommunes.Group;
import vn.reliefmap.item.Items;
import vn.reliefmap.kernel.DisasterId;
import vn.reliefmap.kernel.NeedId;
import vn.reliefmap.kernel.Numbers;
import vn.reliefmap.kernel.Problem;
import vn.reliefmap.kernel.PublicCode;
import vn.reliefmap.ledger.Facts;
import vn.reliefmap.ledger.Goods;
import vn.reliefmap.ledger.Ledger;
import vn.reliefmap.need.Balance;
import vn.reliefmap.need.Balances;
import vn.reliefmap.need.NeedLine;
import vn.reliefmap.store.Changes;
import vn.reliefmap.store.OnceOnly;
import vn.reliefmap.store.Topic;

/** Pledges, spread over the households of their commune by {@link FairSpread}. */
@Component
class FairPledges implements Pledges {
    private final CommitmentTable table;
    private final CommitmentSettings settings;
    private final Ending ending;
    private final Asked asked;
    private final PublicCommunes communes;
    private final WhatIsLeft left;
    private final Items items;
    private final Campaigns campaigns;
    private final Balances balances;
    private final Ledger ledger;
    private final Changes changes;
    private final OnceOnly onceOnly;

    FairPledges(
            CommitmentTable table,
            CommitmentSettings settings,
            Ending ending,
            Asked asked,
            PublicCommunes communes,
            WhatIsLeft left,
            Items items,
            Campaigns campaigns,
            Balances balances,
            Ledger ledger,
            Changes changes,
            OnceOnly onceOnly) {
        this.table = table;
        this.settings = settings;
        this.ending = ending;
        this.asked = asked;
        this.communes = communes;
        this.left = left;
        this.items = items;
        this.campaigns = campaigns;
        this.balances = balances;
        this.ledger = ledger;
        this.changes = changes;
        this.onceOnly = onceOnly;
    }

    @Override
    public Pledge promise(UUID donor, PledgeOrder order) {
        communes.prepare(order.disaster());
        ending.sweep();
        return onceOnly.answer(donor.toString(), order.id(), order, Pledge.class, () -> act(donor, order));
    }

    private Pledge act(UUID donor, PledgeOrder order) {
        BigDecimal quantity = Numbers.requireQuantity(order.quantity(), false);
        DisasterId disaster = order.disaster();
        asked.requireOpen(disaster);
        String item = items.get(order.item()).code();
        Campaign campaign = campaign(order);
        Group there = communes.named(disaster, order.commune());
        if (table.exists(order.id())) {
            throw OnceOnly.taken().asException();
        }
        List<NeedLine> lines = balances.lockIn(disaster, there.codes(), item, Balance.TO_GIVE);
        BigDecimal toGive = lines.stream().map(NeedLine::toGive).reduce(BigDecimal.ZERO, BigDecimal::add);
        if (quantity.compareTo(toGive) > 0) {
            throw left.refusal(disaster, there, item, Balance.TO_GIVE, toGive).asException();
        }
        Map<NeedId, BigDecimal> shares = FairSpread.of(lines, quantity);
        Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        Row row = new Row(
                order.id(),
                Kind.PLEDGE,
                PublicCode.random(),
                disaster,
                donor,
                campaign == null ? null : campaign.id(),
                "commune",
                there.code(),
                new Term(now, now.plus(settings.pledgeLasts), null, null));
        table.add(row, shares);
        balances.reserve(Balance.TO_GIVE, shares);
        changes.announce(Topic.NEEDS);
        Facts facts = Facts.of(disaster.value()).goods(List.of(new Goods(there.code(), item, quantity, row.code())));
        ledger.append("pledged", campaign == null ? facts : facts.code("campaign", campaign.code()));
        return told(row, table.lines(row.id()));
    }

    private @Nullable Campaign campaign(PledgeOrder order) {
        if (order.campaign() == null) {
            return null;
        }
        Campaign campaign = campaigns.get(order.campaign());
        if (!campaign.disaster().equals(order.disaster())) {
            throw FairPledges.notFound("CAMPAIGN_NOT_FOUND", "campaign", "đợt vận động", "campaign");
        }
        return campaign;
    }

    @Override
    public Pledge get(UUID id) {
        return told(row(id), table.lines(id));
    }

    @Override
    public List<Pledge> list(DisasterId disaster, @Nullable UUID donor) {
        List<Row> rows = table.list(Kind.PLEDGE, disaster, donor);
        Map<UUID, List<Line>> lines = table.lines(rows.stream().map(Row::id).toList());
        return rows.stream()
                .filter(row -> lines.containsKey(row.id()))
                .map(row -> told(row, Objects.requireNonNull(lines.get(row.id()))))
                .toList();
    }

    @Override
    public Pledge withdraw(UUID id) {
        row(id);
        ending.end(id, Ended.WITHDRAWN);
        return get(id);
    }

    private Row row(UUID id) {
        Row row = table.find(Kind.PLEDGE, id);
        if (row == null || table.lines(id).isEmpty()) {
            throw notFound("PLEDGE_NOT_FOUND", "id", "đăng ký ủng hộ", "pledge");
        }
        return row;
    }

    private static Pledge told(Row row, List<Line> lines) {
        return new Pledge(
                row.id(),
                row.code(),
                row.disaster(),
                row.holder(),
                row.campaign(),
                Objects.requireNonNull(row.place()),
                lines.get(0).item(),
                lines.stream().map(Line::progress).reduce(Progress.NONE, Progress::plus),
                row.term());
    }

    static RuntimeException notFound(String code, String field, String vi, String en) {
        return Problem.notFound(code, field, "Không có " + vi + " này.", "There is no such " + en + ".")
                .asException();
    }
}
