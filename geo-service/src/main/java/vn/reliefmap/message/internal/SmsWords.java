package vn.reliefmap.message.internal;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.reliefmap.kernel.PhoneNumber;
import vn.reliefmap.kernel.PublicCode;
import vn.reliefmap.message.internal.SmsMeaning.Heard;
import vn.reliefmap.message.internal.form.Answers;
import vn.reliefmap.message.internal.form.ShortMessage.Command;
import vn.reliefmap.message.internal.form.ShortMessage.Verb;
import vn.reliefmap.report.Kind;
import vn.reliefmap.report.Report;
import vn.reliefmap.report.ReportStep;
import vn.reliefmap.report.Reports;
import vn.reliefmap.report.StepWords;
import vn.reliefmap.rescue.SosCalls;

/**
 * Words about earlier reports. They are written down beside the report, where its officer sees them; nothing closes by
 * itself, whichever phone they came from: who holds the phone is not known.
 */
@Component
class SmsWords {
    private static final Map<Verb, String> WORDS =
            Map.of(Verb.CONFIRM, "still_needed", Verb.DONE, "said_done", Verb.CANCEL, "said_cancelled");

    private final Reports reports;
    private final SosCalls calls;
    private final SmsTable table;

    SmsWords(Reports reports, SosCalls calls, SmsTable table) {
        this.reports = reports;
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
        if (report.kind() == Kind.SOS && verb != Verb.CONFIRM && samePhone) {
            calls.ofReport(report.id()).ifPresent(call -> calls.takenBack(call.id()));
            return new Heard(word, report.id(), Answers.cryTakenBack(code));
        }
        return new Heard(word, report.id(), Answers.heeded(verb, code));
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
