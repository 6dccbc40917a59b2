package vn.reliefmap.message.internal;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import vn.reliefmap.kernel.HouseholdId;
import vn.reliefmap.kernel.PhoneNumber;
import vn.reliefmap.kernel.PublicCode;
import vn.reliefmap.message.internal.SmsMeaning.Heard;
import vn.reliefmap.message.internal.form.Answers;
import vn.reliefmap.message.internal.form.ShortMessage.Command;
import vn.reliefmap.message.internal.form.ShortMessage.Verb;
import vn.reliefmap.need.Confirmations;
import vn.reliefmap.need.Confirmations.Means;
import vn.reliefmap.need.Confirmations.Word;
import vn.reliefmap.report.Kind;
import vn.reliefmap.report.Report;
import vn.reliefmap.report.ReportId;
import vn.reliefmap.report.ReportState;
import vn.reliefmap.report.ReportStep;
import vn.reliefmap.report.Reports;
import vn.reliefmap.report.StepWords;
import vn.reliefmap.report.Verification;
import vn.reliefmap.report.Verifications;
import vn.reliefmap.rescue.SosCalls;

/**
 * Words about earlier reports. They are written down beside the report, where its officer sees them. "Still needed" confirms
 * the needs of the home again; nothing closes by itself, whichever phone it came from: who holds the phone is not known.
 */
@Component
class SmsWords {
    private static final Map<Verb, String> WORDS =
            Map.of(Verb.CONFIRM, "still_needed", Verb.DONE, "said_done", Verb.CANCEL, "said_cancelled");

    /** Reports that were merged into each other form no longer chain than this. */
    private static final int LONGEST_CHAIN = 10;

    private final Reports reports;
    private final Verifications verifications;
    private final Confirmations confirmations;
    private final SosCalls calls;
    private final SmsTable table;

    SmsWords(
            Reports reports, Verifications verifications, Confirmations confirmations, SosCalls calls, SmsTable table) {
        this.reports = reports;
        this.verifications = verifications;
        this.confirmations = confirmations;
        this.calls = calls;
        this.table = table;
    }

    /** Empty when no report has the code and more was written: then it is a message like any other. */
    Optional<Heard> heed(Command command, String number, Instant now) {
        PublicCode code = command.code();
        Optional<Report> found = code == null ? table.lastReport(number).flatMap(reports::find) : reports.byCode(code);
        if (found.isEmpty()) {
            return command.alone()
                    ? Optional.of(new Heard("no_such_code", null, Answers.unknown(code)))
                    : Optional.empty();
        }
        return Optional.of(heed(command.verb(), found.get(), number, now));
    }

    private Heard heed(Verb verb, Report report, String number, Instant now) {
        PublicCode code = report.code();
        String word = WORDS.get(verb);
        if (word == null) {
            return new Heard("status", report.id(), Answers.state(code, state(report)));
        }
        boolean samePhone = samePhone(report, number);
        table.word(report.id(), word, samePhone, now);
        if (verb == Verb.CONFIRM) {
            household(report.id())
                    .ifPresent(home -> confirmations.confirm(
                            UUID.randomUUID(), home, report.disaster(), new Word(now, Means.SMS, null)));
        }
        if (report.kind() == Kind.SOS && verb != Verb.CONFIRM && samePhone) {
            calls.ofReport(report.id()).ifPresent(call -> calls.takenBack(call.id()));
            return new Heard(word, report.id(), Answers.cryTakenBack(code));
        }
        return new Heard(word, report.id(), Answers.heeded(verb, code));
    }

    /** Whose home it is, once an officer has confirmed the report, or the one that it was merged into. */
    private Optional<HouseholdId> household(ReportId report) {
        ReportId at = report;
        for (int i = 0; i < LONGEST_CHAIN; i++) {
            List<Verification> decisions = verifications.of(at);
            Verification last = decisions.isEmpty() ? null : decisions.get(decisions.size() - 1);
            if (last == null) {
                return Optional.empty();
            }
            ReportId into = last.duplicateOf();
            if (last.state() != ReportState.DUPLICATE || into == null) {
                return last.state() == ReportState.CONFIRMED ? Optional.ofNullable(last.household()) : Optional.empty();
            }
            at = into;
        }
        return Optional.empty();
    }

    private boolean samePhone(Report report, String number) {
        Optional<String> own = reports.sender(report.id())
                .flatMap(sender -> PhoneNumber.read(sender.phone()))
                .map(PhoneNumber::international);
        return own.isPresent() && own.get().equals(number);
    }

    /** The last step. */
    private String state(Report report) {
        List<ReportStep> steps = reports.steps(report.id());
        return steps.isEmpty() ? "" : StepWords.of(steps.get(steps.size() - 1), true);
    }
}
