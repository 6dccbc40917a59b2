package vn.reliefmap.plan;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A move that is to be made.
 *
 * @param id made by the sender, a new one for each move
 * @param by the coordinator's account
 * @param override true to go on in spite of gentle breaks
 * @param why in the coordinator's words; needed with {@code override}
 */
public record MoveOrder(
        UUID id,
        UUID by,
        PlanMove move,
        boolean override,
        @Nullable String why) {}
