package vn.reliefmap.web;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import vn.reliefmap.disaster.Disasters;
import vn.reliefmap.kernel.DisasterId;
import vn.reliefmap.kernel.PlanId;
import vn.reliefmap.kernel.Problem;
import vn.reliefmap.kernel.VehicleId;
import vn.reliefmap.plan.Paper;
import vn.reliefmap.plan.PlanDifference;
import vn.reliefmap.plan.PlanGap;
import vn.reliefmap.plan.PlanOrder;
import vn.reliefmap.plan.PlanPapers;
import vn.reliefmap.plan.PlannedTour;
import vn.reliefmap.plan.Plans;
import vn.reliefmap.plan.ReliefPlan;
import vn.reliefmap.plan.SearchLimits;
import vn.reliefmap.plan.SearchWatch;
import vn.reliefmap.supply.Vehicle;
import vn.reliefmap.supply.Vehicles;

/** Plans tours, tells them in words, and writes them for the teams. */
@Command(
        name = "plan",
        description = "Lập kế hoạch giao hàng. / Plans delivery tours.",
        mixinStandardHelpOptions = true)
final class PlanCommand implements Callable<Integer> {
    @Option(names = "--disaster", required = true, description = "Mã hoặc tên đợt thiên tai / id or name")
    private String disaster = "";

    @Option(
            names = "--at",
            description = "Giờ bắt đầu, vd. 2020-10-18T07:00; không có thì bây giờ / start; without it now")
    private @Nullable String at;

    @Option(
            names = "--hours",
            description =
                    "Bao nhiêu giờ; mặc định 10, hoặc tới hết kế hoạch trước / for how many hours; else 10, or to the end"
                            + " of the plan before")
    private @Nullable Double hours;

    @Option(
            names = "--seed",
            description = "Cùng số, cùng số bước thì cùng kế hoạch / the same seed and iterations give the same plan")
    private long seed = 1;

    @Option(
            names = "--iterations",
            description = "Số bước tìm thay cho thời gian / length of the search instead of a time")
    private @Nullable Long iterations;

    @Option(names = "--seconds", description = "Tìm trong bao lâu, mặc định 30 / how long to search, 30 by default")
    private int seconds = 30;

    @Option(
            names = "--without",
            split = ",",
            paramLabel = "REF",
            description = "Mã xe không được dùng / vehicles that cannot be sent, by ref")
    private List<String> without = List.of();

    @Option(
            names = "--night",
            description = "Cho chạy đêm; mặc định chỉ từ lúc mặt trời mọc tới lúc lặn / tours may run in the dark")
    private boolean night;

    @Option(
            names = "--communes",
            split = ",",
            paramLabel = "CODE",
            description = "Chỉ chở tới các xã này, theo mã / brings to these communes only, by code")
    private Set<String> communes = Set.of();

    @Option(
            names = "--before",
            paramLabel = "ID",
            description =
                    "Lập lại từ kế hoạch này, giữ những gì đang đi / plan again from this one; what is under way stays")
    private @Nullable UUID before;

    @Option(
            names = "--under-way",
            split = ",",
            paramLabel = "TOUR:TRIP:REACHED",
            converter = UnderWayText.class,
            description =
                    "Chuyến đã đi tới lượt, điểm nào; không nêu thì theo giờ / how far tours are; else by the clock")
    private List<PlanOrder.UnderWay> underWay = List.of();

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Ghi plan.json, tours.geojson, … vào đây / where to write the files")
    private @Nullable Path out;

    @CommandLine.ParentCommand
    private ReliefCommand relief;

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter told = spec.commandLine().getOut();
        Instant startsAt = at == null ? null : ImportCommand.time(at);
        Long length = iterations;
        SearchLimits limits = length == null
                ? SearchLimits.within(seed, Duration.ofSeconds(seconds))
                : SearchLimits.iterations(seed, length);
        try (Home home = relief.home();
                Program program = Program.forCommand(home, home.database())) {
            DisasterId id = program.part(Disasters.class).named(disaster).id();
            PlanOrder order = new PlanOrder(
                    id,
                    startsAt,
                    lasts(),
                    Set.of(),
                    Set.of(),
                    Set.of(),
                    limits,
                    without(program),
                    again(),
                    night,
                    communes);
            ReliefPlan plan = program.part(Plans.class).make(order, SearchWatch.NOBODY);
            PlanPapers papers = program.part(PlanPapers.class);
            tell(told, plan, papers);
            if (out != null) {
                write(out, plan, papers);
                told.println("Đã ghi vào / written to: " + out);
            }
            return 0;
        }
    }

    private @Nullable Duration lasts() {
        Double given = hours;
        return given == null ? null : Duration.ofSeconds(Math.round(given * 3600));
    }

    private PlanOrder.@Nullable Again again() {
        UUID plan = before;
        return plan == null ? null : new PlanOrder.Again(new PlanId(plan), underWay);
    }

    private Set<VehicleId> without(Program program) {
        Map<String, VehicleId> byRef =
                program.part(Vehicles.class).list().stream().collect(Collectors.toMap(Vehicle::ref, Vehicle::id));
        return without.stream()
                .map(ref -> Optional.ofNullable(byRef.get(ref)).orElseThrow(() -> Problem.badField(
                                "VEHICLE_NOT_FOUND",
                                "--without",
                                "ref",
                                "Không có xe mang mã “" + ref + "”.",
                                "There is no vehicle with the ref \"" + ref + "\".")
                        .asException()))
                .collect(Collectors.toSet());
    }

    private static void tell(PrintWriter told, ReliefPlan plan, PlanPapers papers) {
        PlanDifference difference = plan.difference();
        if (difference != null) {
            told.println(difference.vi());
            told.println(difference.en());
            told.println();
        }
        for (PlannedTour tour : plan.tours()) {
            told.println(papers.text(plan, tour));
        }
        if (!plan.leftOut().isEmpty()) {
            told.println("Chưa chở được / left out:");
        }
        for (PlanGap gap : plan.leftOut()) {
            String commune = gap.communeName();
            told.println("- " + (gap.stop() == null ? "" : gap.stop() + ", ") + (commune == null ? "?" : commune) + ", "
                    + gap.households() + " hộ: " + gap.vi() + " / " + gap.en());
        }
        told.println("Mầm " + plan.search().seed() + ", " + plan.search().done() + " bước / seed, iterations");
        told.println("Mã kế hoạch / id: " + plan.id());
    }

    private static void write(Path folder, ReliefPlan plan, PlanPapers papers) {
        try {
            Files.createDirectories(folder);
            Files.write(folder.resolve("plan.json"), papers.json(plan));
            Files.write(folder.resolve("tours.geojson"), papers.geoJson(plan));
            for (PlannedTour tour : plan.tours()) {
                Files.writeString(
                        folder.resolve("tour-" + tour.number() + ".txt"),
                        papers.text(plan, tour),
                        StandardCharsets.UTF_8);
                Files.write(folder.resolve("tour-" + tour.number() + ".gpx"), papers.gpx(plan, List.of(tour)));
                for (Paper paper : Paper.values()) {
                    Files.write(
                            folder.resolve("tour-" + tour.number() + "-" + paper.word() + ".pdf"),
                            papers.runSheet(plan, tour, paper));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
