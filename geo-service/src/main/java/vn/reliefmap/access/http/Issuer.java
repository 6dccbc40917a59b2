package vn.reliefmap.access.http;

import java.io.IOException;
import java.net.http.HttpClient;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.http.converter.FormHttpMessageConverter;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.client.authentication.OAuth2LoginAuthenticationToken;
import org.springframework.security.oauth2.client.endpoint.RestClientAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.http.OAuth2ErrorResponseErrorHandler;
import org.springframework.security.oauth2.client.oidc.authentication.OidcAuthorizationCodeAuthenticationProvider;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenDecoderFactory;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenValidator;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserService;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.client.userinfo.DefaultOAuth2UserService;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationExchange;
import org.springframework.security.oauth2.core.http.converter.OAuth2AccessTokenResponseHttpMessageConverter;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.stereotype.Component;
import org.springframework.web.client.HttpServerErrorException;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientResponseException;
import org.springframework.web.client.RestTemplate;
import vn.reliefmap.access.Identities;
import vn.reliefmap.kernel.Problem;
import vn.reliefmap.kernel.ProblemException;

/**
 * The issuer at the other end of the network. It is asked about itself when somebody first signs in by it, never at the start:
 * the program does not wait for it. Thread-safe.
 */
@Component
@ConditionalOnWebApplication
class Issuer {
    static final String RETURN = "/sign-in/issuer/return";

    private static final Logger LOG = LoggerFactory.getLogger(Issuer.class);
    /** For a connection, and for an answer. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    /** A silent issuer is not asked again for this long, so that those who wait for it do not fill the server. */
    private static final Duration REST = Duration.ofSeconds(10);

    private final IssuerSettings settings;
    private @Nullable Known known;
    private Instant restsUntil = Instant.MIN;

    Issuer(IssuerSettings settings) {
        this.settings = settings;
    }

    /** What the issuer said about itself, and who reads its answers. */
    private record Known(ClientRegistration client, OidcAuthorizationCodeAuthenticationProvider reader) {}

    /** How this program stands with the issuer; an {@code ISSUER_DOWN} problem (503) when it cannot be asked. */
    ClientRegistration client() {
        return known().client();
    }

    /**
     * Changes the code for what the issuer vouches for, and holds it against what was asked: signature, issuer, audience, times
     * and nonce.
     */
    Identities.Told told(OAuth2AuthorizationExchange exchange) {
        Known issuer = known();
        try {
            OAuth2LoginAuthenticationToken read = (OAuth2LoginAuthenticationToken) Objects.requireNonNull(
                    issuer.reader().authenticate(new OAuth2LoginAuthenticationToken(issuer.client(), exchange)));
            OidcUser user = (OidcUser) Objects.requireNonNull(read.getPrincipal());
            return new Identities.Told(
                    settings.issuer,
                    Objects.requireNonNull(user.getSubject()),
                    first(user.getFullName(), user.getPreferredUsername()),
                    first(user.getEmail(), null),
                    Boolean.TRUE.equals(user.getEmailVerified()));
        } catch (AuthenticationException e) {
            if (silent(e)) {
                throw down(e);
            }
            LOG.warn(
                    "An answer of the issuer does not hold: {}",
                    e instanceof OAuth2AuthenticationException oauth
                            ? oauth.getError().getErrorCode()
                            : e.getMessage());
            throw wrong();
        }
    }

    private static String first(@Nullable String text, @Nullable String other) {
        return text != null ? text : Objects.requireNonNullElse(other, "");
    }

    private synchronized Known known() {
        if (known == null) {
            if (Instant.now().isBefore(restsUntil)) {
                throw down();
            }
            try {
                known = asked();
            } catch (RuntimeException e) {
                restsUntil = Instant.now().plus(REST);
                throw down(e);
            }
        }
        return known;
    }

