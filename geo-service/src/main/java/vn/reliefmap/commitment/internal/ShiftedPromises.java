package vn.reliefmap.commitment.internal;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.reliefmap.kernel.DisasterId;
import vn.reliefmap.kernel.NeedId;
import vn.reliefmap.kernel.PublicCode;
import vn.reliefmap.ledger.Facts;
import vn.reliefmap.ledger.Goods;
import vn.reliefmap.ledger.Ledger;
import vn.reliefmap.need.Balances;
import vn.reliefmap.need.NeedLine;
import vn.reliefmap.need.NeedsShifted;
import vn.reliefmap.need.NeedsShifted.Shift;

/**
 * Promises on a line that needs less than was promised follow the need to where it stands now, as far as something is left there; the
 * rest is set free and the ledger says so. The newest give way first.
 */
@Component
class ShiftedPromises {
    private final JdbcClient jdbc;
    private final Balances balances;
    private final Ledger ledger;

    ShiftedPromises(JdbcClient jdbc, Balances balances, Ledger ledger) {
        this.jdbc = jdbc;
        this.balances = balances;
        this.ledger = ledger;
    }

    private record Standing(UUID commitment, PublicCode code, BigDecimal outstanding) {}

    @EventListener
    void shifted(NeedsShifted needs) {
        Set<UUID> touched = new LinkedHashSet<>();
        for (Kind kind : Kind.values()) {
            for (Shift shift : needs.shifts()) {
                touched.addAll(shift(kind, needs.disaster(), shift));
            }
        }
        endWithNothingLeft(touched);
    }

    private List<UUID> shift(Kind kind, DisasterId disaster, Shift shift) {
        NeedLine from = line(shift.from());
        List<Standing> standing = standing(kind, shift.from());
        BigDecimal needed = from.needed().subtract(from.delivered()).max(BigDecimal.ZERO);
        BigDecimal excess = standing.stream()
                .map(Standing::outstanding)
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .subtract(needed);
        List<UUID> touched = new ArrayList<>();
        for (Standing promise : standing) {
            BigDecimal amount = excess.min(promise.outstanding());
            if (amount.signum() <= 0) {
                break;
            }
            BigDecimal moved = shift.to() == null
                    ? BigDecimal.ZERO
                    : amount.min(line(shift.to()).left(kind.balance()));
            balances.release(kind.balance(), Map.of(shift.from(), amount));
            move(kind, promise, shift, moved);
            release(kind, disaster, promise, from, amount.subtract(moved));
            touched.add(promise.commitment());
            excess = excess.subtract(amount);
        }
        return touched;
    }

    private NeedLine line(NeedId need) {
        return balances.lock(List.of(need)).get(0);
    }

    /** The newest first, locked; the needs were locked before. */
    private List<Standing> standing(Kind kind, NeedId need) {
        return jdbc.sql("""
                        select c.id, c.code, l.outstanding from commitment_line l join commitment c on c.id = l.commitment_id
                        where c.kind = :kind and l.need_id = :need and l.outstanding > 0
                        order by c.promised_at desc, c.id for update of c""")
                .param("kind", kind.word())
                .param("need", need.value())
                .query((rs, n) -> new Standing(
                        rs.getObject("id", UUID.class),
                        new PublicCode(rs.getString("code")),
                        rs.getBigDecimal("outstanding")))
                .list();
    }

    private void move(Kind kind, Standing promise, Shift shift, BigDecimal amount) {
        if (amount.signum() == 0) {
            return;
        }
        NeedId to = Objects.requireNonNull(shift.to());
        balances.reserve(kind.balance(), Map.of(to, amount));
        jdbc.sql("""
                        insert into commitment_line (commitment_id, need_id, promised) values (:id, :to, :amount)
                        on conflict (commitment_id, need_id) do update
                        set promised = commitment_line.promised + excluded.promised;
                        delete from commitment_line where commitment_id = :id and need_id = :from and promised = :amount;
                        update commitment_line set promised = promised - :amount
                        where commitment_id = :id and need_id = :from""")
                .param("id", promise.commitment())
                .param("from", shift.from().value())
                .param("to", to.value())
                .param("amount", amount)
                .update();
    }

    private void release(Kind kind, DisasterId disaster, Standing promise, NeedLine from, BigDecimal amount) {
        if (amount.signum() == 0) {
            return;
        }
        jdbc.sql("update commitment_line set released = released + ? where commitment_id = ? and need_id = ?")
                .params(amount, promise.commitment(), from.id().value())
                .update();
        @Nullable PublicCode gift = kind == Kind.PLEDGE ? promise.code() : null;
        // Without the commune: one household's need was taken back, and the entry would tell where.
        Facts facts = Facts.of(disaster.value())
                .word("why", "need_taken_back")
                .goods(List.of(new Goods(null, from.item(), amount, gift)));
        ledger.append(kind.word() + "_withdrawn", kind == Kind.PLEDGE ? facts : facts.code("claim", promise.code()));
    }

    private void endWithNothingLeft(Collection<UUID> commitments) {
        jdbc.sql("""
                        update commitment c set ended_at = now(), ended_why =
                            case when exists (select from commitment_line l where l.commitment_id = c.id and l.delivered > 0)
                                 then 'delivered' else 'withdrawn' end
                        where c.id = any(:ids) and c.ended_at is null and not exists (
                            select from commitment_line l where l.commitment_id = c.id and l.outstanding > 0)""").param("ids", commitments.toArray(UUID[]::new)).update();
    }
}
