package vn.reliefmap.access.http;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.reliefmap.access.Account;
import vn.reliefmap.access.Accounts;
import vn.reliefmap.access.Callers;
import vn.reliefmap.kernel.Caller;
import vn.reliefmap.kernel.OpenTo;

/** Sign in, sign out, who am I. */
@RestController
@ConditionalOnWebApplication
@RequestMapping("/api/v1/session")
class SessionEndpoint {
    private final Accounts accounts;
    private final SecurityContextRepository contexts;

    SessionEndpoint(Accounts accounts, SecurityContextRepository contexts) {
        this.accounts = accounts;
        this.contexts = contexts;
    }

    @GetMapping
    @OpenTo(Caller.EVERYONE)
    SessionAnswer whoAmI() {
        return Callers.account().map(SessionAnswer::of).orElse(SessionAnswer.NOBODY);
    }

    @PostMapping
    @OpenTo(Caller.EVERYONE)
    SessionAnswer signIn(@RequestBody SignInRequest body, HttpServletRequest request, HttpServletResponse response) {
        Account account = accounts.findByToken(
                        body.token() == null ? "" : body.token().strip())
                .orElseThrow(() -> TokenFilter.unknownToken("token").asException());
        if (request.getSession(false) != null) {
            request.changeSessionId();
        }
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(new AccountAuthentication(account));
        SecurityContextHolder.setContext(context);
        contexts.saveContext(context, request, response);
        return SessionAnswer.of(account);
    }

    @DeleteMapping
    @OpenTo(Caller.EVERYONE)
    SessionAnswer signOut(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
        SecurityContextHolder.clearContext();
        return SessionAnswer.NOBODY;
    }

    /** The administrator's token as it was printed at the first start. */
    record SignInRequest(@Nullable String token) {}

    /**
     * Who is signed in.
     *
     * @param role {@code resident, donor, team, officer, coordinator, administrator} or {@code display}; null for a visitor
     * @param name the account's name, or null for a visitor
     * @param units codes of the units that an officer serves
     */
    record SessionAnswer(
            boolean signedIn,
            @Nullable String role,
            @Nullable String name,
            List<String> units) {
        static final SessionAnswer NOBODY = new SessionAnswer(false, null, null, List.of());

        static SessionAnswer of(Account account) {
            return new SessionAnswer(
                    true,
                    account.role().word(),
                    account.name(),
                    account.units().stream().sorted().toList());
        }
    }
}
