package vn.reliefmap.web;

import java.io.PrintWriter;
import java.util.UUID;
import java.util.function.BiConsumer;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import vn.reliefmap.access.Account;
import vn.reliefmap.access.Identities;
import vn.reliefmap.kernel.VietnamTime;

/** Says from the server's own screen whose the identities of the shared sign-in (OpenID Connect) are. */
@Command(
        name = "identity",
        description =
                "Đăng nhập chung: ai đã hỏi, ai là tài khoản nào. / The shared sign-in: who asked, and who is which account.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "list|tie|forget|expect")
final class IdentityCommand implements Runnable {
    @CommandLine.ParentCommand
    private ReliefCommand relief;

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    @Override
    public void run() {
        throw new CommandLine.ParameterException(spec.commandLine(), "Thiếu lệnh / a command is missing");
    }

    @Command(
            description = "Liệt kê, người chưa rõ trước. / Lists them, the unknown first.",
            mixinStandardHelpOptions = true)
    void list() {
        act((program, identities) -> identities.list().forEach(one -> {
            Identities.Told told = one.told();
            Identities.Holder holder = one.holder();
            out().println(one.id() + " · " + told.name() + " · " + told.email()
                    + (told.emailVerified() ? "" : " (chưa xác minh / not verified)") + " · "
                    + VietnamTime.hourAndDate(one.askedAt()) + " · "
                    + (holder == null ? "chưa rõ là ai / nobody's yet" : holder.name()));
        }));
    }

    @Command(
            description = "Danh tính này là của tài khoản này. / Ties an identity to an account.",
            mixinStandardHelpOptions = true)
    void tie(
            @Parameters(paramLabel = "ID", description = "Danh tính / identity") UUID identity,
            @Parameters(paramLabel = "NAME", description = "Tên tài khoản / account") String name) {
        act((program, identities) -> {
            Account account = AccountCommand.named(program, name);
            identities.tie(identity, account.id());
            out().println(account.name() + " · " + account.role().word() + " · " + identity);
        });
    }

    @Command(
            description = "Quên danh tính; phiên của tài khoản kết thúc. / Forgets an identity; its sessions end.",
            mixinStandardHelpOptions = true)
    void forget(@Parameters(paramLabel = "ID", description = "Danh tính / identity") UUID identity) {
        act((program, identities) -> identities.forget(identity));
    }

    @Command(
            description = "Chủ tài khoản sẽ vào bằng địa chỉ thư đã xác minh này, lần đầu."
                    + " / The account's owner will first come in under this verified e-mail address.",
            mixinStandardHelpOptions = true)
    void expect(
            @Parameters(paramLabel = "NAME", description = "Tên tài khoản / account") String name,
            @Parameters(paramLabel = "EMAIL", description = "Địa chỉ thư / e-mail address") String email) {
        act((program, identities) ->
                identities.expect(AccountCommand.named(program, name).id(), email));
    }

    private void act(BiConsumer<Program, Identities> what) {
        try (Home home = relief.home();
                Program program = Program.forCommand(home, home.database())) {
            what.accept(program, program.part(Identities.class));
            out().flush();
        }
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }
}
