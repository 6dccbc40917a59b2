package vn.reliefmap.household.internal;

import java.util.Objects;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.reliefmap.access.PersonalData;
import vn.reliefmap.admin.AdminUnits;
import vn.reliefmap.disaster.Disasters;
import vn.reliefmap.household.HouseholdImport;
import vn.reliefmap.item.Items;
import vn.reliefmap.kernel.DisasterId;
import vn.reliefmap.kernel.ImportLog;
import vn.reliefmap.kernel.ImportSummary;
import vn.reliefmap.kernel.ImportTally;
import vn.reliefmap.kernel.RowSource;
import vn.reliefmap.kernel.TableRow;
import vn.reliefmap.store.Changes;
import vn.reliefmap.store.Topic;

/** Streams a list into PostGIS: rows are read and staged one by one, and merged all at once. */
@Component
class PostgresHouseholdImport implements HouseholdImport {
    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;
    private final Disasters disasters;
    private final Items items;
    private final AdminUnits units;
    private final PersonalData personal;
    private final Changes changes;

    PostgresHouseholdImport(
            JdbcTemplate jdbc,
            PlatformTransactionManager transactions,
            Disasters disasters,
            Items items,
            AdminUnits units,
            PersonalData personal,
            Changes changes) {
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        this.disasters = disasters;
        this.items = items;
        this.units = units;
        this.personal = personal;
        this.changes = changes;
    }

    @Override
    public ImportSummary load(RowSource rows, DisasterId disaster, boolean simulated, ImportLog log) {
        disasters.get(disaster);
        HouseholdColumns columns = new HouseholdColumns(rows, items);
        ImportTally tally = new ImportTally(log);
        if (!columns.ignored().isEmpty()) {
            tally.remark(HouseholdIssue.ignoredColumns(String.join(", ", columns.ignored())));
        }
        HouseholdRowReader reader =
                new HouseholdRowReader(columns, items, personal, new CommuneOfRow(units, tally), tally);
        ImportSummary summary = transaction.execute(status -> {
            StagingTables staging = new StagingTables(jdbc);
            for (TableRow row = rows.next(); row != null; row = rows.next()) {
                tally.read();
                try {
                    staging.add(reader.read(row));
                } catch (RowRefused refused) {
                    tally.refuse(refused.issue());
                }
            }
            staging.finish();
            int needs = new StagedMerge(JdbcClient.create(jdbc), disaster.value(), simulated).run(tally);
            if (tally.changedAnything()) {
                changes.announce(Topic.HOUSEHOLDS);
            }
            if (needs > 0) {
                changes.announce(Topic.NEEDS);
            }
            return tally.summary();
        });
        return Objects.requireNonNull(summary);
    }
}
