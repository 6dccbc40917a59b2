package vn.reliefmap.access.http;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;
import vn.reliefmap.access.Account;
import vn.reliefmap.access.Accounts;
import vn.reliefmap.kernel.Problem;

/** Lets programs in by {@code Authorization: Bearer TOKEN}. A wrong token is an error, never an anonymous caller. */
final class TokenFilter extends OncePerRequestFilter {
    private static final String BEARER = "Bearer ";

    private final Accounts accounts;
    private final ProblemWriter problems;

    TokenFilter(Accounts accounts, ProblemWriter problems) {
        this.accounts = accounts;
        this.problems = problems;
    }

    static Problem unknownToken(String field) {
        return new Problem(
                "TOKEN_UNKNOWN",
                401,
                "Mã truy cập không đúng hoặc đã bị thu hồi. Tạo mã mới: ./relief token",
                "The token is unknown or was revoked. Make a new one: ./relief token",
                field,
                "rm_…");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String header = request.getHeader("Authorization");
        if (header != null) {
            Optional<Account> account = header.startsWith(BEARER)
                    ? accounts.findByToken(header.substring(BEARER.length()).strip())
                    : Optional.empty();
            if (account.isEmpty()) {
                problems.write(response, unknownToken("Authorization"));
                return;
            }
            SecurityContext context = SecurityContextHolder.createEmptyContext();
            context.setAuthentication(new AccountAuthentication(account.get()));
            SecurityContextHolder.setContext(context);
        }
        chain.doFilter(request, response);
    }
}
