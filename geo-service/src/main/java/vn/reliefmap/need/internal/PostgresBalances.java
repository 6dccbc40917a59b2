package vn.reliefmap.need.internal;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.reliefmap.kernel.DisasterId;
import vn.reliefmap.kernel.HouseholdId;
import vn.reliefmap.kernel.NeedId;
import vn.reliefmap.kernel.Problem;
import vn.reliefmap.need.Balance;
import vn.reliefmap.need.Balances;
import vn.reliefmap.need.NeedLine;
import vn.reliefmap.need.Settlement;
import vn.reliefmap.need.Urgency;

/** Balances as columns of the table {@code need}; its constraints keep what is promised and delivered at 0 or more. */
@Component
class PostgresBalances implements Balances {
    private static final String LINE = """
            select n.id, n.disaster_id, n.household_id, h.admin_code, n.item_code, n.urgency, n.needed, n.delivered, n.to_give, n.to_carry
            from need n join household h on h.id = n.household_id
            """;
    /** What is delivered on a line is written on the line that it was merged into, too, and so on: they are locked with it. */
    private static final String LOCK_WITH_STAYING =
            """
            with recursive touched as (select id, merged_into from need where %s
                                       union select s.id, s.merged_into from need s join touched t on s.id = t.merged_into)
            """ + LINE + " where n.id in (select id from touched) order by n.id for update of n";

    private static final String AMOUNTS =
            " from unnest(:ids, cast(:amounts as numeric[])) as c (id, amount) where n.id = c.id";

    private final JdbcClient jdbc;

    PostgresBalances(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<NeedLine> lock(Collection<NeedId> needs) {
        UUID[] ids = needs.stream().map(NeedId::value).distinct().toArray(UUID[]::new);
        List<NeedLine> lines = jdbc
                .sql(LOCK_WITH_STAYING.formatted("id = any(:ids)"))
                .param("ids", ids)
                .query(PostgresBalances::line)
                .stream()
                .filter(line -> needs.contains(line.id()))
                .toList();
        if (lines.size() < ids.length) {
            throw Problem.notFound(
                            "NEED_NOT_FOUND",
                            "needs",
                            "Có nhu cầu không còn trong danh sách.",
                            "One of the needs is not there, or not any more.")
                    .asException();
        }
        return lines;
    }

    @Override
    public List<NeedLine> lockIn(DisasterId disaster, Set<String> communes, @Nullable String item, Balance balance) {
        return jdbc.sql(LINE + " where n.disaster_id = :disaster and h.admin_code = any(:communes) and "
                        + column(balance) + " > 0" + (item == null ? "" : " and n.item_code = :item")
                        + " order by n.id for update of n")
                .params(item == null ? Map.of() : Map.of("item", item))
                .param("disaster", disaster.value())
                .param("communes", communes.toArray(String[]::new))
                .query(PostgresBalances::line)
                .list();
    }

    @Override
    public List<NeedLine> lockOf(DisasterId disaster, Set<HouseholdId> households) {
        return jdbc
                .sql(LOCK_WITH_STAYING.formatted("disaster_id = :disaster and household_id = any(:households)"))
                .param("disaster", disaster.value())
                .param("households", households.stream().map(HouseholdId::value).toArray(UUID[]::new))
                .query(PostgresBalances::line)
                .stream()
                .filter(line -> households.contains(line.household()))
                .toList();
    }

    @Override
    public Map<String, BigDecimal> leftByCommune(DisasterId disaster, String item, Balance balance) {
        Map<String, BigDecimal> left = new HashMap<>();
        jdbc.sql("select h.admin_code, sum(" + column(balance) + ") as quantity" + """
                  from need n join household h on h.id = n.household_id
                 where n.disaster_id = :disaster and n.item_code = :item and h.admin_code is not null
                 group by h.admin_code""")
                .param("disaster", disaster.value())
                .param("item", item)
                .query((rs, n) -> left.put(rs.getString("admin_code"), rs.getBigDecimal("quantity")))
                .list();
        left.values().removeIf(quantity -> quantity.signum() == 0);
        return left;
    }

    @Override
    public void reserve(Balance balance, Map<NeedId, BigDecimal> amounts) {
        change(
                "update need n set " + promised(balance) + " = n." + promised(balance) + " + c.amount" + AMOUNTS
                        + " and c.amount <= n." + column(balance),
                amounts);
    }

    @Override
    public void release(Balance balance, Map<NeedId, BigDecimal> amounts) {
        change(
                "update need n set " + promised(balance) + " = n." + promised(balance) + " - c.amount" + AMOUNTS,
                amounts);
    }

    @Override
    public void settle(Map<NeedId, Settlement> settlements) {
        List<Map.Entry<NeedId, Settlement>> each = List.copyOf(settlements.entrySet());
        jdbc.sql("""
                        update need n set delivered = n.delivered + c.handed,
                               aided_at = case when c.handed > 0 then now() else n.aided_at end, pledged = n.pledged - c.pledges,
                               claimed = n.claimed - c.claims
                        from unnest(:ids, cast(:handed as numeric[]), cast(:pledges as numeric[]), cast(:claims as numeric[]))
                             as c (id, handed, pledges, claims)
                        where n.id = c.id""")
                .param("ids", each.stream().map(e -> e.getKey().value()).toArray(UUID[]::new))
                .param("handed", texts(each, Settlement::handedOver))
                .param("pledges", texts(each, Settlement::ofPledges))
                .param("claims", texts(each, Settlement::ofClaims))
                .update();
    }

    private static String[] texts(List<Map.Entry<NeedId, Settlement>> each, Function<Settlement, BigDecimal> amount) {
        return each.stream()
                .map(e -> amount.apply(e.getValue()).toPlainString())
                .toArray(String[]::new);
    }

    @Override
    public void correct(Map<NeedId, BigDecimal> changes) {
        change("update need n set delivered = n.delivered + c.amount" + AMOUNTS, changes);
    }

    private void change(String update, Map<NeedId, BigDecimal> amounts) {
        List<Map.Entry<NeedId, BigDecimal>> each = List.copyOf(amounts.entrySet());
        int changed = jdbc.sql(update)
                .param("ids", each.stream().map(e -> e.getKey().value()).toArray(UUID[]::new))
                .param(
                        "amounts",
                        each.stream().map(e -> e.getValue().toPlainString()).toArray(String[]::new))
                .update();
        if (changed != each.size()) {
            throw new IllegalStateException("a line of need has less left than was taken");
        }
    }

    private static String column(Balance balance) {
        return balance == Balance.TO_GIVE ? "to_give" : "to_carry";
    }

    private static String promised(Balance balance) {
        return balance == Balance.TO_GIVE ? "pledged" : "claimed";
    }

    private static NeedLine line(ResultSet rs, int n) throws SQLException {
        return new NeedLine(
                new NeedId(rs.getObject("id", UUID.class)),
                new DisasterId(rs.getObject("disaster_id", UUID.class)),
                new HouseholdId(rs.getObject("household_id", UUID.class)),
                rs.getString("admin_code"),
                rs.getString("item_code"),
                Urgency.of(rs.getString("urgency")),
                rs.getBigDecimal("needed"),
                rs.getBigDecimal("delivered"),
                rs.getBigDecimal("to_give"),
                rs.getBigDecimal("to_carry"));
    }
}
