package vn.reliefmap.delivery.internal;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.reliefmap.access.Scope;
import vn.reliefmap.commitment.Settlements.Settled;
import vn.reliefmap.delivery.Delivery;
import vn.reliefmap.delivery.Delivery.Line;
import vn.reliefmap.delivery.DeliveryOrder;
import vn.reliefmap.geo.LonLat;
import vn.reliefmap.kernel.DisasterId;
import vn.reliefmap.kernel.NeedId;
import vn.reliefmap.kernel.PageAsk;
import vn.reliefmap.kernel.PublicCode;

/** Deliveries as rows. */
@Component
class DeliveryTable {
    private static final String DELIVERY = """
            select d.id, d.code, d.claim_id, c.holder, d.disaster_id, d.handed_over_at, d.recorded_by, d.recorded_at,
                   st_x(d.near) as near_lon, st_y(d.near) as near_lat
            from delivery d join commitment c on c.id = d.claim_id
            """;

    private final JdbcClient jdbc;
    private final ReceiptTable receipts;

    DeliveryTable(JdbcClient jdbc, ReceiptTable receipts) {
        this.jdbc = jdbc;
        this.receipts = receipts;
    }

    boolean add(DeliveryOrder order, PublicCode code, DisasterId disaster, UUID account, List<Settled> lines) {
        LonLat near = order.near();
        int added = jdbc.sql("""
                insert into delivery (id, code, claim_id, disaster_id, handed_over_at, recorded_by, near)
                values (:id, :code, :claim, :disaster, :at, :by,
                        st_setsrid(st_makepoint(:lon, :lat), 4326)) on conflict (id) do nothing""")
                .param("id", order.id())
                .param("code", code.value())
                .param("claim", order.claim())
                .param("disaster", disaster.value())
                .param("at", Timestamp.from(order.handedOverAt()))
                .param("by", account)
                .param("lon", near == null ? null : near.lon(), Types.DOUBLE)
                .param("lat", near == null ? null : near.lat(), Types.DOUBLE)
                .update();
        if (added == 0) {
            return false;
        }
        insertLines(order.id(), lines);
        insertCredits(order.id(), lines);
        return true;
    }

    /** In one statement: a hand-over may have thousands of lines, and others wait for their needs. */
    private void insertLines(UUID delivery, List<Settled> lines) {
        jdbc.sql("""
                        insert into delivery_line (delivery_id, need_id, quantity, surplus)
                        select :delivery, l.need, l.quantity, l.surplus
                        from unnest(:needs, cast(:quantities as numeric[]), cast(:surpluses as numeric[]))
                             as l (need, quantity, surplus)""")
                .param("delivery", delivery)
                .param("needs", needs(lines.stream().map(Settled::need)))
                .param("quantities", amounts(lines.stream().map(Settled::quantity)))
                .param("surpluses", amounts(lines.stream().map(Settled::surplus)))
                .update();
    }

    private void insertCredits(UUID delivery, List<Settled> lines) {
        record Credit(NeedId need, PublicCode gift, BigDecimal quantity) {}
        List<Credit> credits = lines.stream()
                .flatMap(line -> line.gifts().entrySet().stream()
                        .map(gift -> new Credit(line.need(), gift.getKey(), gift.getValue())))
                .toList();
        jdbc.sql("""
                        insert into delivery_credit (delivery_id, need_id, gift, quantity)
                        select :delivery, c.need, c.gift, c.quantity
                        from unnest(:needs, cast(:gifts as text[]), cast(:quantities as numeric[])) as c (need, gift, quantity)""")
                .param("delivery", delivery)
                .param("needs", needs(credits.stream().map(Credit::need)))
                .param(
                        "gifts",
                        credits.stream().map(credit -> credit.gift().value()).toArray(String[]::new))
                .param("quantities", amounts(credits.stream().map(Credit::quantity)))
                .update();
    }

