package vn.reliefmap.access.http;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Set;
import org.springframework.web.filter.OncePerRequestFilter;
import vn.reliefmap.kernel.Problem;

/**
 * Keeps other sites' pages from acting with a signed-in person's cookie: browsers say with {@code Sec-Fetch-Site} where
 * a request comes from, and the cookie is SameSite=Strict besides. Programs send no such header and carry a token.
 */
final class SameOriginGuard extends OncePerRequestFilter {
    private static final Set<String> SAFE_METHODS = Set.of("GET", "HEAD", "OPTIONS");
    private static final Set<String> OWN_PAGES = Set.of("same-origin", "none");

    private final ProblemWriter problems;

    SameOriginGuard(ProblemWriter problems) {
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!SAFE_METHODS.contains(request.getMethod()) && fromOtherSite(request)) {
            problems.write(
                    response,
                    new Problem(
                            "OTHER_SITE",
                            403,
                            "Trang khác không được gửi thay cho người dùng.",
                            "Pages of other sites may not act here.",
                            "Sec-Fetch-Site",
                            "same-origin"));
            return;
        }
        chain.doFilter(request, response);
    }

    /** Older browsers say only which site a form stands on, with {@code Origin}. */
    private static boolean fromOtherSite(HttpServletRequest request) {
        String site = request.getHeader("Sec-Fetch-Site");
        String origin = request.getHeader("Origin");
        return site == null ? origin != null && !ownHost(origin, request) : !OWN_PAGES.contains(site);
    }

    private static boolean ownHost(String origin, HttpServletRequest request) {
        try {
            return request.getServerName().equalsIgnoreCase(new URI(origin).getHost());
        } catch (URISyntaxException e) {
            return false;
        }
    }
}
