package vn.reliefmap.need.internal;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.reliefmap.kernel.DisasterId;
import vn.reliefmap.need.NeedSum;
import vn.reliefmap.need.Needs;

/** Sums that PostgreSQL makes. */
@Component
class PostgresNeeds implements Needs {
    private final JdbcClient jdbc;

    PostgresNeeds(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<NeedSum> sums(DisasterId disaster) {
        return jdbc.sql("""
                        select h.admin_code, n.item_code, count(*) as households, sum(n.needed) as needed,
                               sum(n.pledged) as pledged, sum(n.claimed) as claimed, sum(n.delivered) as delivered,
                               sum(n.open_quantity) as open
                        from need n join household h on h.id = n.household_id
                        where n.disaster_id = :disaster and (n.needed > 0 or n.delivered > 0)
                        group by h.admin_code, n.item_code
                        order by h.admin_code nulls last, n.item_code
                        """)
                .param("disaster", disaster.value())
                .query((rs, n) -> new NeedSum(
                        rs.getString("admin_code"),
                        rs.getString("item_code"),
                        rs.getLong("households"),
                        rs.getBigDecimal("needed"),
                        rs.getBigDecimal("pledged"),
                        rs.getBigDecimal("claimed"),
                        rs.getBigDecimal("delivered"),
                        rs.getBigDecimal("open")))
                .list();
    }
}
