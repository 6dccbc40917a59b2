package vn.reliefmap.basemap.internal;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.reliefmap.basemap.BasemapImport;
import vn.reliefmap.kernel.ImportLog;
import vn.reliefmap.kernel.ImportSummary;

/** Reads the file twice: once for its relations, once for everything, and writes by COPY in one transaction. */
@Component
class OsmBasemapImport implements BasemapImport {
    private static final List<String> TABLES =
            List.of("basemap_line", "basemap_area", "basemap_place", "basemap_building");

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;

    OsmBasemapImport(DataSource dataSource, PlatformTransactionManager transactions) {
        this.jdbc = new JdbcTemplate(dataSource);
        this.transaction = new TransactionTemplate(transactions);
    }

    @Override
    public ImportSummary load(Path osmFile, long importId, ImportLog log) {
        ImportSummary summary = transaction.execute(status -> jdbc.execute((Connection connection) -> {
            delete(connection, "import_id = ?", importId);
            return new OsmReading(new OsmFile(osmFile), connection, importId, log).run();
        }));
        if (summary == null) {
            throw new IllegalStateException("the import gave no summary");
        }
        return summary;
    }

    @Override
    public void forgetOlderThan(long importId) {
        transaction.executeWithoutResult(status -> jdbc.execute((Connection connection) -> {
            delete(connection, "import_id < ?", importId);
            return true;
        }));
    }

    private static void delete(Connection connection, String condition, long importId) throws SQLException {
        for (String table : TABLES) {
            try (PreparedStatement statement =
                    connection.prepareStatement("delete from " + table + " where " + condition)) {
                statement.setLong(1, importId);
                statement.executeUpdate();
            }
        }
    }
}
