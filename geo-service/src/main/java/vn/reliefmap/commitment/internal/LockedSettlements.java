package vn.reliefmap.commitment.internal;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import vn.reliefmap.commitment.Settlements;
import vn.reliefmap.commitment.internal.CommitmentTable.Open;
import vn.reliefmap.commitment.internal.CommitmentTable.Row;
import vn.reliefmap.kernel.NeedId;
import vn.reliefmap.kernel.PublicCode;
import vn.reliefmap.need.Balances;
import vn.reliefmap.need.NeedLine;
import vn.reliefmap.need.Settlement;

/** Locks the needs, then claim and pledges, then counts. */
@Component
class LockedSettlements implements Settlements {
    private final CommitmentTable table;
    private final Balances balances;

    LockedSettlements(CommitmentTable table, Balances balances) {
        this.table = table;
        this.balances = balances;
    }

    @Override
    public List<Settled> settle(UUID claim, Map<NeedId, BigDecimal> amounts) {
        List<NeedLine> needs = balances.lock(amounts.keySet());
        Row row = table.lock(claim);
        table.lockOpenPledges(amounts.keySet());
        Map<NeedId, List<Open>> pledges = table.openPledges(amounts.keySet()).stream()
                .collect(Collectors.groupingBy(Open::need, LinkedHashMap::new, Collectors.toList()));
        Map<NeedId, BigDecimal> ofClaim = table.lines(claim).stream()
                .collect(Collectors.toMap(
                        CommitmentTable.Line::need, line -> line.progress().outstanding()));
        Map<NeedId, Settlement> settlements = new LinkedHashMap<>();
        List<Open> delivered = new ArrayList<>();
        List<Settled> told = new ArrayList<>();
        for (NeedLine need : needs) {
            BigDecimal quantity = Objects.requireNonNull(amounts.get(need.id()));
            BigDecimal carried = quantity.min(ofClaim.getOrDefault(need.id(), BigDecimal.ZERO));
            Map<PublicCode, BigDecimal> gifts = new LinkedHashMap<>();
            BigDecimal rest = quantity;
            for (Open pledge : pledges.getOrDefault(need.id(), List.of())) {
                BigDecimal credited = rest.min(pledge.outstanding());
                if (credited.signum() > 0) {
                    gifts.put(pledge.code(), credited);
                    delivered.add(pledge.with(credited));
                    rest = rest.subtract(credited);
                }
            }
            if (carried.signum() > 0) {
                delivered.add(new Open(claim, row.code(), need.id(), carried));
            }
            settlements.put(need.id(), new Settlement(quantity, quantity.subtract(rest), carried));
            BigDecimal open = need.needed().subtract(need.delivered()).max(BigDecimal.ZERO);
            told.add(new Settled(
                    need.id(), need.item(), quantity, quantity.subtract(open).max(BigDecimal.ZERO), gifts));
        }
        balances.settle(settlements);
        table.deliver(delivered, Instant.now());
        return told;
    }

    @Override
    public void lock(Collection<NeedId> needs) {
        balances.lock(needs);
    }

    @Override
    public void correct(Map<NeedId, BigDecimal> changes) {
        balances.correct(changes);
    }
}
