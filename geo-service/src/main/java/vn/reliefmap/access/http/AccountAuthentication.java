package vn.reliefmap.access.http;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import vn.reliefmap.access.Account;

/** A signed-in account in the form that Spring Security keeps. */
final class AccountAuthentication extends AbstractAuthenticationToken {
    private final Account account;
    private final Instant signedInAt;
    private final @Nullable String token;

    /**
     * @param signedInAt when the session began; a password changed later ends it
     * @param token what it was begun with, and ends with; null for a password
     */
    AccountAuthentication(Account account, Instant signedInAt, @Nullable String token) {
        super(List.of(new SimpleGrantedAuthority("ROLE_" + account.role().name())));
        this.account = account;
        this.signedInAt = signedInAt;
        this.token = token;
        setAuthenticated(true);
    }

    @Override
    public Object getCredentials() {
        return "";
    }

    @Override
    public Account getPrincipal() {
        return account;
    }

    Instant signedInAt() {
        return signedInAt;
    }

    @Nullable
    String token() {
        return token;
    }

    @Override
    public String getName() {
        return account.name();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof AccountAuthentication that
                && that.account.equals(account)
                && that.signedInAt.equals(signedInAt);
    }

    @Override
    public int hashCode() {
        return Objects.hash(account, signedInAt);
    }
}
