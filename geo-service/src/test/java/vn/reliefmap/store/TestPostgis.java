package vn.reliefmap.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A real PostGIS for tests: one private cluster per JVM under {@code target/}, a migrated template, and a fresh
 * database for whoever asks.
 */
public final class TestPostgis {
    private static final AtomicInteger COUNT = new AtomicInteger();
    private static @Nullable PrivateCluster cluster;

    private TestPostgis() {}

    /** A new, migrated, empty database. Starts the cluster on the first call (about 5 s). */
    public static synchronized Database freshDatabase() {
        if (cluster == null) {
            startCluster();
        }
        String name = "test_" + COUNT.incrementAndGet();
        Database maintenance = requireCluster().database("postgres");
        execute(maintenance, "create database " + name + " template relief");
        return requireCluster().database(name);
    }

    /** A data source in the application's role. */
    public static DataSource dataSource(Database database) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(database.url());
        source.setUser(database.appUser());
        source.setPassword(database.appPassword());
        return source;
    }

    /** Spring properties that point the program at the database. */
    public static Map<String, Object> properties(Database database) {
        return Map.of(
                "spring.datasource.url", database.url(),
                "spring.datasource.username", database.appUser(),
                "spring.datasource.password", database.appPassword(),
                "spring.flyway.url", database.url(),
                "spring.flyway.user", database.ownerUser(),
                "spring.flyway.password", database.ownerPassword(),
                "spring.flyway.placeholders.app_role", database.appUser());
    }

    public static JdbcClient jdbc(Database database) {
        return JdbcClient.create(dataSource(database));
    }

    private static PrivateCluster requireCluster() {
        if (cluster == null) {
            throw new IllegalStateException("cluster not started");
        }
        return cluster;
    }

    private static void startCluster() {
        Path folder =
                Path.of("target", "postgis-" + ProcessHandle.current().pid()).toAbsolutePath();
        PrivateCluster started = PrivateCluster.forTests(folder);
        Database template = started.start();
        Runtime.getRuntime().addShutdownHook(new Thread(started::stop));
        migrate(template);
        cluster = started;
    }

    /** Brings a database of somebody's own to the form that the program needs. */
    public static void migrate(Database database) {
        Flyway.configure()
                .dataSource(database.url(), database.ownerUser(), database.ownerPassword())
                .placeholders(Map.of("app_role", database.appUser()))
                .load()
                .migrate();
    }

    private static void execute(Database database, String sql) {
        try (Connection c =
                        DriverManager.getConnection(database.url(), database.ownerUser(), database.ownerPassword());
                Statement s = c.createStatement()) {
            s.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }
}
