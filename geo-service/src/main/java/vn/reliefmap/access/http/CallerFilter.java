package vn.reliefmap.access.http;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.UriUtils;
import vn.reliefmap.access.Account;
import vn.reliefmap.access.Accounts;
import vn.reliefmap.access.Callers;
import vn.reliefmap.kernel.Problem;

/**
 * Says who calls: a program by {@code Authorization: Bearer TOKEN}, a person by the session. A wrong token is an error,
 * never an anonymous caller; a session whose account was closed or got a new password, or whose token was revoked, is over, and one whose role or units
 * changed goes on with the new ones. An act that a device kept says whose it is, and is taken under no other account.
 */
final class CallerFilter extends OncePerRequestFilter {
    private static final String BEARER = "Bearer ";
    /** Name of the account that an act was done under, as in an address: names are Vietnamese, headers are not. */
    private static final String DONE_UNDER = "Relief-Done-Under";

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
        if (problem == null && !isDoneUnder(request.getHeader(DONE_UNDER))) {
            problem = notHere();
        }
        if (problem == null) {
            chain.doFilter(request, response);
        } else {
            problems.write(response, problem);
        }
    }

    private static boolean isDoneUnder(@Nullable String name) {
        return name == null || Callers.name().equals(Optional.of(UriUtils.decode(name, StandardCharsets.UTF_8)));
    }

    private static Problem notHere() {
        return new Problem(
                "ACCOUNT_NOT_HERE",
                401,
                "Chờ tài khoản đã ghi việc này đăng nhập lại.",
                "Waits until the account it was done under is signed in again.",
                DONE_UNDER,
                null);
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
