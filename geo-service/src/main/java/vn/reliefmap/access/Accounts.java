package vn.reliefmap.access;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import vn.reliefmap.kernel.Caller;

/** The front door to accounts. Thread-safe. */
public interface Accounts {
    /**
     * Makes the administrator's account when there is none yet.
     *
     * @return the token that opens it, to be shown once and kept nowhere; empty when the account was there already
     */
    Optional<String> createFirstAdministrator();

    /** Revokes all tokens of the administrator and makes a new one, to be shown once. */
    String renewAdministratorToken();

    /**
     * Makes an account.
     *
     * @param name 2–60 characters; an {@code ACCOUNT_NAME} problem (400) for others, {@code ACCOUNT_EXISTS} (409) when
     *     taken, whatever the case
     * @param role not EVERYONE
     * @param units for an officer at least one, by code (a former unit stands for its successors): province (two
     *     digits), commune, or hamlet (commune, dot, own part); none for other roles; an {@code ACCOUNT_UNITS} problem
     *     (400) otherwise
     */
    Account add(String name, Caller role, Set<String> units);

    /** A new token for the account, to be shown once; older ones stay in force. */
    String newToken(UUID account);

    /** The account that a token opens; empty for an unknown or revoked token. */
    Optional<Account> findByToken(String token);
}
