package vn.reliefmap.supply.internal;

import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.reliefmap.kernel.DepotId;
import vn.reliefmap.kernel.VehicleId;
import vn.reliefmap.passability.VehicleClass;
import vn.reliefmap.supply.Vehicle;
import vn.reliefmap.supply.Vehicles;

/** Vehicles as the table holds them. */
@Component
class PostgresVehicles implements Vehicles {
    private final JdbcClient jdbc;

    PostgresVehicles(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Vehicle> list() {
        return jdbc.sql("select * from vehicle order by name, ref")
                .query((rs, n) -> new Vehicle(
                        new VehicleId(rs.getObject("id", UUID.class)),
                        rs.getString("ref"),
                        rs.getString("name"),
                        rs.getBoolean("simulated"),
                        VehicleClass.parse(rs.getString("vehicle_class")),
                        new DepotId(rs.getObject("depot_id", UUID.class)),
                        rs.getDouble("capacity_kg"),
                        rs.getDouble("capacity_m3")))
                .list();
    }
}
