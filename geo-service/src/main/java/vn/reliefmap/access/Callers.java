package vn.reliefmap.access;

import java.util.Optional;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import vn.reliefmap.kernel.Caller;

/** Says who stands behind the request of the current thread. */
public final class Callers {
    private Callers() {}

    /** The account that the current request was signed in with; empty for everyone else. */
    public static Optional<Account> account() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null
                        && authentication.isAuthenticated()
                        && authentication.getPrincipal() instanceof Account account
                ? Optional.of(account)
                : Optional.empty();
    }

    /** What the caller may do to an object, and which objects it sees. */
    public static Rights rights() {
        return Rights.of(account().orElse(null));
    }

    /** Name of the account that the current request was signed in with; empty for everyone else. */
    public static Optional<String> name() {
        return account().map(Account::name);
    }

    /** The account's role; EVERYONE when nobody is signed in. */
    public static Caller current() {
        return account().map(Account::role).orElse(Caller.EVERYONE);
    }

    /**
     * Whose acts the caller's lists hold: coordinators and a province's officers have everybody's, officers those in their
     * units, others their own.
     *
     * @throws java.util.NoSuchElementException when nobody is signed in
     */
    public static Scope scope() {
        Account account = account().orElseThrow();
        Rights rights = rights();
        if (rights.seesEveryHome()) {
            return new Scope.Everybody();
        }
        return account.role() == Caller.OFFICER
                ? new Scope.Units(account.id(), rights.homesOf())
                : new Scope.Own(account.id());
    }
}
