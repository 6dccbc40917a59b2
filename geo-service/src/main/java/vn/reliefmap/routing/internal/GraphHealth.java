package vn.reliefmap.routing.internal;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** The part {@code graph} of /actuator/health: up when routes can be asked for, or when there are no roads at all. */
@Component("graphHealthIndicator")
class GraphHealth implements HealthIndicator {
    private final CurrentRoadNetwork network;

    GraphHealth(CurrentRoadNetwork network) {
        this.network = network;
    }

    @Override
    public Health health() {
        Health.Builder health =
                switch (network.state()) {
                    case READY -> network.trouble().isEmpty() ? Health.up() : Health.down();
                    case EMPTY -> Health.up();
                    case IDLE, LOADING -> Health.outOfService();
                    case BROKEN -> Health.down();
                };
        health.withDetail("state", network.state().name().toLowerCase(java.util.Locale.ROOT));
        network.importId().ifPresent(id -> health.withDetail("import_id", id));
        if (!network.trouble().isEmpty()) {
            health.withDetail(
                    "trouble", "the graph of the current import is missing or damaged; import the roads again");
        }
        return health.build();
    }
}
