package vn.reliefmap.web;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import vn.reliefmap.disaster.Disasters;
import vn.reliefmap.geo.LonLat;
import vn.reliefmap.kernel.DisasterId;
import vn.reliefmap.kernel.Problem;
import vn.reliefmap.passability.VehicleClass;
import vn.reliefmap.routing.NoWay;
import vn.reliefmap.routing.RouteAdvice;
import vn.reliefmap.routing.RouteAdvisor;
import vn.reliefmap.routing.RouteFiles;
import vn.reliefmap.routing.RouteQuery;

/** Finds a way and tells it in words: the same answer as the map gives. Exit status 1 when there is no way. */
@Command(
        name = "route",
        description = "Tìm đường dưới nước lũ. / Finds a way under the water.",
        mixinStandardHelpOptions = true)
final class RouteCommand implements Callable<Integer> {
    @Option(names = "--from", required = true, paramLabel = "LON,LAT", description = "Điểm đi / start")
    private String from = "";

    @Option(names = "--to", required = true, paramLabel = "LON,LAT", description = "Điểm đến / destination")
    private String to = "";

    @Option(
            names = "--vehicle",
            required = true,
            paramLabel = "CLASS",
            description = "motorbike, car, pickup, truck, motor_boat, paddle_boat")
    private String vehicle = "";

    @Option(
            names = "--transfer",
            paramLabel = "BOAT",
            description = "Xe tải tới bến rồi đi thuyền: motor_boat, paddle_boat / by truck, then by boat")
    private @Nullable String transfer;

    @Option(
            names = "--disaster",
            description = "Mã hoặc tên đợt thiên tai; không có thì đường khô / id or name; without it the dry roads")
    private @Nullable String disaster;

    @Option(
            names = "--at",
            description = "Giờ đi, vd. 2020-10-18T07:00; không có thì bây giờ / departure; without it now")
    private @Nullable String at;

    @Option(
            names = "--until",
            description =
                    "Đường phải qua được suốt từ giờ đi tới giờ này / the way must hold from the departure until then")
    private @Nullable String until;

    @Option(
            names = "--alternatives",
            paramLabel = "N",
            description = "Thêm tối đa N đường khác, 0–3 / up to N other ways, 0 to 3")
    private int alternatives;

    @Option(names = "--gpx", paramLabel = "FILE", description = "Ghi tuyến vào tệp GPX / writes the way as GPX")
    private @Nullable Path gpx;

    @Option(
            names = "--geojson",
            paramLabel = "FILE",
            description = "Ghi tuyến vào tệp GeoJSON / writes the way as GeoJSON")
    private @Nullable Path geoJson;

    @CommandLine.ParentCommand
    private ReliefCommand relief;

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        LonLat start = lonLat("--from", from);
        LonLat end = lonLat("--to", to);
        VehicleClass vehicleClass = VehicleClass.parse(vehicle);
        VehicleClass boat = transfer == null ? null : VehicleClass.parse(transfer);
        Instant departAt = at == null ? null : ImportCommand.time(at);
        Instant holdsUntil = until == null ? null : ImportCommand.time(until);
        try (Home home = relief.home();
                Program program = Program.forCommand(home, home.database())) {
            DisasterId id = disaster == null
                    ? null
                    : program.part(Disasters.class).named(disaster).id();
            RouteAdvice advice = program.part(RouteAdvisor.class)
                    .advise(new RouteQuery(start, end, vehicleClass, id, departAt, boat, holdsUntil), alternatives);
            new RouteTelling(out).tell(advice);
            if (advice.answer() instanceof NoWay) {
                return ReliefCommand.FAILED;
            }
            RouteFiles files = program.part(RouteFiles.class);
            if (gpx != null) {
                write(gpx, files.gpx(advice));
            }
            if (geoJson != null) {
                write(geoJson, files.geoJson(advice));
            }
            return 0;
        }
    }

    private static void write(Path file, byte[] content) {
        try {
            Files.write(file, content);
        } catch (IOException e) {
            throw Problem.badField(
                            "FILE_NOT_WRITTEN",
                            file.toString(),
                            "a file in a folder that exists",
                            "Không ghi được tệp " + file + ".",
                            "The file " + file + " cannot be written.")
                    .asException();
        }
    }

    private static LonLat lonLat(String option, String text) {
        String[] parts = text.split(",", -1);
        try {
            if (parts.length == 2) {
                return LonLat.of(option, Double.parseDouble(parts[0].strip()), Double.parseDouble(parts[1].strip()));
            }
        } catch (NumberFormatException e) {
            // told below, with the expected form
        }
        throw Problem.badField(
                        "COORDINATE_FORM",
                        option,
                        "107.10,16.82",
                        "Không đọc được toạ độ \"" + text + "\"; cần kinh độ trước, vĩ độ sau.",
                        "Cannot read the position \"" + text + "\"; longitude first, then latitude.")
                .asException();
    }
}
