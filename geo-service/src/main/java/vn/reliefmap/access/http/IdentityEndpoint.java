package vn.reliefmap.access.http;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import vn.reliefmap.access.Identities;
import vn.reliefmap.kernel.Caller;
import vn.reliefmap.kernel.OpenTo;
import vn.reliefmap.kernel.Problem;

/** Who asked to get in by the issuer, and whose identities are whose, for the administrator. */
@RestController
class IdentityEndpoint {
    private final Identities identities;

    IdentityEndpoint(Identities identities) {
        this.identities = identities;
    }

    /** Those that nobody was found for first. */
    @GetMapping("/api/v1/identities")
    @OpenTo(Caller.ADMINISTRATOR)
    IdentityList list() {
        return new IdentityList(
                identities.list().stream().map(IdentityAnswer::of).toList(), null);
    }

    /** Says whose it is; it signs in as that account from then on. */
    @PutMapping("/api/v1/identities/{id}")
    @OpenTo(Caller.ADMINISTRATOR)
    ResponseEntity<Void> tie(@PathVariable UUID id, @RequestBody IdentityRequest body) {
        identities.tie(id, Problem.required(body.account(), "account"));
        return ResponseEntity.noContent().build();
    }

    /** Forgets it, and ends the sessions of its account. */
    @DeleteMapping("/api/v1/identities/{id}")
    @OpenTo(Caller.ADMINISTRATOR)
    ResponseEntity<Void> forget(@PathVariable UUID id) {
        identities.forget(id);
        return ResponseEntity.noContent().build();
    }

    /** Expects the account's owner under a verified e-mail address, or under none any more. */
    @PutMapping("/api/v1/accounts/{id}/expected-email")
    @OpenTo(Caller.ADMINISTRATOR)
    ResponseEntity<Void> expect(@PathVariable UUID id, @RequestBody EmailRequest body) {
        identities.expect(id, body.email());
        return ResponseEntity.noContent().build();
    }

    record IdentityRequest(@Nullable UUID account) {}

    /** @param email null or empty = none */
    record EmailRequest(@Nullable String email) {}

    /** @param next always null */
    record IdentityList(
            List<IdentityAnswer> items, @Nullable String next) {}

    /**
     * One identity.
     *
     * @param name as the issuer told it; may be empty
     * @param account whose it is; null while nobody said
     * @param askedAt when it last signed in or tried to
     */
    record IdentityAnswer(
            UUID id,
            String issuer,
            String subject,
            String name,
            String email,
            boolean emailVerified,
            @Nullable UUID account,
            @Nullable String accountName,
            Instant askedAt) {
        static IdentityAnswer of(Identities.Identity one) {
            Identities.Told told = one.told();
            Identities.Holder holder = one.holder();
            return new IdentityAnswer(
                    one.id(),
                    told.issuer(),
                    told.subject(),
                    told.name(),
                    told.email(),
                    told.emailVerified(),
                    holder == null ? null : holder.account(),
                    holder == null ? null : holder.name(),
                    one.askedAt());
        }
    }
}
