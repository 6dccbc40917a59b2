package vn.reliefmap.supply.internal;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.reliefmap.item.AmountWords;
import vn.reliefmap.item.Item;
import vn.reliefmap.item.Items;
import vn.reliefmap.kernel.DepotId;
import vn.reliefmap.kernel.Numbers;
import vn.reliefmap.kernel.Problem;
import vn.reliefmap.kernel.PublicCode;
import vn.reliefmap.ledger.Facts;
import vn.reliefmap.ledger.Goods;
import vn.reliefmap.ledger.Ledger;
import vn.reliefmap.store.Changes;
import vn.reliefmap.store.OnceOnly;
import vn.reliefmap.store.Topic;
import vn.reliefmap.supply.Depot;
import vn.reliefmap.supply.Depots;
import vn.reliefmap.supply.MoveKind;
import vn.reliefmap.supply.StockMove;
import vn.reliefmap.supply.StockMoveOrder;
import vn.reliefmap.supply.StockMoves;
import vn.reliefmap.supply.StockSince;

/** Moves as rows; the database adds them up. */
@Component
class PostgresStockMoves implements StockMoves {
    private final JdbcClient jdbc;
    private final Depots depots;
    private final Items items;
    private final Ledger ledger;
    private final Changes changes;
    private final OnceOnly onceOnly;

    PostgresStockMoves(JdbcClient jdbc, Depots depots, Items items, Ledger ledger, Changes changes, OnceOnly onceOnly) {
        this.jdbc = jdbc;
        this.depots = depots;
        this.items = items;
        this.ledger = ledger;
        this.changes = changes;
        this.onceOnly = onceOnly;
    }

    @Override
    public StockMove move(UUID account, StockMoveOrder order) {
        return onceOnly.answer(account.toString(), order.id(), order, StockMove.class, () -> act(account, order));
    }

    private StockMove act(UUID account, StockMoveOrder order) {
        Depot depot = depots.get(order.depot());
        Item item = items.get(order.item());
        boolean counted = order.kind() == MoveKind.COUNTED;
        BigDecimal quantity = Numbers.requireQuantity(order.quantity(), counted);
        BigDecimal before = lockStock(depot.id(), item.code());
        BigDecimal change =
                counted ? quantity.subtract(before) : order.kind() == MoveKind.OUT ? quantity.negate() : quantity;
        if (before.add(change).signum() < 0) {
            throw tooSmall(item, before).asException();
        }
        int added = jdbc.sql("""
                insert into stock_move (id, depot_id, item_code, kind, change, gift, moved_by)
                values (:id, :depot, :item, :kind, :change, :gift, :by) on conflict (id) do nothing""")
                .param("id", order.id())
                .param("depot", depot.id().value())
                .param("item", item.code())
                .param("kind", order.kind().word())
                .param("change", change)
                .param("gift", order.gift() == null ? null : order.gift().value())
                .param("by", account)
                .update();
        if (added == 0) {
            throw OnceOnly.taken().asException();
        }
        changes.announce(Topic.SUPPLY);
        Facts facts = Facts.ofNoDisaster().goods(List.of(new Goods(null, item.code(), quantity, order.gift())));
        ledger.append("stock_" + order.kind().word(), depot.simulated() ? facts.word("data", "simulated") : facts);
        return get(order.id());
    }

    /** How much lies there; nobody else moves it until the transaction ends. */
    private BigDecimal lockStock(DepotId depot, String item) {
        jdbc.sql("insert into stock (depot_id, item_code, quantity) values (?, ?, 0) on conflict do nothing")
                .params(depot.value(), item)
                .update();
        return jdbc.sql("select quantity from stock where depot_id = ? and item_code = ? for update")
                .params(depot.value(), item)
                .query(BigDecimal.class)
                .single();
    }

    private static Problem tooSmall(Item item, BigDecimal stock) {
        String left = Numbers.plain(stock).toPlainString();
        return new Problem(
                        "STOCK_TOO_SMALL",
                        409,
                        "Kho chỉ còn " + AmountWords.vi(item, stock) + ".",
                        "The depot has only " + AmountWords.en(item, stock) + ".",
                        "quantity",
                        "at most " + left)
                .with(Map.of("item", item.code(), "left", Numbers.plain(stock)));
    }

    private StockMove get(UUID id) {
        return jdbc.sql(MOVE + "where m.id = ?")
                .param(id)
                .query(PostgresStockMoves::move)
                .single();
    }

    private static final String MOVE = """
            select m.id, m.depot_id, m.item_code, m.kind, m.change, m.gift, m.moved_at, s.quantity
            from stock_move m join stock s on s.depot_id = m.depot_id and s.item_code = m.item_code
            """;

    @Override
    public List<StockMove> list(DepotId depot) {
        return jdbc.sql(MOVE + "where m.depot_id = ? order by m.moved_at desc, m.id limit 1000")
                .param(depot.value())
                .query(PostgresStockMoves::move)
                .list();
    }

    @Override
    public List<StockSince> since(Instant moment) {
        return jdbc.sql("""
                        select m.depot_id, m.item_code, c.counted_at,
                               coalesce(-sum(m.change) filter (
                                   where m.kind = 'out' and (c.counted_at is null or m.moved_at > c.counted_at)), 0) as out
                        from stock_move m left join lateral (
                            select max(moved_at) as counted_at from stock_move k
                            where k.depot_id = m.depot_id and k.item_code = m.item_code and k.kind = 'counted'
                              and k.moved_at > :moment) c on true
                        where m.moved_at > :moment
                        group by m.depot_id, m.item_code, c.counted_at""")
                .param("moment", Timestamp.from(moment))
                .query((rs, n) -> {
                    Timestamp counted = rs.getTimestamp("counted_at");
                    return new StockSince(
                            new DepotId(rs.getObject("depot_id", UUID.class)),
                            rs.getString("item_code"),
                            counted == null ? null : counted.toInstant(),
                            rs.getBigDecimal("out"));
                })
                .list();
    }

    private static StockMove move(ResultSet rs, int n) throws SQLException {
        String gift = rs.getString("gift");
        return new StockMove(
                rs.getObject("id", UUID.class),
                new DepotId(rs.getObject("depot_id", UUID.class)),
                rs.getString("item_code"),
                MoveKind.of(rs.getString("kind")),
                rs.getBigDecimal("change"),
                rs.getBigDecimal("quantity"),
                gift == null ? null : new PublicCode(gift),
                rs.getTimestamp("moved_at").toInstant());
    }
}
