package vn.reliefmap.web;

import java.time.Instant;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import vn.reliefmap.demo.Demo;
import vn.reliefmap.kernel.Problem;

/** Makes a simulated flood on the imported roads. */
@Command(
        name = "demo",
        description = "Tạo lũ mô phỏng trên đường đã nhập. / Makes a simulated flood on the imported roads.",
        mixinStandardHelpOptions = true)
final class DemoCommand implements Callable<Integer> {
    private static final int MOST_HOUSEHOLDS = 500_000;

    @Option(names = "--seed", description = "Hạt giống / seed (${DEFAULT-VALUE})")
    private long seed = Demo.DEFAULT_SEED;

    @Option(names = "--households", description = "Số hộ / households (${DEFAULT-VALUE})")
    private int households = Demo.DEFAULT_HOUSEHOLDS;

    @CommandLine.ParentCommand
    private ReliefCommand relief;

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    @Override
    public Integer call() {
        if (households < 1 || households > MOST_HOUSEHOLDS) {
            throw Problem.badField(
                            "HOUSEHOLDS_RANGE",
                            "--households",
                            "1–" + MOST_HOUSEHOLDS,
                            "Số hộ cần từ 1 tới " + MOST_HOUSEHOLDS + ".",
                            "The number of households goes from 1 to " + MOST_HOUSEHOLDS + ".")
                    .asException();
        }
        try (Home home = relief.home();
                Program program = Program.forCommand(home, home.database())) {
            DemoScreen screen = new DemoScreen(spec.commandLine().getOut());
            screen.show(program.part(Demo.class).run(seed, households, Instant.now(), screen));
        }
        return 0;
    }
}
