package vn.reliefmap.web;

import java.io.PrintWriter;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vn.reliefmap.access.Account;
import vn.reliefmap.access.Accounts;
import vn.reliefmap.access.Passwords;
import vn.reliefmap.kernel.Caller;
import vn.reliefmap.kernel.Problem;

/**
 * Keeps accounts from the server's own screen. Nobody types a password for somebody else: an account begins, and is
 * recovered, with a one-time code that its owner exchanges for a password on {@code /sign-in}.
 */
@Command(
        name = "account",
        description =
                "Thêm, xem, đóng tài khoản; cấp mã đặt mật khẩu. / Adds, lists and closes accounts; one-time codes.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "add|list|password|close")
final class AccountCommand implements Runnable {
    @CommandLine.ParentCommand
    private ReliefCommand relief;

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    @Override
    public void run() {
        throw new CommandLine.ParameterException(spec.commandLine(), "Thiếu lệnh / a command is missing");
    }

    @Command(description = "Thêm tài khoản. / Adds an account.", mixinStandardHelpOptions = true)
    void add(
            @Parameters(paramLabel = "NAME", description = "Tên / name") String name,
            @Option(
                            names = "--role",
                            required = true,
                            description = "resident, donor, team, officer, coordinator, administrator, display")
                    String role,
            @Option(
                            names = "--unit",
                            paramLabel = "CODE",
                            description = "Đơn vị cán bộ phụ trách: mã xã, tên xã, mã xã.thôn, hoặc mã tỉnh (2 số)"
                                    + " / unit of an officer; may be repeated")
                    Set<String> units) {
        act(program -> {
            Account account = program.part(Accounts.class)
                    .add(name, Caller.role(role), units == null ? Set.of() : new LinkedHashSet<>(units));
            tell(account, program.part(Passwords.class).newCode(account.id()));
        });
    }

    @Command(description = "Liệt kê tài khoản. / Lists accounts.", mixinStandardHelpOptions = true)
    void list() {
        act(program -> {
            for (Accounts.Listed listed : program.part(Accounts.class).list()) {
                Account account = listed.account();
                out().println(account.name() + " · " + account.role().word()
                        + (account.units().isEmpty() ? "" : " · " + String.join(" ", account.units()))
                        + (listed.closedAt() == null ? "" : " · đã đóng / closed")
                        + (listed.closedAt() != null || listed.hasPassword()
                                ? ""
                                : " · chưa có mật khẩu / no password"));
            }
        });
    }

    @Command(
            description = "Cấp mã một lần để đặt lại mật khẩu. / A one-time code to set a new password.",
            mixinStandardHelpOptions = true)
    void password(@Parameters(paramLabel = "NAME", description = "Tên / name") String name) {
        act(program -> {
            Account account = named(program, name);
            tell(account, program.part(Passwords.class).newCode(account.id()));
        });
    }

    @Command(description = "Đóng tài khoản. / Closes an account.", mixinStandardHelpOptions = true)
    void close(@Parameters(paramLabel = "NAME", description = "Tên / name") String name) {
        act(program -> {
            UUID id = named(program, name).id();
            program.part(Accounts.class).close(id);
            out().println("Đã đóng / closed: " + name);
        });
    }

    private void act(Consumer<Program> what) {
        try (Home home = relief.home();
                Program program = Program.forCommand(home, home.database())) {
            what.accept(program);
            out().flush();
        }
    }

    static Account named(Program program, String name) {
        return program.part(Accounts.class).findByName(name).orElseThrow(() -> Problem.notFound(
                        "UNKNOWN_ACCOUNT", "NAME", "Không có tài khoản này.", "There is no such account.")
                .asException());
    }

    private void tell(Account account, Passwords.Code code) {
        out().println(account.name() + " · " + account.role().word());
        out().println("Mã một lần để đặt mật khẩu ở /sign-in, trong " + Passwords.CODE_HOURS
                + " giờ / one-time code to set a password at /sign-in, within " + Passwords.CODE_HOURS + " hours:");
        out().println("  " + code.text());
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }
}
