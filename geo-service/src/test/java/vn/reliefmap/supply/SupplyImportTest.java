package vn.reliefmap.supply;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import vn.reliefmap.ListRows;
import vn.reliefmap.TestProgram;
import vn.reliefmap.access.Accounts;
import vn.reliefmap.item.Skill;
import vn.reliefmap.kernel.ImportSummary;
import vn.reliefmap.passability.VehicleClass;
import vn.reliefmap.store.TestPostgis;

/** FEATURE UNDER TEST: lists of depots, stock and vehicles, and who may see them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SupplyImportTest {
    @TempDir
    static Path home = Path.of("target");

    private final TestProgram program = TestProgram.start(TestPostgis.freshDatabase(), home);
    private final SupplyImport imports = program.bean(SupplyImport.class);
    private ListRows log = new ListRows();

    @BeforeEach
    void empty() {
        program.bean(JdbcClient.class)
                .sql("delete from vehicle; delete from depot")
                .update();
        log = new ListRows();
    }

    @AfterAll
    void stop() {
        program.close();
    }

    @Test
    void goodListsGoInOnceAndWhatChangedIsTaken() {
        assertThat(depots(true, "K1,Kho Đông Hà,107.10,16.82", "K2,Kho Ái Tử,107.13,16.75")
                        .added())
                .isEqualTo(2);
        assertThat(depots(true, "K1,Kho Đông Hà,107.10,16.82", "K2,Kho Ái Tử 2,107.13,16.75")
                        .changed())
                .isEqualTo(1);
        assertThat(stock(true, "K1,rice,1200", "K1,cash,900.000").added()).isEqualTo(2);
        assertThat(stock(true, "K1,rice,0", "K1,cash,900000").changed()).isEqualTo(1);
        assertThat(vehicles("X1,Xe tải 1,truck,K1,5000,20", "X2,Xuồng,motor_boat,K2,\"400,5\",2")
                        .added())
                .isEqualTo(2);
        assertThat(vehicles("X1,Xe tải 1,truck,K1,5000,20").unchanged()).isEqualTo(1);
        assertThat(log.issues()).isEmpty();
        Vehicle truck = program.bean(Vehicles.class).list().get(0);
        assertThat(truck.vehicleClass()).isEqualTo(VehicleClass.TRUCK);
        assertThat(program.bean(Depots.class).get(truck.depot()).name()).isEqualTo("Kho Đông Hà");
        assertThat(program.bean(Stock.class).in(truck.depot()))
                .extracting(line -> line.item() + " " + line.quantity().toBigInteger())
                .containsExactly("cash 900000", "rice 0");
    }

    @Test
    void badRowsAreNamed() {
        depots(true, "K1,Kho,16.82,107.10", "K1,Kho,107.10,16.82", "K3,,107.1,16.8", "K4,Kho,107.1,91", "K5,Kho,,");
        assertThat(log.issues())
                .containsExactly(
                        "REPAIRED 2 COORDINATES_SWAPPED",
                        "REFUSED 3 ROW_TWICE",
                        "REFUSED 4 TEXT_MISSING_OR_LONG",
                        "REFUSED 5 LATITUDE_RANGE",
                        "REFUSED 6 PLACE_MISSING");
        log = new ListRows();
        stock(true, "K9,rice,1", "K1,gold,1", "K1,rice,NaN", "K1,rice,-1", "K1,rice,1", "K1,rice,2", "K1,rice,1,2");
        assertThat(log.issues())
                .containsExactly(
                        "REFUSED 2 UNKNOWN_DEPOT",
                        "REFUSED 3 UNKNOWN_ITEM",
                        "REFUSED 4 QUANTITY_RANGE",
                        "REFUSED 5 QUANTITY_RANGE",
                        "REFUSED 7 ROW_TWICE",
                        "REFUSED 8 ROW_TOO_MANY_CELLS");
        log = new ListRows();
        vehicles("X1,Xe,bicycle,K1,10,1", "X2,Xe,truck,K9,10,1", "X3,Xe,truck,K1,0,1", "X4,Xe,TRUCK,K1,10,1");
        assertThat(log.issues())
                .containsExactly("REFUSED 2 UNKNOWN_VEHICLE", "REFUSED 3 UNKNOWN_DEPOT", "REFUSED 4 CAPACITY_RANGE");
        assertThat(log.texts()).contains("motor_boat");
    }

    @Test
    void skillsOfTheTeamGoIn() {
        depots(true, "K1,Kho,107.10,16.82");
        String header = "ref,name,vehicle_class,depot,capacity_kg,capacity_m3,skills";
        String[] rows = {
            "X1,Xe 1,pickup,K1,700,2,medic", "X2,Xe 2,truck,K1,5000,20,", "X3,Xe 3,car,K1,900,4, Medic; medic"
        };
        assertThat(imports.vehicles(ListRows.of(with(header, rows)), true, log).added())
                .isEqualTo(3);
        assertThat(imports.vehicles(ListRows.of(with(header, rows)), true, log).unchanged())
                .isEqualTo(3);
        assertThat(program.bean(Vehicles.class).list())
                .extracting(Vehicle::skills)
                .containsExactly(Set.of(Skill.MEDIC), Set.of(), Set.of(Skill.MEDIC));
        assertThat(program.json("/api/v1/vehicles")
                        .path("items")
                        .path(0)
                        .path("skills")
                        .path(0)
                        .asString())
                .isEqualTo("medic");

        // A list without the column says nothing of skills; an empty cell says that there are none.
        assertThat(vehicles("X1,Xe 1,pickup,K1,700,2").unchanged()).isEqualTo(1);
        assertThat(vehicles("X1,Xe 1,pickup,K1,800,2").changed()).isEqualTo(1);
        assertThat(program.bean(Vehicles.class).list().get(0).skills()).containsExactly(Skill.MEDIC);
        assertThat(imports.vehicles(ListRows.of(with(header, "X1,Xe 1,pickup,K1,800,2,")), true, log)
                        .changed())
                .isEqualTo(1);
        assertThat(program.bean(Vehicles.class).list().get(0).skills()).isEmpty();
        assertThat(log.issues()).isEmpty();

        imports.vehicles(ListRows.of(with(header, "X4,Xe 4,car,K1,900,4,medic diver")), true, log);
        assertThat(log.issues()).containsExactly("REFUSED 2 UNKNOWN_SKILL");
        assertThat(log.texts()).contains("medic");
        assertThat(program.bean(Vehicles.class).list()).hasSize(3);
    }

    @Test
    void realSuppliesAreForTheAdministratorAlone() {
        depots(true, "K1,Kho mô phỏng,107.10,16.82");
        depots(false, "K2,Kho thật,107.13,16.75", "K1,Kho thật,107.13,16.75");
        assertThat(log.issues()).containsExactly("REFUSED 3 OTHER_WORLD");
        stock(true, "K1,rice,5.5", "K2,rice,1");
        stock(false, "K2,soap,7");
        String token = program.bean(Accounts.class).renewAdministratorToken();

        assertThat(program.json("/api/v1/depots").path("features")).hasSize(1);
        JsonNode depots = program.json("/api/v1/depots", token);
        assertThat(depots.path("features")).hasSize(2);
        JsonNode real = depots.path("features").path(1);
        assertThat(real.path("geometry").path("coordinates").path(0).asDouble()).isEqualTo(107.13);
        assertThat(real.path("properties").path("name").asString()).isEqualTo("Kho thật");
        String id = real.path("properties").path("id").asString();
        assertThat(program.json("/api/v1/stock?depot=" + id).path("items")).isEmpty();
        assertThat(program.json("/api/v1/stock?depot=" + id, token).path("items"))
                .hasSize(1);
        assertThat(program.json("/api/v1/stock")
                        .path("items")
                        .path(0)
                        .path("quantity")
                        .asDouble())
                .isEqualTo(5.5);
        assertThat(program.get("/api/v1/stock?depot=00000000-0000-0000-0000-000000000001", null)
                        .statusCode())
                .isEqualTo(404);
        assertThat(program.json("/api/v1/vehicles").path("items").isArray()).isTrue();
    }

    private ImportSummary depots(boolean simulated, String... rows) {
        return imports.depots(ListRows.of(with("ref,name,lon,lat", rows)), simulated, log);
    }

    private ImportSummary stock(boolean simulated, String... rows) {
        return imports.stock(ListRows.of(with("Mã kho,Mã hàng,Số lượng", rows)), simulated, log);
    }

    private ImportSummary vehicles(String... rows) {
        return imports.vehicles(
                ListRows.of(with("ref,name,vehicle_class,depot,capacity_kg,capacity_m3", rows)), true, log);
    }

    private static String[] with(String header, String... rows) {
        return (header + "\n" + String.join("\n", rows)).split("\n");
    }
}
