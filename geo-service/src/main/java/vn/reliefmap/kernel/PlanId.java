package vn.reliefmap.kernel;

import java.util.UUID;

/** Names a delivery plan. */
public record PlanId(UUID value) {
    @Override
    public String toString() {
        return value.toString();
    }
}
