package vn.reliefmap.web;

import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
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
import vn.reliefmap.routing.RouteAnswer;
import vn.reliefmap.routing.RouteFinder;
import vn.reliefmap.routing.RouteQuery;
import vn.reliefmap.routing.RouteStretch;
import vn.reliefmap.routing.RouteWater;

/** Finds a way and tells it in words: the same answer as the map gives. Exit status 1 when there is no way. */
@Command(
        name = "route",
        description = "Tìm đường dưới nước lũ. / Finds a way under the water.",
        mixinStandardHelpOptions = true)
final class RouteCommand implements Callable<Integer> {
    private static final DateTimeFormatter VIETNAM_TIME =
            DateTimeFormatter.ofPattern("HH:mm dd/MM/yyyy").withZone(ZoneOffset.ofHours(7));

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

    @Option(names = "--at", description = "Giờ của nước, vd. 2020-10-18T07:00 / time of the water")
    private @Nullable String at;

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
        try (Home home = relief.home();
                Program program = Program.forCommand(home, home.database())) {
            DisasterId id = disaster == null
                    ? null
                    : program.part(Disasters.class).named(disaster).id();
            RouteAnswer answer =
                    program.part(RouteFinder.class).find(new RouteQuery(start, end, vehicleClass, id, departAt, boat));
            tellWater(out, answer.water());
            if (answer instanceof RouteAnswer.Found found) {
                tell(out, found);
                return 0;
            }
            if (answer instanceof RouteAnswer.Afloat way) {
                tell(out, way);
                return 0;
            }
            if (answer instanceof RouteAnswer.Transferred both) {
                tell(out, both.road());
                out.printf(
                        Locale.ROOT,
                        "  chuyển sang thuyền / onto the boat: %.5f,%.5f, %.0f min%n",
                        both.at().lon(),
                        both.at().lat(),
                        both.waitS() / 60);
                tell(out, both.boat());
                return 0;
            }
            RouteAnswer.NoWay none = (RouteAnswer.NoWay) answer;
            out.println("✗ " + none.vi());
            out.println("  " + none.en());
            return ReliefCommand.FAILED;
        }
    }

    private static void tell(PrintWriter out, RouteAnswer.Found way) {
        Duration duration = Duration.ofSeconds(Math.round(way.durationS()));
        out.printf(
                Locale.ROOT,
                "✓ %.2f km · %d h %02d min · nước sâu nhất / deepest water %.2f m · đi chậm / slow %.0f m%n",
                way.distanceM() / 1000,
                duration.toHours(),
                duration.toMinutesPart(),
                way.deepestM(),
                way.slowM());
        if (way.unobservedM() > 0) {
            out.printf(Locale.ROOT, "  chưa ai quan sát / not observed: %.0f m%n", way.unobservedM());
        }
        if (way.bridgesUnconfirmed() > 0) {
            out.println("  cầu chưa xác nhận / bridges unconfirmed: " + way.bridgesUnconfirmed());
        }
        for (RouteStretch stretch : way.stretches()) {
            out.printf(
                    Locale.ROOT,
                    "  %7.2f–%.2f km  %-5s %s%s%n",
                    stretch.fromM() / 1000,
                    stretch.toM() / 1000,
                    stretch.state().name().toLowerCase(Locale.ROOT),
                    stretch.depthM() > 0 ? String.format(Locale.ROOT, "%.2f m ", stretch.depthM()) : "",
                    stretch.roadName() == null ? "" : stretch.roadName());
        }
    }

    private static void tell(PrintWriter out, RouteAnswer.Afloat way) {
        Duration duration = Duration.ofSeconds(Math.round(way.durationS()));
        Double shallowestM = way.shallowestM();
        out.printf(
                Locale.ROOT,
                "✓ %.2f km · %d h %02d min · nước nông nhất / shallowest water %s%n",
                way.distanceM() / 1000,
                duration.toHours(),
                duration.toMinutesPart(),
                shallowestM == null ? "?" : String.format(Locale.ROOT, "%.2f m", shallowestM));
        if (way.needsConfirmationM() > 0) {
            out.printf(
                    Locale.ROOT,
                    "  chưa rõ độ sâu, cần xác nhận / of unknown depth, to be confirmed: %.0f m%n",
                    way.needsConfirmationM());
        }
    }

    private static void tellWater(PrintWriter out, @Nullable RouteWater water) {
        Instant observedAt = water == null ? null : water.observedAt();
        if (observedAt == null) {
            out.println("Đường khô, chưa tính nước / dry roads, no water taken into account");
        } else {
            out.println("Nước lúc / water of " + VIETNAM_TIME.format(observedAt));
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
