package vn.reliefmap.household.internal;

import java.util.Objects;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.reliefmap.access.PersonalData;
import vn.reliefmap.admin.AdminUnit;
import vn.reliefmap.admin.AdminUnits;
import vn.reliefmap.admin.Hamlets;
import vn.reliefmap.disaster.Disasters;
import vn.reliefmap.household.HouseholdImport;
import vn.reliefmap.household.HouseholdPreview;
import vn.reliefmap.household.ImportOrder;
import vn.reliefmap.item.Items;
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
    private final Hamlets hamlets;
    private final PersonalData personal;
    private final Changes changes;

    PostgresHouseholdImport(
            JdbcTemplate jdbc,
            PlatformTransactionManager transactions,
            Disasters disasters,
            Items items,
            AdminUnits units,
            Hamlets hamlets,
            PersonalData personal,
            Changes changes) {
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        this.disasters = disasters;
        this.items = items;
        this.units = units;
        this.hamlets = hamlets;
        this.personal = personal;
        this.changes = changes;
    }

    @Override
    public ImportSummary load(RowSource rows, ImportOrder order, ImportLog log) {
        disasters.get(order.disaster());
        return inTransaction(rows, order, log, (merge, tally, listed) -> {
            int needs = merge.store();
            if (tally.changedAnything()) {
                changes.announce(Topic.HOUSEHOLDS);
            }
            if (needs > 0) {
                changes.announce(Topic.NEEDS);
            }
            return tally.summary();
        });
    }

    @Override
    public HouseholdPreview preview(RowSource rows, ImportOrder order, ImportLog log) {
        return inTransaction(
                rows, order, log, (merge, tally, listed) -> new PreviewTables(JdbcClient.create(jdbc), rows)
                        .read(tally, listed.unknown()));
    }

    /** Stages the rows, says what each would change, and hands over; what is done after that is one with it. */
    private <T> T inTransaction(RowSource rows, ImportOrder order, ImportLog log, Step<T> then) {
        AdminUnit ofList =
                CommuneOfList.find(units, order.commune(), rows.titles()).orElse(null);
        HouseholdColumns columns = new HouseholdColumns(rows, items, ofList != null);
        ImportTally tally = new ImportTally(log);
        if (!columns.hasPlaces()) {
            tally.remark(HouseholdIssue.placesByName(ofList == null ? "" : " (" + ofList.fullName() + ")"));
        }
        if (!columns.ignored().isEmpty()) {
            tally.remark(HouseholdIssue.ignoredColumns(String.join(", ", columns.ignored())));
        }
        JdbcClient client = JdbcClient.create(jdbc);
        ListedHamlets listed = new ListedHamlets(hamlets, client, order.simulated(), tally);
        RowPlaces places = new RowPlaces(rows, columns, new CommuneOfRow(units, tally, ofList), listed, tally);
        HouseholdRowReader reader =
                new HouseholdRowReader(rows, columns, items, personal, places, new KeysByName(personal, client));
        T result = transaction.execute(status -> {
            StagingTables staging = new StagingTables(jdbc);
            boolean summed = false; // until a home is told again: lists have sums of hamlets too, and more sheets
            for (TableRow row = rows.next(); row != null; row = rows.next()) {
                summed = reader.isSum(row) || (summed && reader.tellsNoHome(row));
                if (summed) {
                    tally.remark(HouseholdIssue.sums(row.number()));
                    continue;
                }
                tally.read();
                try {
                    staging.add(mine(reader.read(row), order));
                } catch (RowRefused refused) {
                    tally.refuse(refused.issue());
                }
            }
            staging.finish();
            StagedMerge merge = new StagedMerge(client, order);
            merge.compare(tally);
            return then.take(merge, tally, listed);
        });
        return Objects.requireNonNull(result);
    }

    private static StagedHousehold mine(StagedHousehold row, ImportOrder order) {
        if (!order.mayWrite().test(row.unit())) {
            throw new RowRefused(HouseholdIssue.OTHER_UNIT.at(row.row()));
        }
        return row;
    }

    /** What is done with rows that are staged and compared. */
    private interface Step<T> {
        T take(StagedMerge merge, ImportTally tally, ListedHamlets listed);
    }
}
