package vn.reliefmap.access.http;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.security.web.header.HeaderWriter;

/**
 * What a page may load, and which pages may show it in a frame: only our own, but for figures to embed, which the configured
 * addresses may show too. Somebody else's page never sees who is signed in here: the cookie does not go along.
 */
final class FramingHeaders implements HeaderWriter {
    private static final String POLICY =
            "default-src 'self'; img-src 'self' data:; worker-src 'self'; manifest-src 'self'; object-src 'none'; base-uri 'none';"
                    + " form-action 'self'; frame-ancestors 'self'";
    private static final String EMBEDDED = "/embed";

    private final String others;

    /** @param others addresses of pages that may embed, as in the policy, with spaces between; empty for none */
    FramingHeaders(String others) {
        if (others.contains(";") || others.contains(",")) {
            throw new IllegalArgumentException("RELIEF_EMBED_IN: addresses with spaces between, not " + others);
        }
        this.others = others.strip();
    }

    @Override
    public void writeHeaders(HttpServletRequest request, HttpServletResponse response) {
        String path = request.getRequestURI();
        boolean embedded = path.equals(EMBEDDED) || path.startsWith(EMBEDDED + "/");
        if (embedded && !others.isEmpty()) {
            response.setHeader("Content-Security-Policy", POLICY + " " + others);
        } else {
            response.setHeader("Content-Security-Policy", POLICY);
            response.setHeader("X-Frame-Options", "SAMEORIGIN"); // for browsers that do not know the policy
        }
    }
}
