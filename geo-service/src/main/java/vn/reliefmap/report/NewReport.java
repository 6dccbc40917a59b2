package vn.reliefmap.report;

import java.time.Instant;
import java.util.List;
import vn.reliefmap.kernel.DisasterId;

/**
 * A report as it was sent.
 *
 * @param id made by the sender; the same one again is the same report
 * @param people who are in it, 0–10,000; 0 = not said
 * @param vulnerablePeople of them, 0–{@code people} (any number while people is 0)
 * @param asked each item once, at most 30
 * @param words what the sender says, at most 2,000 characters; personal
 * @param happenedAt by the sender's clock; a time that cannot be (ahead of ours, or over a year ago) is replaced by the
 *     time it was received, since a wrong clock must not stop a call for help
 */
public record NewReport(
        ReportId id,
        DisasterId disaster,
        Channel channel,
        Kind kind,
        Sender sender,
        ReportPlace place,
        int people,
        int vulnerablePeople,
        List<Asked> asked,
        String words,
        Instant happenedAt,
        boolean simulated) {

    /** Without anything personal. */
    @Override
    public String toString() {
        return "report " + id;
    }
}
