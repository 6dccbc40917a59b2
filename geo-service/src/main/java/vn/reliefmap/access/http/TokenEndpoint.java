package vn.reliefmap.access.http;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.reliefmap.access.Accounts;
import vn.reliefmap.access.Callers;
import vn.reliefmap.access.Tokens;
import vn.reliefmap.kernel.Caller;
import vn.reliefmap.kernel.OpenTo;

/** Tokens for programs: everyone's own; the administrator also those of others, for a display on a wall. */
@RestController
class TokenEndpoint {
    private static final int DAYS = 90;

    private final Tokens tokens;
    private final Accounts accounts;

    TokenEndpoint(Tokens tokens, Accounts accounts) {
        this.tokens = tokens;
        this.accounts = accounts;
    }

    /** @param account whose, for the administrator; without it the caller's own */
    @GetMapping("/api/v1/tokens")
    @OpenTo({Caller.DONOR, Caller.TEAM, Caller.OFFICER, Caller.COORDINATOR})
    TokenList list(@RequestParam(required = false) @Nullable UUID account) {
        return new TokenList(
                tokens.list(owner(account)).stream().map(TokenAnswer::of).toList(), null);
    }

    /** Makes a token; its text is told this once only. */
    @PostMapping("/api/v1/tokens")
    @OpenTo({Caller.DONOR, Caller.TEAM, Caller.OFFICER, Caller.COORDINATOR})
    ResponseEntity<MadeToken> make(@RequestBody TokenRequest body) {
        Tokens.Made made = tokens.make(
                owner(body.account()),
                body.name() == null ? "" : body.name(),
                body.days() == null ? DAYS : body.days());
        return ResponseEntity.status(HttpStatus.CREATED).body(MadeToken.of(made));
    }

    /** Revokes a token at once. */
    @DeleteMapping("/api/v1/tokens/{id}")
    @OpenTo({Caller.DONOR, Caller.TEAM, Caller.OFFICER, Caller.COORDINATOR})
    ResponseEntity<Void> revoke(@PathVariable UUID id, @RequestParam(required = false) @Nullable UUID account) {
        tokens.revoke(owner(account), id);
        return ResponseEntity.noContent().build();
    }

    private UUID owner(@Nullable UUID account) {
        UUID caller = Callers.account().orElseThrow().id();
        if (account == null || account.equals(caller)) {
            return caller;
        }
        if (Callers.current() != Caller.ADMINISTRATOR) {
            throw StatusProblems.of(403).asException();
        }
        return accounts.get(account).id();
    }

    /**
     * What to make.
     *
     * @param name what the token is for
     * @param days until it expires, 1–366; 90 without it
     * @param account whose, for the administrator; without it the caller's own
     */
    record TokenRequest(
            @Nullable String name,
            @Nullable Integer days,
            @Nullable UUID account) {}

    /** @param next always null */
    record TokenList(List<TokenAnswer> items, @Nullable String next) {}

    /** @param expiresAt null for the token that a start of the program printed */
    record TokenAnswer(
            UUID id,
            String name,
            Instant createdAt,
            @Nullable Instant expiresAt) {
        static TokenAnswer of(Tokens.Token token) {
            return new TokenAnswer(token.id(), token.name(), token.createdAt(), token.expiresAt());
        }
    }

    record MadeToken(
            UUID id,
            String name,
            Instant createdAt,
            @Nullable Instant expiresAt,
            String token) {
        static MadeToken of(Tokens.Made made) {
            Tokens.Token token = made.token();
            return new MadeToken(token.id(), token.name(), token.createdAt(), token.expiresAt(), made.text());
        }
    }
}
