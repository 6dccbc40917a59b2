package vn.reliefmap.web;

import java.time.Instant;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import vn.reliefmap.disaster.Disaster;
import vn.reliefmap.disaster.Disasters;
import vn.reliefmap.household.Erasures;

/** Closes a disaster, and erases persons whose time is over; the program erases them by itself each night. */
@Command(
        name = "purge",
        description =
                "Xoá dữ liệu cá nhân hết thời hạn lưu; có thể đóng một đợt thiên tai. / Erases persons whose time is"
                        + " over; can close a disaster, from which that time counts.",
        mixinStandardHelpOptions = true)
final class PurgeCommand implements Callable<Integer> {
    @Option(
            names = "--close",
            paramLabel = "DISASTER",
            description = "Đóng đợt thiên tai này trước (mã hoặc tên) / closes this disaster first (id or name)")
    private @Nullable String close;

    @CommandLine.ParentCommand
    private ReliefCommand relief;

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    @Override
    public Integer call() {
        try (Home home = relief.home();
                Program program = Program.forCommand(home, home.database())) {
            if (close != null) {
                Disasters disasters = program.part(Disasters.class);
                Disaster named = disasters.named(close);
                disasters.close(named.id(), Instant.now());
                spec.commandLine().getOut().println("✓ Đã đóng / closed: " + named.name());
            }
            int erased = program.part(Erasures.class).purge(Instant.now());
            spec.commandLine().getOut().println("✓ Đã xoá dữ liệu của / erased: " + erased + " hộ / households");
            return 0;
        }
    }
}
