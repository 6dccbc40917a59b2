package vn.reliefmap.delivery.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.reliefmap.delivery.Delivery;
import vn.reliefmap.delivery.Delivery.Receipt;
import vn.reliefmap.delivery.Delivery.Received;
import vn.reliefmap.delivery.Delivery.Signature;
import vn.reliefmap.delivery.Delivery.Source;

/** Recipients' words as rows; none is ever changed. */
@Component
class ReceiptTable {
    private final JdbcClient jdbc;

    ReceiptTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** False when there is one of this id. */
    boolean add(Receipt receipt, UUID delivery, @Nullable UUID account) {
        Signature signature = receipt.signature();
        int added = jdbc.sql("""
                insert into receipt (id, delivery_id, source, recorded_by, recorded_at, signed_at, sheet_photo)
                values (:id, :delivery, :source, :by, :at, :signed, :sheet) on conflict (id) do nothing""")
                .param("id", receipt.id())
                .param("delivery", delivery)
                .param("source", receipt.source().name().toLowerCase(Locale.ROOT))
                .param("by", account)
                .param("at", Timestamp.from(receipt.recordedAt()))
                .param("signed", signature == null ? null : Timestamp.from(signature.signedAt()))
                .param("sheet", signature == null ? null : signature.sheet())
                .update();
        if (added == 1) {
            receipt.items().forEach(item -> jdbc.sql(
                            "insert into receipt_item (receipt_id, item_code, received, handed) values (?, ?, ?, ?)")
                    .params(receipt.id(), item.item(), item.received(), item.handed())
                    .update());
        }
        return added == 1;
    }

    /** Gives each delivery its words, in their order. */
    void addTo(Map<UUID, Delivery> found) {
        Map<UUID, Receipt> receipts = new LinkedHashMap<>();
        jdbc.sql("""
                        select r.*, a.name from receipt r left join account a on a.id = r.recorded_by
                        where r.delivery_id = any(:ids) order by r.recorded_at, r.id""")
                .param("ids", found.keySet().toArray(UUID[]::new))
                .query((rs, n) -> {
                    Receipt receipt = receipt(rs);
                    receipts.put(receipt.id(), receipt);
                    Delivery delivery = found.get(rs.getObject("delivery_id", UUID.class));
                    return delivery != null && delivery.receipts().add(receipt);
                })
                .list();
        jdbc.sql("select * from receipt_item where receipt_id = any(:ids) order by item_code")
                .param("ids", receipts.keySet().toArray(UUID[]::new))
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

    private static Receipt receipt(ResultSet rs) throws SQLException {
        return new Receipt(
                rs.getObject("id", UUID.class),
                Source.valueOf(rs.getString("source").toUpperCase(Locale.ROOT)),
                rs.getTimestamp("recorded_at").toInstant(),
                rs.getString("name"),
                signature(rs),
                new ArrayList<>());
    }

    private static @Nullable Signature signature(ResultSet rs) throws SQLException {
        Timestamp signed = rs.getTimestamp("signed_at");
        Instant at = signed == null ? null : signed.toInstant();
        return at == null ? null : new Signature(at, rs.getObject("sheet_photo", UUID.class));
    }
}
