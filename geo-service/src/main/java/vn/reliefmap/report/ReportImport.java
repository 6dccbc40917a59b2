package vn.reliefmap.report;

import vn.reliefmap.disaster.Disaster;
import vn.reliefmap.kernel.ImportLog;
import vn.reliefmap.kernel.ImportSummary;
import vn.reliefmap.kernel.RowSource;

/** Takes in lists of reports, as call centres and hamlets keep them. */
public interface ReportImport {
    /**
     * Takes each row as one report. The same {@code ref} (or, without one, the same row) is the same report and stays as it is;
     * other words under a ref that was used are refused, since a report is never changed. Each row is taken by itself, so
     * that a list that breaks off can be sent again.
     *
     * <p>Columns: ref, kind, name, phone, on_behalf, people, vulnerable_people, commune, hamlet, address, lon and lat or
     * coordinates, needs, words, happened_at; Vietnamese headings are known.
     */
    ImportSummary load(RowSource rows, Disaster disaster, ImportLog log);
}
