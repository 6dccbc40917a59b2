package vn.reliefmap.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.util.Optional;

/** Signing in by an issuer of OpenID Connect: code flow with PKCE, state and nonce, in the browser's session. */
public interface IssuerSignIn {
    /** The issuer's name for people; empty when none is configured. */
    Optional<String> name();

    /**
     * Begins, and says where the browser goes to. {@code ISSUER_NONE} (404), {@code ISSUER_DOWN} (503).
     *
     * @param next the page of ours to go on to
     * @throws SlowDown when too many began from the same network
     */
    URI begin(String next, HttpServletRequest request, HttpServletResponse response);

    /**
     * Ends with what the issuer sent the browser back with, and signs in. The request must come from a page of ours, or the
     * session's cookie is not with it.
     *
     * <p>Problems: {@code ISSUER_AGAIN} (400) when nothing of that state was begun here, {@code ISSUER_REFUSED} (403), {@code
     * ISSUER_ANSWER} (401) when what it says does not hold, {@code ISSUER_DOWN} (503), {@code IDENTITY_UNKNOWN} and {@code
     * ACCOUNT_CLOSED} (403).
     *
     * @return the page of ours to go on to
     */
    String finish(HttpServletRequest request, HttpServletResponse response);
}
