package vn.reliefmap.routing.internal;

import com.graphhopper.util.EdgeIteratorState;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.reliefmap.routing.NoWay;
import vn.reliefmap.routing.RouteAnswer;

/** One question for a way over water, or by truck and boat, asked under one water after the other. */
interface WaterSearch {
    /**
     * A way and what it leads over.
     *
     * @param road driven before, in this order; none for a boat alone
     * @param cells the boat's, in this order
     */
    record Way(RouteAnswer.OverWater answer, List<EdgeIteratorState> road, List<Integer> cells) {}

    /**
     * The quickest way that holds under the water.
     *
     * @param confirmedOnly false when water of unknown depth may be tried
     */
    @Nullable
    Way way(QuestionWater water, boolean confirmedOnly);

    /** Why there is none. */
    NoWay none(QuestionWater water);

    /**
     * Why such a way is closed under the water of a later step; null when it is not.
     *
     * @param from when that step begins
     */
    @Nullable
    NoWay closed(Way way, QuestionWater then, Instant from);
}
