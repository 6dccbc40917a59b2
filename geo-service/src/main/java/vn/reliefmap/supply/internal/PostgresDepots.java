package vn.reliefmap.supply.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.reliefmap.geo.LonLat;
import vn.reliefmap.kernel.DepotId;
import vn.reliefmap.kernel.Problem;
import vn.reliefmap.supply.Depot;
import vn.reliefmap.supply.Depots;

/** Depots as the table holds them. */
@Component
class PostgresDepots implements Depots {
    private static final String DEPOT =
            "select id, ref, name, simulated, st_x(place) as lon, st_y(place) as lat from depot";
    private final JdbcClient jdbc;

    PostgresDepots(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Depot> list() {
        return jdbc.sql(DEPOT + " order by name, ref")
                .query((rs, n) -> depot(rs))
                .list();
    }

    @Override
    public Depot get(DepotId id) {
        return jdbc.sql(DEPOT + " where id = :id")
                .param("id", id.value())
                .query((rs, n) -> depot(rs))
                .optional()
                .orElseThrow(() -> Problem.notFound(
                                "DEPOT_NOT_FOUND", "depot", "Không có kho này.", "There is no such depot.")
                        .asException());
    }

    @Override
    public Optional<Depot> find(String ref) {
        return jdbc.sql(DEPOT + " where ref = :ref")
                .param("ref", ref)
                .query((rs, n) -> depot(rs))
                .optional();
    }

    private static Depot depot(ResultSet rs) throws SQLException {
        return new Depot(
                new DepotId(rs.getObject("id", UUID.class)),
                rs.getString("ref"),
                rs.getString("name"),
                rs.getBoolean("simulated"),
                new LonLat(rs.getDouble("lon"), rs.getDouble("lat")));
    }
}
