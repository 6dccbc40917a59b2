package vn.reliefmap.web;

import java.io.PrintWriter;
import java.util.Map;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import vn.reliefmap.kernel.Problem;
import vn.reliefmap.kernel.ProblemException;
import vn.reliefmap.store.StoreException;

/** All commands of {@code ./relief} that need the program. */
@Command(
        name = "relief",
        header = "Bản đồ cứu trợ / Relief Map",
        description = "Mở bản đồ, nhập dữ liệu, tìm đường. / Opens the map, imports data, finds ways.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            RunCommand.class,
            ImportCommand.class,
            DemoCommand.class,
            RouteCommand.class,
            PlanCommand.class,
            BenchCommand.class,
            LedgerCommand.class,
            TokenCommand.class,
            AccountCommand.class,
            IdentityCommand.class,
            BackupCommand.class,
            RestoreCommand.class,
            PurgeCommand.class
        })
final class ReliefCommand implements Runnable {
    /** Exit status when a command could not do what was asked. */
    static final int FAILED = 1;

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    private final Map<String, String> environment;

    private ReliefCommand(Map<String, String> environment) {
        this.environment = environment;
    }

    /** The folder and database of this call. */
    Home home() {
        return new Home(environment);
    }

    static CommandLine commandLine(Map<String, String> environment) {
        return new CommandLine(new ReliefCommand(environment))
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setUsageHelpAutoWidth(true)
                .setExecutionExceptionHandler(ReliefCommand::onFailure);
    }

    @Override
    public void run() {
        throw new CommandLine.ParameterException(spec.commandLine(), "Thiếu lệnh / a command is missing");
    }

    /** One clear line for what an operator can mend; the whole trace only for what nobody foresaw. */
    private static int onFailure(Exception e, CommandLine command, CommandLine.ParseResult parsed) {
        PrintWriter err = command.getErr();
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof ProblemException problem) {
                print(err, problem.problem());
                return FAILED;
            }
            if (cause instanceof StoreException store) {
                err.println("✗ " + store.getMessage());
                return FAILED;
            }
        }
        LoggerFactory.getLogger(ReliefCommand.class).error("Unexpected failure", e);
        err.println("✗ Lỗi chưa lường trước / unexpected failure: " + e);
        return FAILED;
    }

    private static void print(PrintWriter err, Problem problem) {
        err.println("✗ " + problem.vi() + " [" + problem.code() + "]");
        err.println("  " + problem.en());
        if (problem.expected() != null) {
            err.println("  → " + problem.expected());
        }
    }
}
