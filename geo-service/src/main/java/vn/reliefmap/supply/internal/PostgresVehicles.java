package vn.reliefmap.supply.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.reliefmap.item.Skill;
import vn.reliefmap.kernel.DepotId;
import vn.reliefmap.kernel.Problem;
import vn.reliefmap.kernel.VehicleId;
import vn.reliefmap.passability.VehicleClass;
import vn.reliefmap.store.Changes;
import vn.reliefmap.store.Topic;
import vn.reliefmap.supply.Vehicle;
import vn.reliefmap.supply.Vehicles;

/** Vehicles as the table holds them. */
@Component
class PostgresVehicles implements Vehicles {
    private final JdbcClient jdbc;
    private final Changes changes;

    PostgresVehicles(JdbcClient jdbc, Changes changes) {
        this.jdbc = jdbc;
        this.changes = changes;
    }

    @Override
    public List<Vehicle> list() {
        return jdbc.sql("select * from vehicle order by name, ref")
                .query(PostgresVehicles::vehicle)
                .list();
    }

    @Override
    @Transactional
    public Vehicle broken(VehicleId id, boolean broken) {
        int changed =
                jdbc.sql("""
                update vehicle set broken_since = case when :broken then now() end
                where id = :id and (broken_since is not null) <> :broken""").param("broken", broken).param("id", id.value()).update();
        if (changed > 0) {
            changes.announce(Topic.SUPPLY);
        }
        return jdbc.sql("select * from vehicle where id = :id")
                .param("id", id.value())
                .query(PostgresVehicles::vehicle)
                .optional()
                .orElseThrow(() -> Problem.notFound(
                                "VEHICLE_NOT_FOUND",
                                "id",
                                "Không có phương tiện mang mã này.",
                                "There is no vehicle of this id.")
                        .asException());
    }

    private static Set<Skill> skills(ResultSet rs) throws SQLException {
        String[] words = (String[]) rs.getArray("skills").getArray();
        return Arrays.stream(words).map(word -> Skill.find(word).orElseThrow()).collect(Collectors.toSet());
    }

    private static Vehicle vehicle(ResultSet rs, int row) throws SQLException {
        Timestamp brokenSince = rs.getTimestamp("broken_since");
        return new Vehicle(
                new VehicleId(rs.getObject("id", UUID.class)),
                rs.getString("ref"),
                rs.getString("name"),
                rs.getBoolean("simulated"),
                VehicleClass.parse(rs.getString("vehicle_class")),
                new DepotId(rs.getObject("depot_id", UUID.class)),
                rs.getDouble("capacity_kg"),
                rs.getDouble("capacity_m3"),
                skills(rs),
                brokenSince == null ? null : brokenSince.toInstant());
    }
}
