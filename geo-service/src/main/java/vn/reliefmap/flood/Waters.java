package vn.reliefmap.flood;

import java.time.Instant;
import java.util.List;
import vn.reliefmap.kernel.DisasterId;

/** The front door to the water. Thread-safe; pictures are cached until the water changes. */
public interface Waters {
    /** All moments for which the disaster has water, oldest first; empty when there is none. */
    List<WaterStep> steps(DisasterId disaster);

    /** The merged picture at a moment: the same object for all moments between two observations. */
    WaterPicture picture(DisasterId disaster, Instant at);
}
