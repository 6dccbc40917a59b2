package vn.reliefmap.web;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import vn.reliefmap.store.Database;
import vn.reliefmap.store.StoreException;

/** Looks at a database before the program is built upon it, so that an operator reads one clear line. */
final class DatabaseCheck implements AutoCloseable {
    private static final int LEAST_POSTGRES = 130_000;
    private static final int LEAST_POSTGIS = 3;

    private final Connection connection;

    DatabaseCheck(Database database) {
        try {
            this.connection =
                    DriverManager.getConnection(database.url(), database.ownerUser(), database.ownerPassword());
        } catch (SQLException e) {
            throw new StoreException(
                    "Không kết nối được cơ sở dữ liệu " + database + " (" + e.getSQLState() + ").",
                    "Cannot connect to the database " + database + ": " + e.getMessage(),
                    e);
        }
    }

    /** Throws unless PostgreSQL is 13 or newer and PostGIS 3.0 or newer can be used. */
    DatabaseCheck requireVersions() {
        requireVersions(
                Integer.parseInt(text("show server_version_num")),
                text("select coalesce((select extversion from pg_extension where extname = 'postgis'),"
                        + " (select default_version from pg_available_extensions where name = 'postgis'), '')"));
        return this;
    }

    /**
     * The same for given versions.
     *
     * @param postgres as {@code server_version_num}, for example 150018
     * @param postgis for example "3.3.2"; empty when it is not installed
     */
    static void requireVersions(int postgres, String postgis) {
        if (postgres < LEAST_POSTGRES) {
            throw new StoreException(
                    "PostgreSQL quá cũ (" + postgres / 10_000 + "); cần bản 13 trở lên.",
                    "PostgreSQL is too old (" + postgres / 10_000 + "); version 13 or newer is needed.");
        }
        if (postgis.isEmpty()) {
            throw new StoreException(
                    "Máy chủ PostgreSQL này chưa có PostGIS; hãy cài gói postgresql-postgis.",
                    "This PostgreSQL server has no PostGIS; install the package postgresql-postgis.");
        }
        if (Integer.parseInt(postgis.split("\\.")[0]) < LEAST_POSTGIS) {
            throw new StoreException(
                    "PostGIS quá cũ (" + postgis + "); cần bản 3.0 trở lên.",
                    "PostGIS is too old (" + postgis + "); version 3.0 or newer is needed.");
        }
    }

    /** True when nothing was ever imported: no roads, no units, no disaster, no household. */
    boolean holdsNothing() {
        if ("f".equals(text("select to_regclass('public.disaster') is not null"))) {
            return true;
        }
        return "t"
                .equals(text("select not exists (select 1 from disaster) and not exists (select 1 from road_import)"
                        + " and not exists (select 1 from admin_unit) and not exists (select 1 from household)"));
    }

    /** True when no program of ours ever worked on it. */
    boolean hasNoTables() {
        return "t".equals(text("select to_regclass('public.flyway_schema_history') is null"));
    }

    /** Throws when there is nothing to back up. */
    void requireTables() {
        if (hasNoTables()) {
            throw new StoreException(
                    "Cơ sở dữ liệu này chưa có gì để sao lưu; RELIEF_HOME có đúng không?",
                    "This database holds nothing to back up; is RELIEF_HOME the right one?");
        }
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new StoreException("Không đóng được kết nối", "Cannot close the connection", e);
        }
    }

    private String text(String sql) {
        try (Statement statement = connection.createStatement();
                ResultSet rs = statement.executeQuery(sql)) {
            rs.next();
            return rs.getString(1);
        } catch (SQLException e) {
            throw new StoreException("Cơ sở dữ liệu không trả lời: " + sql, "The database does not answer: " + sql, e);
        }
    }
}
