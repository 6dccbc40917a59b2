package vn.reliefmap.access.http;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.reliefmap.access.Looks;
import vn.reliefmap.access.Looks.Look;
import vn.reliefmap.kernel.Caller;
import vn.reliefmap.kernel.OpenTo;
import vn.reliefmap.kernel.Problem;

/** Who looked at whose home, for the administrator who answers for it. */
@RestController
class LookEndpoint {
    private static final int MOST = 1000;

    private final Looks looks;

    LookEndpoint(Looks looks) {
        this.looks = looks;
    }

    /**
     * The newest first.
     *
     * @param household only looks at this one
     * @param account only looks by this one
     * @param after what stood in {@code next} of the page before
     */
    @GetMapping("/api/v1/looks")
    @OpenTo(Caller.ADMINISTRATOR)
    LookList list(
            @RequestParam(required = false) @Nullable UUID household,
            @RequestParam(required = false) @Nullable UUID account,
            @RequestParam(required = false) @Nullable Long after,
            @RequestParam(defaultValue = "200") int limit) {
        if (limit < 1 || limit > MOST) {
            throw Problem.badField(
                            "LIMIT_RANGE",
                            "limit",
                            "1 to " + MOST,
                            "Số dòng phải từ 1 đến " + MOST + ".",
                            "The limit must lie between 1 and " + MOST + ".")
                    .asException();
        }
        List<Look> found = looks.list(household, account, after, limit + 1);
        return new LookList(
                found.stream().limit(limit).map(LookAnswer::of).toList(),
                found.size() > limit ? Long.toString(found.get(limit - 1).id()) : null);
    }

    /** @param next to be sent as {@code after}; null on the last page */
    record LookList(List<LookAnswer> items, @Nullable String next) {}

    /**
     * One look; the same again within an hour is not told twice.
     *
     * @param name of the account that looked
     * @param what {@code place} or {@code phone}
     */
    record LookAnswer(UUID account, String name, UUID household, String what, String why, Instant at) {
        static LookAnswer of(Look look) {
            return new LookAnswer(
                    look.account(), look.name(), look.household(), look.what().word(), look.why(), look.at());
        }
    }
}
