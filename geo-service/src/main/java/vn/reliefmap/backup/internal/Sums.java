package vn.reliefmap.backup.internal;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.reliefmap.backup.BackupManifest.LedgerEnd;
import vn.reliefmap.backup.BackupManifest.TableSum;
import vn.reliefmap.store.Database;
import vn.reliefmap.store.StoreException;

/** Asks a database what it holds, in one transaction, in forms that are the same on every server. Not thread-safe. */
public final class Sums implements AutoCloseable {
    /** The text of a row must not depend on the settings of a server or a role. */
    private static final String PLAIN = """
            set timezone = 'UTC'; set datestyle = 'ISO'; set intervalstyle = 'postgres';
            set bytea_output = 'hex'; set extra_float_digits = 1""";

    private final Database database;
    private final Connection connection;

    /** Sees the data as they are at the first question, whatever others write meanwhile. */
    public Sums(Database database) {
        this.database = database;
        try {
            this.connection =
                    DriverManager.getConnection(database.url(), database.ownerUser(), database.ownerPassword());
            connection.setAutoCommit(false);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        } catch (SQLException e) {
            throw unreadable(e);
        }
        execute(PLAIN);
    }

    /** Every table of ours by name, with a sum of MD5 parts of its rows that does not know their order. */
    public List<TableSum> tables() {
        List<TableSum> sums = new ArrayList<>();
        for (String name : texts("""
                select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
                where n.nspname = 'public' and c.relkind = 'r'
                  and not exists (select from pg_depend d where d.objid = c.oid and d.deptype = 'e')
                order by c.relname""")) {
            String[] sum =
                    text("select count(*) || ' ' || coalesce(sum(('x' || substr(md5(t::text), 1, 15))::bit(60)::bigint), 0)"
                                    + " from public.\"" + name + "\" t")
                            .split(" ");
            sums.add(new TableSum(name, Long.parseLong(sum[0]), sum[1]));
        }
        return sums;
    }

    /** The last entry of the public ledger. */
    public LedgerEnd ledger() {
        String[] end = text("""
                select coalesce((select seq || ' ' || encode(hash, 'hex') from ledger_entry order by seq desc limit 1),
                                '0 ' || repeat('0', 64))""").split(" ");
        return new LedgerEnd(Long.parseLong(end[0]), end[1]);
    }

    /** The newest migration that ran, for example {@code 214}. */
    public String schema() {
        return text("select version from flyway_schema_history where version is not null"
                + " order by string_to_array(version, '.')::int[] desc limit 1");
    }

    /** Rights belong to the server: the migration that grants them shall run here. Commits. */
    public void forgetGrants() {
        execute("delete from flyway_schema_history where version is null; commit");
    }

    /** The server's major version. */
    public int postgres() {
        return Integer.parseInt(text("show server_version_num")) / 10_000;
    }

    /** For example {@code 3.3.2}. */
    public String postgis() {
        return text("select coalesce((select extversion from pg_extension where extname = 'postgis'),"
                + " (select default_version from pg_available_extensions where name = 'postgis'), '')");
    }

    public long databaseBytes() {
        return Long.parseLong(text("select pg_database_size(current_database())"));
    }

    /** The id of the road graph in use; empty when no roads were ever imported. */
    public Optional<String> currentRoads() {
        return texts("select id::text from road_import where is_current").stream()
                .findFirst();
    }

    /** When the transaction began, on the server's clock. */
    public Instant now() {
        return Instant.parse(text("select to_char(now() at time zone 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"')"));
    }

    /** Makes this view of the data one that {@code pg_dump} can share until it is closed. */
    public String share() {
        return text("select pg_export_snapshot()");
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw unreadable(e);
        }
    }

    private void execute(String sql) {
        try (Statement s = connection.createStatement()) {
            s.execute(sql);
        } catch (SQLException e) {
            throw unreadable(e);
        }
    }

    private String text(String sql) {
        return texts(sql).get(0);
    }

    private List<String> texts(String sql) {
        try (Statement s = connection.createStatement();
                ResultSet rs = s.executeQuery(sql)) {
            List<String> texts = new ArrayList<>();
            while (rs.next()) {
                texts.add(rs.getString(1));
            }
            return texts;
        } catch (SQLException e) {
            throw unreadable(e);
        }
    }

    private StoreException unreadable(SQLException e) {
        return new StoreException(
                "Không đọc được cơ sở dữ liệu " + database + " (" + e.getSQLState() + ").",
                "Cannot read the database " + database + ": " + e.getMessage(),
                e);
    }
}
