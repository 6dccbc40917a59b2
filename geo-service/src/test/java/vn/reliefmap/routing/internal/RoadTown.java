package vn.reliefmap.routing.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Objects;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.reliefmap.basemap.BasemapFeatures;
import vn.reliefmap.basemap.BasemapImport;
import vn.reliefmap.flood.RoadReportSettings;
import vn.reliefmap.geo.LonLat;
import vn.reliefmap.kernel.ImportIssue;
import vn.reliefmap.kernel.ImportLog;
import vn.reliefmap.kernel.ImportSummary;
import vn.reliefmap.passability.Passability;
import vn.reliefmap.passability.PassabilityLimits;
import vn.reliefmap.passability.VehicleClass;
import vn.reliefmap.routing.AlternativeSettings;
import vn.reliefmap.routing.ConfidenceLimits;
import vn.reliefmap.routing.ConfidenceRule;
import vn.reliefmap.routing.RouteAnswer;
import vn.reliefmap.routing.RouteQuery;
import vn.reliefmap.store.Changes;
import vn.reliefmap.store.Database;
import vn.reliefmap.store.TestPostgis;

/** The routing room on a database and a folder of its own, with water that a test draws. */
final class RoadTown implements AutoCloseable {
    static final BoatSettings BOATS = BoatSettings.DEFAULT;
    static final Path VILLAGE = resource("village.osm");

    final Database database = TestPostgis.freshDatabase();
    /** One data source for all: a transaction of the import must hold for the base map and for the table of imports. */
    private final DataSource source = TestPostgis.dataSource(database);

    final JdbcClient jdbc = JdbcClient.create(source);
    final TestWaters waters = new TestWaters();
    final Passability passability = new Passability(PassabilityLimits.DEFAULT);
    final WaterSnapshots snapshots = new WaterSnapshots(passability, RoadReportSettings.DEFAULT, 16);
    final RoadImportTable table = new RoadImportTable(jdbc);
    final GraphFolders folders;
    final CurrentRoadNetwork network;
    final GraphHopperRoadImport roads;
    final GraphHopperRouteFinder finder;
    final CurrentBoats boats;
    final BoatRoutes boatRoutes;
    final RoadAndWaterRouteFinder everyWay;
    final OneWaterRouteAdvisor advisor;

    RoadTown(Path home) {
        folders = new GraphFolders(home);
        network = new CurrentRoadNetwork(table, folders, 500, Duration.ofSeconds(60));
        DataSourceTransactionManager transactions = new DataSourceTransactionManager(source);
        ApplicationContext basemap = basemap(source, transactions);
        roads = new GraphHopperRoadImport(
                table,
                folders,
                basemap.getBean(BasemapImport.class),
                new BoatGridImport(basemap.getBean(BasemapFeatures.class), BOATS),
                new Changes(jdbc, event -> {}, true),
                new TransactionTemplate(transactions));
        Clock clock = Clock.fixed(DrawnWater.SEEN.plusSeconds(3600), ZoneOffset.UTC);
        finder = new GraphHopperRouteFinder(network, waters, snapshots, 500, clock);
        boats = new CurrentBoats(folders, BOATS);
        boatRoutes = new BoatRoutes(boats, passability, BOATS);
        everyWay = new RoadAndWaterRouteFinder(
                network, waters, snapshots, finder, boatRoutes, new TransferRoutes(boatRoutes, BOATS, 500));
        ConfidenceRule confidence = new ConfidenceRule(ConfidenceLimits.DEFAULT, passability);
        advisor = new OneWaterRouteAdvisor(
                everyWay,
                confidence,
                new OtherWays(network, waters, snapshots, AlternativeSettings.DEFAULT, confidence, 500),
                new Walks(network, waters, snapshots, boats, passability, everyWay, new WalkSettings(1500), 500));
    }

    /** The real base map room, through its own front door. */
    @SuppressWarnings("resource") // closing it would close nothing: the data source is not its own
    private static ApplicationContext basemap(DataSource source, PlatformTransactionManager transactions) {
        AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
        context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("test", Map.of()));
        context.registerBean(DataSource.class, () -> source);
        context.registerBean(JdbcClient.class, () -> JdbcClient.create(source));
        context.registerBean(PlatformTransactionManager.class, () -> transactions);
        context.registerBean(TransactionTemplate.class, () -> new TransactionTemplate(transactions));
        context.scan("vn.reliefmap.basemap.internal");
        context.refresh();
        return context;
    }

    ImportSummary load(Path file) {
        ImportSummary summary = roads.load(file, true, new Silence());
        network.reload();
        return summary;
    }

    RoadGraph graph() {
        return network.require();
    }

    RouteAnswer route(VehicleClass vehicle, LonLat from, LonLat to, @Nullable DrawnWater water) {
        if (water != null) {
            waters.draw(water);
        }
        return finder.find(new RouteQuery(from, to, vehicle, water == null ? null : DrawnWater.FLOOD, null));
    }

    @Override
    public void close() {
        network.destroy();
    }

    static Path resource(String name) {
        try {
            return Path.of(Objects.requireNonNull(RoadTown.class.getResource("/vn/reliefmap/routing/" + name))
                    .toURI());
        } catch (java.net.URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    static Path write(Path file, byte[] bytes) {
        try {
            return Files.write(file, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Nobody listens; real extracts do have areas that are cut or crossed. */
    static final class Silence implements ImportLog {
        @Override
        public void issue(ImportIssue issue) {
            assertThat(issue.severity()).isNotNull();
        }

        @Override
        public void progress(long rowsDone) {
            if (rowsDone < 0) {
                throw new AssertionError("negative progress");
            }
        }
    }
}
