package vn.reliefmap.commitment.internal;

import org.springframework.stereotype.Component;
import vn.reliefmap.disaster.Disaster;
import vn.reliefmap.disaster.Disasters;
import vn.reliefmap.kernel.DisasterId;
import vn.reliefmap.kernel.Problem;

/** What every promise must satisfy before anything is looked at. */
@Component
class Asked {
    private final Disasters disasters;

    Asked(Disasters disasters) {
        this.disasters = disasters;
    }

    /** A {@code DISASTER_CLOSED} problem (409) when it is over, {@code DISASTER_NOT_FOUND} (404). */
    void requireOpen(DisasterId id) {
        Disaster disaster = disasters.get(id);
        if (disaster.closedAt() != null) {
            throw new Problem(
                            "DISASTER_CLOSED",
                            409,
                            "Đợt thiên tai “" + disaster.name() + "” đã kết thúc.",
                            "The disaster \"" + disaster.name() + "\" is over.",
                            "disaster",
                            null)
                    .asException();
        }
    }
}
