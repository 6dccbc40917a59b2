package vn.reliefmap.access;

import java.util.Optional;

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

    /** The account that a token opens; empty for an unknown or revoked token. */
    Optional<Account> findByToken(String token);
}
