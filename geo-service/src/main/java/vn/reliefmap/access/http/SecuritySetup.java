package vn.reliefmap.access.http;

import jakarta.servlet.DispatcherType;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import vn.reliefmap.access.Accounts;

/**
 * What every request passes. Pages are open; for endpoints their own {@code @OpenTo} decides (see
 * {@link OpenToGuard}), and one that says nothing is closed.
 */
@Configuration
@ConditionalOnWebApplication
class SecuritySetup {
    @Bean
    SecurityContextRepository securityContextRepository() {
        return new HttpSessionSecurityContextRepository();
    }

    /** Scripts and styles are the same for everybody and no page: what they say of themselves is short, for weak links. */
    @Bean
    @Order(1)
    SecurityFilterChain pieces(HttpSecurity http) {
        http.securityMatcher("/v/**")
                .csrf(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .authorizeHttpRequests(rules -> rules.anyRequest().permitAll())
                .headers(headers -> headers.defaultsDisabled().contentTypeOptions(Customizer.withDefaults()));
        return http.build();
    }

    @Bean
    SecurityFilterChain filterChain(
            HttpSecurity http,
            Accounts accounts,
            SecurityContextRepository contexts,
            ProblemWriter problems,
            @Value("${relief.embed.in:}") String embedIn) {
        http.csrf(AbstractHttpConfigurer::disable) // SameOriginGuard and SameSite=Strict do that work
                .httpBasic(AbstractHttpConfigurer::disable)
                .formLogin(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .securityContext(context -> context.securityContextRepository(contexts))
                .authorizeHttpRequests(rules -> rules.dispatcherTypeMatchers(
                                DispatcherType.ERROR, DispatcherType.FORWARD, DispatcherType.ASYNC)
                        .permitAll()
                        .requestMatchers("/actuator/health", "/v3/api-docs", "/v3/api-docs.yaml")
                        .permitAll()
                        .requestMatchers("/actuator/**", "/v3/**")
                        .denyAll()
                        .anyRequest()
                        .permitAll())
                .headers(headers -> headers.addHeaderWriter(new FramingHeaders(embedIn))
                        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN))
                        .frameOptions(HeadersConfigurer.FrameOptionsConfig::disable)
                        .cacheControl(HeadersConfigurer.CacheControlConfig::disable))
                .exceptionHandling(errors -> errors.authenticationEntryPoint(
                                (request, response, e) -> problems.write(response, StatusProblems.of(401)))
                        .accessDeniedHandler(
                                (request, response, e) -> problems.write(response, StatusProblems.of(403))))
                .addFilterBefore(new SameOriginGuard(problems), AuthorizationFilter.class)
                .addFilterBefore(new CallerFilter(accounts, problems), AuthorizationFilter.class);
        return http.build();
    }

    /** Without this bean the framework would invent a user with a password. */
    @Bean
    UserDetailsService noPasswordUsers() {
        return name -> {
            throw new UsernameNotFoundException(name);
        };
    }
}
