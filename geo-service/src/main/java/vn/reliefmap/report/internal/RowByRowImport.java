package vn.reliefmap.report.internal;

import org.springframework.stereotype.Component;
import vn.reliefmap.access.PersonalData;
import vn.reliefmap.disaster.Disaster;
import vn.reliefmap.item.Items;
import vn.reliefmap.kernel.ImportIssue;
import vn.reliefmap.kernel.ImportLog;
import vn.reliefmap.kernel.ImportSummary;
import vn.reliefmap.kernel.ImportTally;
import vn.reliefmap.kernel.PhoneNumber;
import vn.reliefmap.kernel.Problem;
import vn.reliefmap.kernel.ProblemException;
import vn.reliefmap.kernel.RowSource;
import vn.reliefmap.kernel.TableRow;
import vn.reliefmap.report.NewReport;
import vn.reliefmap.report.ReportImport;
import vn.reliefmap.report.Reports;

/** Takes the reports of a list one by one, as if each had been sent. */
@Component
class RowByRowImport implements ReportImport {
    private final Reports reports;
    private final Items items;
    private final PersonalData personalData;

    RowByRowImport(Reports reports, Items items, PersonalData personalData) {
        this.reports = reports;
        this.items = items;
        this.personalData = personalData;
    }

    @Override
    public ImportSummary load(RowSource rows, Disaster disaster, ImportLog log) {
        ReportColumns columns = new ReportColumns(rows);
        ReportRowReader reader = new ReportRowReader(columns, items, personalData, disaster);
        ImportTally tally = new ImportTally(log);
        if (!columns.ignored().isEmpty()) {
            tally.remark(ignored(String.join(", ", columns.ignored())));
        }
        for (TableRow row = rows.next(); row != null; row = rows.next()) {
            tally.read();
            try {
                take(reader.read(row), row.number(), tally);
            } catch (ProblemException e) {
                tally.refuse(refused(row.number(), e.problem()));
            }
        }
        return tally.summary();
    }

    private void take(NewReport report, long row, ImportTally tally) {
        boolean known = reports.find(report.id()).isPresent();
        reports.take(report);
        if (known) {
            tally.unchanged(1);
            return;
        }
        tally.added(1);
        String phone = report.sender().phone();
        if (!phone.isBlank() && PhoneNumber.read(phone).isEmpty()) {
            tally.remark(ImportIssue.warned(
                    row,
                    "PHONE_FORM",
                    "Số điện thoại không gọi được; giữ nguyên như đã ghi.",
                    "The telephone number cannot be called; it is kept as it was written.",
                    "Số điện thoại cần 10 chữ số.",
                    "A telephone number has 10 digits."));
        }
    }

    private static ImportIssue refused(long row, Problem problem) {
        if (problem.code().equals("REQUEST_ID_TAKEN")) {
            return ImportIssue.refused(
                    row,
                    "REPORT_CHANGED",
                    "Mã tin này đã nhận với nội dung khác; tin đã nhận không bao giờ bị sửa.",
                    "This ref was taken with other contents; a report is never changed.",
                    "Ghi mã tin khác cho tin mới.",
                    "Give the new report another ref.");
        }
        String form = problem.expected() == null ? "" : problem.expected();
        return ImportIssue.refused(
                row, problem.code(), problem.vi(), problem.en(), "Dạng đúng: " + form, "Expected: " + form);
    }

    private static ImportIssue ignored(String columns) {
        return ImportIssue.warned(
                1,
                "COLUMN_IGNORED",
                "Các cột không dùng đến: " + columns + ".",
                "Columns that are not used: " + columns + ".",
                "Đổi tên cột nếu cần: ref, kind, name, phone, people, commune, hamlet, coordinates, needs, words.",
                "Rename them if they matter: ref, kind, name, phone, people, commune, hamlet, coordinates, needs, words.");
    }
}
