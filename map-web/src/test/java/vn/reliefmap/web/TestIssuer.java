package vn.reliefmap.web;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configuration.OAuth2AuthorizationServerConfiguration;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.server.authorization.client.InMemoryRegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;
import org.springframework.security.web.SecurityFilterChain;

/**
 * A real issuer of OpenID Connect on a free port of this machine, under another site's name than the program's: localhost, not
 * 127.0.0.1. People sign in at it with a password; it can be made to lie and to fall silent.
 */
final class TestIssuer implements AutoCloseable {
    static final String CLIENT = "relief-map";
    static final String SECRET = "what the issuer and the program share";
    static final String PASSWORD = "somewhere else";

    private static volatile Consumer<JwtClaimsSet.Builder> lie = claims -> {};
    private static volatile boolean silent;

    private final ServletWebServerApplicationContext context;

    private TestIssuer(ServletWebServerApplicationContext context) {
        this.context = context;
    }

    static TestIssuer start() {
        return new TestIssuer((ServletWebServerApplicationContext) new SpringApplicationBuilder(Parts.class)
                .properties(Map.of(
                        "spring.config.name", "issuer",
                        "server.port", "0",
                        "server.address", "127.0.0.1",
                        "server.servlet.register-default-servlet", "true", // without any servlet Tomcat asks no filter
                        "spring.main.banner-mode", "off",
                        "logging.level.root", "warn"))
                .run());
    }

    String address() {
        return "http://localhost:" + context.getEnvironment().getRequiredProperty("local.server.port");
    }

    /** What it writes into identity tokens besides, or instead of, the truth. */
    static void lies(Consumer<JwtClaimsSet.Builder> claims) {
        lie = claims;
    }

    static void tellsTheTruth() {
        lie = claims -> {};
        silent = false;
    }

    static void fallsSilent() {
        silent = true;
    }

    @Override
    public void close() {
        context.close();
    }

    @TestConfiguration(proxyBeanMethods = false)
    @EnableWebSecurity
    @ImportAutoConfiguration(TomcatServletWebServerAutoConfiguration.class)
    static class Parts {
        @Bean
        SecurityFilterChain chain(HttpSecurity http) {
            return http.oauth2AuthorizationServer(server -> server.oidc(Customizer.withDefaults()))
                    .authorizeHttpRequests(rules -> rules.anyRequest().authenticated())
                    .formLogin(Customizer.withDefaults())
                    .build();
        }

        @Bean
        FilterRegistrationBean<Filter> silence() {
            FilterRegistrationBean<Filter> filter = new FilterRegistrationBean<>((request, response, chain) -> {
                if (silent && ((HttpServletRequest) request).getRequestURI().equals("/oauth2/token")) {
                    ((HttpServletResponse) response).sendError(503);
                } else {
                    chain.doFilter(request, response);
                }
            });
            filter.setOrder(Integer.MIN_VALUE);
            return filter;
        }

        @Bean
        RegisteredClientRepository clients() {
            return new InMemoryRegisteredClientRepository(RegisteredClient.withId(CLIENT)
                    .clientId(CLIENT)
                    .clientSecret("{noop}" + SECRET)
                    .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                    .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                    .redirectUri("http://127.0.0.1/sign-in/issuer/return") // any port: RFC 8252, 7.3
                    .scope("openid")
                    .scope("profile")
                    .scope("email")
                    .clientSettings(
                            ClientSettings.builder().requireProofKey(true).build())
                    .build());
        }

        @Bean
        InMemoryUserDetailsManager people() {
            InMemoryUserDetailsManager people = new InMemoryUserDetailsManager();
            for (String name : new String[] {"an", "binh", "chi", "hien", "lan", "minh", "tam", "thu", "vinh"}) {
                people.createUser(User.withUsername(name)
                        .password("{noop}" + PASSWORD)
                        .roles("USER")
                        .build());
            }
            return people;
        }

        @Bean
        OAuth2TokenCustomizer<JwtEncodingContext> claims() {
            return token -> {
                if (token.getTokenType().getValue().equals(OidcParameterNames.ID_TOKEN)) {
                    Authentication person = Objects.requireNonNull(token.getPrincipal());
                    String name = person.getName();
                    token.getClaims()
                            .claim("name", "Người tên " + name)
                            .claim("email", name + "@ac.example")
                            .claim("email_verified", !name.equals("minh"));
                    lie.accept(token.getClaims());
                }
            };
        }

        @Bean
        JWKSource<SecurityContext> keys() throws JOSEException {
            RSAKey key = new RSAKeyGenerator(2048).keyID("one").generate();
            return new ImmutableJWKSet<>(new JWKSet(key));
        }

        @Bean
        JwtDecoder decoder(JWKSource<SecurityContext> keys) {
            return OAuth2AuthorizationServerConfiguration.jwtDecoder(keys);
        }

        @Bean
        AuthorizationServerSettings settings() {
            return AuthorizationServerSettings.builder().build();
        }
    }
}
