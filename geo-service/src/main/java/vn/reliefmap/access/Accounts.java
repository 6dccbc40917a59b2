package vn.reliefmap.access;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.reliefmap.kernel.Caller;

/** The front door to accounts. Thread-safe. */
public interface Accounts {
    /**
     * Makes the first administrator's account when there is no administrator yet.
     *
     * @return the token that opens it, to be shown once and kept nowhere; empty when there was one already
     */
    Optional<String> createFirstAdministrator();

    /** Revokes all tokens of the first administrator, ends its sessions, and makes a new one, to be shown once. */
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

    /**
     * Changes what is not null; who is signed in goes on with the new role and units. An {@code UNKNOWN_ACCOUNT} problem
     * (404) when there is none, {@code LAST_ADMINISTRATOR} (409) when nobody would be left to keep accounts.
     */
    Account change(UUID account, @Nullable String name, @Nullable Caller role, @Nullable Set<String> units);

    /** Ends its sessions, revokes its tokens, and lets nobody in any more. Problems as with {@link #change}. */
    void close(UUID account);

    /** An open account; an {@code UNKNOWN_ACCOUNT} problem (404) when there is none. */
    Account get(UUID account);

    /** The open account of a name, in any case. */
    Optional<Account> findByName(String name);

    /** The account when a session begun at that moment still holds. */
    Optional<Account> findSignedIn(UUID account, Instant signedInAt);

    /** All accounts, open ones first, by name. */
    List<Listed> list();

    /** A new token for the account that does not expire, to be shown once; older ones stay in force. */
    String newToken(UUID account);

    /** The account that a token opens; empty for an unknown, expired or revoked token. */
    Optional<Account> findByToken(String token);

    /**
     * An account as its keeper sees it.
     *
     * @param hasPassword false while only tokens or a one-time code let it in
     * @param closedAt null while it is open
     */
    record Listed(
            Account account,
            boolean hasPassword,
            Instant createdAt,
            @Nullable Instant closedAt) {}
}
