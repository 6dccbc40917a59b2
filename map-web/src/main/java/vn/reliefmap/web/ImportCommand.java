package vn.reliefmap.web;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vn.reliefmap.exchange.RefusedRows;
import vn.reliefmap.household.HouseholdPreview;
import vn.reliefmap.kernel.ImportSummary;
import vn.reliefmap.kernel.Problem;
import vn.reliefmap.kernel.RowSource;
import vn.reliefmap.kernel.VietnamTime;
import vn.reliefmap.kernel.WrittenTime;

/** Takes files in, whether the server runs or not. */
@Command(
        name = "import",
        description =
                "Nhập tệp dữ liệu, cả khi máy chủ đang chạy. / Imports files, with the server running or stopped.",
        mixinStandardHelpOptions = true)
final class ImportCommand implements Callable<Integer> {
    @Parameters(index = "0", paramLabel = "KIND", description = "Loại dữ liệu / kind: ${COMPLETION-CANDIDATES}")
    private ImportKind kind;

    @Parameters(index = "1..*", arity = "1..*", paramLabel = "FILE", description = "Tệp / files")
    private List<Path> files;

    @Option(names = "--disaster", description = "Mã hoặc tên đợt thiên tai / the disaster's id or name")
    private @Nullable String disaster;

    @Option(
            names = "--at",
            description = "Giờ của nước, vd. 2020-10-18T07:00 (giờ Việt Nam) hay …Z / time of the water")
    private @Nullable String at;

    @Option(names = "--forecast", description = "Nước dự báo, chưa quan sát / a forecast, not an observation")
    private boolean forecast;

    @Option(names = "--depth", description = "Độ sâu (m) cho vùng không ghi độ sâu / depth where the file has none")
    private @Nullable Double depthM;

    @Option(names = "--crs", description = "Hệ toạ độ, vd. EPSG:9212 / reference system")
    private @Nullable String crs;

    @Option(names = "--sheet", description = "Tên trang của tệp Excel / name of the sheet of a workbook")
    private @Nullable String sheet;

    @Option(
            names = "--commune",
            description =
                    "Mã hoặc tên xã của danh sách hộ không ghi xã / commune of a list of households that names none")
    private @Nullable String commune;

    @Option(
            names = "--preview",
            description =
                    "Chỉ xem danh sách hộ sẽ thay đổi gì, không ghi / tells what households would change, writes nothing")
    private boolean preview;

    @CommandLine.ParentCommand
    private ReliefCommand relief;

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        files.forEach(ImportCommand::requireReadable);
        if (preview && kind != ImportKind.households) {
            throw Problem.badField(
                            "PREVIEW_KIND",
                            "--preview",
                            "./relief import households FILE --preview",
                            "Chỉ xem trước được danh sách hộ.",
                            "Only lists of households have a preview.")
                    .asException();
        }
        ImportOptions options = new ImportOptions(
                disaster,
                at == null ? null : time(at),
                forecast,
                depthM,
                crs == null ? null : epsg(crs),
                sheet,
                commune);
        try (Home home = relief.home();
                Program program = Program.forCommand(home, home.database())) {
            ImportDoors doors = new ImportDoors(program, options, out);
            boolean nothingTaken = false;
            for (Path file : files) {
                Path issues = issuePath(home, file);
                try (ImportScreen screen = new ImportScreen(out, file, issues)) {
                    RefusedRows refused = new RefusedRows(screen);
                    ImportSummary summary =
                            preview ? previewed(doors, file, screen, refused) : doors.load(kind, file, refused);
                    screen.show(summary);
                    if (kind.isList() && refused.count() > 0) {
                        keep(refused, doors, file, issues, out);
                    }
                    nothingTaken |= summary.read() > 0 && summary.refused() == summary.read();
                }
            }
            return nothingTaken ? ReliefCommand.FAILED : 0;
        }
    }

    private static ImportSummary previewed(ImportDoors doors, Path file, ImportScreen screen, RefusedRows refused) {
        HouseholdPreview preview = doors.preview(file, refused);
        screen.showPreview(preview);
        return preview.summary();
    }

    /** The refused rows as a list that can be mended and sent again; it holds names, so only the owner may read it. */
    private static void keep(RefusedRows refused, ImportDoors doors, Path file, Path issues, PrintWriter out)
            throws IOException {
        Path list =
                issues.resolveSibling(String.valueOf(issues.getFileName()).replaceFirst("\\.csv$", "") + ".rows.csv");
        Files.createFile(list, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try (RowSource again = doors.open(file);
                Writer text = Files.newBufferedWriter(list)) {
            refused.write(again, text);
        }
        out.println("  ! các dòng bị loại, sửa rồi nhập lại / the refused rows, to mend and import again → " + list);
    }

    private static void requireReadable(Path file) {
        if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
            throw Problem.notFound(
                            "FILE_NOT_FOUND",
                            "FILE",
                            "Không có tệp " + file + " hoặc không đọc được.",
                            "There is no file " + file + ", or it cannot be read.")
                    .asException();
        }
    }

    /** An instant with zone, or a local time of Vietnam (UTC+7) without one. */
    static Instant time(String text) {
        return WrittenTime.read(text).orElseThrow(() -> Problem.badField(
                        "TIME_FORM",
                        "--at",
                        "2020-10-18T07:00 | 2020-10-18T00:00:00Z",
                        "Không đọc được giờ \"" + text + "\".",
                        "Cannot read the time \"" + text + "\".")
                .asException());
    }

    static int epsg(String text) {
        String digits = text.strip().toUpperCase(Locale.ROOT).replaceFirst("^EPSG:", "");
        if (!digits.matches("\\d{4,6}")) {
            throw Problem.badField(
                            "CRS_FORM",
                            "--crs",
                            "EPSG:9212",
                            "Không đọc được hệ toạ độ \"" + text + "\".",
                            "Cannot read the reference system \"" + text + "\".")
                    .asException();
        }
        return Integer.parseInt(digits);
    }

    private static Path issuePath(Home home, Path file) {
        String stamp = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss")
                .withZone(VietnamTime.ZONE)
                .format(Instant.now());
        return home.folder().resolve("issues").resolve(file.getFileName() + "." + stamp + ".csv");
    }
}
