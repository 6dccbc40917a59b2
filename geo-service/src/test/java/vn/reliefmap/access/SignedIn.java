package vn.reliefmap.access;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import vn.reliefmap.kernel.Caller;

/** Signs the current thread in, for tests that call endpoints without a server. */
public final class SignedIn {
    private SignedIn() {}

    public static Account as(Caller role, String... units) {
        Account account = new Account(UUID.randomUUID(), "Thử", role, Set.of(units));
        SecurityContextHolder.getContext().setAuthentication(new TestingAuthenticationToken(account, "", List.of()));
        return account;
    }

    public static void nobody() {
        SecurityContextHolder.clearContext();
    }
}
