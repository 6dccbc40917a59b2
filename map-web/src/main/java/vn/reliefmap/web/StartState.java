package vn.reliefmap.web;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Whether the first data has been loaded; a part of the program's health. Thread-safe. */
@Component("start")
class StartState implements HealthIndicator {
    private volatile boolean loading;

    void loading(boolean now) {
        loading = now;
    }

    @Override
    public Health health() {
        return loading
                ? Health.outOfService()
                        .withDetail("doing", "loading the demo province")
                        .build()
                : Health.up().build();
    }
}
