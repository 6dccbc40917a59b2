package vn.reliefmap.web;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import vn.reliefmap.access.Accounts;

/** Makes a new administrator's token when the first one is lost. */
@Command(
        name = "token",
        description = "Thu hồi mã quản trị cũ và in mã mới. / Revokes the administrator's token and prints a new one.",
        mixinStandardHelpOptions = true)
final class TokenCommand implements Runnable {
    @CommandLine.ParentCommand
    private ReliefCommand relief;

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    @Override
    public void run() {
        try (Home home = relief.home();
                Program program = Program.forCommand(home, home.database())) {
            String token = program.part(Accounts.class).renewAdministratorToken();
            RunCommand.showToken(spec.commandLine().getOut(), token);
        }
    }
}
