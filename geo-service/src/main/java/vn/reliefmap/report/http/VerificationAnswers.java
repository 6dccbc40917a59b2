package vn.reliefmap.report.http;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.reliefmap.geo.LonLat;
import vn.reliefmap.kernel.HouseholdId;
import vn.reliefmap.kernel.Problem;
import vn.reliefmap.report.Evidence;
import vn.reliefmap.report.Likeness;
import vn.reliefmap.report.Report;
import vn.reliefmap.report.ReportCase;
import vn.reliefmap.report.ReportCase.Candidate;
import vn.reliefmap.report.ReportCase.Decided;
import vn.reliefmap.report.ReportId;
import vn.reliefmap.report.Verification;
import vn.reliefmap.report.WaitingReport;

/** Decisions, queue and cases as JSON. */
final class VerificationAnswers {
    private VerificationAnswers() {}

    record DecisionAnswer(
            UUID id,
            UUID report,
            int number,
            String decision,
            List<String> evidence,
            @Nullable UUID duplicateOf,
            @Nullable String handedTo,
            @Nullable UUID household,
            String by,
            Instant at,
            String state) {
        static DecisionAnswer of(Verification v) {
            return new DecisionAnswer(
                    v.id(),
                    v.report().value(),
                    v.number(),
                    v.decision().word(),
                    v.evidence().stream().map(Evidence::word).toList(),
                    bare(v.duplicateOf()),
                    v.handedTo(),
                    bare(v.household()),
                    v.by(),
                    v.at(),
                    v.state().word());
        }
    }

    /** One decision of many: taken, or refused with the reason. */
    record Outcome(
            @Nullable UUID id,
            @Nullable UUID report,
            boolean decided,
            @Nullable DecisionAnswer verification,
            @Nullable Problem problem) {}

    record Outcomes(List<Outcome> items, @Nullable String next) {}

    record WaitingAnswer(
            UUID report,
            String code,
            String kind,
            String channel,
            String state,
            int number,
            @Nullable String unit,
            @Nullable String unitName,
            String pressing,
            boolean silent,
            int people,
            int vulnerablePeople,
            List<String> items,
            Instant receivedAt,
            @Nullable UUID household,
            boolean approximate,
            boolean suspected,
            boolean simulated) {
        static WaitingAnswer of(WaitingReport w, UnitNames names) {
            return new WaitingAnswer(
                    w.report().value(),
                    w.code().value(),
                    w.kind().word(),
                    w.channel().word(),
                    w.state().word(),
                    w.number(),
                    w.unit(),
                    names.of(w.unit()),
                    w.pressing().word(),
                    w.silent(),
                    w.people(),
                    w.vulnerablePeople(),
                    w.items(),
                    w.receivedAt(),
                    bare(w.household()),
                    w.approximate(),
                    w.suspected(),
                    w.simulated());
        }
    }

    record QueueAnswer(List<WaitingAnswer> items, @Nullable String next) {}

    /**
     * @param phone empty until it is asked for
     * @param place [lon, lat]; null when nobody knows
     */
    record CaseAnswer(
            WaitingAnswer waiting,
            String name,
            String phone,
            boolean hasPhone,
            boolean onBehalf,
            @Nullable List<Double> place,
            @Nullable Double accuracyM,
            @Nullable String commune,
            String hamlet,
            String placeWords,
            String words,
            List<AskedAnswer> asked,
            Instant happenedAt,
            List<ReasonedAnswer> decisions,
            List<CandidateAnswer> candidates) {
        static CaseAnswer of(ReportCase c, UnitNames names, boolean withPhone) {
            Report report = c.report();
            return new CaseAnswer(
                    WaitingAnswer.of(c.waiting(), names),
                    c.sender().name(),
                    withPhone ? c.sender().phone() : "",
                    !c.sender().phone().isEmpty(),
                    report.onBehalf(),
                    position(report.place().at().orElse(null)),
                    report.place().accuracyM().isPresent()
                            ? report.place().accuracyM().getAsDouble()
                            : null,
                    report.place().adminCode().orElse(null),
                    report.place().hamlet(),
                    report.place().words(),
                    report.words(),
                    report.asked().stream()
                            .map(asked -> new AskedAnswer(
                                    asked.item(),
                                    asked.quantity().isPresent()
                                            ? asked.quantity().getAsDouble()
                                            : null))
                            .toList(),
                    report.happenedAt(),
                    c.decisions().stream().map(ReasonedAnswer::of).toList(),
                    c.candidates().stream().map(CandidateAnswer::of).toList());
        }
    }

    /** @param quantity null = to be worked out from people and ration */
    record AskedAnswer(String item, @Nullable Double quantity) {}

    record ReasonedAnswer(DecisionAnswer decision, String reason) {
        static ReasonedAnswer of(Decided decided) {
            return new ReasonedAnswer(DecisionAnswer.of(decided.verification()), decided.reason());
        }
    }

    record CandidateAnswer(
            @Nullable UUID report,
            @Nullable UUID household,
            double score,
            String level,
            List<ReasonAnswer> reasons,
            @Nullable String state,
            @Nullable String unit,
            int people,
            boolean open,
            String name,
            String words,
            @Nullable List<Double> place) {
        static CandidateAnswer of(Candidate c) {
            return new CandidateAnswer(
                    bare(c.report()),
                    bare(c.household()),
                    Math.round(c.likeness().score() * 100) / 100.0,
                    c.likeness().level() == Likeness.Level.LIKELY ? "likely" : "possible",
                    c.likeness().reasons().stream()
                            .map(r -> new ReasonAnswer(r.code(), r.agrees(), r.vi(), r.en()))
                            .toList(),
                    c.state() == null ? null : c.state().word(),
                    c.unit(),
                    c.people(),
                    c.open(),
                    c.name(),
                    c.words(),
                    position(c.at()));
        }
    }

    record ReasonAnswer(String code, boolean agrees, String vi, String en) {}

    private static @Nullable UUID bare(@Nullable ReportId report) {
        return report == null ? null : report.value();
    }

    private static @Nullable UUID bare(@Nullable HouseholdId household) {
        return household == null ? null : household.value();
    }

    private static @Nullable List<Double> position(@Nullable LonLat at) {
        return at == null ? null : List.of(at.lon(), at.lat());
    }
}
