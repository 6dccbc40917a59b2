package vn.reliefmap.commitment.internal;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import vn.reliefmap.access.Scope;
import vn.reliefmap.commitment.Ended;
import vn.reliefmap.commitment.internal.CommitmentTable.Line;
import vn.reliefmap.commitment.internal.CommitmentTable.Row;
import vn.reliefmap.kernel.DisasterId;
import vn.reliefmap.kernel.NeedId;
import vn.reliefmap.kernel.PageAsk;
import vn.reliefmap.kernel.PageAsk.Page;
import vn.reliefmap.kernel.PlanId;
import vn.reliefmap.need.Balances;
import vn.reliefmap.store.Changes;
import vn.reliefmap.store.OnceOnly;
import vn.reliefmap.store.Topic;

/** What pledges and claims have in common: each is made once, takes its lines from a balance, is read, and is given back. */
@Component
class Promises {
    private final CommitmentTable table;
    private final Ending ending;
    private final Asked asked;
    private final PublicCommunes communes;
    private final Balances balances;
    private final Changes changes;
    private final OnceOnly onceOnly;

    Promises(
            CommitmentTable table,
            Ending ending,
            Asked asked,
            PublicCommunes communes,
            Balances balances,
            Changes changes,
            OnceOnly onceOnly) {
        this.table = table;
        this.ending = ending;
        this.asked = asked;
        this.communes = communes;
        this.balances = balances;
        this.changes = changes;
        this.onceOnly = onceOnly;
    }

    /** @param lines empty when all of its needs were erased */
    record Kept(Row row, List<Line> lines) {}

    /** To be called before {@link #once}, outside its transaction: frees what has expired. */
    void prepare(DisasterId disaster) {
        communes.prepare(disaster);
        ending.sweep();
    }

    /** Makes a promise once, however often its order is sent, while the disaster is open. */
    <T> T once(UUID holder, UUID id, DisasterId disaster, Object order, Class<T> answer, Supplier<T> act) {
        return onceOnly.answer(holder.toString(), id, order, answer, () -> {
            asked.requireOpen(disaster);
            if (table.exists(id)) {
                throw OnceOnly.taken().asException();
            }
            return act.get();
        });
    }

    /** Writes a new one down and takes the amounts from its balance; their needs are locked. */
    Kept keep(Row row, Map<NeedId, BigDecimal> amounts) {
        table.add(row, amounts);
        balances.reserve(row.kind().balance(), amounts);
        changes.announce(Topic.NEEDS);
        if (row.tour() != null) {
            changes.announce(Topic.TOURS);
        }
        return new Kept(row, table.lines(row.id()));
    }

    Optional<Kept> find(Kind kind, UUID id) {
        return table.find(kind, id).map(row -> new Kept(row, table.lines(id)));
    }

    /** The newest first. */
    Page<Kept> list(Kind kind, DisasterId disaster, Scope whose, PageAsk ask) {
        Page<Row> rows = ask.page(
                table.list(kind, disaster, whose, ask),
                row -> new PageAsk.Key(row.term().promisedAt(), row.id()));
        Map<UUID, List<Line>> lines =
                table.lines(rows.items().stream().map(Row::id).toList());
        return rows.map(row -> new Kept(row, lines.getOrDefault(row.id(), List.of())));
    }

    /** Claims on tours of the plan, the oldest first. */
    List<Kept> ofPlan(PlanId plan) {
        List<Row> rows = table.ofPlan(plan);
        Map<UUID, List<Line>> lines = table.lines(rows.stream().map(Row::id).toList());
        return rows.stream()
                .map(row -> new Kept(row, lines.getOrDefault(row.id(), List.of())))
                .toList();
    }

    /** What is outstanding is free again; nothing happens when it is over. */
    void giveBack(UUID id) {
        ending.end(id, Ended.WITHDRAWN);
    }
}
