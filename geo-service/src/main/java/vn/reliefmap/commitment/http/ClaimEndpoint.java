package vn.reliefmap.commitment.http;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import vn.reliefmap.access.Callers;
import vn.reliefmap.commitment.Claim;
import vn.reliefmap.commitment.Claims;
import vn.reliefmap.disaster.Disasters;
import vn.reliefmap.kernel.Caller;
import vn.reliefmap.kernel.OpenTo;
import vn.reliefmap.kernel.PageAsk;
import vn.reliefmap.kernel.PageAsk.Page;

/** Taking needs on. A team sees its own claims, an officer those that touch the own units; others are as if not there. */
@RestController
class ClaimEndpoint {
    private final Claims claims;
    private final Disasters disasters;

    ClaimEndpoint(Claims claims, Disasters disasters) {
        this.claims = claims;
        this.disasters = disasters;
    }

    /** The same request again gives the same answer. */
    @PostMapping("/api/v1/claims")
    @OpenTo({Caller.TEAM, Caller.COORDINATOR})
    @ResponseStatus(HttpStatus.CREATED)
    ClaimAnswer take(@RequestBody ClaimRequest request) {
        return ClaimAnswer.of(claims.take(
                Requests.account(),
                request.order(disasters.named(request.disaster()).id())));
    }

    /** Those the caller may see, the newest first; {@code after} is what stood in {@code next} of the page before. */
    @GetMapping("/api/v1/claims")
    @OpenTo({Caller.TEAM, Caller.OFFICER, Caller.COORDINATOR})
    Page<ClaimAnswer> list(
            @RequestParam(required = false) @Nullable String disaster,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Integer limit) {
        return claims.list(disasters.named(disaster).id(), Callers.scope(), PageAsk.read(after, limit))
                .map(ClaimAnswer::of);
    }

    @GetMapping("/api/v1/claims/{id}")
    @OpenTo({Caller.TEAM, Caller.OFFICER, Caller.COORDINATOR})
    ClaimAnswer get(@PathVariable UUID id) {
        Claim claim = claims.get(id);
        if (!seen(claim)) {
            throw Claims.notFound().asException();
        }
        return ClaimAnswer.of(claim);
    }

    /** Gives back what was not delivered; again does nothing. */
    @DeleteMapping("/api/v1/claims/{id}")
    @OpenTo({Caller.TEAM, Caller.COORDINATOR})
    ClaimAnswer release(@PathVariable UUID id) {
        if (!seen(claims.get(id))) {
            throw Claims.notFound().asException();
        }
        return ClaimAnswer.of(claims.release(id));
    }

    private static boolean seen(Claim claim) {
        return Requests.seesAll()
                || claim.team().equals(Requests.account())
                || claim.lines().stream().anyMatch(line -> Callers.rights().serves(line.unit()));
    }

    /**
     * @param code stands for it in the public ledger
     * @param placeKind {@code commune}, {@code zone}, {@code tour} or {@code lines}
     * @param plan with a tour of a plan
     */
    record ClaimAnswer(
            UUID id,
            String code,
            UUID disaster,
            String placeKind,
            @Nullable String place,
            @Nullable UUID plan,
            @Nullable Integer tour,
            List<LineAnswer> lines,
            TermAnswer term) {
        static ClaimAnswer of(Claim claim) {
            return new ClaimAnswer(
                    claim.id(),
                    claim.code().value(),
                    claim.disaster().value(),
                    claim.placeKind(),
                    claim.place(),
                    claim.tour() == null ? null : claim.tour().plan().value(),
                    claim.tour() == null ? null : claim.tour().number(),
                    claim.lines().stream()
                            .map(line -> new LineAnswer(
                                    line.need().value(),
                                    line.commune(),
                                    line.item(),
                                    ProgressAnswer.of(line.progress())))
                            .toList(),
                    TermAnswer.of(claim.term()));
        }
    }

    record LineAnswer(UUID need, @Nullable String commune, String item, ProgressAnswer progress) {}
}
