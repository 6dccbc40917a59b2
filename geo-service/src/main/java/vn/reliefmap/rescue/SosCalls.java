package vn.reliefmap.rescue;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.reliefmap.kernel.DisasterId;
import vn.reliefmap.kernel.Problem;
import vn.reliefmap.report.ReportId;

/**
 * The front door to cries for help. Words of steps: {@code opened repeated sent no_answer nobody_near acknowledged passed_on
 * on_the_way overdue reached not_found false_alarm caller_took_back}. Thread-safe.
 */
public interface SosCalls {
    /** A {@code SOS_NOT_FOUND} problem (404) when there is none. */
    SosCall get(UUID id);

    /** The call that a report belongs to. */
    Optional<SosCall> ofReport(ReportId report);

    /**
     * Calls, those a coordinator has to see to first, then the oldest.
     *
     * @param disaster null = of all
     * @param crewsOf only those that a crew of the account is asked for or holds, now; null = all
     * @param ended true for those that are over, the newest first
     */
    List<SosCall> list(@Nullable DisasterId disaster, @Nullable UUID crewsOf, boolean ended, int limit);

    /** All that happened, the oldest first. */
    List<SosStep> steps(UUID call);

    /** Where it is and whom to ring; see {@link SosPlace} for who may see it. */
    SosPlace place(UUID call);

    /**
     * A crew's own word: {@code acknowledged}, {@code passed_on}, {@code on_the_way}, {@code reached} or {@code not_found}.
     * Of two crews that take it at once one holds it, the other gets {@code SOS_HELD} (409). Other problems: {@code
     * SOS_NOT_ASKED} (409) for a crew that was never asked or gave it away, {@code SOS_ENDED} (409), {@code SOS_STEP} and
     * {@code SOS_REASON} (400).
     *
     * @param reason with {@code passed_on}: one of {@link #REASONS}; {@code broken_down} also marks the vehicle as broken
     */
    SosCall say(UUID call, UUID account, String word, @Nullable String reason);

    /** A coordinator's word: as a crew's, and {@code false_alarm}; {@code not_found} ends a call that is not found. */
    SosCall decide(UUID call, UUID coordinator, String word, @Nullable String reason);

    /** A coordinator sends a crew by hand, whatever it is doing. Throws {@code SOS_ENDED} (409), {@code CREW_NOT_FOUND} (404). */
    SosCall assign(UUID call, UUID coordinator, UUID crew);

    /** The caller says by the same phone that all is well; crew and coordinators see it, nothing ends by itself. */
    void takenBack(UUID call);

    SosFigures figures(DisasterId disaster);

    /** Why a crew gives a call away. */
    List<String> REASONS = List.of("broken_down", "cannot_pass", "busy", "too_far", "not_equipped", "other");

    /** There is no such call, or not for the caller. */
    static Problem notFound() {
        return Problem.notFound("SOS_NOT_FOUND", "id", "Không có lời kêu cứu này.", "There is no such cry for help.");
    }
}
