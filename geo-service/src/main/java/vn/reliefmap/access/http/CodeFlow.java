package vn.reliefmap.access.http;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.HttpSessionOAuth2AuthorizationRequestRepository;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestCustomizers;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationExchange;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationResponse;
import org.springframework.stereotype.Component;
import vn.reliefmap.access.Account;
import vn.reliefmap.access.Accounts;
import vn.reliefmap.access.Identities;
import vn.reliefmap.access.IssuerSignIn;
import vn.reliefmap.access.Pace;
import vn.reliefmap.access.SlowDown;
import vn.reliefmap.kernel.Problem;
import vn.reliefmap.kernel.ProblemException;

/**
 * The code flow. State, nonce and the verifier of PKCE wait in the session, whose cookie is SameSite=Strict: who comes back from the
 * issuer is sent on by a page of ours first (see {@code docs/decisions/0305}).
 */
@Component
@ConditionalOnWebApplication
class CodeFlow implements IssuerSignIn {
    /** How long a session lasts whose owner is at the issuer and not signed in. */
    private static final Duration AWAY = Duration.ofMinutes(15);

    private static final int BEGUN_FREE = 100;
    private static final String NEXT = "next";

    private final IssuerSettings settings;
    private final Issuer issuer;
    private final Identities identities;
    private final Accounts accounts;
    private final CookieSessions sessions;
    private final Pace pace = new Pace(Clock.systemUTC());
    private final HttpSessionOAuth2AuthorizationRequestRepository asked =
            new HttpSessionOAuth2AuthorizationRequestRepository();

    CodeFlow(
            IssuerSettings settings, Issuer issuer, Identities identities, Accounts accounts, CookieSessions sessions) {
        this.settings = settings;
        this.issuer = issuer;
        this.identities = identities;
        this.accounts = accounts;
        this.sessions = sessions;
    }

    @Override
    public Optional<String> name() {
        return settings.given() ? Optional.of(settings.name) : Optional.empty();
    }

    @Override
    public URI begin(String next, HttpServletRequest request, HttpServletResponse response) {
        if (!settings.given()) {
            throw none();
        }
        pace.take(limits(request)).ifPresent(seconds -> {
            throw SlowDown.ofSignIns(seconds);
        });
        DefaultOAuth2AuthorizationRequestResolver questions =
                new DefaultOAuth2AuthorizationRequestResolver(id -> issuer.client(), "/sign-in/issuer");
        questions.setAuthorizationRequestCustomizer(OAuth2AuthorizationRequestCustomizers.withPkce()
                .andThen(question -> question.attributes(kept -> kept.put(NEXT, next))));
        OAuth2AuthorizationRequest question = Objects.requireNonNull(questions.resolve(request, "issuer"));
        if (request.getSession(false) == null) {
            request.getSession().setMaxInactiveInterval((int) AWAY.toSeconds());
        }
        asked.saveAuthorizationRequest(question, request, response);
        return URI.create(question.getAuthorizationRequestUri());
    }

    @Override
    public String finish(HttpServletRequest request, HttpServletResponse response) {
        OAuth2AuthorizationRequest question = asked.removeAuthorizationRequest(request, response);
        if (question == null) {
            throw again();
        }
        String code = request.getParameter("code");
        if (code == null || code.isEmpty()) {
            throw refused();
        }
        Identities.Told told = issuer.told(new OAuth2AuthorizationExchange(
                question,
                OAuth2AuthorizationResponse.success(code)
                        .redirectUri(Objects.requireNonNull(question.getRedirectUri()))
                        .state(Objects.requireNonNull(question.getState()))
                        .build()));
        sessions.begin(account(told), null, request, response);
        pace.takeBack(limits(request));
        return Objects.requireNonNull(question.getAttribute(NEXT));
    }

    private Account account(Identities.Told told) {
        UUID known = identities.recognise(told).orElseThrow(CodeFlow::unknown);
        return accounts.findSignedIn(known, Instant.now()).orElseThrow(CodeFlow::closed);
    }

    private static List<Pace.Limit> limits(HttpServletRequest request) {
        return List.of(new Pace.Limit("address " + request.getRemoteAddr(), BEGUN_FREE, Duration.ofSeconds(1)));
    }

    private static ProblemException none() {
        return Problem.notFound(
                        "ISSUER_NONE",
                        "RELIEF_OIDC_ISSUER",
                        "Ở đây không có đăng nhập chung.",
                        "There is no shared sign-in here.")
                .asException();
    }

    private static ProblemException again() {
        return Problem.badField(
                        "ISSUER_AGAIN",
                        "state",
                        "/sign-in",
                        "Lượt đăng nhập này đã hết hạn, đã dùng, hoặc không bắt đầu từ trình duyệt này. Hãy bắt đầu lại.",
                        "This sign-in has expired, was used, or was not begun in this browser. Begin again.")
                .asException();
    }

    private static ProblemException refused() {
        return new Problem(
                        "ISSUER_REFUSED",
                        403,
                        "Nơi đăng nhập chung đã từ chối, hoặc việc đăng nhập đã bị huỷ.",
                        "The shared sign-in refused, or it was cancelled.",
                        null,
                        null)
                .asException();
    }

    private static ProblemException unknown() {
        return new Problem(
                        "IDENTITY_UNKNOWN",
                        403,
                        "Người này chưa có tài khoản ở đây. Người quản trị đã thấy lượt hỏi này; hãy gọi họ để được vào.",
                        "Nobody here has this identity yet. The administrator sees that it asked; call them to be let in.",
                        null,
                        null)
                .asException();
    }

    private static ProblemException closed() {
        return new Problem(
                        "ACCOUNT_CLOSED",
                        403,
                        "Tài khoản này đã đóng. Hãy hỏi người quản trị.",
                        "This account is closed. Ask the administrator.",
                        null,
                        null)
                .asException();
    }
}
