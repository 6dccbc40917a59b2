package vn.reliefmap.access;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which identity at an issuer of OpenID Connect is which account. The issuer says who somebody is; what they may do here stays
 * with the account. Thread-safe.
 */
public interface Identities {
    /**
     * The account of somebody whom the issuer vouches for, open or closed. Who is unknown and has a verified e-mail address that
     * is expected becomes that account for ever, by the subject; the address is used up. Anybody else is remembered for the
     * administrator.
     *
     * @return empty for somebody unknown
     */
    Optional<UUID> recognise(Told told);

    /** All identities, those that nobody was found for first, the newest first. */
    List<Identity> list();

    /**
     * Says whose an identity is. Another of the same issuer that the account had is forgotten, and its sessions end;
     * an e-mail address that it was expected under is dropped. Problems: {@code UNKNOWN_IDENTITY}, {@code UNKNOWN_ACCOUNT} (404).
     */
    void tie(UUID identity, UUID account);

    /** Forgets an identity; sessions of its account end. An {@code UNKNOWN_IDENTITY} problem (404) when there is none. */
    void forget(UUID identity);

    /**
     * Expects an account's owner under an e-mail address; an earlier one is dropped. Problems: {@code EMAIL_FORM} (400), {@code
     * EMAIL_EXPECTED} (409) when another account expects it, {@code UNKNOWN_ACCOUNT} (404).
     *
     * @param email null = none any more
     */
    void expect(UUID account, @Nullable String email);

    /** The e-mail address that each account still expects. */
    Map<UUID, String> expected();

    /**
     * What an issuer vouches for.
     *
     * @param subject never given to anybody else by the issuer
     * @param name to be shown; empty when it told none
     * @param email empty when it told none
     */
    record Told(String issuer, String subject, String name, String email, boolean emailVerified) {}

    /**
     * An identity as the administrator sees it.
     *
     * @param holder the account it is; null while nobody said whose it is
     * @param askedAt when it last signed in or tried to
     */
    record Identity(UUID id, Told told, @Nullable Holder holder, Instant askedAt) {}

    /** An account, open or closed. */
    record Holder(UUID account, String name) {}
}
