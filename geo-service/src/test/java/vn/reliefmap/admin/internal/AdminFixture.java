package vn.reliefmap.admin.internal;

import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import vn.reliefmap.admin.AdminImport;
import vn.reliefmap.store.Changes;
import vn.reliefmap.store.TestPostgis;

/** The admin room on a database of its own. */
final class AdminFixture {
    final DataSource database = TestPostgis.dataSource(TestPostgis.freshDatabase());
    final JdbcClient jdbc = JdbcClient.create(database);
    final Changes changes = new Changes(jdbc, event -> {}, true);
    final PostgresAdminUnits units = new PostgresAdminUnits(jdbc);
    final AdminImport imports =
            new PostgresAdminImport(new AdminTable(jdbc), units, changes, new DataSourceTransactionManager(database));
}