    private Known asked() {
        JdkClientHttpRequestFactory requests = new JdkClientHttpRequestFactory(
                HttpClient.newBuilder().connectTimeout(PATIENCE).build());
        requests.setReadTimeout(PATIENCE);
        Map<String, Object> description = Objects.requireNonNull(RestClient.builder()
                .requestFactory(requests)
                .build()
                .get()
                .uri(settings.issuer.replaceFirst("/$", "") + "/.well-known/openid-configuration")
                .retrieve()
                .body(new ParameterizedTypeReference<>() {}));
        if (!settings.issuer.equals(description.get("issuer"))) {
            throw new IllegalStateException(
                    "RELIEF_OIDC_ISSUER is " + settings.issuer + ", and it calls itself " + description.get("issuer"));
        }
        ClientRegistration.Builder client = ClientRegistrations.fromOidcConfiguration(description)
                .clientId(settings.clientId)
                .clientSecret(settings.clientSecret)
                .scope(Set.of("openid", "profile", "email"))
                .redirectUri(settings.home + RETURN);
        if (settings.clientSecret.isEmpty()) {
            client.clientAuthenticationMethod(ClientAuthenticationMethod.NONE);
        }
        return new Known(client.build(), reader(requests));
    }

    private static OidcAuthorizationCodeAuthenticationProvider reader(ClientHttpRequestFactory requests) {
        RestClientAuthorizationCodeTokenResponseClient codes = new RestClientAuthorizationCodeTokenResponseClient();
        codes.setRestClient(RestClient.builder()
                .requestFactory(requests)
                .configureMessageConverters(converters -> {
                    converters.addCustomConverter(new FormHttpMessageConverter());
                    converters.addCustomConverter(new OAuth2AccessTokenResponseHttpMessageConverter());
                })
                .defaultStatusHandler(new OAuth2ErrorResponseErrorHandler())
                .build());
        RestTemplate asking = new RestTemplate(requests);
        asking.setErrorHandler(new OAuth2ErrorResponseErrorHandler());
        DefaultOAuth2UserService users = new DefaultOAuth2UserService();
        users.setRestOperations(asking);
        OidcUserService people = new OidcUserService();
        people.setOauth2UserService(users);
        OidcAuthorizationCodeAuthenticationProvider reader =
                new OidcAuthorizationCodeAuthenticationProvider(codes, people);
        reader.setJwtDecoderFactory(client -> decoder(client, requests));
        return reader;
    }

    /** As the library's own, but for its patience. */
    private static JwtDecoder decoder(ClientRegistration client, ClientHttpRequestFactory requests) {
        NimbusJwtDecoder decoder = NimbusJwtDecoder.withJwkSetUri(
                        Objects.requireNonNull(client.getProviderDetails().getJwkSetUri()))
                .restOperations(new RestTemplate(requests))
                .build();
        decoder.setJwtValidator(new OidcIdTokenValidator(client));
        decoder.setClaimSetConverter(OidcIdTokenDecoderFactory.createDefaultClaimTypeConverter());
        return decoder;
    }

    /** True when it did not answer, or said that it cannot. */
    private static boolean silent(Throwable e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof IOException || cause instanceof HttpServerErrorException) {
                return true;
            }
        }
        return false;
    }

    private static ProblemException down(Throwable why) {
        Throwable cause = why;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        LOG.warn(
                "The issuer cannot be asked: {}",
                cause instanceof RestClientResponseException answer ? answer.getStatusCode() : cause.toString());
        return down();
    }

    private static ProblemException down() {
        return Problem.unavailable(
                        "ISSUER_DOWN",
                        "Nơi đăng nhập chung không trả lời. Hãy thử lại sau, hoặc dùng tài khoản và mật khẩu ở đây.",
                        "The shared sign-in does not answer. Try again later, or use an account and password here.")
                .asException();
    }

    private static ProblemException wrong() {
        return new Problem(
                        "ISSUER_ANSWER",
                        401,
                        "Câu trả lời của nơi đăng nhập chung không đúng. Hãy đăng nhập lại; nếu vẫn vậy, báo người quản trị.",
                        "The answer of the shared sign-in does not hold. Sign in again; if it stays so, tell the administrator.",
                        null,
                        null)
                .asException();
    }
}
