package vn.reliefmap.web;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.reliefmap.admin.AdminImport;
import vn.reliefmap.disaster.Disaster;
import vn.reliefmap.disaster.Disasters;
import vn.reliefmap.flood.ElevationImport;
import vn.reliefmap.flood.FloodImport;
import vn.reliefmap.household.HouseholdImport;
import vn.reliefmap.household.HouseholdPreview;
import vn.reliefmap.household.ImportOrder;
import vn.reliefmap.kernel.DisasterId;
import vn.reliefmap.kernel.ImportIssue;
import vn.reliefmap.kernel.ImportLog;
import vn.reliefmap.kernel.ImportSummary;
import vn.reliefmap.kernel.PlacedIssues;
import vn.reliefmap.kernel.Problem;
import vn.reliefmap.kernel.ProblemException;
import vn.reliefmap.kernel.RowSource;
import vn.reliefmap.kernel.RowSources;
import vn.reliefmap.report.ReportImport;
import vn.reliefmap.routing.RoadImport;
import vn.reliefmap.supply.SupplyImport;

/** Brings a file to the room whose business it is. */
final class ImportDoors {
    private static final Set<String> SUCCESSOR_COLUMNS = Set.of("new_code", "newwardcode");

    private final Program program;
    private final ImportOptions options;
    private final PrintWriter out;
    private @Nullable DisasterId opened;

    ImportDoors(Program program, ImportOptions options, PrintWriter out) {
        this.program = program;
        this.options = options;
        this.out = out;
    }

    /** Loads the file. When nothing of it was taken, a disaster that was opened for it is taken back. */
    ImportSummary load(ImportKind kind, Path file, ImportLog log) {
        opened = null;
        boolean taken = false;
        try {
            ImportSummary summary = hand(kind, file, log);
            taken = summary.added() > 0;
            return summary;
        } finally {
            if (opened != null && !taken) {
                program.part(Disasters.class).withdraw(opened);
                out.println("→ Không nhận được gì, bỏ đợt vừa mở / nothing was taken, the new disaster is withdrawn");
            }
        }
    }

    private ImportSummary hand(ImportKind kind, Path file, ImportLog log) {
        return switch (kind) {
            case roads -> program.part(RoadImport.class).load(file, false, log);
            case communes -> communes(file, log);
            case flood -> flood(file, log);
            case elevation -> program.part(ElevationImport.class).load(file, options.epsg(), log);
            case households -> households(file, log);
            case reports -> reports(file, log);
            case depots ->
                rows(file, log, (rows, placed) -> program.part(SupplyImport.class)
                        .depots(rows, false, placed));
            case stock ->
                rows(file, log, (rows, placed) -> program.part(SupplyImport.class)
                        .stock(rows, false, placed));
            case vehicles ->
                rows(file, log, (rows, placed) -> program.part(SupplyImport.class)
                        .vehicles(rows, false, placed));
        };
    }

    private ImportSummary communes(Path file, ImportLog log) {
        AdminImport admin = program.part(AdminImport.class);
        String name = file.toString().toLowerCase(Locale.ROOT).replaceFirst("\\.gz$", "");
        if (name.endsWith("json")) {
            return admin.outlines(file, false, log);
        }
        return rows(
                file,
                log,
                (rows, placed) -> Collections.disjoint(rows.columns(), SUCCESSOR_COLUMNS)
                        ? admin.figures(rows, placed)
                        : admin.successors(rows, placed));
    }

    /** A file that tells no time, imported without {@code --at}, counts from when the file was last written. */
    private ImportSummary flood(Path file, ImportLog log) {
        FloodImport door = program.part(FloodImport.class);
        Instant written = lastWritten(file);
        Disaster disaster = disaster(file, options.at() == null ? written : options.at());
        try {
            return door.load(file, floodOptions(disaster, options.at(), file), log);
        } catch (ProblemException e) {
            if (!"OBSERVED_AT_MISSING".equals(e.problem().code())) {
                throw e;
            }
            log.issue(ImportIssue.warned(
                    0,
                    "OBSERVED_AT_ASSUMED",
                    "Tệp không ghi giờ của nước; tạm lấy giờ ghi tệp, " + written + ".",
                    "The file tells no time of the water; the time the file was written is taken, " + written + ".",
                    "Nhập lại với --at nếu giờ này không đúng.",
                    "Import again with --at if that is not the time."));
            return door.load(file, floodOptions(disaster, written, file), log);
        }
    }

