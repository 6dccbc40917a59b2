package vn.reliefmap.delivery.internal;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.reliefmap.commitment.Settlements.Settled;
import vn.reliefmap.delivery.Delivery;
import vn.reliefmap.delivery.Delivery.Line;
import vn.reliefmap.delivery.Delivery.Receipt;
import vn.reliefmap.delivery.Delivery.Received;
import vn.reliefmap.delivery.Delivery.Source;
import vn.reliefmap.delivery.DeliveryOrder;
import vn.reliefmap.kernel.DisasterId;
import vn.reliefmap.kernel.NeedId;
import vn.reliefmap.kernel.PublicCode;

/** Deliveries and receipts as rows. */
@Component
class DeliveryTable {
    private static final String DELIVERY = """
            select d.id, d.code, d.claim_id, c.holder, d.disaster_id, d.handed_over_at
            from delivery d join commitment c on c.id = d.claim_id
            """;

    private final JdbcClient jdbc;

    DeliveryTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    boolean add(DeliveryOrder order, PublicCode code, DisasterId disaster, UUID account, List<Settled> lines) {
        int added = jdbc.sql("""
                insert into delivery (id, code, claim_id, disaster_id, handed_over_at, recorded_by)
                values (:id, :code, :claim, :disaster, :at, :by) on conflict (id) do nothing""")
                .param("id", order.id())
                .param("code", code.value())
                .param("claim", order.claim())
                .param("disaster", disaster.value())
                .param("at", Timestamp.from(order.handedOverAt()))
                .param("by", account)
                .update();
        if (added == 0) {
            return false;
        }
        for (Settled line : lines) {
            jdbc.sql("""
                    insert into delivery_line (delivery_id, need_id, quantity, surplus, shown_commune)
                    values (:delivery, :need, :quantity, :surplus, :commune)""")
                    .param("delivery", order.id())
                    .param("need", line.need().value())
                    .param("quantity", line.quantity())
                    .param("surplus", line.surplus())
                    .param("commune", line.commune())
                    .update();
            line.gifts().forEach((gift, quantity) -> jdbc.sql(
                            "insert into delivery_credit (delivery_id, need_id, gift, quantity) values (?, ?, ?, ?)")
                    .params(order.id(), line.need().value(), gift.value(), quantity)
                    .update());
        }
        return true;
    }

    Optional<Delivery> find(UUID id) {
        return all(jdbc.sql(DELIVERY + "where d.id = ?").param(id)).stream().findFirst();
    }

    List<Delivery> list(DisasterId disaster) {
        return all(jdbc.sql(DELIVERY + "where d.disaster_id = ? order by d.recorded_at desc, d.id limit 1000")
                .param(disaster.value()));
    }

    /** What the ledger may call the communes of the lines. */
    Map<NeedId, String> shownCommunes(UUID delivery) {
        Map<NeedId, String> shown = new LinkedHashMap<>();
        jdbc.sql("select need_id, shown_commune from delivery_line where delivery_id = ? and shown_commune is not null")
                .param(delivery)
                .query((rs, n) ->
                        shown.put(new NeedId(rs.getObject("need_id", UUID.class)), rs.getString("shown_commune")))
                .list();
        return shown;
    }

    Map<NeedId, Map<PublicCode, BigDecimal>> credits(UUID delivery) {
        Map<NeedId, Map<PublicCode, BigDecimal>> credits = new LinkedHashMap<>();
        jdbc.sql("select need_id, gift, quantity from delivery_credit where delivery_id = ? order by need_id, gift")
                .param(delivery)
                .query((rs, n) -> credits.computeIfAbsent(
                                new NeedId(rs.getObject("need_id", UUID.class)), need -> new LinkedHashMap<>())
                        .put(new PublicCode(rs.getString("gift")), rs.getBigDecimal("quantity")))
                .list();
        return credits;
    }

    /** Nobody else says anything of it until the transaction ends; lock its needs before. */
    void lock(UUID delivery) {
        jdbc.sql("select id from delivery where id = ? for update")
                .param(delivery)
                .query(UUID.class)
                .single();
    }

