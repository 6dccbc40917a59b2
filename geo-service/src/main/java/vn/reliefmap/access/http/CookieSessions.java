package vn.reliefmap.access.http;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.stereotype.Component;
import org.springframework.web.util.WebUtils;
import vn.reliefmap.access.Account;
import vn.reliefmap.access.Accounts;
import vn.reliefmap.access.Passwords;
import vn.reliefmap.access.Sessions;

/** Sessions behind a cookie, and a second cookie by which a device is known again. */
@Component
@ConditionalOnWebApplication
class CookieSessions implements Sessions {
    private static final String DEVICE = "relief_device";
    private static final Duration DEVICE_KEPT = Duration.ofDays(365);

    private final Accounts accounts;
    private final Passwords passwords;
    private final SecurityContextRepository contexts;

    CookieSessions(Accounts accounts, Passwords passwords, SecurityContextRepository contexts) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.contexts = contexts;
    }

    @Override
    public Account signIn(String name, String password, HttpServletRequest request, HttpServletResponse response) {
        return onDevice(passwords.check(name, password, from(request)), request, response);
    }

    @Override
    public Account signIn(String token, HttpServletRequest request, HttpServletResponse response) {
        Account account = accounts.findByToken(token)
                .orElseThrow(() -> CallerFilter.unknownToken("token").asException());
        begin(account, token, request, response);
        return account;
    }

    @Override
    public Account change(
            String name,
            String password,
            String newPassword,
            HttpServletRequest request,
            HttpServletResponse response) {
        return onDevice(passwords.change(name, password, newPassword, from(request)), request, response);
    }

    @Override
    public Account recover(
            String name, String code, String newPassword, HttpServletRequest request, HttpServletResponse response) {
        return onDevice(passwords.recover(name, code, newPassword), request, response);
    }

    @Override
    public void signOut(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
        SecurityContextHolder.clearContext();
    }

    private Account onDevice(Account account, HttpServletRequest request, HttpServletResponse response) {
        String device = passwords.remember(account.id(), device(request));
        response.addHeader(
                HttpHeaders.SET_COOKIE,
                ResponseCookie.from(DEVICE, device)
                        .path("/")
                        .maxAge(DEVICE_KEPT)
                        .httpOnly(true)
                        .secure(request.isSecure())
                        .sameSite("Strict")
                        .build()
                        .toString());
        begin(account, null, request, response);
        return account;
    }

    /** @param token what it is begun with, and ends with; null for a password or an issuer */
    void begin(Account account, @Nullable String token, HttpServletRequest request, HttpServletResponse response) {
        HttpSession session = request.getSession(false);
        if (session != null) {
            request.changeSessionId();
            // One that was begun for the way to the issuer ends sooner, however its owner signs in at last.
            session.setMaxInactiveInterval(session.getServletContext().getSessionTimeout() * 60);
        }
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(new AccountAuthentication(account, Instant.now(), token));
        SecurityContextHolder.setContext(context);
        contexts.saveContext(context, request, response);
    }

    private static Passwords.From from(HttpServletRequest request) {
        return new Passwords.From(request.getRemoteAddr(), device(request));
    }

    private static @Nullable String device(HttpServletRequest request) {
        Cookie cookie = WebUtils.getCookie(request, DEVICE);
        return cookie == null ? null : cookie.getValue();
    }
}
