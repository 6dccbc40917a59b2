package vn.reliefmap.commitment.internal;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.reliefmap.access.Scope;
import vn.reliefmap.commitment.Claim;
import vn.reliefmap.commitment.ClaimOrder;
import vn.reliefmap.commitment.ClaimPlace;
import vn.reliefmap.commitment.ClaimedHome;
import vn.reliefmap.commitment.Claims;
import vn.reliefmap.commitment.TourClaim;
import vn.reliefmap.commitment.internal.ClaimedLines.Taken;
import vn.reliefmap.commitment.internal.CommitmentTable.Row;
import vn.reliefmap.commitment.internal.Promises.Kept;
import vn.reliefmap.kernel.DisasterId;
import vn.reliefmap.kernel.HouseholdId;
import vn.reliefmap.kernel.PageAsk;
import vn.reliefmap.kernel.PageAsk.Page;
import vn.reliefmap.kernel.PlanId;
import vn.reliefmap.kernel.Problem;
import vn.reliefmap.ledger.Facts;
import vn.reliefmap.ledger.Ledger;

/** Claims: whoever locks the lines first has them, and the others are told that nothing is left. */
@Component
class ExclusiveClaims implements Claims {
    private final Promises promises;
    private final CommitmentTable table;
    private final CommitmentSettings settings;
    private final ClaimedLines claimed;
    private final ClaimedHomes homes;
    private final Ledger ledger;

    ExclusiveClaims(
            Promises promises,
            CommitmentTable table,
            CommitmentSettings settings,
            ClaimedLines claimed,
            ClaimedHomes homes,
            Ledger ledger) {
        this.promises = promises;
        this.table = table;
        this.settings = settings;
        this.claimed = claimed;
        this.homes = homes;
        this.ledger = ledger;
    }

    @Override
    public Claim take(UUID team, ClaimOrder order) {
        promises.prepare(order.disaster());
        Set<HouseholdId> zone = claimed.before(order);
        return promises.once(
                team, order.id(), order.disaster(), order, Claim.class, () -> told(act(team, order, zone)));
    }

    private Kept act(UUID team, ClaimOrder order, Set<HouseholdId> zone) {
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
        Taken taken = claimed.of(order.disaster(), order.place(), zone);
        Row row = Row.begun(
                order.id(),
                Kind.CLAIM,
                order.disaster(),
                team,
                null,
                taken.kind(),
                taken.label(),
                order.place() instanceof ClaimPlace.Tour tour ? new Claim.Tour(tour.plan(), tour.number()) : null,
                settings.claimLasts);
        Kept kept = promises.keep(row, taken.amounts());
        ledger.append(
                "claimed",
                Facts.of(order.disaster().value())
                        .code("claim", row.code())
                        .goods(ToldGoods.ofClaim(
                                kept.lines(), line -> line.progress().promised())));
        return kept;
    }

    @Override
    public Claim get(UUID id) {
        return told(kept(id));
    }

    @Override
    public Page<Claim> list(DisasterId disaster, Scope whose, PageAsk ask) {
        return promises.list(Kind.CLAIM, disaster, whose, ask).map(ExclusiveClaims::told);
    }

    @Override
    public List<TourClaim> ofPlan(PlanId plan) {
        return promises.ofPlan(plan).stream()
                .map(kept -> new TourClaim(
                        told(kept), table.teamName(kept.row().holder()).orElse(null)))
                .toList();
    }

    @Override
    public Set<PlanId> plansUnderWay(DisasterId disaster) {
        return table.plansUnderWay(disaster, Instant.now());
    }

    @Override
    public List<ClaimedHome> homes(UUID id, @Nullable HouseholdId after, int limit) {
        if (!get(id).lives(Instant.now())) {
            throw new Problem(
                            "CLAIM_OVER",
                            409,
                            "Lượt nhận chuyến này đã kết thúc, nên không mở vị trí các hộ nữa.",
                            "This claim is over, and with it the sight of its homes.",
                            "id",
                            null)
                    .asException();
        }
        return homes.of(id, after, limit);
    }

    @Override
    public Claim release(UUID id) {
        var unused = kept(id);
        promises.giveBack(id);
        return get(id);
    }

    private Kept kept(UUID id) {
        return promises.find(Kind.CLAIM, id).orElseThrow(() -> Claims.notFound().asException());
    }

    private static Claim told(Kept kept) {
        Row row = kept.row();
        return new Claim(
                row.id(),
                row.code(),
                row.disaster(),
                row.holder(),
                row.placeKind(),
                row.place(),
                kept.lines().stream()
                        .map(line -> new Claim.Line(
                                line.need(),
                                line.household(),
                                line.commune(),
                                line.unit(),
                                line.item(),
                                line.progress()))
                        .toList(),
                row.term(),
                row.tour());
    }
}
