package vn.reliefmap.disaster;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.reliefmap.kernel.DisasterId;
import vn.reliefmap.kernel.Problem;

/** The front door to named floods. Thread-safe. */
public interface Disasters {
    /** All disasters, the newest first. */
    List<Disaster> list();

    /** Throws a {@code DISASTER_NOT_FOUND} problem (404) when there is none. */
    Disaster get(DisasterId id);

    /** By id or by name (any case, with or without diacritics). */
    Optional<Disaster> find(String idOrName);

    /** What a report is about that names none: the newest that is not closed, a real one before a drill. */
    default Optional<Disaster> going() {
        return list().stream()
                .filter(disaster -> disaster.closedAt() == null)
                .min(Comparator.comparing(Disaster::simulated)
                        .thenComparing(Disaster::openedAt, Comparator.reverseOrder()));
    }

    /**
     * As {@link #find}; throws a {@code DISASTER_NOT_FOUND} problem (404) when there is none, {@code DISASTER_MISSING} (400)
     * for null and blank.
     */
    default Disaster named(@Nullable String given) {
        if (given == null || given.isBlank()) {
            throw Problem.badField(
                            "DISASTER_MISSING",
                            "disaster",
                            "id or name of a disaster of /api/v1/disasters",
                            "Hãy nêu đợt thiên tai.",
                            "Say which disaster is meant.")
                    .asException();
        }
        String idOrName = given.strip();
        return find(idOrName).orElseThrow(() -> {
            String shown = idOrName.length() > 60 ? idOrName.substring(0, 60) + "…" : idOrName;
            return Problem.notFound(
                            "DISASTER_NOT_FOUND",
                            "disaster",
                            "Không có đợt thiên tai \"" + shown + "\". Xem danh sách ở /api/v1/disasters.",
                            "There is no disaster \"" + shown + "\". See the list at /api/v1/disasters.")
                    .asException();
        });
    }

    /** Opens a disaster, or gives the one that already has the name. */
    Disaster open(String name, boolean simulated, Instant openedAt);

    /** Says that it is over: nothing new is promised in it, and the time for which persons are kept begins. */
    void close(DisasterId id, Instant closedAt);

    /** Takes back a disaster that was opened for nothing; one that has needs or water stays. */
    void withdraw(DisasterId id);
}
