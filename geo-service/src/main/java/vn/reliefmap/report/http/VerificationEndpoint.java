package vn.reliefmap.report.http;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.reliefmap.access.Account;
import vn.reliefmap.access.Callers;
import vn.reliefmap.access.Looks;
import vn.reliefmap.disaster.Disasters;
import vn.reliefmap.kernel.Caller;
import vn.reliefmap.kernel.OpenTo;
import vn.reliefmap.kernel.Problem;
import vn.reliefmap.kernel.ProblemException;
import vn.reliefmap.report.ReportCase;
import vn.reliefmap.report.ReportId;
import vn.reliefmap.report.ReportState;
import vn.reliefmap.report.Verifications;
import vn.reliefmap.report.WaitingReport;
import vn.reliefmap.report.http.VerificationAnswers.CaseAnswer;
import vn.reliefmap.report.http.VerificationAnswers.DecisionAnswer;
import vn.reliefmap.report.http.VerificationAnswers.Outcome;
import vn.reliefmap.report.http.VerificationAnswers.Outcomes;
import vn.reliefmap.report.http.VerificationAnswers.QueueAnswer;
import vn.reliefmap.report.http.VerificationAnswers.WaitingAnswer;

/** The queue of an officer's units, a single case, and decisions one by one or as a list. */
@RestController
class VerificationEndpoint {
    private static final int MOST_AT_ONCE = 500;
    private static final int MOST_LISTED = 500;

    private final Verifications verifications;
    private final Disasters disasters;
    private final Looks looks;
    private final UnitNames names;

    VerificationEndpoint(Verifications verifications, Disasters disasters, Looks looks, UnitNames names) {
        this.verifications = verifications;
        this.disasters = disasters;
        this.looks = looks;
        this.names = names;
    }

    @GetMapping("/api/v1/verifications")
    @OpenTo(Caller.OFFICER)
    QueueAnswer queue(
            @RequestParam @Nullable String disaster,
            @RequestParam @Nullable String state,
            @RequestParam @Nullable String unit,
            @RequestParam @Nullable String after,
            @RequestParam(defaultValue = "50") int limit) {
        int most = Math.max(1, Math.min(limit, MOST_LISTED));
        List<WaitingReport> found = verifications.queue(
                disasters.named(disaster).id(),
                Callers.rights(),
                state(state),
                unit,
                after == null ? null : position(after),
                most + 1);
        List<WaitingAnswer> items = found.stream()
                .limit(most)
                .map(one -> WaitingAnswer.of(one, names))
                .toList();
        return new QueueAnswer(
                items, found.size() > most ? next(items.get(most - 1).report()) : null);
    }

    /**
     * Shows whose report it is, and so remembers the look.
     *
     * @param phone true to see the telephone number too, which is remembered as a look of its own
     */
    @GetMapping("/api/v1/verifications/{report}")
    @OpenTo(Caller.OFFICER)
    CaseAnswer look(@PathVariable UUID report, @RequestParam(defaultValue = "false") boolean phone) {
        ReportCase found = verifications.look(new ReportId(report), Callers.rights());
        if (!found.report().simulated()) {
            List<UUID> seen = new ArrayList<>(List.of(report));
            found.candidates().stream()
                    .filter(ReportCase.Candidate::open)
                    .map(ReportCase.Candidate::id)
                    .forEach(seen::add);
            looks.remember(seen, Looks.What.PLACE, "verification");
            if (phone) {
                looks.remember(List.of(report), Looks.What.PHONE, "verification");
            }
        }
        return CaseAnswer.of(found, names, phone);
    }

    /**
     * One decision, or a list of them. Of a list each stands for itself, in its order: one that is refused holds up no other. Send
     * the same again when the answer is lost; what was decided is answered alike and what was refused is tried again.
     */
    @PostMapping("/api/v1/verifications")
    @OpenTo(Caller.OFFICER)
    ResponseEntity<Object> decide(@RequestBody Decisions request) {
        if (request.decisions() == null) {
            return ResponseEntity.status(HttpStatus.CREATED).body(decided(request.one()));
        }
        List<DecisionRequest> requests = request.decisions();
        if (requests.isEmpty() || requests.size() > MOST_AT_ONCE) {
            throw Problem.badField(
                            "TOO_MANY_DECISIONS",
                            "decisions",
                            "1–" + MOST_AT_ONCE + " decisions",
                            "Mỗi lần gửi từ 1 đến " + MOST_AT_ONCE + " quyết định; hãy chia danh sách.",
                            "Send 1 to " + MOST_AT_ONCE + " decisions at a time; divide the list.")
                    .asException();
        }
        return ResponseEntity.ok(
                new Outcomes(requests.stream().map(this::outcome).toList(), null));
    }

    private Outcome outcome(@Nullable DecisionRequest request) {
        try {
            DecisionRequest one = Problem.required(request, "decisions");
            return new Outcome(one.id(), one.report(), true, decided(one), null);
        } catch (ProblemException refused) {
            return new Outcome(
                    request == null ? null : request.id(),
                    request == null ? null : request.report(),
                    false,
                    null,
                    refused.problem());
        }
    }

    private DecisionAnswer decided(DecisionRequest request) {
        Account officer = Callers.account().orElseThrow();
        return DecisionAnswer.of(verifications.decide(officer, Callers.rights(), request.order()));
    }

    private static @Nullable ReportState state(@Nullable String word) {
        if (word == null || word.equals("waiting")) {
            return null;
        }
        return Arrays.stream(ReportState.values())
                .filter(state -> state.word().equals(word))
                .findFirst()
                .orElseThrow(() -> Problem.badField(
                                "STATE_UNKNOWN",
                                "state",
                                "waiting | open | need_more | confirmed | rejected | duplicate",
                                "Không có trạng thái này.",
                                "There is no such state.")
                        .asException());
    }

    private static String next(UUID last) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(last.toString().getBytes(StandardCharsets.US_ASCII));
    }

    private static ReportId position(String after) {
        try {
            return new ReportId(
                    UUID.fromString(new String(Base64.getUrlDecoder().decode(after), StandardCharsets.US_ASCII)));
        } catch (IllegalArgumentException e) {
            throw Problem.badField(
                            "AFTER_FORM",
                            "after",
                            "the \"next\" of the answer before",
                            "Hãy dùng giá trị “next” của trang trước.",
                            "Use the \"next\" of the answer before.")
                    .asException();
        }
    }

    /** @param decisions at most 500; null when the request is a single decision */
    record Decisions(
            @Nullable List<DecisionRequest> decisions,
            @JsonUnwrapped @Nullable DecisionRequest single) {
        DecisionRequest one() {
            return Problem.required(single, "decision");
        }
    }
}
