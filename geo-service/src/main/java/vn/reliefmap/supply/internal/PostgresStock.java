package vn.reliefmap.supply.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.reliefmap.kernel.DepotId;
import vn.reliefmap.supply.Stock;
import vn.reliefmap.supply.StockLine;

/** Stock as the table holds it. */
@Component
class PostgresStock implements Stock {
    private final JdbcClient jdbc;

    PostgresStock(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<StockLine> list() {
        return jdbc.sql("select * from stock order by depot_id, item_code")
                .query((rs, n) -> line(rs))
                .list();
    }

    @Override
    public List<StockLine> in(DepotId depot) {
        return jdbc.sql("select * from stock where depot_id = :depot order by item_code")
                .param("depot", depot.value())
                .query((rs, n) -> line(rs))
                .list();
    }

    private static StockLine line(ResultSet rs) throws SQLException {
        return new StockLine(
                new DepotId(rs.getObject("depot_id", UUID.class)),
                rs.getString("item_code"),
                rs.getBigDecimal("quantity"),
                rs.getTimestamp("counted_at").toInstant());
    }
}
