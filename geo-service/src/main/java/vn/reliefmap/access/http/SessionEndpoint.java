package vn.reliefmap.access.http;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import vn.reliefmap.access.Account;
import vn.reliefmap.access.Callers;
import vn.reliefmap.access.IssuerSignIn;
import vn.reliefmap.access.Sessions;
import vn.reliefmap.kernel.Caller;
import vn.reliefmap.kernel.OpenTo;

/** Sign in, sign out, who am I, and a new password. */
@RestController
@ConditionalOnWebApplication
class SessionEndpoint {
    private final Sessions sessions;
    private final IssuerSignIn issuer;

    SessionEndpoint(Sessions sessions, IssuerSignIn issuer) {
        this.sessions = sessions;
        this.issuer = issuer;
    }

    @GetMapping("/api/v1/session")
    @OpenTo(Caller.EVERYONE)
    SessionAnswer whoAmI() {
        return Callers.account().map(this::answer).orElse(nobody());
    }

    @PostMapping("/api/v1/session")
    @OpenTo(Caller.EVERYONE)
    SessionAnswer signIn(@RequestBody SignInRequest body, HttpServletRequest request, HttpServletResponse response) {
        return answer(
                body.name() == null
                        ? sessions.signIn(text(body.token()).strip(), request, response)
                        : sessions.signIn(body.name(), text(body.password()), request, response));
    }

    @DeleteMapping("/api/v1/session")
    @OpenTo(Caller.EVERYONE)
    SessionAnswer signOut(HttpServletRequest request) {
        sessions.signOut(request);
        return nobody();
    }

    /** Sets a new password by the present one or by a one-time code, ends all other sessions, and signs in. */
    @PostMapping("/api/v1/passwords")
    @OpenTo(Caller.EVERYONE)
    SessionAnswer newPassword(
            @RequestBody PasswordRequest body, HttpServletRequest request, HttpServletResponse response) {
        String name = text(body.name());
        return answer(
                body.code() == null
                        ? sessions.change(name, text(body.password()), text(body.newPassword()), request, response)
                        : sessions.recover(name, body.code(), text(body.newPassword()), request, response));
    }

    private SessionAnswer answer(Account account) {
        return new SessionAnswer(
                true,
                account.role().word(),
                account.name(),
                account.units().stream().sorted().toList(),
                issuer.name().orElse(null));
    }

    private SessionAnswer nobody() {
        return new SessionAnswer(false, null, null, List.of(), issuer.name().orElse(null));
    }

    private static String text(@Nullable String sent) {
        return sent == null ? "" : sent;
    }

    /** Name and password, or a token alone. */
    record SignInRequest(
            @Nullable String name,
            @Nullable String password,
            @Nullable String token) {}

    /**
     * A new password.
     *
     * @param password the present one; not needed with a code
     * @param code a one-time code of the administrator, for example {@code 7KQ2-M9XD-4TPA}
     */
    record PasswordRequest(
            @Nullable String name,
            @Nullable String password,
            @Nullable String code,
            @Nullable String newPassword) {}

    /**
     * Who is signed in.
     *
     * @param role {@code resident, donor, team, officer, coordinator, administrator} or {@code display}; null for a
     *     visitor
     * @param name the account's name, or null for a visitor
     * @param units codes of the units that an officer serves
     * @param issuer name of the issuer that people may sign in by; null when there is none
     */
    record SessionAnswer(
            boolean signedIn,
            @Nullable String role,
            @Nullable String name,
            List<String> units,
            @Nullable String issuer) {}
}
