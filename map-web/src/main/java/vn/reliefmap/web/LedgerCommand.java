package vn.reliefmap.web;

import java.io.PrintWriter;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import vn.reliefmap.ledger.ChainCheck;
import vn.reliefmap.ledger.Ledger;
import vn.reliefmap.ledger.LedgerEntry;

/** What an operator does with the public ledger. */
@Command(
        name = "ledger",
        description = "Sổ công khai. / The public ledger.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "verify",
        subcommands = LedgerCommand.Verify.class)
final class LedgerCommand implements Runnable {
    @CommandLine.ParentCommand
    private ReliefCommand relief;

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    @Override
    public void run() {
        throw new CommandLine.ParameterException(spec.commandLine(), "Thiếu lệnh / a command is missing: verify");
    }

    /** Works the chain out again; fails and names the first bad entry when something was changed. */
    @Command(
            name = "verify",
            description = "Kiểm tra toàn bộ chuỗi; nêu dòng sai đầu tiên. / Checks the whole chain; names the first bad"
                    + " entry.",
            mixinStandardHelpOptions = true)
    static final class Verify implements Callable<Integer> {
        @Option(
                names = "--head",
                paramLabel = "HASH",
                description =
                        "Mã băm ghi lại trước đây, phải còn trong sổ / a hash kept from earlier, which must still be"
                                + " in the chain")
        private @Nullable String head;

        @CommandLine.ParentCommand
        private LedgerCommand ledger;

        @CommandLine.Spec
        private CommandLine.Model.CommandSpec spec;

        @Override
        public Integer call() {
            try (Home home = ledger.relief.home();
                    Program program = Program.forCommand(home, home.database())) {
                Ledger chain = program.part(Ledger.class);
                return tell(chain.verify(), chain) ? 0 : ReliefCommand.FAILED;
            }
        }

        private boolean tell(ChainCheck check, Ledger chain) {
            PrintWriter told = spec.commandLine().getOut();
            PrintWriter err = spec.commandLine().getErr();
            ChainCheck.Fault fault = check.fault();
            if (fault != null) {
                err.println("✗ Dòng " + fault.seq() + ": " + fault.vi());
                err.println("  Entry " + fault.seq() + ": " + fault.en());
                return false;
            }
            told.println("✓ " + check.entries() + " dòng, không dòng nào bị sửa / entries, none was changed");
            told.println("  " + check.headHash());
            String kept = head;
            if (kept == null) {
                return true;
            }
            Optional<LedgerEntry> found = chain.find(kept);
            if (found.isEmpty()) {
                err.println("✗ Mã băm đã ghi không còn trong sổ: sổ đã bị viết lại hoặc cắt bớt.");
                err.println("  The kept hash is not in the ledger: it was rewritten or cut short.");
                return false;
            }
            told.println("✓ Mã băm đã ghi là dòng / the kept hash is entry "
                    + found.get().seq());
            return true;
        }
    }
}
