package vn.reliefmap.commitment.internal;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.reliefmap.commitment.Claim;
import vn.reliefmap.commitment.ClaimOrder;
import vn.reliefmap.commitment.ClaimedHome;
import vn.reliefmap.commitment.Claims;
import vn.reliefmap.commitment.Ended;
import vn.reliefmap.commitment.Term;
import vn.reliefmap.commitment.internal.ClaimedLines.Taken;
import vn.reliefmap.commitment.internal.ClaimedLines.ZoneHomes;
import vn.reliefmap.commitment.internal.CommitmentTable.Line;
import vn.reliefmap.commitment.internal.CommitmentTable.Row;
import vn.reliefmap.kernel.DisasterId;
import vn.reliefmap.kernel.Problem;
import vn.reliefmap.kernel.PublicCode;
import vn.reliefmap.ledger.Facts;
import vn.reliefmap.ledger.Ledger;
import vn.reliefmap.need.Balance;
import vn.reliefmap.need.Balances;
import vn.reliefmap.store.Changes;
import vn.reliefmap.store.OnceOnly;
import vn.reliefmap.store.Topic;

/** Claims: whoever locks the lines first has them, and the others are told that nothing is left. */
@Component
class ExclusiveClaims implements Claims {
    private final CommitmentTable table;
    private final CommitmentSettings settings;
    private final Ending ending;
    private final Asked asked;
    private final PublicCommunes communes;
    private final ClaimedLines claimed;
    private final ClaimedHomes homes;
    private final ToldGoods goods;
    private final Balances balances;
    private final Ledger ledger;
    private final Changes changes;
    private final OnceOnly onceOnly;

    ExclusiveClaims(
            CommitmentTable table,
            CommitmentSettings settings,
            Ending ending,
            Asked asked,
            PublicCommunes communes,
            ClaimedLines claimed,
            ClaimedHomes homes,
            ToldGoods goods,
            Balances balances,
            Ledger ledger,
            Changes changes,
            OnceOnly onceOnly) {
        this.table = table;
        this.settings = settings;
        this.ending = ending;
        this.asked = asked;
        this.communes = communes;
        this.claimed = claimed;
        this.homes = homes;
        this.goods = goods;
        this.balances = balances;
        this.ledger = ledger;
        this.changes = changes;
        this.onceOnly = onceOnly;
    }

    @Override
    public Claim take(UUID team, ClaimOrder order) {
        communes.prepare(order.disaster());
        ending.sweep();
        ZoneHomes homes = claimed.homes(order);
        return onceOnly.answer(team.toString(), order.id(), order, Claim.class, () -> act(team, order, homes));
    }

    private Claim act(UUID team, ClaimOrder order, ZoneHomes homes) {
        asked.requireOpen(order.disaster());
        if (table.exists(order.id())) {
            throw OnceOnly.taken().asException();
        }
        table.lockHolder(team);
        if (table.live(Kind.CLAIM, team) >= settings.liveClaims) {
            throw new Problem(
                            "TOO_MANY_CLAIMS",
                            409,
                            "Đội đang nhận " + settings.liveClaims + " chuyến; hãy giao xong hoặc trả lại một chuyến.",
                            "The team has " + settings.liveClaims + " live claims; deliver or give one back first.",
                            null,
                            "fewer than " + settings.liveClaims + " live claims")
                    .asException();
        }
        Taken taken = claimed.of(order.disaster(), order.place(), homes);
        Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        Row row = new Row(
                order.id(),
                Kind.CLAIM,
                PublicCode.random(),
                order.disaster(),
                team,
                null,
                taken.kind(),
                taken.label(),
                new Term(now, now.plus(settings.claimLasts), null, null));
        table.add(row, taken.amounts());
        balances.reserve(Balance.TO_CARRY, taken.amounts());
        List<Line> lines = table.lines(row.id());
        Facts facts = Facts.of(order.disaster().value())
                .code("claim", row.code())
                .goods(goods.of(order.disaster(), lines, line -> line.progress().promised(), null));
        changes.announce(Topic.NEEDS);
        ledger.append("claimed", facts);
        return told(row, lines);
    }

    @Override
    public Claim get(UUID id) {
        return told(row(id), table.lines(id));
    }

    @Override
    public List<Claim> list(DisasterId disaster, @Nullable UUID team) {
        List<Row> rows = table.list(Kind.CLAIM, disaster, team);
        Map<UUID, List<Line>> lines = table.lines(rows.stream().map(Row::id).toList());
        return rows.stream()
                .map(row -> told(row, lines.getOrDefault(row.id(), List.of())))
                .toList();
    }

    @Override
    public List<ClaimedHome> homes(UUID id) {
        Term term = row(id).term();
        if (term.endedAt() != null || !term.expiresAt().isAfter(Instant.now())) {
            throw new Problem(
                            "CLAIM_OVER",
                            409,
                            "Lượt nhận chuyến này đã kết thúc, nên không mở vị trí các hộ nữa.",
                            "This claim is over, and with it the sight of its homes.",
                            "id",
                            null)
                    .asException();
        }
        return homes.of(id);
    }

    @Override
    public Claim release(UUID id) {
        row(id);
        ending.end(id, Ended.WITHDRAWN);
        return get(id);
    }

    private Row row(UUID id) {
        Row row = table.find(Kind.CLAIM, id);
        if (row == null) {
            throw FairPledges.notFound("CLAIM_NOT_FOUND", "id", "lượt nhận chuyến", "claim");
        }
        return row;
    }

    private static Claim told(Row row, List<Line> lines) {
        return new Claim(
                row.id(),
                row.code(),
                row.disaster(),
                row.holder(),
                row.placeKind(),
                row.place(),
                lines.stream()
                        .map(line -> new Claim.Line(line.need(), line.commune(), line.item(), line.progress()))
                        .toList(),
                row.term());
    }
}
