package vn.reliefmap.cluster.http;

import org.jspecify.annotations.Nullable;
import vn.reliefmap.disaster.Disaster;
import vn.reliefmap.disaster.Disasters;
import vn.reliefmap.kernel.Problem;

/** Finds the disaster that a caller names by id or by name. */
final class AskedDisaster {
    private final Disasters disasters;

    AskedDisaster(Disasters disasters) {
        this.disasters = disasters;
    }

    Disaster find(@Nullable String idOrName) {
        if (idOrName == null || idOrName.isBlank()) {
            throw Problem.badField(
                            "DISASTER_MISSING",
                            "disaster",
                            "id or name of a disaster of /api/v1/disasters",
                            "Hãy nêu đợt thiên tai.",
                            "Say which disaster is meant.")
                    .asException();
        }
        return disasters.named(idOrName.strip());
    }
}
