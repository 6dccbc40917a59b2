package vn.reliefmap.access.http;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import vn.reliefmap.access.Account;
import vn.reliefmap.access.Accounts;
import vn.reliefmap.access.Identities;
import vn.reliefmap.access.Passwords;
import vn.reliefmap.kernel.Caller;
import vn.reliefmap.kernel.OpenTo;

/** Accounts, for the administrator who keeps them. */
@RestController
class AccountEndpoint {
    private final Accounts accounts;
    private final Passwords passwords;
    private final Identities identities;

    AccountEndpoint(Accounts accounts, Passwords passwords, Identities identities) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.identities = identities;
    }

    @GetMapping("/api/v1/accounts")
    @OpenTo(Caller.ADMINISTRATOR)
    AccountList list() {
        Map<UUID, String> expected = identities.expected();
        return new AccountList(
                accounts.list().stream()
                        .map(listed -> AccountAnswer.of(
                                listed, expected.get(listed.account().id())))
                        .toList(),
                null);
    }

    /** Makes an account and the one-time code by which its owner sets a password. */
    @PostMapping("/api/v1/accounts")
    @OpenTo(Caller.ADMINISTRATOR)
    ResponseEntity<MadeAccount> add(@RequestBody AccountRequest body) {
        Account account = accounts.add(
                body.name() == null ? "" : body.name(),
                Caller.role(body.role() == null ? "" : body.role()),
                body.units() == null ? Set.of() : body.units());
        Passwords.Code code = passwords.newCode(account.id());
        return ResponseEntity.status(HttpStatus.CREATED).body(MadeAccount.of(account, code));
    }

    /** Changes the fields that are sent. */
    @PatchMapping("/api/v1/accounts/{id}")
    @OpenTo(Caller.ADMINISTRATOR)
    ChangedAccount change(@PathVariable UUID id, @RequestBody AccountRequest body) {
        return ChangedAccount.of(
                accounts.change(id, body.name(), body.role() == null ? null : Caller.role(body.role()), body.units()));
    }

    /** Closes an account: its sessions end, its tokens are revoked. */
    @DeleteMapping("/api/v1/accounts/{id}")
    @OpenTo(Caller.ADMINISTRATOR)
    ResponseEntity<Void> close(@PathVariable UUID id) {
        accounts.close(id);
        return ResponseEntity.noContent().build();
    }

    /** A one-time code for somebody who forgot the password or lost the telephone. */
    @PostMapping("/api/v1/accounts/{id}/codes")
    @OpenTo(Caller.ADMINISTRATOR)
    ResponseEntity<MadeAccount> code(@PathVariable UUID id) {
        return ResponseEntity.status(HttpStatus.CREATED).body(MadeAccount.of(accounts.get(id), passwords.newCode(id)));
    }

    /** @param units an officer's, by code or by the name of a commune */
    record AccountRequest(
            @Nullable String name,
            @Nullable String role,
            @Nullable Set<String> units) {}

    /** @param next always null */
    record AccountList(List<AccountAnswer> items, @Nullable String next) {}

    /**
     * An account.
     *
     * @param expectedEmail under which its owner is expected to sign in by the issuer; null once that happened, and without one
     * @param closedAt null while the account is open
     */
    record AccountAnswer(
            UUID id,
            String name,
            String role,
            List<String> units,
            boolean hasPassword,
            @Nullable String expectedEmail,
            Instant createdAt,
            @Nullable Instant closedAt) {
        static AccountAnswer of(Accounts.Listed listed, @Nullable String expectedEmail) {
            Account a = listed.account();
            return new AccountAnswer(
                    a.id(),
                    a.name(),
                    a.role().word(),
                    sorted(a),
                    listed.hasPassword(),
                    expectedEmail,
                    listed.createdAt(),
                    listed.closedAt());
        }
    }

    record ChangedAccount(UUID id, String name, String role, List<String> units) {
        static ChangedAccount of(Account a) {
            return new ChangedAccount(a.id(), a.name(), a.role().word(), sorted(a));
        }
    }

    /**
     * An account with a code that is told this once only.
     *
     * @param codeUntil when the code ends
     */
    record MadeAccount(UUID id, String name, String role, List<String> units, String code, Instant codeUntil) {
        static MadeAccount of(Account a, Passwords.Code code) {
            return new MadeAccount(a.id(), a.name(), a.role().word(), sorted(a), code.text(), code.until());
        }
    }

    private static List<String> sorted(Account account) {
        return account.units().stream().sorted().toList();
    }
}