    private FloodImport.Options floodOptions(Disaster disaster, @Nullable Instant at, Path file) {
        return new FloodImport.Options(
                disaster.id(), at, options.forecast(), options.depthM(), options.epsg(), name(file));
    }

    private static Instant lastWritten(Path file) {
        try {
            return Files.getLastModifiedTime(file).toInstant().truncatedTo(ChronoUnit.MINUTES);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
    }

    /** Lists of real people need a real disaster. */
    private Disaster realDisaster(Path file) {
        Disaster disaster = disaster(file, Instant.now());
        if (disaster.simulated()) {
            throw new Problem(
                            "DISASTER_SIMULATED",
                            409,
                            "\"" + disaster.name() + "\" là dữ liệu mô phỏng; danh sách thật cần một đợt thật."
                                    + " Bỏ --disaster hoặc chọn đợt khác.",
                            "\"" + disaster.name() + "\" is simulated; a real list needs a real disaster."
                                    + " Leave --disaster out or choose another.",
                            "--disaster",
                            null)
                    .asException();
        }
        return disaster;
    }

    private ImportSummary households(Path file, ImportLog log) {
        Disaster disaster = realDisaster(file);
        return rows(file, log, (rows, placed) -> program.part(HouseholdImport.class)
                .load(rows, ImportOrder.everywhere(disaster.id(), false).in(options.commune()), placed));
    }

    private ImportSummary reports(Path file, ImportLog log) {
        Disaster disaster = realDisaster(file);
        return rows(
                file, log, (rows, placed) -> program.part(ReportImport.class).load(rows, disaster, placed));
    }

    /** What an import of households would do; a disaster that is not there yet is not opened for it. */
    HouseholdPreview preview(Path file, ImportLog log) {
        String wanted = options.disaster() == null ? baseName(file) : options.disaster();
        DisasterId disaster = program.part(Disasters.class)
                .find(wanted)
                .map(Disaster::id)
                .orElseGet(() -> new DisasterId(UUID.randomUUID()));
        return rows(file, log, (rows, placed) -> program.part(HouseholdImport.class)
                .preview(rows, ImportOrder.everywhere(disaster, false).in(options.commune()), placed));
    }

    /** The disaster that was named; without a name, one called like the file. */
    private Disaster disaster(Path file, Instant openedAt) {
        Disasters disasters = program.part(Disasters.class);
        String wanted = options.disaster() == null ? baseName(file) : options.disaster();
        return disasters.find(wanted).orElseGet(() -> {
            if (wanted.matches("[0-9a-fA-F-]{36}")) {
                List<String> known =
                        disasters.list().stream().map(Disaster::name).toList();
                throw Problem.notFound(
                                "DISASTER_NOT_FOUND",
                                "--disaster",
                                "Không có đợt thiên tai " + wanted + ". Đang có: " + known,
                                "There is no disaster " + wanted + ". There are: " + known)
                        .asException();
            }
            Disaster fresh = disasters.open(wanted, false, openedAt);
            opened = fresh.id();
            out.println("→ Mở đợt mới / opened: \"" + fresh.name() + "\" (" + fresh.id() + ")");
            return fresh;
        });
    }

    private static String baseName(Path file) {
        return name(file).replaceFirst("(?i)\\.(geojson|json|csv|xlsx|xlsm|xls)(\\.gz)?$", "");
    }

    /** The rows of a file once more, from its start. */
    RowSource open(Path file) {
        return program.part(RowSources.class).open(file, options.sheet());
    }

    private <T> T rows(Path file, ImportLog log, RowUse<T> use) {
        try (RowSource rows = open(file)) {
            T result = use.with(rows, new PlacedIssues(rows, log));
            rows.remarks().forEach(log::issue);
            return result;
        }
    }

    /** What is done with the rows of a list. */
    private interface RowUse<T> {
        T with(RowSource rows, ImportLog log);
    }
}
