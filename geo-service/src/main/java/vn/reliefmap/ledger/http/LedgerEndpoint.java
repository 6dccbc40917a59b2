package vn.reliefmap.ledger.http;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.reliefmap.kernel.Caller;
import vn.reliefmap.kernel.OpenTo;
import vn.reliefmap.kernel.Problem;
import vn.reliefmap.ledger.DayHead;
import vn.reliefmap.ledger.Ledger;
import vn.reliefmap.ledger.LedgerEntry;

/** The public ledger: everything in it is for everyone. */
@RestController
class LedgerEndpoint {
    private static final int MAX_LIMIT = 1000;
    private static final String NOTHING = "0".repeat(64);

    private final Ledger ledger;

    LedgerEndpoint(Ledger ledger) {
        this.ledger = ledger;
    }

    /** Entries in the order of the chain. {@code next} is null at its end; ask later for what was added since. */
    @GetMapping("/api/v1/ledger")
    @OpenTo(Caller.EVERYONE)
    LedgerPage list(@RequestParam(defaultValue = "0") long after, @RequestParam(defaultValue = "200") int limit) {
        requireLimit(limit);
        if (after < 0) {
            throw Problem.badField(
                            "AFTER_FORM",
                            "after",
                            "sequence number of an entry, 0 or more",
                            "Số thứ tự phải từ 0 trở lên.",
                            "The sequence number must be 0 or more.")
                    .asException();
        }
        List<LedgerEntry> entries = ledger.list(after, limit + 1);
        boolean more = entries.size() > limit;
        List<LedgerEntry> shown = entries.subList(0, Math.min(limit, entries.size()));
        return new LedgerPage(
                shown, more ? "/api/v1/ledger?after=" + shown.get(limit - 1).seq() + "&limit=" + limit : null);
    }

    /** The end of the chain; {@code seq} 0 and a hash of zeros while it is empty. */
    @GetMapping("/api/v1/ledger/head")
    @OpenTo(Caller.EVERYONE)
    HeadAnswer head() {
        return ledger.last()
                .map(entry -> new HeadAnswer(entry.seq(), entry.hash()))
                .orElse(new HeadAnswer(0, NOTHING));
    }

    /** The last entry of each day that is over, in Vietnam's days, the newest first. */
    @GetMapping("/api/v1/ledger/heads")
    @OpenTo(Caller.EVERYONE)
    HeadList heads(@RequestParam(defaultValue = "31") int limit) {
        requireLimit(limit);
        return new HeadList(ledger.dayHeads(limit), null);
    }

    private static void requireLimit(int limit) {
        if (limit < 1 || limit > MAX_LIMIT) {
            throw Problem.badField(
                            "LIMIT_RANGE",
                            "limit",
                            "1 to " + MAX_LIMIT,
                            "Số dòng phải từ 1 đến " + MAX_LIMIT + ".",
                            "The limit must lie between 1 and " + MAX_LIMIT + ".")
                    .asException();
        }
    }

    record LedgerPage(List<LedgerEntry> items, @Nullable String next) {}

    /** @param next always null: ask for more days with {@code limit} */
    record HeadList(List<DayHead> items, @Nullable String next) {}

    record HeadAnswer(long seq, String hash) {}
}
