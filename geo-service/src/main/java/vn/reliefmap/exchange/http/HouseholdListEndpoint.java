package vn.reliefmap.exchange.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.reliefmap.access.Callers;
import vn.reliefmap.access.Rights;
import vn.reliefmap.disaster.Disaster;
import vn.reliefmap.disaster.Disasters;
import vn.reliefmap.exchange.RefusedRows;
import vn.reliefmap.household.HouseholdImport;
import vn.reliefmap.household.HouseholdPreview;
import vn.reliefmap.household.ImportOrder;
import vn.reliefmap.kernel.Caller;
import vn.reliefmap.kernel.ImportSummary;
import vn.reliefmap.kernel.OpenTo;
import vn.reliefmap.kernel.PlacedIssues;
import vn.reliefmap.kernel.Problem;
import vn.reliefmap.kernel.RowSource;
import vn.reliefmap.kernel.RowSources;

/**
 * Lists of households that officers send, as Excel or CSV: first to see what they would do, then to take them in. Rows of
 * other units than the officer's own are refused one by one. The same list again changes nothing. The body is the file.
 */
@RestController
class HouseholdListEndpoint {
    private final RowSources files;
    private final HouseholdImport imports;
    private final Disasters disasters;

    HouseholdListEndpoint(RowSources files, HouseholdImport imports, Disasters disasters) {
        this.files = files;
        this.imports = imports;
        this.disasters = disasters;
    }

    /**
     * Takes the list in, or with {@code preview=true} tells what that would do.
     *
     * @param name of the file, for messages
     * @param sheet of a workbook; the first visible list when it is left out
     * @param commune code or name, of rows that name none
     */
    @PostMapping(value = "/api/v1/imports/households", consumes = MediaType.APPLICATION_OCTET_STREAM_VALUE)
    @OpenTo(Caller.OFFICER)
    ListAnswer take(
            @RequestParam String disaster,
            @RequestParam(defaultValue = "false") boolean preview,
            @RequestParam(defaultValue = "list") String name,
            @RequestParam @Nullable String sheet,
            @RequestParam @Nullable String commune,
            InputStream body) {
        ImportOrder order = order(disaster, commune);
        try (SentFile file = SentFile.of(body, name);
                RowSource rows = files.open(file.path(), sheet)) {
            ToldIssues issues = new ToldIssues();
            PlacedIssues log = new PlacedIssues(rows, issues);
            if (preview) {
                HouseholdPreview seen = imports.preview(rows, order, log);
                rows.remarks().forEach(issues::issue);
                return ListAnswer.previewed(seen, issues);
            }
            ImportSummary taken = imports.load(rows, order, log);
            rows.remarks().forEach(issues::issue);
            return ListAnswer.taken(taken, issues);
        }
    }

    /** The rows of a list that would be refused, as a CSV file to mend and send again. Nothing is stored or kept. */
    @PostMapping(
            value = "/api/v1/imports/households/refused",
            consumes = MediaType.APPLICATION_OCTET_STREAM_VALUE,
            produces = "text/csv;charset=UTF-8")
    @OpenTo(Caller.OFFICER)
    String refused(
            @RequestParam String disaster,
            @RequestParam(defaultValue = "list") String name,
            @RequestParam @Nullable String sheet,
            @RequestParam @Nullable String commune,
            InputStream body)
            throws IOException {
        ImportOrder order = order(disaster, commune);
        try (SentFile file = SentFile.of(body, name)) {
            RefusedRows refused = new RefusedRows(new ToldIssues());
            try (RowSource rows = files.open(file.path(), sheet)) {
                imports.preview(rows, order, new PlacedIssues(rows, refused));
            }
            StringWriter csv = new StringWriter();
            try (RowSource again = files.open(file.path(), sheet)) {
                refused.write(again, csv);
            }
            return csv.toString();
        }
    }

    private ImportOrder order(String disaster, @Nullable String commune) {
        Disaster named = disasters.named(disaster);
        if (named.simulated()) {
            throw new Problem(
                            "DISASTER_SIMULATED",
                            409,
                            "“" + named.name()
                                    + "” là dữ liệu mô phỏng, ai cũng xem được từng nhà; danh sách hộ thật cần"
                                    + " một đợt thật.",
                            "\"" + named.name()
                                    + "\" is simulated, and everybody sees its homes; real households need a"
                                    + " real disaster.",
                            "disaster",
                            null)
                    .asException();
        }
        Rights rights = Callers.rights();
        return new ImportOrder(named.id(), false, rights::mayVerify, commune);
    }
}
