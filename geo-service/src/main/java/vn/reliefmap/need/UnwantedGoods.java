package vn.reliefmap.need;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import vn.reliefmap.kernel.DisasterId;

/** What communes ask not to be sent, and why: "do not send". Public. Thread-safe. */
public interface UnwantedGoods {
    /** What holds now in a disaster, by commune and item. */
    List<Unwanted> list(DisasterId disaster);

    /** What holds now for an item in one of the communes. */
    Optional<Unwanted> find(DisasterId disaster, Collection<String> communes, String item);

    /** By its id, also when it no longer holds. */
    Optional<Unwanted> find(UUID id);

    /** Writes one down; the same id again changes nothing. */
    Unwanted write(UUID by, Unwanted unwanted);

    /** Ends one early; again changes nothing. */
    void end(UUID id, UUID by);

    /**
     * One item that one commune does not want.
     *
     * @param id made by the sender
     * @param commune code
     * @param reason 3 to 200 characters, read by everyone
     * @param until later than now
     */
    record Unwanted(UUID id, DisasterId disaster, String commune, String item, String reason, Instant until) {}
}
