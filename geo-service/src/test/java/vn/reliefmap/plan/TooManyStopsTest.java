package vn.reliefmap.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import vn.reliefmap.kernel.DepotId;
import vn.reliefmap.kernel.DisasterId;
import vn.reliefmap.kernel.PlanId;
import vn.reliefmap.kernel.ProblemException;

/** FEATURE UNDER TEST: more stops than a plan holds are refused before anything long begins, and the limit is named. */
class TooManyStopsTest {
    @Test
    void theLimitIsNamedToWhoeverWaitsAndToWhoeverAsksLater() {
        PlanWorld world = PlanWorld.shared();
        world.empty();
        DisasterId disaster = world.disaster();
        DepotId depot = world.depot("Kho Tây", PlanWorld.DEPOT);
        world.stock(depot, "rice", 500);
        // No two homes fit onto the truck together, so each is a stop.
        world.vehicle("Xe", "truck", depot, 100);
        world.homes(disaster, PlanWorld.WEST_BANK, PlanWorld.WEST, 2001, "rice", 60, "high");

        ProblemException refused =
                catchThrowableOfType(ProblemException.class, () -> world.plan(PlanWorld.order(disaster)));
        assertThat(refused.problem().code()).isEqualTo("TOO_MANY_STOPS");
        assertThat(refused.problem().status()).isEqualTo(400);
        assertThat(refused.problem().expected()).isEqualTo("≤ 2000");

        PlanId id = world.plans().start(PlanWorld.order(disaster));
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(() -> world.plans().progress(id).state() == PlanProgress.State.FAILED);
        ProblemException told =
                catchThrowableOfType(ProblemException.class, () -> world.plans().get(id));
        assertThat(told.problem().vi()).contains("2001").contains("nhiều nhất 2000");
        assertThat(told.problem().en()).contains("2001").contains("at most 2000");
    }
}
