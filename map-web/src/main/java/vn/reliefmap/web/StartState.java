package vn.reliefmap.web;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Whether the first data has been loaded; a part of the program's health. Thread-safe. */
@Component("start")
class StartState implements HealthIndicator {
    private volatile boolean loading;

    StartState(@Value("${relief.demo-comes:false}") boolean demoComes) {
        this.loading = demoComes;
    }

    /** The demo is in; from now on the program is as ready as its other parts. */
    void loaded() {
        loading = false;
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
