package vn.reliefmap.access;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Signing in with name and password. Kept as BCrypt hashes. Thread-safe.
 *
 * <p>Guessing is slowed, never locked out: see {@code docs/decisions/0261}. Name, password and code are the same problem
 * when wrong, and take the same time, so that nobody learns which names exist.
 */
public interface Passwords {
    /**
     * The account that name and password open; a {@code SIGN_IN_WRONG} problem (401) when they open none, a
     * {@link SlowDown} when the caller must wait first.
     */
    Account check(String name, String password, From from);

    /**
     * Sets a new password by the present one; all sessions of the account end. Problems as with {@link #check}, and
     * {@code PASSWORD_WEAK} (400).
     */
    Account change(String name, String password, String newPassword, From from);

    /** Makes a one-time code that lets its holder set a password within {@link #CODE_HOURS}; an older one ends. */
    Code newCode(UUID account);

    /**
     * Sets a new password by a one-time code; all sessions of the account end and its tokens are revoked. Not slowed by
     * others who guess: a code has 60 random bits. Problems {@code CODE_WRONG} (401) and {@code PASSWORD_WEAK} (400); the
     * code stays good after the latter.
     */
    Account recover(String name, String code, String newPassword);

    /**
     * Remembers that the account's owner signed in on a device.
     *
     * @param device what an earlier call gave; null on a device that never signed in
     * @return the text for the device's cookie
     */
    String remember(UUID account, @Nullable String device);

    /** How long a one-time code holds. */
    int CODE_HOURS = 24;

    /**
     * Where somebody signs in from.
     *
     * @param address of the network; many phones share one
     * @param device what {@link #remember} gave; null on a device that never signed in
     */
    record From(String address, @Nullable String device) {}

    /** A one-time code as it is told to the account's owner, for example {@code 7KQ2-M9XD-4TPA}. */
    record Code(String text, Instant until) {}
}
