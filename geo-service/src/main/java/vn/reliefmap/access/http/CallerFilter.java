package vn.reliefmap.access.http;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;
import vn.reliefmap.access.Account;
import vn.reliefmap.access.Accounts;
import vn.reliefmap.kernel.Problem;

/**
 * Says who calls: a program by {@code Authorization: Bearer TOKEN}, a person by the session. A wrong token is an error,
 * never an anonymous caller; a session whose account was closed or got a new password, or whose token was revoked, is over, and one whose role or units
 * changed goes on with the new ones.
 */
final class CallerFilter extends OncePerRequestFilter {
    private static final String BEARER = "Bearer ";

    private final Accounts accounts;
    private final ProblemWriter problems;

    CallerFilter(Accounts accounts, ProblemWriter problems) {
        this.accounts = accounts;
        this.problems = problems;
    }

    static Problem unknownToken(String field) {
        return new Problem(
                "TOKEN_UNKNOWN",
                401,
                "Mã truy cập không đúng, hết hạn hoặc đã bị thu hồi.",
                "The token is unknown, expired or was revoked.",
                field,
                "rm_…");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Problem problem = recognise(request);
        if (problem == null) {
            chain.doFilter(request, response);
        } else {
            problems.write(response, problem);
        }
    }

    /** Sets who calls; why nobody can be let through, or null. */
    private @Nullable Problem recognise(HttpServletRequest request) {
        try {
            String header = request.getHeader("Authorization");
            if (header != null) {
                Optional<Account> account = header.startsWith(BEARER)
                        ? accounts.findByToken(header.substring(BEARER.length()).strip())
                        : Optional.empty();
                account.ifPresent(caller -> callBy(new AccountAuthentication(caller, Instant.now(), null)));
                return account.isEmpty() ? unknownToken("Authorization") : null;
            }
            if (SecurityContextHolder.getContext().getAuthentication() instanceof AccountAuthentication session) {
                present(session)
                        .ifPresentOrElse(
                                account -> callBy(
                                        new AccountAuthentication(account, session.signedInAt(), session.token())),
                                () -> endSession(request));
            }
            return null;
        } catch (DataAccessResourceFailureException e) {
            return StatusProblems.databaseDown();
        }
    }

    /** The account as it is now; empty when the session is over. */
    private Optional<Account> present(AccountAuthentication session) {
        String token = session.token();
        return token == null
                ? accounts.findSignedIn(session.getPrincipal().id(), session.signedInAt())
                : accounts.findByToken(token);
    }

    private static void callBy(AccountAuthentication caller) {
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(caller);
        SecurityContextHolder.setContext(context);
    }

    private static void endSession(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
        SecurityContextHolder.clearContext();
    }
}
