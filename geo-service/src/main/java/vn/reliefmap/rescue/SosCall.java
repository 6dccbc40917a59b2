package vn.reliefmap.rescue;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.reliefmap.kernel.DisasterId;
import vn.reliefmap.kernel.PublicCode;
import vn.reliefmap.report.ReportId;

/**
 * A cry for help: one or several reports of the same people, and how far help has come. Nothing in it tells the house.
 *
 * @param code stands for it in the public ledger
 * @param report the one that knows the place best
 * @param commune code; null when nobody knows it
 * @param approximate true when only the commune is known, whose centre then counts as the place
 * @param placed false when nobody knows where it is
 * @param people 0 when nobody said
 * @param reports how many there are of it
 * @param crew asked or holding; null when none is
 * @param arrivalS seconds until that crew is there, reckoned when it was asked; null when a person chose it
 * @param dueAt when the next step is taken if nothing happens; null when none is
 * @param coordinatorsSince since when a coordinator has to see to it; null when not
 * @param why why nobody was sent the last time
 */
public record SosCall(
        UUID id,
        PublicCode code,
        DisasterId disaster,
        boolean simulated,
        ReportId report,
        SosState state,
        @Nullable String commune,
        boolean approximate,
        boolean placed,
        int people,
        int vulnerablePeople,
        int reports,
        @Nullable UUID crew,
        @Nullable Integer arrivalS,
        @Nullable Instant dueAt,
        @Nullable Instant coordinatorsSince,
        List<NobodyNear> why,
        Instant openedAt,
        @Nullable Instant endedAt) {
    public SosCall {
        why = List.copyOf(why);
    }
}