    void say(UUID delivery, NeedId need, BigDecimal received) {
        jdbc.sql("update delivery_line set received = ? where delivery_id = ? and need_id = ?")
                .params(received, delivery, need.value())
                .update();
    }

    boolean add(Receipt receipt, UUID delivery, @Nullable UUID account) {
        int added = jdbc.sql("""
                insert into receipt (id, delivery_id, source, recorded_by, recorded_at)
                values (:id, :delivery, :source, :by, :at) on conflict (id) do nothing""")
                .param("id", receipt.id())
                .param("delivery", delivery)
                .param("source", receipt.source().name().toLowerCase(Locale.ROOT))
                .param("by", account)
                .param("at", Timestamp.from(receipt.recordedAt()))
                .update();
        if (added == 1) {
            receipt.items().forEach(item -> jdbc.sql(
                            "insert into receipt_item (receipt_id, item_code, received, handed) values (?, ?, ?, ?)")
                    .params(receipt.id(), item.item(), item.received(), item.handed())
                    .update());
        }
        return added == 1;
    }

    private List<Delivery> all(JdbcClient.StatementSpec statement) {
        Map<UUID, Delivery> found = new LinkedHashMap<>();
        statement.query(DeliveryTable::delivery).list().forEach(delivery -> found.put(delivery.id(), delivery));
        addLines(found);
        addReceipts(found);
        return List.copyOf(found.values());
    }

    private void addLines(Map<UUID, Delivery> found) {
        jdbc.sql("""
                        select l.*, h.admin_code, n.item_code
                        from delivery_line l join need n on n.id = l.need_id join household h on h.id = n.household_id
                        where l.delivery_id = any(:ids) order by l.need_id""")
                .param("ids", ids(found.keySet()))
                .query((rs, n) -> lines(found, rs)
                        .add(new Line(
                                new NeedId(rs.getObject("need_id", UUID.class)),
                                rs.getString("admin_code"),
                                rs.getString("item_code"),
                                rs.getBigDecimal("quantity"),
                                rs.getBigDecimal("surplus"),
                                rs.getBigDecimal("received"))))
                .list();
    }

    private static List<Line> lines(Map<UUID, Delivery> found, ResultSet rs) throws SQLException {
        Delivery delivery = found.get(rs.getObject("delivery_id", UUID.class));
        return delivery == null ? new ArrayList<>() : delivery.lines();
    }

    private void addReceipts(Map<UUID, Delivery> found) {
        Map<UUID, Receipt> receipts = new LinkedHashMap<>();
        jdbc.sql("select * from receipt where delivery_id = any(:ids) order by recorded_at, id")
                .param("ids", ids(found.keySet()))
                .query((rs, n) -> {
                    Receipt receipt = new Receipt(
                            rs.getObject("id", UUID.class),
                            Source.valueOf(rs.getString("source").toUpperCase(Locale.ROOT)),
                            rs.getTimestamp("recorded_at").toInstant(),
                            new ArrayList<>());
                    receipts.put(receipt.id(), receipt);
                    Delivery delivery = found.get(rs.getObject("delivery_id", UUID.class));
                    return delivery != null && delivery.receipts().add(receipt);
                })
                .list();
        jdbc.sql("select * from receipt_item where receipt_id = any(:ids) order by item_code")
                .param("ids", ids(receipts.keySet()))
                .query((rs, n) -> {
                    Receipt receipt = receipts.get(rs.getObject("receipt_id", UUID.class));
                    return receipt != null
                            && receipt.items()
                                    .add(new Received(
                                            rs.getString("item_code"),
                                            rs.getBigDecimal("received"),
                                            rs.getBigDecimal("handed")));
                })
                .list();
    }

    private static UUID[] ids(Collection<UUID> ids) {
        return ids.toArray(UUID[]::new);
    }

    private static Delivery delivery(ResultSet rs, int n) throws SQLException {
        return new Delivery(
                rs.getObject("id", UUID.class),
                new PublicCode(rs.getString("code")),
                rs.getObject("claim_id", UUID.class),
                rs.getObject("holder", UUID.class),
                new DisasterId(rs.getObject("disaster_id", UUID.class)),
                rs.getTimestamp("handed_over_at").toInstant(),
                new ArrayList<>(),
                new ArrayList<>());
    }
}
