package vn.reliefmap.access;

import java.util.Optional;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import vn.reliefmap.kernel.Caller;

/** Says who stands behind the request of the current thread. */
public final class Callers {
    /** Spring Security's name of the administrator's authority. */
    public static final String ADMINISTRATOR_AUTHORITY = "ROLE_ADMINISTRATOR";

    private Callers() {}

    /** Name of the account that the current request was signed in with; empty for everyone else. */
    public static Optional<String> name() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        return current() == Caller.ADMINISTRATOR && authentication != null
                ? Optional.of(authentication.getName())
                : Optional.empty();
    }

    /** EVERYONE unless the current request was signed in as administrator. */
    public static Caller current() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        boolean administrator = authentication != null
                && authentication.isAuthenticated()
                && authentication.getAuthorities().stream()
                        .anyMatch(a -> ADMINISTRATOR_AUTHORITY.equals(a.getAuthority()));
        return administrator ? Caller.ADMINISTRATOR : Caller.EVERYONE;
    }
}
