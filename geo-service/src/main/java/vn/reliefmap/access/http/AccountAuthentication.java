package vn.reliefmap.access.http;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import vn.reliefmap.access.Account;

/** A signed-in account in the form that Spring Security keeps. */
final class AccountAuthentication extends AbstractAuthenticationToken {
    private final Account account;

    AccountAuthentication(Account account) {
        super(List.of(new SimpleGrantedAuthority("ROLE_" + account.role().name())));
        this.account = account;
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

    @Override
    public String getName() {
        return account.name();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof AccountAuthentication that && that.account.equals(account);
    }

    @Override
    public int hashCode() {
        return Objects.hash(account);
    }
}