    /** When something was handed over last, by claim. */
    Map<UUID, Instant> newest(Collection<UUID> claims) {
        Map<UUID, Instant> newest = new HashMap<>();
        jdbc.sql("select claim_id, max(handed_over_at) as at from delivery where claim_id = any(?) group by claim_id")
                .param(claims.toArray(UUID[]::new))
                .query((rs, n) -> newest.put(
                        rs.getObject("claim_id", UUID.class),
                        rs.getTimestamp("at").toInstant()))
                .list();
        return newest;
    }

    Optional<Delivery> find(UUID id) {
        return all(jdbc.sql(DELIVERY + "where d.id = ?").param(id)).stream().findFirst();
    }

    /** The newest first, one more than asked for if there are more. */
    List<Delivery> list(DisasterId disaster, Scope whose, PageAsk ask) {
        Map<String, Object> parameters = new HashMap<>();
        String conditions = "";
        if (whose instanceof Scope.Own own) {
            conditions = " and c.holder = :holder";
            parameters.put("holder", own.account());
        } else if (whose instanceof Scope.Units units) {
            conditions = " " + """
                     and exists (select from delivery_line l join need n on n.id = l.need_id
                                        join household h on h.id = n.household_id
                                  where l.delivery_id = d.id
                                    and (h.admin_code = any(:units) or h.hamlet_code = any(:units)))""";
            parameters.put("units", units.codes().toArray(String[]::new));
        }
        PageAsk.Key after = ask.after();
        if (after != null) {
            conditions += " and (d.recorded_at, d.id) < (:at, :id)";
            parameters.put("at", Timestamp.from(after.at()));
            parameters.put("id", after.id());
        }
        return all(jdbc.sql(DELIVERY + "where d.disaster_id = :disaster" + conditions
                        + " order by d.recorded_at desc, d.id desc limit :limit")
                .params(parameters)
                .param("disaster", disaster.value())
                .param("limit", ask.limit() + 1));
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

    /** What the recipient says of each line. */
    void say(UUID delivery, Map<NeedId, BigDecimal> received) {
        List<Map.Entry<NeedId, BigDecimal>> said = List.copyOf(received.entrySet());
        jdbc.sql("""
                        update delivery_line l set received = s.received
                        from unnest(:needs, cast(:received as numeric[])) as s (need, received)
                        where l.delivery_id = :delivery and l.need_id = s.need""")
                .param("delivery", delivery)
                .param("needs", needs(said.stream().map(Map.Entry::getKey)))
                .param("received", amounts(said.stream().map(Map.Entry::getValue)))
                .update();
    }

    private List<Delivery> all(JdbcClient.StatementSpec statement) {
        Map<UUID, Delivery> found = new LinkedHashMap<>();
        statement.query(DeliveryTable::delivery).list().forEach(delivery -> found.put(delivery.id(), delivery));
        addLines(found);
        receipts.addTo(found);
        return List.copyOf(found.values());
    }

    private void addLines(Map<UUID, Delivery> found) {
        jdbc.sql("""
                        select l.*, h.admin_code, coalesce(h.hamlet_code, h.admin_code) as unit, n.item_code
                        from delivery_line l join need n on n.id = l.need_id join household h on h.id = n.household_id
                        where l.delivery_id = any(:ids) order by l.need_id""")
                .param("ids", ids(found.keySet()))
                .query((rs, n) -> lines(found, rs)
                        .add(new Line(
                                new NeedId(rs.getObject("need_id", UUID.class)),
                                rs.getString("admin_code"),
                                rs.getString("unit"),
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

    private static UUID[] needs(Stream<NeedId> needs) {
        return needs.map(NeedId::value).toArray(UUID[]::new);
    }

    private static String[] amounts(Stream<BigDecimal> amounts) {
        return amounts.map(BigDecimal::toPlainString).toArray(String[]::new);
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
                rs.getObject("recorded_by", UUID.class),
                rs.getTimestamp("recorded_at").toInstant(),
                rs.getObject("near_lon") == null
                        ? null
                        : new LonLat(rs.getDouble("near_lon"), rs.getDouble("near_lat")),
                new ArrayList<>(),
                new ArrayList<>());
    }
}
